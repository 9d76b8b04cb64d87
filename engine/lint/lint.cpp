#include "engine/lint/lint.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/assessment/assessment.hpp"
#include "engine/scoring/combine.hpp"
#include "engine/scoring/completions.hpp"
#include "engine/scoring/score.hpp"
#include "engine/text/number.hpp"

namespace sextant {

namespace {

using Values = std::optional<std::set<double>>;  ///< nothing: too many to list

constexpr std::size_t kMostValues = 4096;

class Linter {
 public:
  explicit Linter(const Instrument& instrument) : instrument_(instrument), values_(instrument.nodes.size()) {}

  std::vector<Diagnostic> run() {
    Assessment blank;
    blank.answers.resize(instrument_.questions.size());
    const Scores open = score(instrument_, blank);
    for (const std::size_t node : scoring_order(instrument_))
      values_[node] = values_of(instrument_.nodes[node]);
    for (std::size_t i = 0; i < instrument_.nodes.size(); ++i) {
      check_levels(i, open.nodes[i]);
      check_table(instrument_.nodes[i]);
      check_lengths(i);
    }
    check_feeding();
    return std::move(found_);
  }

 private:
  void add(const std::string& file, Span at, Code code, Args args) {
    found_.push_back({code, file, at, std::move(args), {}, {}});
  }

  /// Every value that the node can have when all is answered and applies.
  Values values_of(const Node& node) const {
    const CombineRule rule = node.combine.rule;
    if (rule == CombineRule::lookup || rule == CombineRule::staged) return std::nullopt;
    std::vector<std::vector<Weighted>> rows = {{}};
    for (const Child& child : node.children) {
      if (child.weight <= 0) continue;
      const Values values =
          child.is_question ? answers_of(instrument_.questions[child.index]) : values_[child.index];
      if (!values || values->empty() || rows.size() * values->size() > kMostValues) return std::nullopt;
      std::vector<std::vector<Weighted>> next;
      for (const std::vector<Weighted>& row : rows) {
        for (const double value : *values) {
          next.push_back(row);
          next.back().push_back({value, child.weight});
        }
      }
      rows = std::move(next);
    }
    if (rows.front().empty()) return std::nullopt;
    std::set<double> out;
    for (const std::vector<Weighted>& row : rows) {
      const std::optional<double> value = combine(node.combine, row, instrument_.scales[node.scale]);
      if (value) out.insert(finished(node, *value));
    }
    return out;
  }

  Values answers_of(const Question& question) const {
    std::set<double> out;
    for (const Answer& answer : every_answer(instrument_, question)) out.insert(answer.score);
    return out.empty() ? Values() : Values(std::move(out));
  }

  /// Levels beyond the ends of what is possible, and between them where all values are known.
  void check_levels(std::size_t index, const NodeScore& open) {
    const Node& node = instrument_.nodes[index];
    const Scale& scale = instrument_.scales[node.scale];
    if (!open.levels || (!open.range && !values_[index])) return;
    std::set<std::size_t> reached;
    if (values_[index] && node.gates.empty()) {
      for (const double value : *values_[index]) reached.insert(level_of(scale, value));
    } else {
      for (std::size_t level = open.levels->low; level <= open.levels->high; ++level) reached.insert(level);
    }
    for (std::size_t level = 0; level < scale.levels.size(); ++level) {
      if (reached.count(level) == 0) {
        add(node.file, node.at, Code::level_unreachable,
            {{"id", node.id}, {"level", scale.levels[level].id}});
      }
    }
  }

  /// The levels that a child can bring to a lookup table of this scale.
  std::vector<std::size_t> levels_of(const Child& child, const Scale& scale) const {
    std::set<std::size_t> out;
    const Values values =
        child.is_question ? answers_of(instrument_.questions[child.index]) : values_[child.index];
    if (values) {
      for (const double value : *values) out.insert(level_of(scale, value));
    } else {
      for (std::size_t level = 0; level < scale.levels.size(); ++level) out.insert(level);
    }
    return {out.begin(), out.end()};
  }

  /// The first combination of levels of all children that a lookup table has no row for.
  void check_table(const Node& node) {
    if (node.combine.rule != CombineRule::lookup) return;
    const Scale& scale = instrument_.scales[node.scale];
    constexpr std::size_t kMostRows = 100'000;
    std::set<std::vector<std::size_t>> rows = {{}};
    for (const Child& child : node.children) {
      if (child.weight <= 0) continue;
      std::set<std::vector<std::size_t>> next;
      for (const std::vector<std::size_t>& row : rows) {
        for (const std::size_t level : levels_of(child, scale)) {
          std::vector<std::size_t> longer = row;
          longer.insert(std::upper_bound(longer.begin(), longer.end(), level), level);
          next.insert(std::move(longer));
        }
      }
      if (next.size() > kMostRows) return;
      rows = std::move(next);
    }
    for (const std::vector<std::size_t>& row : rows) {
      if (row.empty() || look_up(node.combine.table, row)) continue;
      add(node.file, node.at, Code::lookup_incomplete, {{"id", node.id}, {"levels", listed(node, row)}});
      return;
    }
  }

  std::string listed(const Node& node, const std::vector<std::size_t>& levels) const {
    std::string out;
    for (const std::size_t level : levels) {
      out += (out.empty() ? "" : ", ") + instrument_.scales[node.scale].levels[level].id;
    }
    return out;
  }

  /// How far the node's value can move, where that is known.
  std::optional<double> span_of(std::size_t index) const {
    double sum = 0;
    for (const Child& child : instrument_.nodes[index].children) {
      std::optional<double> one;
      if (child.is_question) {
        const Question& question = instrument_.questions[child.index];
        one = question.highest - question.lowest;
      } else if (instrument_.nodes[child.index].combine.rule == CombineRule::sum) {
        one = span_of(child.index);
      }
      if (!one || !std::isfinite(*one)) return std::nullopt;
      sum += child.weight * *one;
    }
    return sum;
  }

  /// Sums of sums, where nobody gave a weight: a section with more questions weighs more.
  void check_lengths(std::size_t index) {
    const Node& node = instrument_.nodes[index];
    if (node.combine.rule != CombineRule::sum || node.children.size() < 2) return;
    double all = 0;
    std::vector<double> spans;
    for (const Child& child : node.children) {
      const bool summed =
          !child.is_question && instrument_.nodes[child.index].combine.rule == CombineRule::sum;
      const auto span = summed && child.weight == 1 ? span_of(child.index) : std::nullopt;
      if (!span) return;
      spans.push_back(*span);
      all += *span;
    }
    constexpr double kMuch = 1.5;
    for (std::size_t i = 0; i < spans.size(); ++i) {
      const double share = all > 0 ? spans[i] / all : 0;
      if (share * static_cast<double>(spans.size()) < kMuch) continue;
      const Node& section = instrument_.nodes[node.children[i].index];
      add(section.file, section.at, Code::implicit_weight,
          {{"id", section.id},
           {"parent", node.id},
           {"share", percent(share, Lang::en)},
           {"count", std::to_string(section.children.size())}});
    }
  }

  /// Questions whose answers reach no root, no index, no gate and no condition.
  void check_feeding() {
    const std::size_t count = instrument_.nodes.size();
    std::vector<bool> node_feeds(count, false);
    std::vector<bool> feeds(instrument_.questions.size(), false);
    for (std::size_t i = 0; i < count; ++i) {
      if (i == 0 || instrument_.nodes[i].is_index) feed(i, node_feeds, feeds);
    }
    for (const Node& node : instrument_.nodes) {
      for (const Gate& gate : node.gates) {
        for (const GateNeed& need : gate.needs) {
          for (const std::size_t question : need.questions) feeds[question] = true;
        }
      }
    }
    for (const Question& question : instrument_.questions) {
      if (!question.ask_if) continue;
      for (const std::size_t one : questions_in(*question.ask_if)) feeds[one] = true;
    }
    for (std::size_t i = 0; i < feeds.size(); ++i) {
      const Question& question = instrument_.questions[i];
      if (feeds[i] || question.type == QuestionType::text) continue;
      add(question.file, question.at, Code::feeds_nothing, {{"id", question.id}});
    }
  }

  void feed(std::size_t index, std::vector<bool>& nodes, std::vector<bool>& questions) const {
    if (nodes[index]) return;
    nodes[index] = true;
    for (const Child& child : instrument_.nodes[index].children) {
      if (child.weight <= 0) continue;
      if (child.is_question) {
        questions[child.index] = true;
      } else {
        feed(child.index, nodes, questions);
      }
    }
  }

  const Instrument& instrument_;
  std::vector<Values> values_;
  std::vector<Diagnostic> found_;
};

}  // namespace

std::vector<Diagnostic> lint(const Instrument& instrument) {
  return Linter(instrument).run();
}

}  // namespace sextant
