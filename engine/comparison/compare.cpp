#include "engine/comparison/compare.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "engine/text/utf8.hpp"

namespace sextant {

std::string_view name_of(CautionKind kind) {
  switch (kind) {
    case CautionKind::partial_coverage:
      return "partial_coverage";
    case CautionKind::different_versions:
      return "different_versions";
    case CautionKind::different_rounds:
      return "different_rounds";
    case CautionKind::provisional_levels:
      return "provisional_levels";
  }
  return "";
}

namespace {

/// The order of labels: as in the table.
bool alphabetical(const std::string& a, const std::string& b) {
  return std::make_pair(utf8::fold(a), a) < std::make_pair(utf8::fold(b), b);
}

void add_caution(Comparison& out, CautionKind kind, std::vector<std::string> units) {
  std::sort(units.begin(), units.end(), alphabetical);
  units.erase(std::unique(units.begin(), units.end()), units.end());
  if (!units.empty()) out.cautions.push_back({kind, std::move(units)});
}

}  // namespace

Comparison compare(const Instrument& instrument, std::vector<CompareInput> inputs,
                   std::string_view language) {
  Comparison out;
  out.columns = instrument.pillars();
  out.columns.push_back(0);
  std::vector<std::string> partial;
  std::vector<std::string> versions;
  std::vector<std::string> provisional;
  std::set<std::string> rounds;
  for (CompareInput& input : inputs) {
    std::string label = input.assessment.unit.label(language);
    ComparedUnit unit{std::move(input.assessment), std::move(label), std::move(input.scores)};
    const std::string& version = unit.assessment.instrument_version;
    if (!version.empty() && version != instrument.version) versions.push_back(unit.label);
    if (unit.scores.nodes[0].coverage.value_or(1) < 1 - 1e-9) partial.push_back(unit.label);
    const bool open = std::any_of(out.columns.begin(), out.columns.end(), [&](std::size_t node) {
      const NodeScore& score = unit.scores.nodes[node];
      return score.value && !score.settled;
    });
    if (open) provisional.push_back(unit.label);
    rounds.insert(unit.assessment.round.id);
    out.units.push_back(std::move(unit));
  }
  std::stable_sort(out.units.begin(), out.units.end(), [](const ComparedUnit& a, const ComparedUnit& b) {
    const auto key = [](const ComparedUnit& u) {
      return std::make_tuple(utf8::fold(u.label), u.assessment.unit.id, u.assessment.round.date,
                             u.assessment.round.id);
    };
    return key(a) < key(b);
  });
  add_caution(out, CautionKind::different_versions, std::move(versions));
  if (rounds.size() > 1) add_caution(out, CautionKind::different_rounds, {rounds.begin(), rounds.end()});
  add_caution(out, CautionKind::partial_coverage, std::move(partial));
  add_caution(out, CautionKind::provisional_levels, std::move(provisional));
  return out;
}

namespace {

/// Each of so many a word of capital letters of its own, all of one length: A, B ... or AA, AB ...
std::string letters(std::size_t number, std::size_t of) {
  std::string out;
  for (std::size_t room = 1; room < of || out.empty(); room *= 26, number /= 26)
    out.insert(out.begin(), static_cast<char>('A' + number % 26));
  return out;
}

}  // namespace

std::vector<CompareInput> anonymous(std::vector<CompareInput> inputs, std::string_view word) {
  std::map<std::string, std::string> least;  // of each unit, the fingerprint that comes first
  for (const CompareInput& input : inputs) {
    const auto [at, fresh] = least.emplace(input.assessment.unit.id, input.assessment.fingerprint);
    at->second = std::min(at->second, input.assessment.fingerprint);
  }
  std::vector<std::pair<std::string, std::string>> order;
  for (const auto& [id, fingerprint] : least) order.emplace_back(fingerprint, id);
  std::sort(order.begin(), order.end());
  std::map<std::string, std::string> called;
  for (std::size_t i = 0; i < order.size(); ++i) called[order[i].second] = letters(i, order.size());
  for (CompareInput& input : inputs) {
    const std::string name = called.at(input.assessment.unit.id);
    Unit unit;
    unit.id = name;
    unit.kind = input.assessment.unit.kind;
    unit.name = {{"", std::string(word) + " " + name}};
    input.assessment.unit = std::move(unit);
  }
  return inputs;
}

}  // namespace sextant
