#pragma once

#include <string>
#include <vector>

#include "engine/instrument/model.hpp"

namespace sextant {

/// What a translatable text is, so that a translator can be told.
enum class TextKind {
  title,
  short_title,
  about,
  notice,
  source,
  kind_one,
  kind_many,
  level_name,
  level_description,
  gate_reason,
  question_title,
  question_text,
  help,
  quality,
  descriptor,
  option,
  part,
  cell,
  evidence,
  unit,
  cap_reason,
  prerequisite_reason,
  sentence,
  clears,
  prompt,
  prompt_help,
  term,
  term_forms,
};

/// One translatable text of an instrument.
struct TextRef {
  std::string owner;  ///< the id of what it belongs to, or `instrument`, `kinds`, `vision`, `outcomes`
  std::string field;  ///< its path there: "text", "levels.nascent", "quality.2"
  Prose* prose = nullptr;
  TextKind kind = TextKind::title;
  std::vector<std::string> path;    ///< the keys of `field`; those of a list are its positions, from 1
  const Prose* within = nullptr;    ///< of a part of a question, the question's text; else nothing
  const Prose* of_level = nullptr;  ///< of a text about a level, the level's name; else nothing
  bool is_list = false;             ///< a list of any length, one item a line: other forms of a term
};

/// Every translatable text, in a fixed order. Texts that the author left out (empty) are included.
std::vector<TextRef> texts_of(Instrument& instrument);

}  // namespace sextant
