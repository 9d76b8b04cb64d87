#pragma once

#include <functional>
#include <string>
#include <vector>

#include "reports/document/paper_form.hpp"
#include "reports/document/phrases.hpp"

namespace sextant::document {

/// A language of a paper questionnaire.
struct Tongue {
  std::string tag;        ///< of the program's words
  Lang lang = Lang::en;   ///< which they are
  std::size_t index = 0;  ///< of the instrument's languages
};

/// Texts of an instrument and of the program in every language of a paper questionnaire, each run marked with
/// its language.
class PaperTexts {
 public:
  explicit PaperTexts(const PaperInput& input);

  [[nodiscard]] const std::vector<Tongue>& tongues() const { return tongues_; }
  [[nodiscard]] bool several() const { return tongues_.size() > 1; }

  /// The instrument's text in one language.
  [[nodiscard]] Run of(const Prose& prose, const Tongue& tongue) const;
  [[nodiscard]] Run of(Phrase phrase, const Tongue& tongue, const Args& args = {}) const;
  /// Words of the program that were put together elsewhere.
  [[nodiscard]] Run of(std::string words, const Tongue& tongue) const;

  /// In each language, to stand side by side.
  [[nodiscard]] std::vector<Text> each(const Prose& prose) const;
  [[nodiscard]] std::vector<Text> each(Phrase phrase, const Args& args = {}) const;
  [[nodiscard]] std::vector<Text> each(const std::function<Text(const Tongue&)>& make) const;
  /// All languages one after the other: "Priorities / Priorités". What is the same in all is said once.
  [[nodiscard]] Text joined(const Prose& prose) const;
  [[nodiscard]] Text joined(Phrase phrase, const Args& args = {}) const;
  [[nodiscard]] Text joined(const std::function<Run(const Tongue&)>& make) const;

 private:
  const Instrument& instrument_;
  std::vector<Tongue> tongues_;
};

/// What is printed beside a box and keyed for it, as `sextant answer --keying` takes it: a level's number,
/// the place of an option. `index` is a level's or an option's; of a grid, a level's.
std::string paper_key(const Instrument& instrument, const Question& question, std::size_t index);

/// "CI-02 is 3 or more" of a condition, in one language.
std::string condition_text(const Instrument& instrument, const Condition& condition, Lang lang);

/// A question's blocks, heading included.
void add_question(const Instrument& instrument, const PaperTexts& texts, std::size_t question,
                  std::vector<Block>& out);
/// The boxes that an assistant copies the digits of some questions into.
void add_keying(const Instrument& instrument, const PaperTexts& texts,
                const std::vector<std::size_t>& questions, std::vector<Block>& out);
/// What stands after the questions: vision, priorities, targets.
void add_vision(const Instrument& instrument, const PaperTexts& texts, std::vector<Block>& out);
void add_priorities(const Instrument& instrument, const PaperTexts& texts, std::vector<Block>& out);
void add_feedback(const PaperTexts& texts, std::vector<Block>& out);

}  // namespace sextant::document
