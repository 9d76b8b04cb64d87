#pragma once

#include <string>

#include "engine/instrument/model.hpp"
#include "engine/text/language.hpp"

namespace sextant {

struct BlankOptions {
  std::string unit;
  std::string round;
  std::string date;
  std::string instrument_file;  ///< where the instrument is not a shipped one
  std::string language;         ///< of the texts in the comments
};

/// A blank answers file in YAML: every question with its text and levels as comments and no answer. It is
/// valid as it stands.
std::string blank_answers(const Instrument& instrument, const BlankOptions& options);

}  // namespace sextant
