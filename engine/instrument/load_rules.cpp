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

void load_rules(Loader& loader, Fields& fields, Sink& sink, Node& node) {
  node.combine = static_cast<CombineRule>(fields.choice(
      "combine", {"weighted_mean", "sum", "minimum", "maximum", "geometric_mean", "harmonic_mean"}));
  node.missing = load_missing(fields, sink, node.missing);
  node.min_coverage = fields.number("min_coverage", 0, 1).value_or(node.min_coverage);
  if (const Tree* round = fields.get("round")) node.round = load_rounding(*round, sink);
  static_cast<void>(loader);
}

void load_findings(Loader& loader, Fields& top, Sink& sink) {
  for (const Tree& tree : top.list("findings")) {
    Fields fields(tree, sink);
    FindingRule rule;
    rule.id = fields.need_text("id");
    if (!rule.id.empty()) loader.claim(rule.id, fields.at("id"), sink);
    fields.need("type");
    rule.type = std::vector<std::string>{"lagging"}[fields.choice("type", {"lagging"})];
    rule.among = fields.text("among");
    if (rule.among.empty()) rule.among = "pillar";
    fields.need("more_than");
    rule.more_than = fields.number("more_than", 0, 1e9).value_or(0);
    rule.sentence = prose(fields.need_text("sentence"));
    rule.clears = prose(fields.text("clears"));
    fields.finish();
    loader.out.findings.push_back(std::move(rule));
  }
}

}  // namespace sextant::loading
