#include <algorithm>

#include "engine/library/loader.hpp"
#include "engine/library/texts.hpp"

namespace sextant {

namespace library_loading {

namespace {

/// The ids that actions may name, in the order of what they stand for.
struct Names {
  std::vector<std::string> questions, pillars, outcomes, efforts, costs, financing;
  std::vector<std::size_t> pillar_nodes;
};

/// The keys that bands of both kinds have. An id is unique within its list.
template <typename Band>
void load_band(Fields& fields, std::vector<Band>& bands, Band& band, Sink& sink) {
  band.id = fields.need_text("id");
  if (!band.id.empty()) check_id(band.id, fields.at("id"), sink);
  const auto same = [&](const Band& one) { return one.id == band.id; };
  if (std::any_of(bands.begin(), bands.end(), same)) {
    sink.add(Code::duplicate_id, fields.at("id"), {{"id", band.id}, {"where", sink.source().name()}});
  }
  band.name = need_prose(fields, "name");
  band.description = loading::prose(fields.text("description"));
  band.up_to = fields.number("up_to", 0, kLargestNumber);
  if (bands.empty()) return;
  // Bands rise, and only the last may be open.
  const std::optional<double>& below = bands.back().up_to;
  if (!below || (band.up_to && *band.up_to <= *below)) {
    sink.add(Code::bands_of_library, fields.at("up_to"), {{"id", band.id}});
  }
}

void load_bands(ActionLibrary& library, Fields& top, Sink& sink) {
  top.need("effort_bands");
  for (const Tree& tree : top.list("effort_bands")) {
    Fields fields(tree, sink);
    if (!fields.is_map()) continue;
    EffortBand band;
    load_band(fields, library.effort_bands, band, sink);
    fields.need("value");
    band.value = fields.number("value", 0, kLargestNumber).value_or(0);
    if (!library.effort_bands.empty() && band.value <= library.effort_bands.back().value) {
      sink.add(Code::bands_of_library, fields.at("value"), {{"id", band.id}});
    }
    fields.finish();
    library.effort_bands.push_back(std::move(band));
  }
  top.need("cost_bands");
  for (const Tree& tree : top.list("cost_bands")) {
    Fields fields(tree, sink);
    if (!fields.is_map()) continue;
    CostBand band;
    load_band(fields, library.cost_bands, band, sink);
    fields.finish();
    library.cost_bands.push_back(std::move(band));
  }
}

void load_covers(Fields& fields, FinancingModel& out, Sink& sink) {
  for (const std::size_t one : find_ids(fields, "covers", {"capital", "recurrent"}, sink, true)) {
    (one == 0 ? out.capital : out.recurrent) = true;
  }
}

void load_financing(Shelf& shelf, ActionLibrary& library, const Entry& entry) {
  read_entry(shelf, entry, [&](Fields& fields, Sink& sink) {
    FinancingModel out;
    out.at = entry.tree.at;
    out.file = entry.source->name();
    out.id = fields.need_text("id");
    if (!out.id.empty()) shelf.claim(out.id, fields.at("id"), sink);
    out.kind = static_cast<FinancingKind>(need_choice(fields, "kind", {"money", "arrangement"}));
    load_covers(fields, out, sink);
    out.title = need_prose(fields, "title");
    out.what = need_prose(fields, "what");
    out.recurrent_text = need_prose(fields, "recurrent");
    out.decided_by = need_prose(fields, "decided_by");
    out.fits_when = need_list(fields, "fits_when", sink);
    out.does_not_fit_when = need_list(fields, "does_not_fit_when", sink);
    out.risks = need_list(fields, "risks", sink);
    out.safeguards = need_list(fields, "safeguards", sink);
    out.first_steps = need_list(fields, "first_steps", sink);
    if (const Tree* ask = fields.need("ask")) {
      Fields inner(*ask, sink);
      out.ask_lawyer = need_list(inner, "lawyer", sink);
      out.ask_finance_ministry = need_list(inner, "finance_ministry", sink);
      inner.finish();
    }
    library.financing.push_back(std::move(out));
  });
}

/// `{node, level}`: the level by id or number, on the scale of that node.
std::optional<Need> load_need(const Shelf& shelf, const Tree& tree, Sink& sink) {
  Fields fields(tree, sink);
  if (!fields.is_map()) return std::nullopt;
  const Tree* node = fields.need("node");
  const Tree* level = fields.need("level");
  fields.finish();
  const auto index = node == nullptr ? std::nullopt : find_id(*node, shelf.nodes, sink);
  if (!index || level == nullptr) return std::nullopt;
  const Scale& scale = shelf.instrument.scales[shelf.instrument.nodes[*index].scale];
  const auto at = loading::load_level_name(*level, scale, sink);
  return at ? std::optional(Need{*index, *at}) : std::nullopt;
}

/// Node, levels and needs. False where the action cannot be placed.
bool load_step(const Shelf& shelf, Fields& fields, Action& out, Sink& sink) {
  const Tree* node = fields.need("node");
  const Tree* from = fields.need("from");
  const Tree* to = fields.need("to");
  for (const Tree& tree : fields.list("needs")) {
    if (const auto need = load_need(shelf, tree, sink)) out.needs.push_back(*need);
  }
  const auto index = node == nullptr ? std::nullopt : find_id(*node, shelf.nodes, sink);
  if (!index || from == nullptr || to == nullptr) return false;
  const Scale& scale = shelf.instrument.scales[shelf.instrument.nodes[*index].scale];
  const auto low = loading::load_level_name(*from, scale, sink);
  const auto high = loading::load_level_name(*to, scale, sink);
  if (!low || !high) return false;
  if (*high != *low + 1) {
    sink.add(Code::levels_not_adjacent, to->at,
             {{"id", out.id}, {"from", scale.levels[*low].id}, {"to", scale.levels[*high].id}});
    return false;
  }
  out.node = *index;
  out.from = *low;
  out.to = *high;
  return true;
}

void load_texts(Fields& fields, Action& out, Sink& sink) {
  out.title = need_prose(fields, "title");
  out.what = need_prose(fields, "what");
  out.lead = need_prose(fields, "lead");
  out.partners = need_list(fields, "partners", sink);
  out.output = need_prose(fields, "output");
  out.indicator = need_prose(fields, "indicator");
  out.verification = need_prose(fields, "verification");
  out.mechanism = need_prose(fields, "mechanism");
  out.risk = need_prose(fields, "risk");
  out.mitigation = need_prose(fields, "mitigation");
  if (const Tree* gem = fields.need("gem")) {
    Fields inner(*gem, sink);
    for (std::size_t i = 0; i < kGem.size(); ++i) out.gem[i] = need_prose(inner, kGem[i]);
    inner.finish();
  }
}

void load_action(Shelf& shelf, ActionLibrary& library, const Names& names, const Entry& entry) {
  read_entry(shelf, entry, [&](Fields& fields, Sink& sink) {
    Action out;
    out.at = entry.tree.at;
    out.file = entry.source->name();
    out.id = fields.need_text("id");
    if (!out.id.empty()) shelf.claim(out.id, fields.at("id"), sink);
    const bool placed = load_step(shelf, fields, out, sink);
    out.questions = find_ids(fields, "questions", names.questions, sink);
    out.financing = find_ids(fields, "financing", names.financing, sink);
    for (const std::size_t one : find_ids(fields, "pillars", names.pillars, sink, true)) {
      out.pillars.push_back(names.pillar_nodes[one]);
    }
    out.horizon = static_cast<Horizon>(need_choice(fields, "horizon", {"short", "medium", "long"}));
    out.effort = need_choice(fields, "effort", names.efforts);
    out.capital = need_choice(fields, "capital", names.costs);
    out.recurrent = need_choice(fields, "recurrent", names.costs);
    const Tree* outcome = names.outcomes.empty() ? fields.get("outcome") : fields.need("outcome");
    if (outcome != nullptr) out.outcome = find_id(*outcome, names.outcomes, sink, true);
    load_texts(fields, out, sink);
    if (placed) library.actions.push_back(std::move(out));
  });
}

Names names_of(const Instrument& instrument, const ActionLibrary& library) {
  Names out;
  for (const Question& one : instrument.questions) out.questions.push_back(one.id);
  out.pillar_nodes = instrument.pillars();
  for (const std::size_t one : out.pillar_nodes) out.pillars.push_back(instrument.nodes[one].id);
  for (const Outcome& one : instrument.outcomes) out.outcomes.push_back(one.id);
  for (const EffortBand& one : library.effort_bands) out.efforts.push_back(one.id);
  for (const CostBand& one : library.cost_bands) out.costs.push_back(one.id);
  for (const FinancingModel& one : library.financing) out.financing.push_back(one.id);
  return out;
}

}  // namespace

}  // namespace library_loading

Checked<ActionLibrary> load_actions(const Source& main, const ReadBeside& beside,
                                    const Instrument& instrument, const LoadOptions& options) {
  using namespace library_loading;
  ActionLibrary out;
  Shelf shelf(instrument, main, out.head);
  shelf.beside = &beside;
  shelf.options = options;
  Span actions_at;
  const auto load = [&](Fields& top, Sink& sink) {
    load_bands(out, top, sink);
    const std::vector<Entry> financing = load_list(shelf, top, "financing", sink);
    const std::vector<Entry> actions = load_list(shelf, top, "actions", sink);
    for (const Entry& entry : financing) load_financing(shelf, out, entry);
    const Names names = names_of(instrument, out);
    for (const Entry& entry : actions) load_action(shelf, out, names, entry);
    actions_at = top.at("actions");
    check_needs(shelf, out);
  };
  if (!load_library(shelf, "actions/1", load, [&] { return texts_of(out); })) {
    return {std::nullopt, std::move(shelf.diagnostics)};
  }
  for (std::size_t i = 0; i < out.actions.size(); ++i) out.action_index.emplace(out.actions[i].id, i);
  std::vector<Titled> titles;
  for (const Action& one : out.actions) titles.push_back({one.id, one.title, one.file, one.at});
  check_titles(shelf, titles);
  titles.clear();
  for (const FinancingModel& one : out.financing) titles.push_back({one.id, one.title, one.file, one.at});
  check_titles(shelf, titles);
  check_reach(shelf, out, actions_at);
  sort_diagnostics(shelf.diagnostics);
  return {std::move(out), std::move(shelf.diagnostics)};
}

}  // namespace sextant
