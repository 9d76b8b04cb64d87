#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <stdexcept>

#include "cli/app.hpp"
#include "cli/choices.hpp"
#include "cli/files.hpp"
#include "cli/library.hpp"
#include "cli/render.hpp"
#include "reports/document/paper_form.hpp"
#include "reports/docx/render.hpp"
#include "reports/html/render.hpp"
#include "reports/markdown/render.hpp"

namespace sextant::cli {

namespace {

/// The parts that can be printed alone.
std::vector<std::size_t> parts_of(const Instrument& instrument) {
  std::vector<std::size_t> out = instrument.pillars();
  for (std::size_t i = 0; i < instrument.nodes.size(); ++i) {
    if (instrument.nodes[i].is_index) out.push_back(i);
  }
  return out;
}

std::string bytes_of(const document::Document& paper, const Output& output, pdf::Workspace& workspace) {
  switch (output.format) {
    case Format::pdf: {
      pdf::Options options;
      options.sheet = document::paper_sheet(output.paper);
      return pdf::render(paper, options, workspace);
    }
    case Format::html:
      return html::render(paper);
    case Format::docx:
      return docx::render(paper, document::paper_sheet(output.paper));
    case Format::md:
      return markdown::render(paper);
    case Format::json:
      break;
  }
  throw std::logic_error("a questionnaire in no format");
}

std::string said(const PaperOptions& options, std::size_t questions, int pages, bool fr) {
  if (pages == 0)
    return fr ? fmt::format("{} : {} questions\n", options.output, questions)
              : fmt::format("{}: {} questions\n", options.output, questions);
  return fr ? fmt::format("{} : {} questions, {} pages à imprimer\n", options.output, questions, pages)
            : fmt::format("{}: {} questions, {} pages to print\n", options.output, questions, pages);
}

}  // namespace

int run_paper(Context& context, const PaperOptions& options) {
  std::vector<Diagnostic> diagnostics;
  Library library(context.environment, languages_to_read(context.common));
  const InstrumentPtr instrument = library.load(options.instrument, diagnostics);
  if (!instrument) {
    print_all(context, diagnostics, true);
    return exit_of(diagnostics);
  }
  std::vector<std::string> languages = context.common.languages;
  if (languages.empty()) languages.push_back(instrument->languages.front());
  document::PaperInput input{*instrument, languages, SEXTANT_VERSION};
  input.edition = edition_named(options.edition, *instrument, diagnostics);
  input.part = node_named(options.pillar, "--pillar", *instrument, parts_of(*instrument), diagnostics);
  if (!has_errors(diagnostics) && document::paper_questions(input).empty())
    diagnostics.push_back({Code::selects_nothing, "--edition", {}, {}, {}, {}});
  print_all(context, diagnostics, true);
  if (has_errors(diagnostics)) return exit_of(diagnostics);

  Output output;
  output.format = options.format.value_or(format_of_file(options.output).value_or(Format::pdf));
  output.paper = options.paper;
  pdf::Workspace workspace;
  const std::string bytes = bytes_of(document::paper_form(input), output, workspace);
  if (const auto problem = unprinted(output.format, workspace, options.instrument, context.common.lang))
    print_all(context, {*problem}, true);
  if (auto problem =
          files::write(options.output, bytes, options.replace ? files::Over::asked : files::Over::blank)) {
    print_all(context, {*problem}, false);
    return exit_of({*problem});
  }
  if (options.output != "-") {
    const int pages = output.format == Format::pdf ? workspace.pages() : 0;
    context.out << said(options, document::paper_questions(input).size(), pages,
                        context.common.lang == Lang::fr);
  }
  return kFine;
}

}  // namespace sextant::cli
