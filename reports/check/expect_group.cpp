#include "reports/check/expect_group.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "engine/text/digest.hpp"
#include "reports/document/phrases.hpp"

namespace sextant::check {

namespace {

using Kind = Expected::Kind;
using Result = std::optional<Expected>;

Result words(std::string text) {
  return Expected{Kind::words, {std::move(text)}, {}, nullptr};
}

std::optional<std::size_t> whole(std::string_view text) {
  std::size_t out = 0;
  const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && at == text.data() + text.size() ? std::optional(out) : std::nullopt;
}

}  // namespace

GroupExpectations::GroupExpectations(const document::GroupInput& input) : in_(input) {
  units_.reserve(input.comparison.units.size());
  for (const ComparedUnit& unit : input.comparison.units) {
    units_.push_back(
        {input.instrument, unit.assessment, unit.scores, none_, input.language, input.engine_version});
  }
}

std::string GroupExpectations::name(std::size_t unit) const {
  const auto& units = in_.comparison.units;
  const std::string label = units[unit].assessment.unit.label(in_.language);
  const auto same = std::count_if(units.begin(), units.end(), [&](const ComparedUnit& other) {
    return other.assessment.unit.label(in_.language) == label;
  });
  const std::string& round = units[unit].assessment.round.id;
  return same > 1 && !round.empty() ? label + " (" + round + ")" : label;
}

std::string GroupExpectations::names(const std::vector<std::size_t>& units) const {
  if (units.empty()) return document::dash();
  std::vector<std::string> out;
  for (const std::size_t unit : units) out.push_back(name(unit));
  return document::listed(out, lang_of(in_.language));
}

Result GroupExpectations::of_group(std::string_view aspect) const {
  const auto& units = in_.comparison.units;
  if (aspect == "count") return count(units.size());
  if (aspect == "fingerprint") {
    std::string all;
    for (const ComparedUnit& unit : units) all += unit.assessment.fingerprint + "\n";
    return words(sha256(all).substr(0, 16));
  }
  std::set<std::string> named;
  std::vector<std::string> list;
  for (std::size_t u = 0; u < units.size(); ++u) {
    const Assessment& one = units[u].assessment;
    const std::string text = aspect == "rounds" ? one.round.id : one.unit.label(in_.language);
    if (!text.empty() && named.insert(text).second) list.push_back(text);
  }
  if (aspect == "rounds") std::sort(list.begin(), list.end());
  if (aspect != "rounds" && aspect != "names") return std::nullopt;
  return words(document::listed(list, lang_of(in_.language)));
}

Result GroupExpectations::of_node(std::size_t node, std::string_view aspect) const {
  const Scale& scale = in_.instrument.scales[in_.instrument.nodes[node].scale];
  const double top = static_cast<double>(scale.levels.size()) - 1;
  std::map<std::size_t, std::size_t> at;  // level, and how many stand there
  std::map<std::string_view, std::vector<std::size_t>> lists;
  std::size_t scored = 0;
  for (std::size_t u = 0; u < in_.comparison.units.size(); ++u) {
    const ComparedUnit& unit = in_.comparison.units[u];
    for (const Priority& one : unit.assessment.priorities) {
      auto& chosen = lists["chosen"];
      const bool within = in_.instrument.below(node, in_.instrument.node_index.at(one.node));
      if (within && (chosen.empty() || chosen.back() != u)) chosen.push_back(u);
    }
    const NodeScore& score = unit.scores.nodes[node];
    if (!score.level) continue;
    ++scored;
    ++at[*score.level];
    if (static_cast<double>(*score.level) <= top / 2) {
      lists["low"].push_back(u);
    } else if (score.settled) {
      lists["high"].push_back(u);
    }
  }
  for (const char* const list : {"low", "high", "chosen"}) {
    const auto rest = behind(aspect, list);
    if (rest && rest->empty()) return words(names(lists[list]));
    if (rest && *rest == ".count") return count(lists[list].size());
  }
  if (aspect == "scored") return count(scored);
  if (at.empty()) return std::nullopt;
  const auto named = [&](std::size_t level) {
    return words(scale.levels[level].number + " " +
                 scale.levels[level].name(in_.instrument.language(in_.language)));
  };
  if (aspect == "level.low") return named(at.begin()->first);
  if (aspect == "level.high") return named(at.rbegin()->first);
  const auto common = std::max_element(at.begin(), at.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
  if (aspect == "common") return named(common->first);
  if (aspect == "common.count") return count(common->second);
  return std::nullopt;
}

Result GroupExpectations::expected(std::string_view source) const {
  const std::string_view subject = subject_of(source);
  const std::string_view aspect = aspect_of(source);
  if (subject == "@group") return of_group(aspect);
  if (const auto id = behind(subject, "@group:")) {
    const auto node = in_.instrument.node_index.find(std::string(*id));
    return node == in_.instrument.node_index.end() ? std::nullopt : of_node(node->second, aspect);
  }
  if (const Result out = of_plan(subject, aspect)) return out;
  if (const auto number = behind(subject, "@caution:")) {
    const auto at = whole(*number);
    if (!at || *at >= in_.comparison.cautions.size() || aspect != "units") return std::nullopt;
    return words(document::listed(in_.comparison.cautions[*at].units, lang_of(in_.language)));
  }
  if (const auto rest = behind(subject, "@unit:")) {
    const std::size_t colon = rest->find(':');
    const auto unit = whole(rest->substr(0, colon));
    if (!unit || *unit >= units_.size()) return std::nullopt;
    if (colon == std::string_view::npos)
      return aspect == "name" ? words(name(*unit)) : of_member(*unit, aspect);
    const std::string own = std::string(rest->substr(colon + 1)) + "/" + std::string(aspect);
    return own[0] == '@' ? std::nullopt : check::expected(units_[*unit], own);
  }
  // Of the questionnaire; what is of one unit's answers alone cannot stand here unnamed.
  const bool shared = subject.substr(0, 7) == "@scale:" || subject == "@instrument" || subject == "@phrase" ||
                      source == "@report/engine";
  const bool title = aspect == "title" || aspect == "about" || aspect == "label" || aspect == "text";
  if (units_.empty() || !(shared || (title && subject.substr(0, 1) != "@"))) return std::nullopt;
  return check::expected(units_.front(), source);
}

}  // namespace sextant::check
