#include <algorithm>
#include <array>

#include "engine/exchange/page_words.hpp"
#include "engine/exchange/titles.hpp"
#include "engine/text/number.hpp"
#include "reports/sheet/pages.hpp"

namespace sextant::sheet {

namespace {

/// The columns in their order.
struct Shape {
  std::string_view field;
  std::string_view title;  ///< the English one, where the field is that of several columns
  double width;
};
constexpr std::array<Shape, 16> kShape = {{{"id", "", 11},
                                           {"-", "Question", 50},
                                           {"-", "Levels and choices", 52},
                                           {"value", "", 19},
                                           {"state", "", 14},
                                           {"because", "", 34},
                                           {"evidence.title", "", 26},
                                           {"evidence.year", "", 10},
                                           {"evidence.where", "", 24},
                                           {"evidence.grade", "", 10},
                                           {"confidence", "", 12},
                                           {"owner", "", 18},
                                           {"respondent", "", 14},
                                           {"date", "", 12},
                                           {"feedback", "", 30},
                                           {"part", "", 10}}};
constexpr int kPart = 15;
/// What is printed ends with the evidence: further columns would make the type too small to read.
constexpr int kPrinted = 7;

int column_of(std::string_view field) {
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    if (kShape.at(i).field == field) return static_cast<int>(i);
  }
  return 0;
}

std::string title_of(const Scene& scene, const Shape& shape) {
  for (const exchange::Title& one : exchange::kAnswerTitles) {
    if (one.field == shape.field && (shape.title.empty() || one.title.en == shape.title))
      return std::string(one.title(scene.lang));
  }
  return {};
}

class SectionWriter {
 public:
  SectionWriter(Book& book, const Scene& scene) : book_(book), scene_(scene) {
    if (scene.answers == nullptr) return;
    for (const Respondent& one : scene.answers->respondents) respondents_.push_back(one.id);
  }

  void write(const Section& section) {
    const Node& node = scene_.instrument.nodes[section.node];
    const std::string title = node.title.empty() ? node.id : scene_(node.title);
    Layout layout;
    layout.name = title;
    layout.right_to_left = right_to_left(scene_.setting.language);
    for (const Shape& shape : kShape) layout.columns.push_back({shape.width, shape.field == "part"});
    layout.frozen_rows = kTitles + 1;
    layout.frozen_columns = 1;
    layout.repeated_row = kTitles;
    layout.printed_columns = kPrinted;
    layout.footer = footer(scene_);
    book_.page(layout);
    book_.text(0, 0, title, Style::title);
    book_.text(0, kPart, mark(scene_), Style::small);
    book_.text(1, 0, scene_(node.about), Style::note);
    for (std::size_t i = 0; i < kShape.size(); ++i)
      book_.text(kTitles, static_cast<int>(i), title_of(scene_, kShape.at(i)), Style::header);
    row_ = kTitles + 1;
    std::size_t last = section.node;
    for (const std::size_t index : section.questions) {
      const Question& question = scene_.instrument.questions[index];
      if (question.node != last) heading(question.node);
      last = question.node;
      one(index);
    }
  }

 private:
  static constexpr int kTitles = 2;

  void heading(std::size_t node) {
    const Node& one = scene_.instrument.nodes[node];
    const std::string text = one.title.empty() ? one.id : scene_(one.title);
    for (std::size_t i = 0; i < kShape.size(); ++i)
      book_.text(row_, static_cast<int>(i), i == 1 ? text : "", Style::section);
    ++row_;
  }

  void one(std::size_t index) {
    const Question& question = scene_.instrument.questions[index];
    static const Answer kNone;
    const Answer* const given = answer_to(scene_, index);
    const Answer& answer = given == nullptr ? kNone : *given;
    book_.text(row_, 0, question.id, Style::small);
    book_.rich(row_, 1, asked(question));
    book_.rich(row_, 2, choices(question));
    value(question, answer);
    state(question, answer);
    fill("because", answer.because);
    evidence(answer.evidence.empty() ? Evidence() : answer.evidence.front(), answer.evidence.empty());
    book_.text(row_, column_of("confidence"), confidence_word(scene_, answer.confidence), Style::pick);
    book_.takes(row_, column_of("confidence"),
                choose(scene_, {confidence_word(scene_, "low"), confidence_word(scene_, "medium"),
                                confidence_word(scene_, "high")}));
    fill("owner", answer.owner);
    fill("respondent", answer.respondent);
    if (!respondents_.empty()) book_.takes(row_, column_of("respondent"), choose(scene_, respondents_));
    book_.day(row_, column_of("date"), answer.date);
    fill("feedback", answer.feedback);
    ++row_;
    parts(question, answer);
    for (std::size_t i = 1; i < answer.evidence.size(); ++i) {
      blank_line(question);
      book_.text(row_, 1, scene_(exchange::page::kFurtherEvidence), Style::plain);
      evidence(answer.evidence[i], false);
      ++row_;
    }
  }

  /// The beginning of a line that belongs to the question above it.
  void blank_line(const Question& question) {
    for (int column = 0; column < kPart; ++column) book_.text(row_, column, "", Style::plain);
    book_.text(row_, 0, question.id, Style::small);
  }

  std::vector<std::pair<bool, std::string>> asked(const Question& question) const {
    std::vector<std::pair<bool, std::string>> out;
    if (!question.title.empty() && !question.text.empty())
      out.emplace_back(true, scene_(question.title) + "\n");
    out.emplace_back(question.title.empty(), scene_(question.text.empty() ? question.title : question.text));
    if (!question.help.empty()) out.emplace_back(false, "\n" + scene_(question.help));
    if (question.ask_if)
      out.emplace_back(true, "\n" + scene_({"Asked only in some cases: leave it empty where it does not fit.",
                                            "Posée dans certains cas seulement : laissez vide si elle ne "
                                            "convient pas."}));
    for (std::size_t i = 0; i < question.quality.size(); ++i) {
      if (i == 0)
        out.emplace_back(
            true, "\n" + scene_({"A good answer rests on this:", "Une bonne réponse s'appuie sur ceci :"}));
      out.emplace_back(false, "\n• " + scene_(question.quality[i]));
    }
    return out;
  }

  std::vector<std::pair<bool, std::string>> choices(const Question& question) const {
    std::vector<std::pair<bool, std::string>> out;
    const auto add = [&](const std::string& name, const std::string& text) {
      out.emplace_back(true, (out.empty() ? "" : "\n") + name);
      if (!text.empty()) out.emplace_back(false, (name.empty() ? "" : ". ") + text);
    };
    const Scale& scale = scene_.instrument.scales[question.scale];
    if (question.type == QuestionType::level) {
      for (std::size_t i = 0; i < scale.levels.size(); ++i) {
        const std::string text = i < question.descriptors.size() ? scene_(question.descriptors[i])
                                                                 : scene_(scale.levels[i].description);
        add(level_word(scene_, scale, i, question.descriptors), text);
      }
    } else if (question.type == QuestionType::grid) {
      for (std::size_t i = 0; i < scale.levels.size(); ++i)
        add(level_word(scene_, scale, i), scene_(scale.levels[i].description));
    } else if (question.type == QuestionType::choice) {
      for (std::size_t i = 0; i < question.options.size(); ++i) add(option_word(scene_, question, i), {});
    } else if (question.type == QuestionType::yes_no) {
      add(yes_no_word(scene_, true) + " / " + yes_no_word(scene_, false), {});
    } else {
      add(how(question), {});
    }
    if (!question.evidence.empty())
      out.emplace_back(false, "\n" + scene_({"Evidence: ", "Preuves : "}) + scene_(question.evidence));
    return out;
  }

  /// What to write where there is nothing to choose from.
  std::string how(const Question& question) const {
    if (question.type == QuestionType::text) return scene_({"In your own words", "Dans vos propres mots"});
    if (question.type == QuestionType::checklist)
      return scene_({"Yes or no for each line below", "Oui ou non pour chaque ligne ci-dessous"});
    std::string out = question.type == QuestionType::percent ? scene_({"A percentage", "Un pourcentage"})
                                                             : scene_({"A number", "Un nombre"});
    if (question.least && question.most)
      out += scene_({" from ", " de "}) + shortest(*question.least) + scene_({" to ", " à "}) +
             shortest(*question.most);
    if (!question.unit.empty()) out += " (" + scene_(question.unit) + ")";
    return out;
  }

  void fill(std::string_view field, const std::string& text) {
    book_.text(row_, column_of(field), text, Style::fill);
  }

  void value(const Question& question, const Answer& answer) {
    const int column = column_of("value");
    Choice choice;
    if (in_parts(question)) {
      book_.text(row_, column, "", Style::plain);
      return;
    }
    const std::string text = value_word(scene_, question, answer);
    const auto number = parse_number(text);
    const bool numeric = question.type == QuestionType::number || question.type == QuestionType::percent;
    if (numeric) {
      choice.number = true;
      choice.least = question.least;
      choice.most = question.most;
      choice.hint = how(question);
      choice.refusal = choice.hint;
    } else if (question.type == QuestionType::level) {
      choice =
          choose(scene_, level_words(scene_, scene_.instrument.scales[question.scale], question.descriptors));
      choice.hint = scene_({"The highest level whose description is wholly true.",
                            "Le niveau le plus haut dont la description est entièrement vraie."});
    } else if (question.type == QuestionType::choice) {
      std::vector<std::string> words;
      for (std::size_t i = 0; i < question.options.size(); ++i)
        words.push_back(option_word(scene_, question, i));
      choice = choose(scene_, std::move(words));
    } else if (question.type == QuestionType::yes_no) {
      choice = choose(scene_, {yes_no_word(scene_, true), yes_no_word(scene_, false)});
    }
    choice.title = scene_(label(question));
    if (numeric && number && shortest(*number) == text) {
      book_.number(row_, column, *number, Style::pick);
    } else {
      book_.text(row_, column, text, question.type == QuestionType::text ? Style::fill : Style::pick);
    }
    book_.takes(row_, column, choice);
  }

  void state(const Question& question, const Answer& answer) {
    std::vector<std::string> words = {state_word(scene_, AnswerState::dont_know)};
    if (question.not_applicable) words.push_back(state_word(scene_, AnswerState::not_applicable));
    book_.text(row_, column_of("state"), state_word(scene_, answer.state), Style::pick);
    book_.takes(row_, column_of("state"), choose(scene_, std::move(words)));
  }

  void evidence(const Evidence& one, bool none) {
    fill("evidence.title", one.title);
    fill("evidence.year", one.year);
    fill("evidence.where", one.where);
    const int column = column_of("evidence.grade");
    if (none) {
      book_.text(row_, column, "", Style::pick);
    } else {
      book_.number(row_, column, one.grade, Style::pick);
    }
    Choice grade;
    grade.number = true;
    grade.least = 0;
    constexpr double kMostGrade = 4;
    grade.most = kMostGrade;
    grade.title = scene_({"Strength of the evidence", "Solidité de la preuve"});
    grade.hint =
        scene_({"0 none, 1 an assertion, 2 a named document, 3 dated and accessible, 4 verified by others.",
                "0 aucune, 1 une affirmation, 2 un document nommé, 3 daté et accessible, 4 vérifié par des "
                "tiers."});
    grade.refusal = grade.hint;
    book_.takes(row_, column, grade);
  }

  /// A line for each part of a checklist or cell of a grid.
  void parts(const Question& question, const Answer& answer) {
    if (!in_parts(question)) return;
    const std::vector<std::string> words =
        question.type == QuestionType::checklist
            ? std::vector<std::string>{yes_no_word(scene_, true), yes_no_word(scene_, false)}
            : level_words(scene_, scene_.instrument.scales[question.scale]);
    for (std::size_t i = 0; i < question.options.size(); ++i) {
      blank_line(question);
      const Option& option = question.options[i];
      book_.text(row_, 2, option.text.empty() ? option.id : scene_(option.text), Style::plain);
      book_.text(row_, column_of("value"), part_word(scene_, question, answer, i), Style::pick);
      book_.takes(row_, column_of("value"), choose(scene_, words));
      book_.text(row_, kPart, option.id, Style::small);
      ++row_;
    }
  }

  Book& book_;
  const Scene& scene_;
  std::vector<std::string> respondents_;
  int row_ = 0;
};

}  // namespace

void section_page(Book& book, const Scene& scene, const Section& section) {
  SectionWriter(book, scene).write(section);
}

}  // namespace sextant::sheet
