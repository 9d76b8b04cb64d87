#include "reports/document/agenda.hpp"

namespace sextant::document {

namespace {

std::string title(const AgendaInput& input, std::size_t node) {
  return typeset(input.instrument.nodes[node].title(input.language), code_of(input.lang));
}

void add_list(const AgendaInput& input, Phrase heading, const std::vector<std::size_t>& nodes,
              bool with_state, std::vector<Block>& out) {
  if (nodes.empty()) return;
  out.push_back({Heading{2, plain(say(heading, input.lang)), "", false}});
  List list;
  for (const std::size_t node : nodes) {
    const std::string state = with_state ? " (" + say(input.scores.nodes[node].state, input.lang) + ")" : "";
    list.items.push_back(plain(title(input, node) + state));
  }
  out.push_back({std::move(list)});
}

}  // namespace

std::string reason(const AgendaInput& input, const Session& session) {
  const NodeScore& score = input.scores.nodes[session.node];
  const Scale& scale = input.instrument.scales[input.instrument.nodes[session.node].scale];
  const std::string gap =
      say(score.settled ? Phrase::agenda_gap : Phrase::agenda_gap_open, input.lang,
          {{"level", typeset(scale.levels[*score.level].name(input.language), code_of(input.lang))},
           {"value", display(*score.value, scale, input.lang)}});
  if (!session.ahead_of) return gap;
  return say(Phrase::agenda_ahead, input.lang, {{"gap", gap}, {"name", title(input, *session.ahead_of)}});
}

std::string agenda_title(const AgendaInput& input) {
  const Assessment& assessment = input.assessment;
  const std::string round = assessment.round.id.empty() ? "" : " (" + assessment.round.id + ")";
  const std::string unit = typeset(assessment.unit.label(code_of(input.lang)), code_of(input.lang));
  return say(Phrase::agenda_title, input.lang, {{"unit", unit + round}});
}

std::string half_day_title(const AgendaInput& input, int half_day) {
  int minutes = 0;
  for (const Session& one : input.agenda.sessions) minutes += one.half_day == half_day ? one.minutes : 0;
  return say(Phrase::agenda_half_day, input.lang,
             {{"number", std::to_string(half_day)}, {"minutes", std::to_string(minutes)}});
}

Document agenda_document(const AgendaInput& input) {
  Document out;
  out.meta.language = std::string(code_of(input.lang));
  out.meta.title = agenda_title(input);
  out.meta.date = input.assessment.round.date;
  out.blocks.push_back({Heading{1, plain(out.meta.title), "", false}});
  out.blocks.push_back(
      {Paragraph{plain(say(Phrase::agenda_how, input.lang, {{"minutes", std::to_string(kHalfDay)}})),
                 ParagraphStyle::body}});
  if (input.agenda.sessions.empty()) {
    out.blocks.push_back({Paragraph{plain(say(Phrase::agenda_empty, input.lang)), ParagraphStyle::body}});
  }
  int half_day = 0;
  for (const Session& session : input.agenda.sessions) {
    if (session.half_day != half_day) {
      half_day = session.half_day;
      out.blocks.push_back({Heading{2, plain(half_day_title(input, half_day)), "", false}});
      Table table;
      table.columns = {{plain(say(Phrase::agenda_session, input.lang)), 2, Align::start},
                       {plain(say(Phrase::agenda_minutes, input.lang)), 1, Align::end},
                       {plain(say(Phrase::agenda_reason, input.lang)), 3, Align::start}};
      out.blocks.push_back({std::move(table)});
    }
    std::get<Table>(out.blocks.back().content)
        .rows.push_back({{plain(title(input, session.node))},
                         {plain(std::to_string(session.minutes))},
                         {plain(reason(input, session))}});
  }
  add_list(input, Phrase::agenda_open, input.agenda.open, true, out.blocks);
  add_list(input, Phrase::agenda_top, input.agenda.at_top, false, out.blocks);
  return out;
}

}  // namespace sextant::document
