#include <fmt/format.h>

#include <algorithm>

#include "engine/text/number.hpp"
#include "reports/document/limits.hpp"
#include "reports/trace/trace.hpp"

namespace sextant::trace_report {

namespace {

using document::Phrase;
using document::say;

class Writer {
 public:
  explicit Writer(const Input& input) : in_(input) {}

  void node(std::size_t index, int depth) {
    const Node& node = in_.instrument.nodes[index];
    const NodeScore& score = in_.scores.nodes[index];
    const Trace trace = sextant::trace(in_.instrument, in_.assessment, in_.scores, index);
    const std::string indent(static_cast<std::size_t>(2 * depth), ' ');
    out += fmt::format("{}{} [{}] = {}\n", indent, title(node.title), node.id, headline(node, score));
    if (trace.combined) out += indent + "  " + rule_line(node, trace) + "\n";
    if (trace.combined) needs(node, trace, indent);
    for (const std::string& words :
         document::limit_sentences(in_.instrument, index, score, in_.language, in_.lang)) {
      out += indent + "  " + words + "\n";
    }
    for (const Part& part : trace.parts) {
      part_line(trace, part, depth + 1);
      if (!part.child.is_question) this->node(part.child.index, depth + 2);
    }
  }

  std::string out;

 private:
  std::string title(const Prose& prose) const {
    return document::typeset(prose(in_.language), document_language());
  }
  std::string semicolon() const { return in_.lang == Lang::fr ? "\u00a0; " : "; "; }
  std::string colon() const { return in_.lang == Lang::fr ? "\u00a0:" : ":"; }

  /// Unrounded, with the language's decimal sign.
  std::string figure(double value) const {
    std::string text = shortest(value);
    if (in_.lang == Lang::fr) std::replace(text.begin(), text.end(), '.', ',');
    return text;
  }

  std::string document_language() const { return std::string(code_of(in_.lang)); }

  std::string level_name(const Scale& scale, std::size_t level) const {
    return scale.levels[level].number + " " + title(scale.levels[level].name);
  }

  std::string headline(const Node& node, const NodeScore& score) const {
    if (!score.value) return say(score.state, in_.lang);
    const Scale& scale = in_.instrument.scales[node.scale];
    std::string text = figure(*score.value) + ", " + level_name(scale, *score.level);
    if (score.level != score.own_level) {
      text += ", " + say(Phrase::trace_own_level, in_.lang, {{"level", level_name(scale, *score.own_level)}});
    }
    return text;
  }

  std::string rule_line(const Node& node, const Trace& trace) const {
    std::string text =
        say(Phrase::trace_rule, in_.lang,
            {{"rule", rule_words(node.combine.rule, in_.lang)}, {"value", figure(*trace.combined)}});
    text += rule_details(node, trace);
    if (node.transform) {
      text += semicolon() +
              say(Phrase::trace_transform, in_.lang,
                  {{"factor", figure(node.transform->factor)}, {"offset", figure(node.transform->offset)}});
    }
    if (!node.steps.empty()) {
      std::string steps;
      for (const Step& step : node.steps) {
        steps += (steps.empty() ? "" : ", ") + figure(step.from) + " → " + figure(step.value);
      }
      text += semicolon() + say(Phrase::trace_steps, in_.lang, {{"steps", steps}});
    }
    if (node.transform || !node.steps.empty()) {
      text += semicolon() + say(Phrase::trace_adjusted, in_.lang, {{"value", figure(*trace.adjusted)}});
    }
    if (node.round) {
      text += semicolon() + say(Phrase::trace_rounded, in_.lang,
                                {{"digits", std::to_string(node.round->digits)},
                                 {"mode", rounding_id(node.round->mode)},
                                 {"value", figure(*trace.value)}});
    }
    return text;
  }

  /// What the rule needs besides values and weights to be followed by hand.
  std::string rule_details(const Node& node, const Trace& trace) const {
    const Scale& scale = in_.instrument.scales[node.scale];
    if (node.combine.rule == CombineRule::weakest_link_plus) {
      return semicolon() + say(Phrase::trace_plus, in_.lang, {{"plus", figure(node.combine.plus)}});
    }
    if (node.combine.rule == CombineRule::balanced) {
      return semicolon() +
             say(Phrase::trace_scale, in_.lang, {{"low", figure(scale.min)}, {"high", figure(scale.max)}});
    }
    if (!trace.row) return {};
    const auto listed = [&](const std::vector<std::size_t>& levels) {
      std::string numbers;
      for (const std::size_t level : levels)
        numbers += (numbers.empty() ? "" : " ") + scale.levels[level].number;
      return numbers;
    };
    const LookupRow& row = node.combine.table[*trace.row];
    std::string conditions = listed(row.of);
    for (const LookupRow::Count& count : row.counts) {
      conditions += (conditions.empty() ? "" : ", ") + scale.levels[count.level].number +
                    (count.or_above ? "+" : "") + " ≥ " + std::to_string(count.least);
      if (count.most < LookupRow::Count{}.most) conditions += " ≤ " + std::to_string(count.most);
    }
    if (conditions.empty()) conditions = say(Phrase::trace_row_any, in_.lang);
    std::vector<std::size_t> levels = trace.levels;
    std::sort(levels.begin(), levels.end());
    return semicolon() +
           say(Phrase::trace_row, in_.lang, {{"levels", listed(levels)}, {"row", "(" + conditions + ")"}});
  }

  void needs(const Node& node, const Trace& trace, const std::string& indent) {
    for (std::size_t i = 0; i < node.gates.size(); ++i) {
      for (std::size_t k = 0; k < node.gates[i].needs.size(); ++k) {
        const GateNeed& need = node.gates[i].needs[k];
        const NeedCount& count = trace.gates[i][k];
        out += indent + "  " +
               say(Phrase::trace_need, in_.lang,
                   {{"level", level_name(in_.instrument.scales[node.scale], node.gates[i].level)},
                    {"met", std::to_string(count.met)},
                    {"asked", std::to_string(count.asked)},
                    {"score", figure(need.score)},
                    {"share", figure(need.share)}}) +
               "\n";
      }
    }
  }

  void part_line(const Trace& trace, const Part& part, int depth) {
    const std::string indent(static_cast<std::size_t>(2 * depth), ' ');
    const bool counted = part.value.has_value();
    const std::string& id = part.child.is_question ? in_.instrument.questions[part.child.index].id
                                                   : in_.instrument.nodes[part.child.index].id;
    const Prose& name = part.child.is_question ? label(in_.instrument.questions[part.child.index])
                                               : in_.instrument.nodes[part.child.index].title;
    const std::string weight = figure(part.child.weight);
    if (!counted) {
      out += fmt::format(
          "{}- {} [{}]{} {}\n", indent, title(name), id, colon(),
          say(Phrase::trace_left_out, in_.lang, {{"reason", use_words(part.use)}, {"weight", weight}}));
      return;
    }
    const double share = trace.weights > 0 ? part.child.weight / trace.weights : 0;
    std::string text =
        say(Phrase::trace_counted, in_.lang,
            {{"value", figure(*part.value)}, {"weight", weight}, {"share", percent(share, in_.lang)}});
    const AnswerState state =
        part.child.is_question ? in_.scores.questions[part.child.index].state : AnswerState::answered;
    if (state != AnswerState::answered) {
      text += ", " + say(Phrase::trace_filled, in_.lang, {{"reason", say(state, in_.lang)}});
    }
    out += fmt::format("{}+ {} [{}]{} {}\n", indent, title(name), id, colon(), text);
  }

  std::string use_words(Use use) const {
    switch (use) {
      case Use::counted:
        return say(NodeState::scored, in_.lang);
      case Use::not_applicable:
        return say(NodeState::not_applicable, in_.lang);
      case Use::not_asked:
        return say(NodeState::not_asked, in_.lang);
      case Use::dont_know:
        return say(AnswerState::dont_know, in_.lang);
      case Use::unanswered:
        return say(AnswerState::unanswered, in_.lang);
      case Use::not_assessed:
        return say(NodeState::not_assessed, in_.lang);
      case Use::insufficient:
        return say(NodeState::insufficient, in_.lang);
      case Use::no_weight:
        return say(Phrase::trace_no_weight, in_.lang);
    }
    return {};
  }

  const Input& in_;
};

}  // namespace

std::string rule_words(CombineRule rule, Lang lang) {
  constexpr Phrase kNames[] = {Phrase::rule_weighted_mean,     Phrase::rule_sum,
                               Phrase::rule_minimum,           Phrase::rule_maximum,
                               Phrase::rule_geometric_mean,    Phrase::rule_harmonic_mean,
                               Phrase::rule_weakest_link_plus, Phrase::rule_lookup,
                               Phrase::rule_balanced,          Phrase::rule_staged};
  return say(kNames[static_cast<std::size_t>(rule)], lang);
}

std::string text(const Input& input, std::size_t node) {
  Writer writer(input);
  writer.node(node, 0);
  return std::move(writer.out);
}

}  // namespace sextant::trace_report
