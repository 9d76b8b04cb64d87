#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/instrument/model.hpp"

/// What a text that a person typed means as an answer.
namespace sextant::exchange {

/// Without the blanks around it, of whatever kind: no-break and zero-width ones too.
std::string trimmed(std::string_view text);

/// A text as it is compared: folded, with signs and runs of blanks as single blanks. "3 – Établi" is "3
/// etabli".
std::string plain(std::string_view text);

/// Words that may stand for one thing, found by what was written.
class Vocabulary {
 public:
  /// `is` may be written `as`.
  void add(const std::string& as, std::string is);
  /// The things that a text may mean: exactly as written, else as compared. Each once.
  std::vector<std::string> find(std::string_view text) const;
  /// What to offer as choices: the things themselves.
  std::vector<std::string> choices() const;

 private:
  std::vector<std::pair<std::string, std::string>> exact_;
  std::vector<std::pair<std::string, std::string>> compared_;
};

/// The levels of a scale by id, number, name and description in every language, and these together.
Vocabulary levels_of(const Scale& scale, const std::vector<Prose>& descriptors);
/// Options, parts or cells by id and text.
Vocabulary options_of(const std::vector<Option>& options);
/// The first of the wordings that a vocabulary takes for this one thing; the last one otherwise.
std::string clear_word(const Vocabulary& words, const std::string& is,
                       const std::vector<std::string>& wordings);
/// How a level is shown where it is chosen, in a language of the instrument: "3 – Established", or whatever
/// of its names means it alone.
std::string level_label(const Scale& scale, std::size_t level, std::size_t language,
                        const std::vector<Prose>& descriptors = {});
/// An option's text, or its id where the text means another one too.
std::string option_label(const std::vector<Option>& options, std::size_t option, std::size_t language);
Vocabulary yes_and_no();
/// "dont_know", "not_applicable" and "unanswered", and their usual words in English and French.
Vocabulary states();

/// A number as people write it: "1 234,5" and "12.5 %" are numbers, also in Arabic or full-width digits.
/// Canonical texts that it may stand for: none where it is no number, two where a comma may divide thousands
/// or decimals ("1,234").
std::vector<std::string> numbers_in(std::string_view text, bool percent);

/// Whether a mark in a checklist says yes (1) or no (0); -1 where it says neither.
int mark(std::string_view text);

}  // namespace sextant::exchange
