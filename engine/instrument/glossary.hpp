#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/instrument/model.hpp"

namespace sextant {

/// The words of a term in one language, ready to be looked for: whole words, in any case unless the term says
/// otherwise; accents count, kinds of blanks and apostrophes do not.
class TermWords {
 public:
  TermWords(const Term& term, std::size_t language);

  /// Whether a text uses one of them.
  bool stand_in(std::string_view text) const;
  /// All of them, for a message: "EMIS, information system".
  std::string listed() const;

 private:
  bool exact_case_;
  std::vector<std::string> words_;  ///< as written
  std::vector<std::string> plain_;  ///< as looked for
};

/// The other forms of a term, as a list.
std::vector<std::string> forms_of(const Term& term, std::size_t language);

}  // namespace sextant
