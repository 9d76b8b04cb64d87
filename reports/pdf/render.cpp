#include "reports/pdf/render.hpp"

#include "reports/pdf/builder.hpp"
#include "reports/pdf/paragraph.hpp"
#include "reports/pdf/placed.hpp"
#include "reports/pdf/writer.hpp"

namespace sextant::pdf {

struct Workspace::State {
  TextEngine text;
  Plan plan;
  WriterState writer;
  int pages = 0;
};

Workspace::Workspace() : state_(std::make_unique<State>()) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

const std::vector<char32_t>& Workspace::missing_characters() const {
  return state_->text.missing();
}
const std::vector<std::string>& Workspace::missing_words() const {
  return state_->text.missing_words();
}
int Workspace::pages() const {
  return state_->pages;
}

std::string render(const document::Document& document, const Options& options, Workspace& workspace) {
  Workspace::State& state = workspace.state();
  Plan& plan = state.plan;
  plan.clear();
  plan.rtl = document.meta.right_to_left;
  plan.page = style::page_of(options.sheet, options.orientation == Orientation::portrait);
  plan.width = plan.page.width;
  plan.height = plan.page.height;
  state.text.start_document(document.meta);
  Builder(document, state.text, plan).build();
  paginate(document, state.text, plan);
  std::string bytes = write_pdf(document.meta, options, plan, state.writer);
  state.pages = static_cast<int>(plan.pages.size());
  return bytes;
}

std::string render(const document::Document& document, const Options& options) {
  Workspace workspace;
  return render(document, options, workspace);
}

}  // namespace sextant::pdf
