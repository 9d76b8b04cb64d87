#include <algorithm>

#include "engine/text/number.hpp"
#include "reports/document/identity.hpp"
#include "reports/document/view.hpp"
#include "reports/trace/trace.hpp"

namespace sextant::document {

namespace {

/// A number of the questionnaire, as it was written there.
std::string declared(const View& view, double number) {
  std::string out = shortest(number);
  if (view.lang == Lang::fr) std::replace(out.begin(), out.end(), '.', ',');
  return out;
}

Words bands(const View& view, const Scale& scale) {
  std::vector<Words> words;
  for (std::size_t i = 0; i < scale.levels.size(); ++i) {
    const std::string of = "@scale:" + scale.id + "/";
    const std::string number = std::to_string(i);
    words.push_back(view.say(Phrase::band_from,
                             {{"level", {view.level_name(scale, i), of + "level." + number}},
                              {"from", {declared(view, scale.levels[i].from), of + "from." + number}}}));
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
    const std::string weight = i == 0 || node.is_index ? dash() : declared(view, node.weight);
    out.rows.push_back(
        {{plain(view.title(i))},
         {plain({weight, view.of_node(i, "weight")})},
         {plain({trace_report::rule_words(node.combine.rule, view.lang), view.of_node(i, "rule")})}});
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
    const Words words = view.text(question.text, view.of_question(i, "text"));
    Text name = {{words}, {" " + Words(question.id, view.of_question(i, "id")), false, Tone::muted}};
    Cell answer{plain(view.short_answer(i))};
    if (view.scores.questions[i].level)
      answer.fill = {static_cast<int>(*given.level) + 1,
                     static_cast<int>(view.instrument.scales[question.scale].levels.size())};
    table.rows.push_back({{std::move(name)}, std::move(answer)});
    if (view.scores.questions[i].state == AnswerState::dont_know) {
      Text item = plain(words);
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
  const auto add = [&](Words words) { out.push_back({Paragraph{plain(std::move(words))}}); };
  out.push_back({Heading{1, plain(view.say(Phrase::method)), "method", true}});
  if (!instrument.description.empty()) add(view.text(instrument.description));
  add(view.say(Phrase::method_questions, {{"rule", trace_report::rule_words(root.combine.rule, view.lang)}}));
  for (std::size_t i = 0; i < instrument.scales.size(); ++i) {
    // A scale that only questions use decides no node's level.
    const bool decides = std::any_of(instrument.nodes.begin(), instrument.nodes.end(),
                                     [&](const Node& node) { return node.scale == i; });
    if (decides) add(view.say(Phrase::method_bands, {{"bands", bands(view, instrument.scales[i])}}));
  }
  const std::size_t first = std::min<std::size_t>(1, instrument.nodes.size() - 1);
  add(view.say(Phrase::method_missing, {{"coverage",
                                         {percent(instrument.nodes[first].min_coverage, view.lang),
                                          view.of_node(first, "min_coverage")}}}));
  add(view.say(Phrase::method_settled));
  add(view.say(Phrase::method_balance));
  out.push_back({weights(view)});
  if (!instrument.source.empty()) {
    out.push_back({Heading{2, plain(view.say(Phrase::source)), "source"}});
    add(view.text(instrument.source));
  }
  if (!instrument.licence.empty())
    add(view.say(Phrase::licence) + view.colon() + Words(instrument.licence, "@instrument/text"));
  out.push_back({Heading{2, plain(view.say(Phrase::fingerprint)), "fingerprint"}});
  const Identity made_from = identity_of(instrument, view.input.assessment, view.input.engine_version);
  const auto hash = [](const std::string& digest) { return digest.empty() ? dash() : digest; };
  add(view.say(Phrase::fingerprint_note,
               {{"instrument", Words(instrument.id, "@instrument/id") + " " +
                                   Words(instrument.version, "@instrument/version") + " " +
                                   Words(hash(made_from.instrument), "@instrument/fingerprint")},
                {"answers", {hash(made_from.answers), "@answers/fingerprint"}},
                {"engine", {made_from.engine, "@report/engine"}}}));
  return out;
}

}  // namespace sextant::document
