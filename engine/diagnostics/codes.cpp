#include "engine/diagnostics/codes.hpp"

#include <algorithm>

#include "engine/text/utf8.hpp"

namespace sextant {

const std::vector<CodeInfo>& all_codes() {
  static const std::vector<CodeInfo> codes = {
#define CODE(name, id, severity, en, fr, hint_en, hint_fr) \
  {id, #name, Severity::severity, {en, fr}, {hint_en, hint_fr}},
#include "engine/diagnostics/codes.inc"
#undef CODE
  };
  return codes;
}

const CodeInfo& info(Code code) {
  return all_codes()[static_cast<std::size_t>(code)];
}

const CodeInfo* find_code(std::string_view id) {
  const auto& codes = all_codes();
  const std::string wanted = utf8::fold(id);
  const auto it = std::find_if(codes.begin(), codes.end(),
                               [&](const CodeInfo& code) { return utf8::fold(code.id) == wanted; });
  return it == codes.end() ? nullptr : &*it;
}

}  // namespace sextant
