#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/diagnostics/source.hpp"
#include "engine/instrument/rules.hpp"
#include "engine/instrument/scale.hpp"
#include "engine/text/fill.hpp"

/// An instrument as a value: what a questionnaire asks and how answers become levels. Plain data; made by
/// `load_instrument`, which is the only place that checks it.
namespace sextant {

enum class QuestionType { level, choice, checklist, yes_no, number, percent, grid, text };

/// A possible answer of a choice, or a part of a checklist, or a cell of a grid.
struct Option {
  std::string id;
  Prose text;
  double value = 0;
};

enum class Count { sum, share, steps };
enum class Facet { none, policy, practice };

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
  /// What a group of respondents is called in a language (by index); its id where it is not declared.
  std::string group_title(const std::string& group, std::size_t language) const;
  /// The pillars: nodes of kind `pillar`, or, where there are none, the root's children.
  std::vector<std::size_t> pillars() const;
};

/// What ticking these parts of a checklist is worth, by the question's `count`.
double checklist_score(const Question& question, const std::vector<std::size_t>& chosen);

}  // namespace sextant
