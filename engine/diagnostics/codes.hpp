#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/text/language.hpp"

namespace sextant {

enum class Severity { error, warning };

/// Every kind of problem that Sextant reports. A code is never reused for something else; docs/codes/ has a
/// page each.
enum class Code {
#define CODE(name, id, severity, en, fr, hint_en, hint_fr) name,
#include "engine/diagnostics/codes.inc"
#undef CODE
};

struct CodeInfo {
  std::string_view id;    ///< "Q0103"
  std::string_view name;  ///< "unknown_key"
  Severity severity;
  Bilingual message;  ///< with `{name}` places
  Bilingual hint;     ///< empty in both languages where there is nothing to add
};

const CodeInfo& info(Code code);
const std::vector<CodeInfo>& all_codes();
/// The code with this id, in any case, or nothing.
const CodeInfo* find_code(std::string_view id);

}  // namespace sextant
