#include "reports/json/merge_json.hpp"

#include <algorithm>

#include "reports/json/values.hpp"

namespace sextant::json {

namespace {

/// State, level and value of one view.
Json view_json(const Instrument& instrument, const Question& question, const Answer& answer) {
  const bool scored = answer.state == AnswerState::answered && question.type != QuestionType::text;
  return {{"state", std::string(name_of(answer.state))},
          {"level",
           answer.level ? Json(instrument.scales[question.scale].levels[*answer.level].id) : Json(nullptr)},
          {"value", scored ? Json(answer.score) : Json(nullptr)}};
}

}  // namespace

std::string merge(const Instrument& instrument, const Assessment& merged,
                  const std::vector<MergeOutcome>& outcomes, const std::vector<MergeChange>& changes,
                  const std::vector<GroupFile>& groups) {
  Json out = {
      {"schema", "sextant/merge/1"},    {"instrument", named(instrument)}, {"unit", merged.unit.id},
      {"round", text(merged.round.id)}, {"respondents", Json::array()},    {"counts", Json::object()},
      {"questions", Json::object()},    {"changes", Json::array()},        {"group_files", Json::object()}};
  for (const Respondent& one : merged.respondents)
    out["respondents"].push_back({{"id", one.id}, {"group", text(one.group)}});
  using Kind = MergeOutcome::Kind;
  for (const Kind kind :
       {Kind::open, Kind::decided, Kind::agreed, Kind::one_view, Kind::dont_know, Kind::no_view}) {
    out["counts"][std::string(name_of(kind))] = std::count_if(
        outcomes.begin(), outcomes.end(), [&](const MergeOutcome& one) { return one.kind == kind; });
  }
  for (const MergeOutcome& one : outcomes) {
    const Question& question = instrument.questions[one.question];
    const Answer& answer = merged.answers[one.question];
    Json entry = {{"outcome", std::string(name_of(one.kind))},
                  {"consensus", one.consensus ? Json(*one.consensus) : Json(nullptr)},
                  {"disputed", one.disputed},
                  {"answer", view_json(instrument, question, answer)},
                  {"said", Json::array()}};
    for (const Said& said : answer.said) {
      Json view = {{"respondent", said.respondent}};
      view.update(view_json(instrument, question, said.answer));
      entry["said"].push_back(std::move(view));
    }
    out["questions"][question.id] = std::move(entry);
  }
  for (const MergeChange& one : changes) {
    const Question& question = instrument.questions[one.question];
    out["changes"].push_back({{"respondent", one.respondent},
                              {"question", question.id},
                              {"before", view_json(instrument, question, one.before)},
                              {"after", view_json(instrument, question, one.after)}});
  }
  for (const GroupFile& one : groups) out["group_files"][one.group] = one.file;
  return dump(out);
}

}  // namespace sextant::json
