#include <algorithm>

#include "engine/text/number.hpp"
#include "reports/document/view.hpp"
#include "reports/trace/trace.hpp"

namespace sextant::document {

namespace {

std::string bands(const View& view, const Scale& scale) {
  std::vector<std::string> words;
  for (const Level& level : scale.levels) {
    std::string from = shortest(level.from);
    if (view.lang == Lang::fr) std::replace(from.begin(), from.end(), '.', ',');
    words.push_back(
        view.say(Phrase::band_from, {{"level", level.number + " " + view.text(level.name)}, {"from", from}}));
  }
  return listed(words, view.lang);
}

Table weights(const View& view) {
  Table out;
  out.compact = true;
  out.caption = plain(view.say(Phrase::method_weights));
  out.columns = {{plain(view.say(Phrase::pillar)), 4},
                 {plain(view.say(Phrase::weight)), 1, Align::end},
                 {plain(view.say(Phrase::rule)), 1.8}};
  const auto& nodes = view.instrument.nodes;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    // Pillars and the root say it all as long as everything below weighs the same.
    const Node& node = nodes[i];
    const bool odd =
        std::any_of(node.children.begin(), node.children.end(), [](const Child& c) { return c.weight != 1; });
    if (node.depth > 1 && !odd && node.weight == 1 && node.combine.rule == nodes[0].combine.rule) continue;
    std::string weight = i == 0 || node.is_index ? dash() : shortest(node.weight);
    if (view.lang == Lang::fr) std::replace(weight.begin(), weight.end(), '.', ',');
    out.rows.push_back({{plain(view.title(i))},
                        {plain(weight)},
                        {plain(trace_report::rule_words(node.combine.rule, view.lang))}});
  }
  return out;
}

}  // namespace

std::vector<Block> answers_annex(const View& view) {
  std::vector<Block> out;
  out.push_back({Heading{1, plain(view.say(Phrase::answers)), "answers", true}});
  Table table;
  table.compact = true;
  table.columns = {{plain(view.say(Phrase::question)), 4.4}, {plain(view.say(Phrase::answer)), 1.6}};
  List open;
  for (std::size_t i = 0; i < view.instrument.questions.size(); ++i) {
    const Question& question = view.instrument.questions[i];
    const Answer& given = view.input.assessment.answers[i];
    // What the edition leaves out and nobody answered is no answer.
    const bool left_out =
        view.scores.questions[i].state == AnswerState::not_asked && given.state == AnswerState::unanswered;
    if (left_out) continue;
    Text name = {{view.text(question.text)}, {" " + question.id, false, Tone::muted}};
    Cell answer{plain(view.short_answer(i))};
    if (view.scores.questions[i].level)
      answer.fill = {static_cast<int>(*given.level) + 1,
                     static_cast<int>(view.instrument.scales[question.scale].levels.size())};
    table.rows.push_back({{std::move(name)}, std::move(answer)});
    if (view.scores.questions[i].state == AnswerState::dont_know) {
      Text item = plain(view.text(question.text));
      if (!given.owner.empty())
        item.push_back({" (" + view.say(Phrase::owner, {{"owner", view.own(given.owner)}}) + ")", true});
      open.items.push_back(std::move(item));
    }
  }
  out.push_back({std::move(table)});
  if (!open.items.empty()) {
    out.push_back({Heading{2, plain(view.say(Phrase::dont_know_list)), "dont-know"}});
    out.push_back({std::move(open)});
  }
  return out;
}

std::vector<Block> method(const View& view) {
  const Instrument& instrument = view.instrument;
  const Node& root = instrument.nodes[0];
  std::vector<Block> out;
  const auto add = [&](const std::string& words) { out.push_back({Paragraph{plain(words)}}); };
  out.push_back({Heading{1, plain(view.say(Phrase::method)), "method", true}});
  if (!instrument.description.empty()) add(view.text(instrument.description));
  add(view.say(Phrase::method_questions, {{"rule", trace_report::rule_words(root.combine.rule, view.lang)}}));
  for (std::size_t i = 0; i < instrument.scales.size(); ++i) {
    // A scale that only questions use decides no node's level.
    const bool decides = std::any_of(instrument.nodes.begin(), instrument.nodes.end(),
                                     [&](const Node& node) { return node.scale == i; });
    if (decides) add(view.say(Phrase::method_bands, {{"bands", bands(view, instrument.scales[i])}}));
  }
  const Node& first = instrument.nodes[std::min<std::size_t>(1, instrument.nodes.size() - 1)];
  add(view.say(Phrase::method_missing, {{"coverage", percent(first.min_coverage, view.lang)}}));
  add(view.say(Phrase::method_settled));
  add(view.say(Phrase::method_balance));
  out.push_back({weights(view)});
  if (!instrument.source.empty()) {
    out.push_back({Heading{2, plain(view.say(Phrase::source)), "source"}});
    add(view.text(instrument.source));
  }
  if (!instrument.licence.empty()) add(view.say(Phrase::licence) + view.colon() + instrument.licence);
  out.push_back({Heading{2, plain(view.say(Phrase::fingerprint)), "fingerprint"}});
  const auto hash = [](const std::string& digest) { return digest.empty() ? dash() : digest.substr(0, 16); };
  add(view.say(Phrase::fingerprint_note,
               {{"instrument", instrument.id + " " + instrument.version + " " + hash(instrument.fingerprint)},
                {"answers", hash(view.input.assessment.fingerprint)},
                {"engine", view.input.engine_version}}));
  return out;
}

}  // namespace sextant::document
