#include "reports/sheet/sheet.hpp"

#include <array>

#include "engine/exchange/titles.hpp"
#include "reports/csv/compare_csv.hpp"
#include "reports/sheet/pages.hpp"

namespace sextant::sheet {

namespace {

Scene scene_of(const Instrument& instrument, const Setting& setting, const Assessment* answers,
               const ActionLibrary* library) {
  return {instrument,
          setting,
          answers,
          library,
          instrument.language(setting.language),
          lang_of(setting.language)};
}

/// Lines of a table of answers.
class Lines {
 public:
  explicit Lines(const Scene& scene) : scene_(scene) {
    for (const std::string_view field : kFields) {
      for (const exchange::Title& one : exchange::kAnswerTitles) {
        if (one.field != field || (field == "-" && one.title.en != "Question")) continue;
        out_ += (out_.empty() ? "" : ",") + csv::cell(std::string(one.title(scene.lang)));
        break;
      }
    }
    out_ = "\xEF\xBB\xBF" + out_ + "\n";
  }

  void add(std::size_t index) {
    const Question& question = scene_.instrument.questions[index];
    static const Answer kNone;
    const Answer* const given = answer_to(scene_, index);
    const Answer& answer = given == nullptr ? kNone : *given;
    const std::string asked = scene_(question.text.empty() ? question.title : question.text);
    const Evidence first = answer.evidence.empty() ? Evidence() : answer.evidence.front();
    line({question.id, asked, "", value_word(scene_, question, answer), state_word(scene_, answer.state),
          answer.because, first.title, first.year, first.where, grade(answer, 0),
          confidence_word(scene_, answer.confidence), answer.owner, answer.date, answer.feedback});
    for (std::size_t i = 0; in_parts(question) && i < question.options.size(); ++i) {
      line({question.id, scene_(question.options[i].text), question.options[i].id,
            part_word(scene_, question, answer, i), "", "", "", "", "", "", "", "", "", ""});
    }
    for (std::size_t i = 1; i < answer.evidence.size(); ++i) {
      const Evidence& one = answer.evidence[i];
      line({question.id, "", "", "", "", "", one.title, one.year, one.where, grade(answer, i), "", "", "",
            ""});
    }
  }

  std::string take() { return std::move(out_); }

 private:
  static constexpr std::array<std::string_view, 14> kFields = {"id",
                                                               "-",
                                                               "part",
                                                               "value",
                                                               "state",
                                                               "because",
                                                               "evidence.title",
                                                               "evidence.year",
                                                               "evidence.where",
                                                               "evidence.grade",
                                                               "confidence",
                                                               "owner",
                                                               "date",
                                                               "feedback"};

  static std::string grade(const Answer& answer, std::size_t index) {
    return index < answer.evidence.size() ? std::to_string(answer.evidence[index].grade) : "";
  }

  void line(const std::array<std::string, kFields.size()>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) out_ += (i == 0 ? "" : ",") + csv::cell(cells.at(i));
    out_ += "\n";
  }

  const Scene& scene_;
  std::string out_;
};

/// Whether there is anything beside the answers.
bool has_more(const Assessment& all) {
  return !(all.vision == Vision{}) || !all.targets.empty() || !all.priorities.empty() ||
         !all.feedback.empty() || !all.plan.empty() || !all.notes.empty() || !all.respondents.empty();
}

}  // namespace

Written workbook(const Instrument& instrument, const Setting& setting, const Assessment* answers,
                 const ActionLibrary* library) {
  const Scene scene = scene_of(instrument, setting, answers, library);
  Book book(scene(instrument.title), answers == nullptr ? "" : answers->round.date,
            right_to_left(setting.language));
  const bool whole = !setting.pillar;
  guide_page(book, scene);
  if (whole) vision_page(book, scene);
  for (const Section& section : sections(scene)) section_page(book, scene, section);
  if (whole) {
    priorities_page(book, scene);
    if (answers != nullptr) plan_page(book, scene);
    feedback_page(book, scene);
  }
  origin_page(book, scene);
  Written out{book.finish(), not_carried(scene)};
  out.left_out.insert(out.left_out.end(), book.too_long().begin(), book.too_long().end());
  return out;
}

Written table(const Instrument& instrument, const Setting& setting, const Assessment* answers) {
  const Scene scene = scene_of(instrument, setting, answers, nullptr);
  Lines lines(scene);
  for (const Section& section : sections(scene)) {
    for (const std::size_t question : section.questions) lines.add(question);
  }
  Written out{lines.take(), not_carried(scene)};
  if (answers != nullptr && has_more(*answers)) out.left_out.emplace_back("beside");
  return out;
}

}  // namespace sextant::sheet
