#pragma once

#include <vector>

#include "engine/text/language.hpp"

namespace sextant::cli {

struct Example {
  const char* command;
  Bilingual what;
};

/// What help and man pages say of a verb.
struct Verb {
  const char* name;
  Bilingual summary;
  Bilingual usage;
  std::vector<Example> examples;
};

const std::vector<Verb>& verb_table();
const Verb* find_verb(std::string_view name);

}  // namespace sextant::cli
