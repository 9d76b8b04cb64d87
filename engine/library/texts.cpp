#include "engine/library/texts.hpp"

#include <utility>

namespace sextant {

namespace {

struct Collector {
  std::vector<TextRef> refs;

  void add(const std::string& owner, std::string field, Prose& prose) {
    TextRef& ref = refs.emplace_back();
    ref.owner = owner;
    ref.field = std::move(field);
    ref.prose = &prose;
  }
  void list(const std::string& owner, const std::string& field, std::vector<Prose>& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) add(owner, field + "." + std::to_string(i + 1), texts[i]);
  }
  void head(const std::string& owner, LibraryHead& head) {
    add(owner, "title", head.title);
    add(owner, "description", head.description);
    add(owner, "notice", head.notice);
    add(owner, "source", head.source);
  }
  template <typename Band>
  void bands(const std::string& owner, std::vector<Band>& bands) {
    for (Band& band : bands) {
      add(owner, band.id + ".name", band.name);
      add(owner, band.id + ".description", band.description);
    }
  }
};

void add_action(Collector& to, Action& action) {
  const std::string& id = action.id;
  to.add(id, "title", action.title);
  to.add(id, "what", action.what);
  to.add(id, "lead", action.lead);
  to.list(id, "partners", action.partners);
  to.add(id, "output", action.output);
  to.add(id, "indicator", action.indicator);
  to.add(id, "verification", action.verification);
  to.add(id, "mechanism", action.mechanism);
  to.add(id, "risk", action.risk);
  to.add(id, "mitigation", action.mitigation);
  for (std::size_t i = 0; i < kGem.size(); ++i) to.add(id, "gem." + std::string(kGem[i]), action.gem[i]);
}

void add_financing(Collector& to, FinancingModel& model) {
  const std::string& id = model.id;
  to.add(id, "title", model.title);
  to.add(id, "what", model.what);
  to.list(id, "fits_when", model.fits_when);
  to.list(id, "does_not_fit_when", model.does_not_fit_when);
  to.list(id, "risks", model.risks);
  to.list(id, "safeguards", model.safeguards);
  to.add(id, "recurrent", model.recurrent_text);
  to.add(id, "decided_by", model.decided_by);
  to.list(id, "first_steps", model.first_steps);
  to.list(id, "ask.lawyer", model.ask_lawyer);
  to.list(id, "ask.finance_ministry", model.ask_finance_ministry);
}

}  // namespace

std::vector<TextRef> texts_of(ActionLibrary& library) {
  Collector to;
  to.head("actions", library.head);
  to.bands("effort_bands", library.effort_bands);
  to.bands("cost_bands", library.cost_bands);
  for (Action& action : library.actions) add_action(to, action);
  for (FinancingModel& model : library.financing) add_financing(to, model);
  return std::move(to.refs);
}

std::vector<TextRef> texts_of(NoteLibrary& library) {
  Collector to;
  to.head("notes", library.head);
  for (Note& note : library.notes) {
    to.add(note.id, "what", note.what);
    to.add(note.id, "why", note.why);
    to.add(note.id, "good", note.good);
    to.list(note.id, "mistakes", note.mistakes);
    to.list(note.id, "discuss", note.discuss);
  }
  for (Resource& resource : library.resources) {
    to.add(resource.id, "title", resource.title);
    to.add(resource.id, "publisher", resource.publisher);
    to.add(resource.id, "what_for", resource.what_for);
    to.add(resource.id, "region", resource.region);
  }
  return std::move(to.refs);
}

}  // namespace sextant
