#include <algorithm>

#include "engine/text/number.hpp"
#include "reports/document/paper_texts.hpp"

namespace sextant::document {

namespace {

FillIn words(std::vector<Text> label, bool small) {
  FillIn out;
  out.label = std::move(label);
  out.small = small;
  out.keep_with_next = true;
  return out;
}

FillIn line(Text label, bool keep = true) {
  FillIn out;
  out.label = {std::move(label)};
  out.lines = 1;
  out.small = true;
  out.keep_with_next = keep;
  return out;
}

/// Boxes one below the other: levels, options, parts of a checklist, yes and no.
FillIn boxes(const Instrument& instrument, const PaperTexts& texts, const Question& question) {
  FillIn out;
  out.small = texts.several();  // two columns of text take the room of one and a half
  out.keep_with_next = true;
  const auto add = [&](std::size_t index, std::vector<Text> says) {
    out.choices.push_back({paper_key(instrument, question, index), std::move(says)});
  };
  switch (question.type) {
    case QuestionType::level: {
      const std::vector<Level>& levels = instrument.scales[question.scale].levels;
      for (std::size_t i = 0; i < levels.size(); ++i) {
        add(i, texts.each([&](const Tongue& tongue) {
          Run name = texts.of(levels[i].name, tongue);
          name.bold = true;
          if (i >= question.descriptors.size()) return Text{name};
          name.text += tongue.lang == Lang::fr ? "\u00A0: " : ": ";
          return Text{name, texts.of(question.descriptors[i], tongue)};
        }));
      }
      break;
    }
    case QuestionType::yes_no:
      add(0, {texts.joined(Phrase::answer_yes)});
      add(1, {texts.joined(Phrase::answer_no)});
      out.columns = 0;
      break;
    case QuestionType::choice:
    case QuestionType::checklist:
      for (std::size_t i = 0; i < question.options.size(); ++i) add(i, texts.each(question.options[i].text));
      if (question.type == QuestionType::checklist) {
        // Where a part is called 0 itself, the digit is its mark.
        const bool zero = std::any_of(question.options.begin(), question.options.end(),
                                      [](const Option& one) { return one.id == "0"; });
        out.label = {texts.joined(zero ? Phrase::paper_several : Phrase::paper_several_or_none)};
      }
      break;
    default:
      break;
  }
  return out;
}

/// What the levels of a grid mean.
void add_meanings(const Instrument& instrument, const PaperTexts& texts, const Question& question,
                  std::vector<Block>& out) {
  for (const Level& level : instrument.scales[question.scale].levels) {
    if (level.description.empty()) continue;
    out.push_back({words(texts.each([&](const Tongue& tongue) {
      Run name = texts.of(level.name, tongue);
      name.bold = true;
      name.text = level.number + " " + name.text + (tongue.lang == Lang::fr ? "\u00A0: " : ": ");
      return Text{name, texts.of(level.description, tongue)};
    }),
                         true)});
  }
}

/// The rows of a grid with a box for each level.
Table grid(const Instrument& instrument, const PaperTexts& texts, const Question& question) {
  Table out;
  out.compact = true;
  const std::vector<Level>& levels = instrument.scales[question.scale].levels;
  for (const Tongue& tongue : texts.tongues())
    out.columns.push_back({{texts.of(Phrase::paper_statement, tongue)}, 4, Align::start});
  for (const Level& level : levels) {
    Text title = texts.joined(level.name);
    title.insert(title.begin(), Run{level.number + " "});
    out.columns.push_back({std::move(title), 1, Align::start});
  }
  for (const Option& option : question.options) {
    std::vector<Cell> row;
    for (Text& text : texts.each(option.text)) row.push_back({std::move(text)});
    for (const Level& level : levels) row.push_back({plain(level.number), {}, 1, true});
    out.rows.push_back(std::move(row));
  }
  return out;
}

/// "Number, people, from 0 to 100": what to write on the line.
Text number_label(const PaperTexts& texts, const Question& question) {
  return texts.joined([&](const Tongue& tongue) {
    std::string out = question.type == QuestionType::percent ? say(Phrase::paper_per_cent, tongue.lang)
                      : question.unit.empty()                ? say(Phrase::paper_number, tongue.lang)
                                                             : say(Phrase::paper_number_unit, tongue.lang,
                                                                   {{"unit", texts.of(question.unit, tongue).text}});
    Args ends;
    if (question.least) ends.emplace_back("least", shortest(*question.least));
    if (question.most) ends.emplace_back("most", shortest(*question.most));
    const std::string comma = tongue.lang == Lang::ar ? "، " : ", ";
    if (question.least && question.most) {
      out += comma + say(Phrase::paper_between, tongue.lang, ends);
    } else if (!ends.empty()) {
      out += comma + say(question.least ? Phrase::paper_at_least : Phrase::paper_at_most, tongue.lang, ends);
    }
    return texts.of(std::move(out), tongue);
  });
}

void add_answer(const Instrument& instrument, const PaperTexts& texts, const Question& question,
                std::vector<Block>& out) {
  switch (question.type) {
    case QuestionType::grid:
      add_meanings(instrument, texts, question, out);
      out.push_back({words({texts.joined(Phrase::paper_one_a_row)}, false)});
      out.push_back({grid(instrument, texts, question)});
      return;
    case QuestionType::number:
    case QuestionType::percent: {
      FillIn number = line(number_label(texts, question));
      number.small = false;
      out.push_back({std::move(number)});
      return;
    }
    case QuestionType::text: {
      FillIn answer = line(texts.joined(Phrase::paper_answer));
      answer.lines = 7;
      answer.small = false;
      answer.keep_with_next = false;
      out.push_back({std::move(answer)});
      return;
    }
    default:
      out.push_back({boxes(instrument, texts, question)});
      return;
  }
}

}  // namespace

void add_question(const Instrument& instrument, const PaperTexts& texts, std::size_t index,
                  std::vector<Block>& out) {
  const Question& question = instrument.questions[index];
  Text title = {Run{question.id}};
  if (!question.title.empty()) {
    title.push_back({"  "});
    for (Run& run : texts.joined(question.title)) title.push_back(std::move(run));
  }
  out.push_back({Heading{3, std::move(title), question.id, false}});
  if (question.ask_if) {
    out.push_back({words(texts.each([&](const Tongue& tongue) {
      const std::string condition = condition_text(instrument, *question.ask_if, tongue.lang);
      Run run = texts.of(Phrase::paper_only_if, tongue, {{"condition", condition}});
      run.bold = true;
      return Text{run};
    }),
                         texts.several())});
  }
  out.push_back({words(texts.each(question.text), texts.several())});
  if (!question.help.empty()) out.push_back({words(texts.each(question.help), true)});
  add_answer(instrument, texts, question, out);
  FillIn other;
  other.small = texts.several();
  other.columns = 0;
  other.keep_with_next = true;
  if (question.type != QuestionType::text) {
    other.choices.push_back({"d", {texts.joined(Phrase::answer_dont_know)}});
    if (question.not_applicable)
      other.choices.push_back({"a", {texts.joined(Phrase::answer_not_applicable)}});
    out.push_back({std::move(other)});
  }
  if (!question.quality.empty()) {
    FillIn check = words({texts.joined(Phrase::paper_check)}, true);
    for (const Prose& one : question.quality) check.choices.push_back({{}, texts.each(one)});
    // Few are short enough for a line each; more go side by side.
    constexpr std::size_t kFew = 3;
    check.columns = texts.several() || question.quality.size() <= kFew ? 1 : 2;
    out.push_back({std::move(check)});
  }
  if (question.type != QuestionType::text) {
    if (!question.evidence.empty()) {
      out.push_back({words(texts.each([&](const Tongue& tongue) {
        return Text{
            texts.of(Phrase::paper_useful, tongue, {{"evidence", texts.of(question.evidence, tongue).text}})};
      }),
                           true)});
    }
    out.push_back({line(texts.joined(Phrase::paper_evidence))});
    out.push_back({line(texts.joined(Phrase::paper_reason), false)});
  }
}

void add_keying(const Instrument& instrument, const PaperTexts& texts,
                const std::vector<std::size_t>& questions, std::vector<Block>& out) {
  std::vector<Choice> choices;
  std::vector<std::string> written;
  bool several = false;
  std::size_t longest = 0;
  for (const std::size_t index : questions) {
    const Question& question = instrument.questions[index];
    // Texts have a place in the line that is keyed, and are typed afterwards.
    if (question.type == QuestionType::text) written.push_back(question.id);
    Choice choice{{}, {plain(question.id)}};
    const bool digits = question.type == QuestionType::grid || question.type == QuestionType::checklist;
    if (digits) choice.boxes = static_cast<int>(question.options.size());
    if (question.type == QuestionType::number || question.type == QuestionType::percent) choice.boxes = 6;
    several = several || choice.boxes > 1;
    longest = std::max(longest, question.id.size());
    choices.push_back(std::move(choice));
  }
  if (choices.empty()) return;
  out.push_back({Heading{2, texts.joined(Phrase::paper_keying), "", false}});
  FillIn how = words(texts.each([&](const Tongue& tongue) {
    const std::string unknown = say(Phrase::answer_dont_know, tongue.lang);
    const std::string none = say(Phrase::answer_not_applicable, tongue.lang);
    std::string all =
        say(Phrase::paper_keying_how, tongue.lang, {{"dont_know", unknown}, {"not_applicable", none}});
    if (several) all += " " + say(Phrase::paper_keying_several, tongue.lang);
    if (!written.empty())
      all += " " + say(Phrase::paper_keying_text, tongue.lang, {{"ids", listed(written, tongue.lang)}});
    return Text{texts.of(std::move(all), tongue)};
  }),
                     true);
  out.push_back({std::move(how)});
  // In the order of the questions: those with one box in columns, others in rows of their own.
  const int columns = longest <= 14 ? 4 : longest <= 26 ? 3 : 2;
  for (std::size_t begin = 0; begin < choices.size();) {
    const bool one = choices[begin].boxes == 1;
    FillIn strip;
    strip.digits = true;
    strip.columns = one ? columns : 1;
    std::size_t end = begin;
    while (end < choices.size() && (choices[end].boxes == 1) == one) strip.choices.push_back(choices[end++]);
    strip.keep_with_next = end < choices.size();
    out.push_back({std::move(strip)});
    begin = end;
  }
}

}  // namespace sextant::document
