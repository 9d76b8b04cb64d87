#include <ostream>

#include "cli/app.hpp"
#include "cli/code_pages.hpp"

namespace sextant::cli {

int run_explain_code(Context& context, const ExplainCodeOptions& options) {
  bool first = true;
  int code = kFine;
  for (const std::string& id : options.codes) {
    const CodeInfo* known = find_code(id);
    if (known == nullptr) {
      std::vector<std::string> ids;
      for (const CodeInfo& one : all_codes()) ids.emplace_back(one.id);
      const std::string near = nearest(id, ids);
      const bool fr = context.common.lang == Lang::fr;
      context.err << (fr ? "sextant : il n'y a pas de code « " + id + " »"
                         : "sextant: there is no code \"" + id + "\"");
      if (!near.empty())
        context.err << (fr ? " ; vouliez-vous dire « " + near + " » ?" : "; did you mean \"" + near + "\"?");
      context.err << "\n";
      code = kUsage;
      continue;
    }
    if (!first) context.out << "\n";
    first = false;
    context.out << code_page(known->id, context.common.lang);
  }
  return code;
}

}  // namespace sextant::cli
