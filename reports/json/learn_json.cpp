#include "reports/json/learn_json.hpp"

#include "engine/instrument/glossary.hpp"
#include "reports/json/values.hpp"

namespace sextant::json {

namespace {

Json texts(const std::vector<Prose>& list, std::size_t language) {
  Json out = Json::array();
  for (const Prose& one : list) out.push_back(one(language));
  return out;
}

Json node_json(const Instrument& instrument, std::size_t node, std::size_t language) {
  return {{"node", instrument.nodes[node].id}, {"title", instrument.nodes[node].title(language)}};
}

Json resource_json(const Instrument& instrument, const Resource& resource, std::size_t language) {
  Json nodes = Json::array();
  for (const std::size_t node : resource.nodes) nodes.push_back(instrument.nodes[node].id);
  return {{"id", resource.id},
          {"title", resource.title(language)},
          {"publisher", resource.publisher(language)},
          {"what_for", resource.what_for(language)},
          {"kind", std::string(name_of(resource.kind))},
          {"level", std::string(name_of(resource.level))},
          {"region", text(resource.region(language))},
          {"nodes", nodes},
          {"year", resource.year ? Json(*resource.year) : Json(nullptr)},
          {"languages", resource.languages},
          {"url", text(resource.url)}};
}

}  // namespace

std::string notes(const Instrument& instrument, const NoteLibrary& library,
                  const std::vector<const Note*>& notes, std::string_view language) {
  const std::size_t own = library.head.language(language);
  const std::size_t theirs = instrument.language(language);
  Json out = {{"schema", "sextant/notes/1"},
              {"instrument", titled(instrument, theirs)},
              {"library", {{"id", library.head.id}, {"version", library.head.version}}},
              {"notes", Json::array()}};
  for (const Note* note : notes) {
    Json one = {{"id", note->id}};
    one.update(node_json(instrument, note->node, theirs));
    one["what"] = note->what(own);
    one["why"] = note->why(own);
    one["good"] = note->good(own);
    one["mistakes"] = texts(note->mistakes, own);
    one["discuss"] = texts(note->discuss, own);
    one["resources"] = Json::array();
    for (const std::size_t resource : library.resources_for(instrument, note->node)) {
      one["resources"].push_back(resource_json(instrument, library.resources[resource], own));
    }
    out["notes"].push_back(std::move(one));
  }
  return dump(out);
}

std::string agenda(const Instrument& instrument, const Assessment& assessment, const Scores& scores,
                   const Agenda& agenda, std::size_t language) {
  Json out = {{"schema", "sextant/agenda/1"}, {"instrument", titled(instrument, language)},
              {"unit", assessment.unit.id},   {"round", text(assessment.round.id)},
              {"half_day_minutes", kHalfDay}, {"sessions", Json::array()},
              {"open", Json::array()},        {"at_top", Json::array()}};
  for (const Session& session : agenda.sessions) {
    const NodeScore& score = scores.nodes[session.node];
    Json one = node_json(instrument, session.node, language);
    one["half_day"] = session.half_day;
    one["minutes"] = session.minutes;
    one["value"] = *score.value;
    one["level"] = instrument.scales[instrument.nodes[session.node].scale].levels[*score.level].id;
    one["settled"] = score.settled;
    one["ahead_of"] = session.ahead_of ? Json(instrument.nodes[*session.ahead_of].id) : Json(nullptr);
    out["sessions"].push_back(std::move(one));
  }
  for (const std::size_t node : agenda.open) {
    Json one = node_json(instrument, node, language);
    one["state"] = std::string(name_of(scores.nodes[node].state));
    out["open"].push_back(std::move(one));
  }
  for (const std::size_t node : agenda.at_top) out["at_top"].push_back(node_json(instrument, node, language));
  return dump(out);
}

std::string glossary(const Instrument& instrument, std::size_t language) {
  Json out = {{"schema", "sextant/glossary/1"},
              {"instrument", titled(instrument, language)},
              {"terms", Json::array()}};
  for (const Term& term : instrument.glossary) {
    out["terms"].push_back({{"id", term.id},
                            {"term", term.term(language)},
                            {"forms", forms_of(term, language)},
                            {"meaning", term.meaning(language)}});
  }
  return dump(out);
}

}  // namespace sextant::json
