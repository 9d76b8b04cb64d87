#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/instrument/horizon.hpp"
#include "engine/instrument/model.hpp"
#include "engine/syntax/fields.hpp"

/// What the answers file says of the country's action plan: `plan`. Actions of the library are named by id
/// and not looked up here; `sextant::planning` does that.
namespace sextant {

/// Where money for an action comes from, in the plan's currency.
struct PlanSource {
  std::string model;  ///< a financing model of the library
  double capital = 0;
  double recurrent = 0;  ///< a year

  bool operator==(const PlanSource&) const = default;
};

/// The texts of an action that a country may word itself, by their keys in the file.
inline constexpr std::array<std::string_view, 11> kActionWords = {
    "title",  "what",         "partners",  "output", "indicator", "baseline",
    "target", "verification", "mechanism", "risk",   "mitigation"};

/// An action of the plan: when it is done, and what the country has said of it.
struct PlanEntry {
  std::string id;
  std::optional<Horizon> horizon;
  bool locked = false;   ///< the horizon is the country's, and stays
  bool removed = false;  ///< the country does not want it
  std::string owner;
  std::string start;  ///< ISO 8601 day, or empty
  std::string end;
  std::optional<double> effort;     ///< person-months
  std::optional<double> capital;    ///< in the plan's currency
  std::optional<double> recurrent;  ///< a year
  std::vector<PlanSource> sources;
  std::array<std::string, kActionWords.size()> words;  ///< parallel to kActionWords; empty: the library's
  std::string outcome;                                 ///< an outcome of the instrument, or empty
  std::string note;
  /// Of the country's own actions: what it works on. Without a node, the action is one of the library.
  std::optional<std::size_t> node;
  std::optional<std::size_t> from;  ///< a level of the node's scale
  std::optional<std::size_t> to;
  std::vector<std::size_t> questions;
  std::vector<std::string> after;  ///< ids of actions that come first
  Span at;

  bool own() const { return node.has_value(); }
  /// The country's wording of one of kActionWords; empty where it has none.
  const std::string& word(std::string_view key) const;
  /// Whether the country has said anything of it besides the horizon that was proposed.
  bool edited() const;
};

struct CountryPlan {
  std::string start;                                    ///< ISO 8601 day; empty: the round's date
  std::string currency;                                 ///< of all amounts
  std::array<std::optional<double>, kHorizons> effort;  ///< budget in person-months
  std::array<std::optional<double>, kHorizons> money;   ///< budget for capital cost
  int levels_in_short = 1;  ///< how many levels a component may climb in the short horizon
  std::vector<PlanEntry> entries;
  std::vector<std::pair<std::size_t, std::string>> none_needed;  ///< nodes without actions, and why
  Span at;

  /// Whether a schedule stands in it.
  bool scheduled() const;
  bool empty() const;
};

/// Whether they say the same; places in the file apart.
bool operator==(const PlanEntry& a, const PlanEntry& b);
bool operator==(const CountryPlan& a, const CountryPlan& b);

/// The plan as it is written in an answers file; without entries where nothing is said.
Tree plan_tree(const Instrument& instrument, const CountryPlan& plan);

/// Reads `plan`. Errors: dates, numbers and ids of the instrument that are none, an action named twice, an
/// own action without a title.
CountryPlan load_country_plan(Fields& top, const Instrument& instrument, Sink& sink);

}  // namespace sextant
