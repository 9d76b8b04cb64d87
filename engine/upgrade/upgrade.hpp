#pragma once

#include <string>
#include <vector>

#include "engine/assessment/assessment.hpp"
#include "engine/diagnostics/diagnostic.hpp"
#include "engine/instrument/model.hpp"

/// What becomes of a file's answers when its questionnaire is replaced by another version. Nothing is
/// converted in silence: every old answer is listed with its fate, and both versions are scored.
namespace sextant {

enum class Fate {
  kept,        ///< the question is the same, word for word
  look_again,  ///< its text, its levels or what answers are worth have changed
  split,       ///< several questions stand in its place
  dropped,     ///< nothing stands in its place
};

/// "kept" and so on.
std::string_view name_of(Fate fate);

/// One old question with an answer, a don't-know or a not-applicable.
struct AnswerFate {
  std::size_t question = 0;  ///< in the old instrument
  Fate fate = Fate::kept;
  std::vector<std::size_t> now;  ///< in the new one: one where kept or to look at again, several where split
  std::vector<std::string> changed;  ///< what changed: "text", "levels.nascent", "type", "weight"
  bool carried = false;              ///< the answer also stands in `carried`: its value still exists
};

struct Upgrade {
  std::vector<AnswerFate> answers;  ///< in the old instrument's order
  std::vector<std::size_t> added;   ///< questions of the new instrument that stand in no old one's place
  Assessment
      carried;  ///< the answers as the new instrument takes them: kept ones, and those to look at again;
                ///< without what refers to the old one besides (history, targets, what respondents said)
};

/// By id, and by what the new instrument says in `changes`. An answer to look at again is carried where its
/// level or option has the same id still, or its number is within the range.
Upgrade upgrade(const Instrument& old, const Assessment& assessment, const Instrument& now);

}  // namespace sextant
