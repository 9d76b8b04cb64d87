#pragma once

#include <functional>
#include <string>

#include "engine/instrument/model.hpp"

namespace sextant {

/// One translatable text of an instrument.
struct TextRef {
  std::string owner;  ///< the id of what it belongs to, or `instrument`, `kinds`
  std::string field;  ///< its path there: "text", "levels.nascent", "quality.2"
  Prose* prose = nullptr;
  bool is_list = false;  ///< a list of any length, one item a line: other forms of a term
};

/// Every translatable text, in a fixed order. Texts that the author left out (empty) are included.
std::vector<TextRef> texts_of(Instrument& instrument);

}  // namespace sextant
