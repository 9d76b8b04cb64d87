#include "reports/document/group_view.hpp"

#include <algorithm>

#include "engine/text/digest.hpp"

namespace sextant::document {

namespace {

std::vector<ReportInput> inputs_of(const GroupInput& given, const std::vector<Finding>& none) {
  std::vector<ReportInput> out;
  out.reserve(given.comparison.units.size());
  for (const ComparedUnit& unit : given.comparison.units) {
    out.push_back(
        {given.instrument, unit.assessment, unit.scores, none, given.language, given.engine_version});
  }
  return out;
}

std::vector<View> views_of(const std::vector<ReportInput>& inputs) {
  std::vector<View> out;
  out.reserve(inputs.size());
  for (const ReportInput& input : inputs) {
    out.emplace_back(input);
    out.back().of_unit = "@unit:" + std::to_string(out.size() - 1) + ":";
  }
  return out;
}

}  // namespace

GroupView::GroupView(const GroupInput& given)
    : input(given),
      instrument(given.instrument),
      ground(common_ground(given.instrument, given.comparison)),
      inputs_(inputs_of(given, none_)),
      units(views_of(inputs_)),
      shared(inputs_.front()),
      columns(given.instrument.pillars()) {
  if (columns.empty()) columns.push_back(0);
}

Words GroupView::name(std::size_t unit) const {
  const auto& all = input.comparison.units;
  const auto same = std::count_if(all.begin(), all.end(),
                                  [&](const ComparedUnit& one) { return one.label == all[unit].label; });
  const std::string& round = all[unit].assessment.round.id;
  const bool repeated = same > 1 && !round.empty();
  return shared.own(repeated ? all[unit].label + " (" + round + ")" : all[unit].label,
                    "@unit:" + std::to_string(unit) + "/name");
}

Words GroupView::unit_word() const {
  const auto& all = input.comparison.units;
  const bool countries = std::all_of(all.begin(), all.end(), [](const ComparedUnit& one) {
    return one.assessment.unit.kind.empty() || one.assessment.unit.kind == "country";
  });
  return say(countries ? Phrase::group_country : Phrase::unit);
}

std::string GroupView::of_group(const Instrument& instrument, std::size_t node, std::string_view aspect) {
  return "@group:" + instrument.nodes[node].id + "/" + std::string(aspect);
}

Words GroupView::names(std::size_t node, std::string_view aspect, const std::vector<std::size_t>& of) const {
  std::vector<std::string> words;
  for (const std::size_t unit : of) words.push_back(name(unit).str());
  return {words.empty() ? dash() : listed(words, shared.lang), of_group(instrument, node, aspect)};
}

Words GroupView::number(std::size_t node, std::string_view aspect, std::size_t value) const {
  return {std::to_string(value), of_group(instrument, node, aspect)};
}

Cell GroupView::cell(std::size_t unit, std::size_t node) const {
  const View& view = units[unit];
  const NodeScore& score = view.score(node);
  if (!score.value) return {plain(view.value(node))};
  Cell out{bold(view.value(node)), view.fill(node)};
  if (score.level) out.text.push_back({Words(" (") + view.level_number(node) + (score.settled ? ")" : ")*")});
  return out;
}

std::string group_fingerprint(const Comparison& comparison) {
  std::string all;
  for (const ComparedUnit& unit : comparison.units) all += unit.assessment.fingerprint + "\n";
  return sha256(all).substr(0, 16);
}

}  // namespace sextant::document
