#include "reports/json/workshop_json.hpp"

#include "reports/json/values.hpp"

namespace sextant::json {

std::string status(const Instrument& instrument, const std::vector<WorkshopFile>& files,
                   const std::vector<std::string>& unreadable) {
  Json out = {{"schema", "sextant/status/1"}, {"instrument", named(instrument)}, {"files", Json::array()},
              {"to_find", Json::array()},     {"partly", Json::array()},         {"unreadable", unreadable}};
  const std::vector<std::size_t> beside = beside_pillars(instrument);
  const auto counts = [](const Tally& tally) {
    return Json{{"answered", tally.answered},
                {"dont_know", tally.dont_know},
                {"unanswered", tally.unanswered},
                {"not_applicable", tally.not_applicable},
                {"not_asked", tally.not_asked}};
  };
  for (const WorkshopFile& file : files) {
    const Assessment& one = file.assessment;
    Json entry = {{"path", file.path},
                  {"unit", one.unit.id},
                  {"round", text(one.round.id)},
                  {"closed", one.round.closed},
                  {"respondents_file", file.respondents},
                  {"respondents", Json::array()},
                  {"pillars", Json::object()}};
    for (const Respondent& respondent : one.respondents) entry["respondents"].push_back(respondent.id);
    for (const std::size_t pillar : instrument.pillars()) {
      entry["pillars"][instrument.nodes[pillar].id] = counts(file.scores.nodes[pillar].tally);
    }
    entry["beside_pillars"] = counts(tally_of(beside, file.scores));
    out["files"].push_back(std::move(entry));
  }
  for (const ToFind& one : to_find(files)) {
    const Assessment& file = files[one.file].assessment;
    out["to_find"].push_back({{"unit", file.unit.id},
                              {"round", text(file.round.id)},
                              {"question", instrument.questions[one.question].id},
                              {"owner", text(one.owner)}});
  }
  for (const FilledPartly& one : filled_partly(instrument, files)) {
    const Question& question = instrument.questions[one.question];
    out["partly"].push_back({{"path", files[one.file].path},
                             {"question", question.id},
                             {"rows", question.options.size()},
                             {"open", one.open}});
  }
  return dump(out);
}

std::string feedback(const Instrument& instrument, const std::vector<Remarks>& remarks) {
  Json out = {{"schema", "sextant/feedback/1"},
              {"instrument", named(instrument)},
              {"questions", Json::object()},
              {"topics", Json::object()}};
  for (const Remarks& one : remarks) {
    if (one.question) {
      out["questions"][instrument.questions[*one.question].id] = one.texts;
    } else {
      out["topics"][one.topic] = one.texts;
    }
  }
  return dump(out);
}

}  // namespace sextant::json
