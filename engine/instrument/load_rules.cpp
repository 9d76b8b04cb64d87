#include <algorithm>
#include <cmath>

#include "engine/instrument/loader.hpp"
#include "engine/text/number.hpp"

namespace sextant::loading {

namespace {

MissingAs load_missing_as(Fields& fields, std::string_view key, Sink& sink, MissingAs otherwise) {
  const Tree* tree = fields.get(key);
  if (tree == nullptr) return otherwise;
  if (tree->is_scalar() && tree->text == "excluded") return {};
  if (tree->is_scalar() && tree->text == "lowest") return {MissingAs::Kind::lowest, 0};
  const auto value = tree->is_scalar() ? parse_number(tree->text) : std::nullopt;
  if (value && std::fabs(*value) <= kLargestNumber) return {MissingAs::Kind::value, *value};
  sink.add(Code::not_one_of, tree->at, {{"value", shown(tree->text)}, {"choices", "excluded, lowest, 0"}},
           nearest(tree->text, {"excluded", "lowest"}));
  return otherwise;
}

}  // namespace

MissingPolicy load_missing(Fields& fields, Sink& sink, const MissingPolicy& otherwise) {
  const Tree* tree = fields.get("missing");
  if (tree == nullptr) return otherwise;
  Fields inner(*tree, sink);
  MissingPolicy out;
  out.dont_know = load_missing_as(inner, "dont_know", sink, otherwise.dont_know);
  out.unanswered = load_missing_as(inner, "unanswered", sink, otherwise.unanswered);
  inner.finish();
  return out;
}

std::optional<Rounding> load_rounding(const Tree& tree, Sink& sink) {
  Fields fields(tree, sink);
  Rounding out;
  fields.need("digits");
  out.digits = fields.whole("digits", 0, 12).value_or(0);
  out.mode =
      static_cast<RoundingMode>(fields.choice("mode", {"half_up", "half_even", "floor", "ceiling", "r"}));
  fields.finish();
  return out;
}

std::vector<Step> load_steps(Fields& fields, Sink& sink) {
  std::vector<Step> out;
  for (const Tree& tree : fields.list("steps")) {
    Fields inner(tree, sink);
    inner.need("from");
    inner.need("value");
    const Step step{inner.number("from").value_or(0), inner.number("value").value_or(0)};
    if (!out.empty() && step.from <= out.back().from) {
      sink.add(Code::steps_not_rising, tree.at, {{"from", shortest(step.from)}});
    }
    inner.finish();
    out.push_back(step);
  }
  return out;
}

std::optional<std::size_t> load_level_name(const Tree& tree, const Scale& scale, Sink& sink) {
  const std::string text = scalar_text(tree, sink);
  std::vector<std::string> known;
  for (std::size_t i = 0; i < scale.levels.size(); ++i) {
    if (text == scale.levels[i].id || text == scale.levels[i].number) return i;
    known.push_back(scale.levels[i].id);
  }
  if (tree.is_scalar())
    sink.add(Code::unknown_level, tree.at, {{"value", shown(text)}}, nearest(text, known));
  return std::nullopt;
}

namespace {

/// `{level: high, at_least: 2, at_most: 3, or_above: yes}`
LookupRow::Count load_count(const Tree& tree, const Scale& scale, Sink& sink) {
  Fields fields(tree, sink);
  LookupRow::Count out;
  if (const Tree* level = fields.need("level")) out.level = load_level_name(*level, scale, sink).value_or(0);
  out.or_above = fields.yes_no("or_above", false);
  out.least = fields.whole("at_least", 0, 1'000'000).value_or(0);
  out.most = fields.whole("at_most", 0, 1'000'000).value_or(1'000'000);
  fields.finish();
  return out;
}

LookupRow load_lookup_row(const Tree& tree, const Scale& scale, Sink& sink) {
  Fields fields(tree, sink);
  LookupRow out;
  for (const Tree& level : fields.list("of"))
    out.of.push_back(load_level_name(level, scale, sink).value_or(0));
  std::sort(out.of.begin(), out.of.end());
  for (const Tree& count : fields.list("counts")) out.counts.push_back(load_count(count, scale, sink));
  const Tree* is = fields.need("is");
  const auto number = is != nullptr && is->is_scalar() ? parse_number(is->text) : std::nullopt;
  if (is != nullptr && !number) {
    if (const auto level = load_level_name(*is, scale, sink)) out.value = scale.levels[*level].value;
  }
  out.value = number.value_or(out.value);
  fields.finish();
  return out;
}

Combine load_combine(Fields& fields, const Scale& scale, Sink& sink) {
  Combine out;
  const Tree* tree = fields.get("combine");
  if (tree == nullptr) return out;
  if (!tree->is_map()) {
    out.rule = static_cast<CombineRule>(fields.choice("combine", rule_names()));
    if (out.rule == CombineRule::lookup) sink.add(Code::missing_key, tree->at, {{"key", "table"}});
    return out;
  }
  Fields inner(*tree, sink);
  inner.need("rule");
  out.rule = static_cast<CombineRule>(inner.choice("rule", rule_names()));
  if (out.rule == CombineRule::weakest_link_plus) out.plus = inner.number("plus", 0, 1e9).value_or(out.plus);
  if (out.rule == CombineRule::lookup) {
    inner.need("table");
    for (const Tree& row : inner.list("table")) out.table.push_back(load_lookup_row(row, scale, sink));
  }
  inner.finish();
  return out;
}

}  // namespace

void load_rules(Loader& loader, Fields& fields, Sink& sink, Node& node) {
  node.combine = load_combine(fields, loader.out.scales[node.scale], sink);
  node.missing = load_missing(fields, sink, node.missing);
  node.min_coverage = fields.number("min_coverage", 0, 1).value_or(node.min_coverage);
  if (const Tree* tree = fields.get("transform")) {
    Fields inner(*tree, sink);
    node.transform = Affine{inner.number("factor").value_or(1), inner.number("offset").value_or(0)};
    inner.finish();
  }
  node.steps = load_steps(fields, sink);
  if (const Tree* round = fields.get("round")) node.round = load_rounding(*round, sink);
}

/// `{runs, seed, weights: 0.25, concentration, unknown: yes, off_by_one: [5 shares], rules: [...]}`
void load_robustness(Loader& loader, Fields& top, Sink& sink) {
  const Tree* tree = top.get("robustness");
  if (tree == nullptr) return;
  Fields fields(*tree, sink);
  RobustnessSettings& out = loader.out.robustness;
  out.runs = fields.whole("runs", 1, 100'000).value_or(out.runs);
  out.seed = static_cast<std::uint64_t>(fields.whole("seed", 0, 1'000'000'000).value_or(1));
  out.weights = fields.number("weights", 0, 1).value_or(out.weights);
  out.concentration = fields.number("concentration", 1e-3, 1e9);
  out.unknown = fields.yes_no("unknown", true);
  const std::vector<Tree>& shares = fields.list("off_by_one");
  if (fields.get("off_by_one") != nullptr && shares.size() != out.off_by_one.size()) {
    sink.add(Code::wrong_count, fields.at("off_by_one"),
             {{"found", std::to_string(shares.size())}, {"wanted", "5"}});
  }
  for (std::size_t i = 0; i < shares.size() && i < out.off_by_one.size(); ++i) {
    out.off_by_one[i] = scalar_number(shares[i], sink, 0, 1).value_or(0);
  }
  if (const Tree* rules = fields.get("rules")) {
    const std::vector<CombineRule> swappable = {CombineRule::geometric_mean, CombineRule::harmonic_mean,
                                                CombineRule::minimum, CombineRule::balanced};
    std::vector<std::string> names;
    std::string listed;
    for (const CombineRule rule : swappable) {
      names.emplace_back(name_of(rule));
      listed += (listed.empty() ? "" : ", ") + names.back();
    }
    const std::vector<Tree> alone = {*rules};
    for (const Tree& rule : rules->is_list() ? rules->items : alone) {
      const auto it = std::find(names.begin(), names.end(), scalar_text(rule, sink));
      if (it != names.end()) {
        out.rules.push_back(swappable[static_cast<std::size_t>(it - names.begin())]);
      } else {
        sink.add(Code::not_one_of, rule.at, {{"value", shown(rule.text)}, {"choices", listed}},
                 nearest(rule.text, names));
      }
    }
  }
  fields.finish();
}

namespace {

/// Each type of finding needs the number that it goes by.
void need_threshold(const FindingRule& rule, Fields& fields) {
  switch (rule.type) {
    case FindingType::lagging:
      if (fields.get("levels") == nullptr) fields.need("more_than");
      return;
    case FindingType::uneven:
    case FindingType::backbone:
    case FindingType::policy_practice:
    case FindingType::groups_apart:
      fields.need("more_than");
      return;
    case FindingType::claimed:
    case FindingType::dont_know:
    case FindingType::disagreement:
      fields.need("share");
      return;
    case FindingType::capped:
    case FindingType::fragile:
      return;
  }
}

}  // namespace

void load_findings(Loader& loader, Fields& top, Sink& sink) {
  for (const Tree& tree : top.list("findings")) {
    Fields fields(tree, sink);
    FindingRule rule;
    rule.id = fields.need_text("id");
    if (!rule.id.empty()) loader.claim(rule.id, fields.at("id"), sink);
    fields.need("type");
    rule.type = static_cast<FindingType>(
        fields.choice("type", {"lagging", "uneven", "backbone", "policy_practice", "capped", "claimed",
                               "dont_know", "fragile", "disagreement", "groups_apart"}));
    rule.among = fields.text("among");
    if (rule.among.empty()) rule.among = "pillar";
    rule.more_than = fields.number("more_than", 0, 1e9);
    rule.levels = fields.whole("levels", 1, 100);
    rule.share = fields.number("share", 0, 1);
    need_threshold(rule, fields);
    rule.sentence = prose(fields.need_text("sentence"));
    rule.clears = prose(fields.text("clears"));
    fields.finish();
    loader.out.findings.push_back(std::move(rule));
  }
}

}  // namespace sextant::loading
