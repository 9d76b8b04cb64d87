#include "engine/diagnosis/findings.hpp"

#include "engine/text/number.hpp"

namespace sextant {

namespace {

void find_lagging(const Instrument& instrument, const Scores& scores, std::size_t rule_index,
                  std::vector<Finding>& out) {
  const FindingRule& rule = instrument.findings[rule_index];
  const std::vector<std::size_t> nodes = instrument.of_kind(rule.among);
  for (const std::size_t node : nodes) {
    const NodeScore& own = scores.nodes[node];
    double sum = 0;
    int count = 0;
    for (const std::size_t other : nodes) {
      if (other == node || !scores.nodes[other].value) continue;
      sum += *scores.nodes[other].value;
      ++count;
    }
    if (!own.value || count < 2) continue;
    const double others = sum / count;
    const double gap = others - *own.value;
    if (gap > rule.more_than + 1e-9)
      out.push_back({rule_index, node, *own.value, others, gap, others - rule.more_than});
  }
}

/// The gap, with enough decimals not to print as the bound that it passes.
std::string gap_text(double gap, double more_than, const Scale& scale, Lang lang) {
  int digits = display_digits(scale);
  while (digits < kMostDigits && *parse_number(fixed(gap, digits)) <= more_than) ++digits;
  return fixed(gap, digits, lang);
}

/// The value that clears it, rounded up: what is printed is enough.
std::string needed_text(double needed, const Scale& scale, Lang lang) {
  return display(round_to(needed, {display_digits(scale), RoundingMode::ceiling}), scale, lang);
}

Args numbers(const Instrument& instrument, const Finding& finding, std::size_t language, Lang lang) {
  const Node& node = instrument.nodes[finding.node];
  const Scale& scale = instrument.scales[node.scale];
  return {{"node", node.title(language)},
          {"value", display(finding.value, scale, lang)},
          {"others", display(finding.others, scale, lang)},
          {"gap", gap_text(finding.gap, instrument.findings[finding.rule].more_than, scale, lang)},
          {"needed", needed_text(finding.needed, scale, lang)}};
}

}  // namespace

std::vector<Finding> diagnose(const Instrument& instrument, const Scores& scores) {
  std::vector<Finding> out;
  for (std::size_t rule = 0; rule < instrument.findings.size(); ++rule)
    find_lagging(instrument, scores, rule, out);
  return out;
}

std::string sentence(const Instrument& instrument, const Finding& finding, std::size_t language, Lang lang) {
  return fill(instrument.findings[finding.rule].sentence(language),
              numbers(instrument, finding, language, lang));
}

std::string remedy(const Instrument& instrument, const Finding& finding, std::size_t language, Lang lang) {
  return fill(instrument.findings[finding.rule].clears(language),
              numbers(instrument, finding, language, lang));
}

}  // namespace sextant
