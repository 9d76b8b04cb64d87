#include <ostream>

#include "cli/app.hpp"
#include "cli/library.hpp"
#include "reports/trace/trace.hpp"

namespace sextant::cli {

int run_explain(Context& context, const ExplainOptions& options) {
  std::vector<Diagnostic> diagnostics;
  Library library(context.environment, std::vector<std::string>{std::string(code_of(context.common.lang))});
  const auto file = read_answers(library, options.answers, options.instrument, diagnostics);
  print_all(context, diagnostics, true);
  if (!file) return exit_of(diagnostics);
  const Instrument& instrument = *file->instrument;
  const Scores scores = score(instrument, file->assessment);
  const trace_report::Input input{instrument, file->assessment, scores,
                                  instrument.language(code_of(context.common.lang)), context.common.lang};
  std::vector<std::string> nodes = options.nodes;
  if (nodes.empty()) nodes.push_back(instrument.nodes.front().id);
  int code = kFine;
  for (const std::string& id : nodes) {
    const auto it = instrument.node_index.find(id);
    if (it == instrument.node_index.end()) {
      std::vector<std::string> known;
      for (const Node& node : instrument.nodes) known.push_back(node.id);
      print_all(context,
                {{Code::unknown_reference, options.answers, {}, {{"id", id}}, nearest(id, known), {}}}, true);
      code = kData;
      continue;
    }
    context.out << (options.json ? trace_report::json(input, it->second) + "\n"
                                 : trace_report::text(input, it->second));
  }
  return code;
}

}  // namespace sextant::cli
