#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "engine/diagnostics/source.hpp"
#include "engine/text/fill.hpp"

/// An instrument as a value: what a questionnaire asks and how answers become levels. Plain data; made by
/// `load_instrument`, which is the only place that checks it.
namespace sextant {

/// A text in every language of the instrument; index 0 is the source language. Empty: not translated.
struct Prose {
  std::vector<std::string> in = {""};

  bool empty() const { return in.front().empty(); }
  const std::string& source() const { return in.front(); }
  /// The text in a language of the instrument, by index; the source where it is not translated.
  const std::string& operator()(std::size_t language) const {
    return language < in.size() && !in[language].empty() ? in[language] : in.front();
  }
};

/// The index of the language that serves a tag best: "fr-SN" is served by "fr"; otherwise the first, which is
/// the source language.
std::size_t best_language(const std::vector<std::string>& languages, std::string_view tag);

enum class RoundingMode { half_up, half_even, floor, ceiling, r };

/// How a stored value is rounded, because some publishers pass rounded values on.
struct Rounding {
  int digits = 0;
  RoundingMode mode = RoundingMode::half_up;
};

struct Level {
  std::string id;
  std::string number;  ///< what is printed: "1", "A"
  double value = 0;    ///< what a question answered at this level is worth
  double from = 0;     ///< inclusive lower bound of the band on a node's value
  Prose name;
  Prose description;
};

/// Levels from the lowest to the highest. A node's level is the last one whose bound the value reaches.
struct Scale {
  std::string id;
  double min = 0;  ///< the lowest value a node may take
  double max = 0;  ///< the highest
  std::vector<Level> levels;
  std::optional<Rounding> decide_on;  ///< decide levels on the rounded value
  Span at;
  std::string file;
};

enum class QuestionType { level, choice, checklist, yes_no, number, percent, grid, text };

/// A possible answer of a choice, or a part of a checklist, or a cell of a grid.
struct Option {
  std::string id;
  Prose text;
  double value = 0;
};

/// Linear (or logarithmic) map of a number to 0..1.
struct Goalposts {
  double low = 0;
  double high = 1;
  bool log = false;
  bool clamp = true;
};

/// A value from `from` upwards becomes `value`.
struct Step {
  double from = 0;
  double value = 0;
};

enum class Count { sum, share, steps };
enum class Facet { none, policy, practice };

/// What a missing answer does to a score.
struct MissingAs {
  enum class Kind { excluded, lowest, value };
  Kind kind = Kind::excluded;
  double value = 0;
};

struct MissingPolicy {
  MissingAs dont_know;
  MissingAs unanswered;
};

enum class CombineRule {
  weighted_mean,
  sum,
  minimum,
  maximum,
  geometric_mean,
  harmonic_mean,
  weakest_link_plus,  ///< the minimum, raised by `plus` if any other is higher
  lookup,             ///< a table on the multiset of the children's levels
  balanced,           ///< mean minus variance over mean on the scale of the adjusted Mazziotta-Pareto index
  staged,             ///< the highest level whose gates, and those below it, are passed
};

/// One row of a lookup table: fits when every condition on the children's levels holds.
struct LookupRow {
  std::vector<std::size_t> of;  ///< the exact multiset of levels, sorted; empty: only the counts matter
  struct Count {
    std::size_t level = 0;
    bool or_above = false;  ///< counts this level and those above
    int least = 0;
    int most = 1'000'000;
  };
  std::vector<Count> counts;
  double value = 0;
};

struct Combine {
  CombineRule rule = CombineRule::weighted_mean;
  double plus = 0.5;             ///< of weakest_link_plus
  std::vector<LookupRow> table;  ///< tried in order
};

/// value * factor + offset
struct Affine {
  double factor = 1;
  double offset = 0;
};

/// Something that answers can fulfil: for `ask_if`.
struct Condition {
  enum class Kind { all, any, none, is, at_least, at_most, answered };
  Kind kind = Kind::all;
  std::vector<Condition> parts;      ///< of all, any and none
  std::size_t question = 0;          ///< of the others
  std::vector<std::size_t> options;  ///< of `is`: levels or options, by index
  double value = 0;                  ///< of at_least and at_most: a score
};

/// A part of what a gate asks: this share of the listed questions at this score or above.
struct GateNeed {
  std::vector<std::size_t> questions;
  double share = 1;
  double score = 0;
};

/// What a level needs besides its value.
struct Gate {
  std::size_t level = 0;
  std::vector<GateNeed> needs;
  Prose because;
};

/// No evidence of this grade or better below the node: its level is at most `at`.
struct EvidenceCap {
  int below_grade = 2;
  std::size_t at = 0;
};

/// While one node stands at a level or below, another cannot stand above its own.
struct Cap {
  std::string id;
  std::size_t node = 0;
  std::size_t at = 0;
  std::size_t while_node = 0;
  std::size_t while_level = 0;  ///< the cap holds while that node's level is this one or lower
  Prose because;
};

/// What a node leans on: while those lag, progress here has no ground.
struct Prerequisite {
  std::string id;  ///< may be empty: then its reason is not translated
  std::size_t node = 0;
  std::vector<std::size_t> needs;
  Prose because;
};

/// What the unscored introduction asks for.
struct Prompt {
  Prose title;
  Prose prompt;
  Prose help;
};

/// The unscored introduction: why a country uses digital technology in education.
struct VisionGuide {
  Prose title;
  Prose about;
  Prompt purpose;
  Prompt priorities;
  Prompt outcomes;
  Prompt principles;
};

/// An education outcome that a country may aim at.
struct Outcome {
  std::string id;
  Prose title;
  Prose about;
};

/// What became of a question of an earlier version: the ids that stand in its place; none where it was
/// dropped.
struct Change {
  std::string was;
  std::vector<std::string> now;
};

/// What the robustness analysis draws anew in each run; the instrument's `robustness`.
struct RobustnessSettings {
  int runs = 1000;
  std::uint64_t seed = 1;
  double weights = 0.25;                ///< each weight times an even draw from 1 - this to 1 + this
  std::optional<double> concentration;  ///< or weights from a Dirichlet distribution with this concentration
  bool unknown = true;  ///< draw don't-knows and unanswered questions evenly from their answers
  /// Probability that a chosen level is one off, by the best grade of its evidence, 0 to 4.
  std::array<double, 5> off_by_one = {0.2, 0.15, 0.1, 0.05, 0.02};
  std::vector<CombineRule> rules;  ///< what weighted means may be swapped for
};

/// A group of respondents whose views can be kept apart: ministries, teachers' organisations.
struct RespondentGroup {
  std::string id;
  Prose title;
};

/// A named subset of the questions.
struct Edition {
  std::string id;
  Prose title;
  Prose about;
  std::vector<bool> asked;  ///< parallel to the questions
};

struct Question {
  std::string id;
  QuestionType type = QuestionType::level;
  std::size_t node = 0;   ///< the node it stands under
  std::size_t scale = 0;  ///< the scale whose levels it uses
  double weight = 1;
  bool not_applicable = false;
  Facet facet = Facet::none;
  std::vector<std::string> tags;
  Prose title;
  Prose text;
  Prose help;
  Prose evidence;
  Prose unit;
  std::vector<Prose> quality;
  std::vector<Prose> descriptors;  ///< one a level of the scale, for type level
  std::vector<Option> options;     ///< choice options or checklist parts; grid cells
  Count count = Count::share;
  std::optional<double> least;  ///< smallest number that may be answered
  std::optional<double> most;
  std::optional<Goalposts> goalposts;
  std::vector<Step> steps;
  double lowest = 0;   ///< the smallest score an answer can give; -infinity where numbers are not bounded
  double highest = 0;  ///< the largest
  std::optional<Condition> ask_if;
  Span at;
  std::string file;
};

/// What tables and lists call a question: its title, or its text where it has none.
inline const Prose& label(const Question& question) {
  return question.title.empty() ? question.text : question.title;
}

/// A child of a node: another node or a question, with its weight there.
struct Child {
  bool is_question = false;
  std::size_t index = 0;
  double weight = 1;
};

struct Node {
  std::string id;
  std::string kind;
  Prose title;
  Prose about;
  std::size_t parent = 0;  ///< the root is its own parent
  int depth = 0;           ///< 0 for the root
  bool is_index = false;   ///< stands beside the tree, over members chosen across it
  bool transversal = false;
  double weight = 1;
  std::size_t scale = 0;
  std::vector<std::string> tags;
  std::vector<Child> children;
  Combine combine;
  MissingPolicy missing;
  double min_coverage = 0;
  std::optional<Affine> transform;
  std::vector<Step> steps;
  std::optional<Rounding> round;
  std::vector<Gate> gates;
  std::optional<EvidenceCap> evidence_cap;
  Span at;
  std::string file;
};

enum class FindingType {
  lagging,          ///< far below the mean of its peers, or levels below the best
  uneven,           ///< its components lie far apart
  backbone,         ///< runs ahead of a transversal node that it leans on
  policy_practice,  ///< policy and practice lie far apart
  capped,           ///< a gate, cap or evidence rule holds its level down
  claimed,          ///< a level above the lowest with little evidence
  dont_know,        ///< many don't-knows
  fragile,          ///< one answer changes its level
  disagreement,     ///< respondents differ on many of its questions, and nothing is decided
  groups_apart,     ///< groups of respondents see it differently
};

/// A declared rule for findings about the nodes of one kind.
struct FindingRule {
  std::string id;
  FindingType type = FindingType::lagging;
  std::string among;                ///< node kind
  std::optional<double> more_than;  ///< in points of the scale
  std::optional<int> levels;        ///< of lagging: this many levels below the best
  std::optional<double> share;      ///< of claimed, dont_know and disagreement, 0 to 1
  Prose sentence;                   ///< with {node} and the rule's numbers
  Prose clears;                     ///< what would clear it
};

/// "lagging" and so on, as in the files.
std::string_view name_of(FindingType type);

/// A word with a fixed meaning, and what counts as the same word.
struct Term {
  std::string id;
  Prose term;
  Prose forms;  ///< plurals and other forms, one a line; each language has its own
  Prose meaning;
  bool exact_case = false;  ///< capitals matter: "Established" is a level, "established" a verb
};

struct KindName {
  Prose one;
  Prose many;
};

struct Instrument {
  std::string id;
  std::string version;
  std::vector<std::string> languages;  ///< index 0 is the source language
  std::vector<bool> loaded;            ///< which of them were read
  Prose title;
  Prose short_title;
  Prose description;
  Prose notice;
  Prose source;
  std::string licence;
  std::map<std::string, KindName> kinds;
  std::vector<Scale> scales;
  std::vector<Node> nodes;  ///< [0] is the root; parents before children; indices last
  std::vector<Question> questions;
  std::vector<Edition> editions;
  std::vector<Cap> caps;
  std::vector<Prerequisite> prerequisites;
  std::vector<FindingRule> findings;
  VisionGuide vision;
  std::vector<Outcome> outcomes;
  std::vector<RespondentGroup> respondent_groups;
  std::vector<Change> changes;
  RobustnessSettings robustness;
  std::optional<double> least_consensus;  ///< respondents who agree less, on 0..1, are in dispute
  std::vector<Term> glossary;
  std::string
      fingerprint;  ///< SHA-256 over its files, translations apart: the same whatever languages are read

  /// Index by id.
  std::unordered_map<std::string, std::size_t> node_index;
  std::unordered_map<std::string, std::size_t> question_index;

  /// As `best_language`.
  std::size_t language(std::string_view tag) const { return best_language(languages, tag); }
  /// Whether a node is `ancestor` or stands below it. What belongs to an index does not stand below the root.
  bool below(std::size_t node, std::size_t ancestor) const;
  /// The nodes of a kind, in order.
  std::vector<std::size_t> of_kind(std::string_view kind) const;
  /// What is learned about and acted on: the nodes of the tree, the root apart, that hold questions
  /// themselves, in order.
  std::vector<std::size_t> components() const;
  /// The pillars: nodes of kind `pillar`, or, where there are none, the root's children.
  std::vector<std::size_t> pillars() const;
};

/// The level of a value on a scale, from 0: the last whose lower bound it reaches, bounds inclusive with a
/// tolerance of 1e-9; 0 for values below the first bound. The only place where bands are decided.
std::size_t level_of(const Scale& scale, double value);

/// The value of the last step that `x` reaches (with 1e-9 of tolerance), or of the first. `steps` is not
/// empty.
double step_value(const std::vector<Step>& steps, double x);

/// The values that a step function can give for numbers from `least` to `most`, rising and each once.
std::vector<double> step_values(const std::vector<Step>& steps, double least, double most);

/// The place of a number between the goalposts: 0 at the low one, 1 at the high one, cut off where they say
/// so. For a number of zero or less between logarithmic posts that do not cut off: minus infinity.
double place_between(const Goalposts& posts, double x);

/// What ticking these parts of a checklist is worth, by the question's `count`.
double checklist_score(const Question& question, const std::vector<std::size_t>& chosen);

/// `value` with `digits` decimals, rounded as the mode says.
double round_to(double value, const Rounding& rounding);

}  // namespace sextant
