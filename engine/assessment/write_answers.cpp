#include "engine/assessment/write_answers.hpp"

#include <algorithm>

#include "engine/syntax/write_yaml.hpp"
#include "engine/text/number.hpp"

namespace sextant {

namespace {

using yaml::add;
using yaml::Layout;

void add_text(Tree& map, const char* key, const std::string& text) {
  if (!text.empty()) add(map, key, yaml::text(text));
}

void add_words(Tree& map, const char* key, const std::vector<std::string>& words) {
  Tree list = yaml::list({});
  for (const std::string& one : words) list.items.push_back(yaml::text(one));
  if (!words.empty()) add(map, key, std::move(list));
}

/// A number as it was written, in quotes where some reader would take it for another.
Tree number(const std::string& written) {
  const std::size_t digits = written.front() == '-' ? 1 : 0;
  const bool usual = written.find_first_not_of("0123456789.", digits) == std::string::npos &&
                     written.find('.') != digits && written.back() != '.' && written.size() > digits &&
                     (written[digits] != '0' || written.size() == digits + 1 || written[digits + 1] == '.');
  return usual ? yaml::word(written) : yaml::text(written);
}

void add_date(Tree& map, const std::string& date) {
  if (!date.empty()) add(map, "date", yaml::word(date));
}

/// A level by its number, or by its id where the number is a word that means something else.
Tree level(const Scale& scale, std::size_t index) {
  const Level& one = scale.levels[index];
  const bool state =
      one.number == "dont_know" || one.number == "not_applicable" || one.number == "unanswered";
  if (state || find_level(scale, one.number) != index) return yaml::text(one.id);
  return parse_number(one.number) ? number(one.number) : yaml::text(one.number);
}

/// The value of an answered question.
Tree given(const Instrument& instrument, const Question& question, const Answer& answer) {
  const Scale& scale = instrument.scales[question.scale];
  switch (question.type) {
    case QuestionType::level:
      return level(scale, *answer.level);
    case QuestionType::choice:
      return yaml::text(question.options[answer.chosen.front()].id);
    case QuestionType::yes_no:
      return yaml::word(answer.chosen.front() == 0 ? "yes" : "no");
    case QuestionType::number:
    case QuestionType::percent:
      return number(answer.written);
    case QuestionType::text:
      return yaml::text(answer.written);
    case QuestionType::checklist: {
      Tree out = yaml::list({});
      for (const std::size_t part : answer.chosen) out.items.push_back(yaml::text(question.options[part].id));
      return out;
    }
    case QuestionType::grid: {
      Tree out = yaml::map();
      for (std::size_t cell = 0; cell < answer.cells.size(); ++cell) {
        if (answer.cells[cell]) add(out, question.options[cell].id, level(scale, *answer.cells[cell]));
      }
      return out;
    }
  }
  return {};
}

/// An answer as a value alone. Of type text words for states are texts, so that its states need `state`.
Tree value(const Instrument& instrument, const Question& question, const Answer& answer) {
  return answer.state == AnswerState::answered ? given(instrument, question, answer)
                                               : yaml::word(std::string(name_of(answer.state)));
}

void add_value(Tree& map, const Instrument& instrument, const Question& question, const Answer& answer) {
  const bool state = answer.state != AnswerState::answered && question.type == QuestionType::text;
  add(map, state ? "state" : "value", value(instrument, question, answer));
}

/// What stands behind an answer.
void add_behind(Tree& map, const Instrument& instrument, const Question& question, const Answer& answer) {
  add_text(map, "because", answer.because);
  Tree evidence = yaml::list({});
  for (const Evidence& one : answer.evidence) {
    Tree source = yaml::map();
    add(source, "title", yaml::text(one.title));
    if (!one.year.empty())
      add(source, "year", parse_number(one.year) ? number(one.year) : yaml::text(one.year));
    add_text(source, "where", one.where);
    const int by_default = one.where.empty() && one.year.empty() ? 1 : 2;
    if (one.grade != by_default) add(source, "grade", yaml::word(std::to_string(one.grade)));
    evidence.items.push_back(std::move(source));
  }
  if (!evidence.items.empty()) add(map, "evidence", std::move(evidence));
  add_text(map, "confidence", answer.confidence);
  add_text(map, "respondent", answer.respondent);
  add_date(map, answer.date);
  add_text(map, "owner", answer.owner);
  add_text(map, "feedback", answer.feedback);
  Tree history = yaml::list({});
  for (const Earlier& one : answer.history) {
    Tree earlier = yaml::map();
    add_value(earlier, instrument, question, one.answer);
    add_date(earlier, one.date);
    add_text(earlier, "reason", one.reason);
    history.items.push_back(std::move(earlier));
  }
  if (!history.items.empty()) add(map, "history", std::move(history));
}

/// The long form of an answer, without its value.
Tree behind(const Instrument& instrument, const Question& question, const Answer& answer) {
  Tree out = yaml::map();
  add_behind(out, instrument, question, answer);
  Tree said = yaml::list({});
  for (const Said& one : answer.said) {
    Tree view = yaml::map();
    add(view, "respondent", yaml::text(one.respondent));
    add_value(view, instrument, question, one.answer);
    add_behind(view, instrument, question, one.answer);
    said.items.push_back(std::move(view));
  }
  if (!said.items.empty()) add(out, "said", std::move(said));
  return out;
}

/// Whether cells of a grid could be taken for the keys of a long answer.
bool needs_value_key(const Tree& cells) {
  return cells.is_map() && (cells.find("value") != nullptr || cells.find("state") != nullptr);
}

std::string written(const Instrument& instrument, const Question& question, const Answer& answer,
                    std::size_t language) {
  constexpr std::size_t kIndent = 2;
  const std::string name =
      answer.level ? instrument.scales[question.scale].levels[*answer.level].name(language) : "";
  Tree more = behind(instrument, question, answer);
  const Tree one = value(instrument, question, answer);
  const bool state = answer.state != AnswerState::answered && question.type == QuestionType::text;
  const bool nothing = answer.state == AnswerState::unanswered;
  if (more.entries.empty() && nothing) return yaml::entry(question.id, {}, kIndent);
  if (more.entries.empty() && !state && !needs_value_key(one))
    return yaml::entry(question.id, one, kIndent, Layout::compact, name);
  std::string out = yaml::entry(question.id, {}, kIndent);
  // A mapping without a value would be taken for the cells of a grid.
  if (nothing && question.type == QuestionType::grid) {
    out += yaml::entry("state", one, 2 * kIndent);
  } else if (!nothing) {
    out += yaml::entry(state ? "state" : "value", one, 2 * kIndent, Layout::compact, name);
  }
  for (const TreeEntry& key : more.entries) {
    const bool list = key.value.is_list();
    out += yaml::entry(key.key, key.value, 2 * kIndent, list ? Layout::open : Layout::compact);
  }
  return out;
}

std::string all_answers(const Instrument& instrument, const Assessment& assessment, std::size_t language) {
  std::string out;
  std::optional<std::size_t> node;
  for (std::size_t q = 0; q < instrument.questions.size(); ++q) {
    const Question& question = instrument.questions[q];
    const Answer& answer = assessment.answers[q];
    const bool asked = !assessment.edition || instrument.editions[*assessment.edition].asked[q];
    if (!asked && answer == Answer()) continue;
    if (node != question.node) {
      node = question.node;
      std::string path = instrument.nodes[*node].title(language);
      for (std::size_t up = *node; up != 0 && instrument.nodes[up].parent != 0;) {
        up = instrument.nodes[up].parent;
        path = instrument.nodes[up].title(language) + " / " + path;
      }
      out += "\n" + yaml::comment(2, "== ", path);
    }
    out += "\n" + yaml::comment(2, "", question.text(language));
    out += written(instrument, question, answer, language);
  }
  return out.empty() ? "" : "answers:\n" + out + "\n";
}

void add_local(Tree& map, const LocalText& name) {
  if (name.empty()) return;
  if (name.size() == 1 && name.front().first.empty()) {
    add(map, "name", yaml::text(name.front().second));
    return;
  }
  Tree texts = yaml::map();
  for (const auto& [language, words] : name) add(texts, language, yaml::text(words));
  add(map, "name", std::move(texts));
}

Tree unit_of(const Unit& unit) {
  Tree out = yaml::map();
  add(out, "id", yaml::text(unit.id));
  add_text(out, "iso", unit.iso);
  add_local(out, unit.name);
  add_text(out, "kind", unit.kind);
  add_text(out, "group", unit.group);
  add_words(out, "aliases", unit.aliases);
  return out;
}

Tree round_of(const Round& round) {
  Tree out = yaml::map();
  add_text(out, "id", round.id);
  add_date(out, round.date);
  add_local(out, round.name);
  if (round.closed) add(out, "closed", yaml::word("yes"));
  return out;
}

Tree respondents_of(const std::vector<Respondent>& respondents) {
  Tree out = yaml::list({});
  for (const Respondent& one : respondents) {
    Tree tree = yaml::map();
    add(tree, "id", yaml::text(one.id));
    add_text(tree, "ministry", one.ministry);
    add_text(tree, "role", one.role);
    add_text(tree, "group", one.group);
    add_text(tree, "name", one.name);
    out.items.push_back(std::move(tree));
  }
  return out;
}

Tree vision_of(const Vision& vision) {
  Tree out = yaml::map();
  add_text(out, "purpose", vision.purpose);
  add_words(out, "priorities", vision.priorities);
  add_words(out, "outcomes", vision.outcomes);
  add_words(out, "principles", vision.principles);
  return out;
}

Tree targets_of(const Instrument& instrument, const std::vector<Target>& targets) {
  Tree out = yaml::map();
  for (const Target& one : targets) {
    const Node& node = instrument.nodes[one.node];
    add(out, node.id, yaml::text(instrument.scales[node.scale].levels[one.level].id));
  }
  return out;
}

Tree priorities_of(const std::vector<Priority>& priorities) {
  Tree out = yaml::list({});
  for (const Priority& one : priorities) {
    Tree tree = yaml::map();
    add(tree, "node", yaml::text(one.node));
    add_text(tree, "reason", one.reason);
    out.items.push_back(std::move(tree));
  }
  return out;
}

Tree decisions_of(const Instrument& instrument, const Assessment& assessment) {
  Tree out = yaml::list({});
  for (const Decision& one : assessment.decisions) {
    const Question& question = instrument.questions[one.question];
    Tree tree = yaml::map();
    add(tree, "question", yaml::text(question.id));
    add(tree, "value", value(instrument, question, assessment.answers[one.question]));
    add(tree, "reason", yaml::text(one.reason));
    add_date(tree, one.date);
    out.items.push_back(std::move(tree));
  }
  return out;
}

Tree feedback_of(const std::vector<Feedback>& feedback) {
  Tree out = yaml::map();
  for (const Feedback& one : feedback) {
    Tree texts = yaml::list({});
    for (const std::string& text : one.texts) texts.items.push_back(yaml::text(text));
    add(out, one.topic, one.texts.size() == 1 ? texts.items.front() : std::move(texts));
  }
  return out;
}

Tree contributions_of(const Instrument& instrument, const std::vector<Contribution>& contributions) {
  Tree out = yaml::list({});
  for (const Contribution& one : contributions) {
    Tree tree = yaml::map();
    add(tree, "respondent", yaml::text(one.respondent));
    const auto put = [&](const char* key, Tree value) {
      if (!value.items.empty() || !value.entries.empty()) add(tree, key, std::move(value));
    };
    put("vision", vision_of(one.vision));
    put("targets", targets_of(instrument, one.targets));
    put("priorities", priorities_of(one.priorities));
    put("feedback", feedback_of(one.feedback));
    add_text(tree, "notes", one.notes);
    out.items.push_back(std::move(tree));
  }
  return out;
}

}  // namespace

std::string write_answers(const Instrument& instrument, const Assessment& assessment) {
  const std::size_t language = instrument.language(assessment.language);
  std::string out = "sextant: answers/1\n" + yaml::comment(0, "", instrument.title(language));
  const auto put = [&](const char* key, const Tree& value, Layout layout = Layout::compact) {
    if (!value.items.empty() || !value.entries.empty()) out += yaml::entry(key, value, 0, layout);
  };
  Tree name = yaml::map();
  add(name, "id", yaml::text(instrument.id));
  add_text(name, "version", assessment.instrument_version);
  add_text(name, "file", assessment.instrument_file);
  put("instrument", name);
  if (assessment.edition)
    out += yaml::entry("edition", yaml::text(instrument.editions[*assessment.edition].id), 0);
  put("unit", unit_of(assessment.unit));
  put("round", round_of(assessment.round));
  if (!assessment.language.empty()) out += yaml::entry("language", yaml::text(assessment.language), 0);
  put("respondents", respondents_of(assessment.respondents), Layout::open);
  out += all_answers(instrument, assessment, language);
  put("vision", vision_of(assessment.vision), Layout::open);
  put("targets", targets_of(instrument, assessment.targets), Layout::open);
  put("priorities", priorities_of(assessment.priorities), Layout::open);
  put("decisions", decisions_of(instrument, assessment), Layout::open);
  put("plan", plan_tree(instrument, assessment.plan), Layout::open);
  put("feedback", feedback_of(assessment.feedback), Layout::open);
  put("contributions", contributions_of(instrument, assessment.contributions), Layout::open);
  if (!assessment.notes.empty()) out += yaml::entry("notes", yaml::text(assessment.notes), 0);
  return out;
}

}  // namespace sextant
