#include <algorithm>
#include <tuple>

#include "engine/assessment/views.hpp"
#include "engine/merge/pool.hpp"

namespace sextant::merging {

namespace {

/// What several views amount to without a decision: the common answer, a don't-know where there is nothing
/// else, or unanswered. Only state and value are set.
Answer common_answer(const Question& question, const std::vector<Said>& said) {
  Answer out;
  if (views_differ(question, said)) return out;
  for (const Said& one : said) {
    const bool better = is_view(one.answer) || (one.answer.state == AnswerState::dont_know && !is_view(out));
    // 2 and 2.0 are the same number: which of them is written must not depend on the order.
    const bool first = !is_view(out) || one.answer.written < out.written;
    if (better && first) set_value(out, one.answer);
  }
  return out;
}

/// The text that all who wrote one wrote; empty where they differ.
template <typename Text>
void share(std::string& into, bool& differ, const Text& text) {
  if (text.empty() || differ) return;
  differ = !into.empty() && into != text;
  into = differ ? "" : text;
}

void add_words(std::vector<std::string>& into, const std::vector<std::string>& more) {
  for (const std::string& one : more) {
    if (std::find(into.begin(), into.end(), one) == into.end()) into.push_back(one);
  }
}

/// The targets that all who set one for a node set.
std::vector<Target> common_targets(const std::vector<const Contribution*>& all) {
  std::vector<Target> every;
  for (const Contribution* one : all) every.insert(every.end(), one->targets.begin(), one->targets.end());
  std::vector<Target> out;
  for (const Target& target : every) {
    const bool agreed = std::all_of(every.begin(), every.end(), [&](const Target& other) {
      return other.node != target.node || other.level == target.level;
    });
    if (agreed && std::find(out.begin(), out.end(), target) == out.end()) out.push_back(target);
  }
  std::sort(out.begin(), out.end(), [](const Target& a, const Target& b) { return a.node < b.node; });
  return out;
}

/// The priorities of all who set any, where these are the same nodes in the same order.
std::vector<Priority> common_priorities(const std::vector<const Contribution*>& all) {
  std::vector<Priority> out;
  std::vector<bool> differ;
  for (const Contribution* one : all) {
    if (one->priorities.empty()) continue;
    if (out.empty()) {
      out = one->priorities;
      differ.assign(out.size(), false);
      continue;
    }
    const bool same = std::equal(out.begin(), out.end(), one->priorities.begin(), one->priorities.end(),
                                 [](const Priority& a, const Priority& b) { return a.node == b.node; });
    if (!same) return {};
    for (std::size_t i = 0; i < out.size(); ++i) {
      bool differs = differ[i];
      share(out[i].reason, differs, one->priorities[i].reason);
      differ[i] = differs;
    }
  }
  return out;
}

}  // namespace

bool evidence_before(const Evidence& a, const Evidence& b) {
  return std::tie(a.title, a.year, a.where, a.grade) < std::tie(b.title, b.year, b.where, b.grade);
}

Answer common_with_details(const Question& question, const std::vector<Said>& said) {
  Answer out = common_answer(question, said);
  const bool unknown = out.state == AnswerState::dont_know || out.state == AnswerState::unanswered;
  bool because = false;
  bool owner = false;
  bool confidence = false;
  for (const Said& one : said) {
    // A reason for one answer is none for another.
    if (out.state != AnswerState::unanswered && same_value(question, one.answer, out)) {
      share(out.because, because, one.answer.because);
      share(out.confidence, confidence, one.answer.confidence);
    }
    if (unknown) share(out.owner, owner, one.answer.owner);
    out.evidence = united(std::move(out.evidence), one.answer.evidence, evidence_before);
    out.date = std::max(out.date, one.answer.date);
  }
  return out;
}

Contribution common_beside(const std::vector<const Contribution*>& all) {
  Contribution out;
  bool purpose = false;
  for (const Contribution* one : all) {
    share(out.vision.purpose, purpose, one->vision.purpose);
    add_words(out.vision.priorities, one->vision.priorities);
    add_words(out.vision.outcomes, one->vision.outcomes);
    add_words(out.vision.principles, one->vision.principles);
  }
  out.targets = common_targets(all);
  out.priorities = common_priorities(all);
  return out;
}

}  // namespace sextant::merging
