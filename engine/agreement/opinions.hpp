#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/agreement/agreement.hpp"
#include "engine/assessment/assessment.hpp"
#include "engine/instrument/model.hpp"

/// What several respondents said of one unit, question by question, and how far they agree.
namespace sextant {

/// The respondents and their answers: `said[question][respondent]`, unanswered where one said nothing.
struct Opinions {
  std::vector<Respondent> respondents;
  std::vector<std::vector<Answer>> said;
};

/// Those that stand in one file, with its answers (`said`).
Opinions opinions_in(const Instrument& instrument, const Assessment& assessment);
/// Several files, one respondent each: the first that the file names, or "1", "2", ... in their order.
Opinions opinions_of(const Instrument& instrument, const std::vector<Assessment>& files);

/// The groups of respondents: those that the instrument declares, in its order, then others by id.
std::vector<std::string> groups_of(const Instrument& instrument, const std::vector<Respondent>& respondents);

/// How far the respondents agree on one question. Ratings are level numbers 1, 2, ... for questions of type
/// level, and what the answers are worth for others. Don't know and not applicable are counted apart and are
/// no ratings.
struct QuestionAgreement {
  std::size_t question = 0;
  std::size_t count = 0;      ///< of ratings
  std::size_t dont_know = 0;  ///< of respondents who say so
  double low = 0;             ///< the lowest and the highest rating; with a count of one or more
  double high = 0;
  std::optional<double> median;
  std::optional<double> iqr;         ///< interquartile range
  std::optional<double> within_one;  ///< share of ratings within one level of the median; of type level only
  std::optional<double> consensus;   ///< Tastle and Wierman; of two ratings or more on a scale with ends
  bool disputed = false;  ///< the consensus is below the instrument's threshold and nothing is decided
};

/// The mean of what one group of respondents said below a node, question by question.
struct GroupView {
  std::string group;
  double mean = 0;        ///< of the medians of its ratings, worth as scored
  std::size_t count = 0;  ///< of questions
};

struct NodeAgreement {
  std::size_t node = 0;
  std::optional<double>
      alpha;              ///< Krippendorff's, ordinal, over the level questions below the node on its scale
  std::size_t rated = 0;  ///< questions with two ratings or more
  std::size_t disputed = 0;
  std::vector<GroupView> groups;  ///< in the order of the instrument's groups, then by name
};

struct Agreement {
  std::vector<QuestionAgreement> questions;  ///< those with a rating, in the instrument's order
  std::vector<NodeAgreement> nodes;          ///< the root and the pillars
};

/// Agreement of one question. `decided`: a decision is recorded, so that it is no longer disputed.
QuestionAgreement agreement_on(const Instrument& instrument, std::size_t question,
                               const std::vector<Answer>& said, bool decided);

/// `decided` runs parallel to the questions.
Agreement agreement(const Instrument& instrument, const Opinions& opinions, const std::vector<bool>& decided);

/// The two groups of respondents that stand furthest apart below a node: the mean difference of their
/// medians, over the questions that both answered, of which there must be two.
struct GroupsApart {
  std::string lower;
  std::string upper;
  double low = 0;  ///< the lower group's mean over the common questions
  double high = 0;
};

std::optional<GroupsApart> groups_apart(const Instrument& instrument, const Opinions& opinions,
                                        std::size_t node);

/// Which questions a file's decisions settle, parallel to the questions.
std::vector<bool> decided_in(const Instrument& instrument, const Assessment& assessment);

/// Marks the answers that are disputed with the range of what was said: it widens the range of every node
/// above. So are those where views differ and no answer stands beside them.
void mark_disputes(const Instrument& instrument, Assessment& assessment);

}  // namespace sextant
