#include "engine/instrument/loader.hpp"

namespace sextant::loading {

namespace {

/// `{id: term.emis, term: EMIS, forms: [EMISs], meaning: ...}`
void load_term(Loader& loader, const Tree& tree, Sink& sink) {
  Fields fields(tree, sink);
  if (!fields.is_map()) return;
  Term out;
  out.id = fields.need_text("id");
  if (!out.id.empty()) loader.claim(out.id, fields.at("id"), sink);
  out.term = prose(fields.need_text("term"));
  std::string forms;
  for (const std::string& form : fields.words("forms")) forms += (forms.empty() ? "" : "\n") + form;
  out.forms = prose(std::move(forms));
  out.meaning = prose(fields.need_text("meaning"));
  out.exact_case = fields.yes_no("exact_case", false);
  fields.finish();
  loader.out.glossary.push_back(std::move(out));
}

}  // namespace

/// Terms, or `{include: glossary.yaml}` for a file that is a list of them.
void load_glossary(Loader& loader, Fields& top, Sink& sink) {
  for (const Tree& tree : top.list("glossary")) {
    const auto included = [&](const Tree& list, Sink& inner) {
      if (!list.is_list()) inner.add(Code::need_list, list.at);
      for (const Tree& item : list.items) load_term(loader, item, inner);
    };
    if (!load_include(loader, tree, sink, included)) load_term(loader, tree, sink);
  }
}

}  // namespace sextant::loading
