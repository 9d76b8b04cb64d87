#include "reports/json/form_json.hpp"

#include <algorithm>

#include "engine/text/number.hpp"
#include "reports/document/phrases.hpp"
#include "reports/json/values.hpp"

namespace sextant::json {

namespace {

/// The texts in the languages that are loaded, as each language is set in type.
class Texts {
 public:
  explicit Texts(const Instrument& instrument) : instrument_(instrument) {}

  Json operator()(const Prose& prose) const {
    if (prose.empty()) return nullptr;
    Json out = Json::array();
    for (std::size_t i = 0; i < instrument_.languages.size(); ++i) {
      if (!instrument_.loaded[i]) continue;
      out.push_back(i < prose.in.size() ? document::typeset(prose.in[i], instrument_.languages[i])
                                        : std::string());
    }
    return out;
  }

  Json operator()(const std::vector<Prose>& list) const {
    Json out = Json::array();
    for (const Prose& one : list) out.push_back((*this)(one));
    return out;
  }

  Json operator()(const Prompt& prompt) const {
    return {
        {"title", (*this)(prompt.title)}, {"prompt", (*this)(prompt.prompt)}, {"help", (*this)(prompt.help)}};
  }

 private:
  const Instrument& instrument_;
};

const char* type_name(QuestionType type) {
  switch (type) {
    case QuestionType::level:
      return "level";
    case QuestionType::choice:
      return "choice";
    case QuestionType::checklist:
      return "checklist";
    case QuestionType::yes_no:
      return "yes_no";
    case QuestionType::number:
      return "number";
    case QuestionType::percent:
      return "percent";
    case QuestionType::grid:
      return "grid";
    case QuestionType::text:
      return "text";
  }
  return "";
}

Json condition_json(const Condition& condition) {
  using Kind = Condition::Kind;
  switch (condition.kind) {
    case Kind::all:
    case Kind::any:
    case Kind::none: {
      Json parts = Json::array();
      for (const Condition& part : condition.parts) parts.push_back(condition_json(part));
      const char* kind = condition.kind == Kind::all ? "all" : condition.kind == Kind::any ? "any" : "none";
      return {{"kind", kind}, {"parts", parts}};
    }
    case Kind::is:
      return {{"kind", "is"}, {"question", condition.question}, {"options", condition.options}};
    case Kind::at_least:
      return {{"kind", "at_least"}, {"question", condition.question}, {"value", condition.value}};
    case Kind::at_most:
      return {{"kind", "at_most"}, {"question", condition.question}, {"value", condition.value}};
    case Kind::answered:
      break;
  }
  return {{"kind", "answered"}, {"question", condition.question}};
}

Json steps_json(const std::vector<Step>& steps) {
  Json out = Json::array();
  for (const Step& step : steps) out.push_back({{"from", step.from}, {"value", step.value}});
  return out;
}

Json question_json(const Question& question, const Texts& texts) {
  Json options = Json::array();
  for (const Option& option : question.options) {
    options.push_back({{"id", option.id}, {"text", texts(option.text)}, {"value", option.value}});
  }
  Json out = {{"id", question.id},
              {"type", type_name(question.type)},
              {"node", question.node},
              {"scale", question.scale},
              {"not_applicable", question.not_applicable},
              {"title", texts(question.title)},
              {"text", texts(question.text)},
              {"help", texts(question.help)},
              {"evidence", texts(question.evidence)},
              {"quality", texts(question.quality)}};
  switch (question.type) {
    case QuestionType::level:
      out["descriptors"] = texts(question.descriptors);
      break;
    case QuestionType::number:
    case QuestionType::percent:
      out["unit"] = texts(question.unit);
      out["least"] = number(question.least);
      out["most"] = number(question.most);
      out["steps"] = steps_json(question.steps);
      if (question.goalposts) {
        out["goalposts"] = {{"low", question.goalposts->low},
                            {"high", question.goalposts->high},
                            {"log", question.goalposts->log},
                            {"clamp", question.goalposts->clamp}};
      }
      break;
    case QuestionType::checklist:
      out["count"] = question.count == Count::share ? "share"
                     : question.count == Count::sum ? "sum"
                                                    : "steps";
      out["steps"] = steps_json(question.steps);
      break;
    default:
      break;
  }
  if (!question.options.empty()) out["options"] = options;
  if (question.ask_if) out["ask_if"] = condition_json(*question.ask_if);
  return out;
}

Json scales_json(const Instrument& instrument, const Texts& texts) {
  Json out = Json::array();
  for (const Scale& scale : instrument.scales) {
    Json levels = Json::array();
    for (const Level& level : scale.levels) {
      levels.push_back({{"id", level.id},
                        {"number", level.number},
                        {"value", level.value},
                        {"name", texts(level.name)},
                        {"description", texts(level.description)}});
    }
    out.push_back({{"id", scale.id}, {"levels", levels}});
  }
  return out;
}

Json editions_json(const Instrument& instrument, const Texts& texts) {
  Json out = Json::array();
  for (const Edition& edition : instrument.editions) {
    std::string asked;
    for (const bool one : edition.asked) asked += one ? '1' : '0';
    out.push_back({{"id", edition.id},
                   {"title", texts(edition.title)},
                   {"about", texts(edition.about)},
                   {"asked", asked}});
  }
  return out;
}

/// An answer's value as the form holds it: numbers as they were written, levels and options by id.
Json value_json(const Instrument& instrument, const Question& question, const Answer& answer) {
  const auto& levels = instrument.scales[question.scale].levels;
  switch (question.type) {
    case QuestionType::level:
      return levels[*answer.level].id;
    case QuestionType::choice:
      return question.options[answer.chosen.front()].id;
    case QuestionType::yes_no:
      return answer.chosen.front() == 0 ? "yes" : "no";
    case QuestionType::checklist: {
      Json out = Json::array();
      for (const std::size_t part : answer.chosen) out.push_back(question.options[part].id);
      return out;
    }
    case QuestionType::grid: {
      Json out = Json::object();
      for (std::size_t i = 0; i < answer.cells.size(); ++i) {
        if (answer.cells[i]) out[question.options[i].id] = levels[*answer.cells[i]].id;
      }
      return out;
    }
    default:
      return answer.written;
  }
}

}  // namespace

std::string form_instrument(const Instrument& instrument, const FormSetting& setting) {
  const Texts texts(instrument);
  Json languages = Json::array();
  for (std::size_t i = 0; i < instrument.languages.size(); ++i) {
    if (instrument.loaded[i]) languages.push_back(instrument.languages[i]);
  }
  Json nodes = Json::array();
  for (const Node& node : instrument.nodes) {
    nodes.push_back({{"id", node.id},
                     {"parent", node.parent},
                     {"index", node.is_index},
                     {"scale", node.scale},
                     {"title", texts(node.title)},
                     {"about", texts(node.about)}});
  }
  Json questions = Json::array();
  for (const Question& question : instrument.questions) questions.push_back(question_json(question, texts));
  Json outcomes = Json::array();
  for (const Outcome& one : instrument.outcomes) {
    outcomes.push_back({{"id", one.id}, {"title", texts(one.title)}, {"about", texts(one.about)}});
  }
  Json groups = Json::array();
  for (const RespondentGroup& one : instrument.respondent_groups) {
    groups.push_back({{"id", one.id}, {"title", texts(one.title)}});
  }
  const VisionGuide& vision = instrument.vision;
  return dump({{"id", instrument.id},
               {"version", instrument.version},
               {"fingerprint", instrument.fingerprint},
               {"language", setting.language},
               {"languages", languages},
               {"given",
                {{"edition", setting.edition},
                 {"unit", setting.unit},
                 {"round", setting.round},
                 {"date", setting.date}}},
               {"title", texts(instrument.title)},
               {"short_title", texts(instrument.short_title)},
               {"description", texts(instrument.description)},
               {"notice", texts(instrument.notice)},
               {"licence", instrument.licence},
               {"scales", scales_json(instrument, texts)},
               {"nodes", nodes},
               {"editions", editions_json(instrument, texts)},
               {"vision",
                {{"title", texts(vision.title)},
                 {"about", texts(vision.about)},
                 {"purpose", texts(vision.purpose)},
                 {"priorities", texts(vision.priorities)},
                 {"outcomes", texts(vision.outcomes)},
                 {"principles", texts(vision.principles)}}},
               {"outcomes", outcomes},
               {"groups", groups},
               {"questions", questions}});
}

namespace {

std::string in_lines(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : "\n") + text;
  return out;
}

/// As the page holds it: the instrument's outcomes apart, several texts as lines. Null where nothing is said.
Json last_vision(const Instrument& instrument, const Vision& vision) {
  Json aims = Json::array();
  std::vector<std::string> outcomes;
  for (const std::string& one : vision.outcomes) {
    const bool known = std::any_of(instrument.outcomes.begin(), instrument.outcomes.end(),
                                   [&](const Outcome& outcome) { return outcome.id == one; });
    if (known) {
      aims.push_back(one);
    } else {
      outcomes.push_back(one);
    }
  }
  const bool nothing = vision.purpose.empty() && vision.priorities.empty() && vision.outcomes.empty() &&
                       vision.principles.empty();
  if (nothing) return nullptr;
  return {{"aims", aims},
          {"vision",
           {{"purpose", vision.purpose},
            {"priorities", in_lines(vision.priorities)},
            {"outcomes", in_lines(outcomes)},
            {"principles", in_lines(vision.principles)}}}};
}

}  // namespace

std::string form_last_round(const Instrument& instrument, const Assessment& assessment) {
  Json answers = Json::object();
  for (std::size_t i = 0; i < assessment.answers.size(); ++i) {
    const Answer& answer = assessment.answers[i];
    const Question& question = instrument.questions[i];
    Json one = Json::object();
    if (answer.state == AnswerState::answered) {
      one["value"] = value_json(instrument, question, answer);
    } else if (answer.state == AnswerState::dont_know || answer.state == AnswerState::not_applicable) {
      one["state"] = std::string(name_of(answer.state));
    } else {
      continue;
    }
    if (!answer.because.empty()) one["because"] = answer.because;
    for (const Evidence& source : answer.evidence) {
      Json item = {{"title", source.title}, {"grade", source.grade}};
      if (!source.year.empty()) item["year"] = source.year;
      if (!source.where.empty()) item["where"] = source.where;
      one["evidence"].push_back(item);
    }
    answers[question.id] = one;
  }
  Json priorities = Json::array();
  for (const Priority& one : assessment.priorities)
    priorities.push_back({{"node", one.node}, {"reason", one.reason}});
  return dump({{"round", assessment.round.id},
               {"answers", answers},
               {"vision", last_vision(instrument, assessment.vision)},
               {"priorities", priorities}});
}

}  // namespace sextant::json
