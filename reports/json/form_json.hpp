#pragma once

#include <string>

#include "engine/assessment/assessment.hpp"
#include "engine/instrument/model.hpp"

/// What the offline form carries: the instrument with the texts of every language, and a last round's
/// answers.
namespace sextant::json {

/// What the form is made for; all may be empty.
struct FormSetting {
  std::string language;  ///< that it starts in
  std::string edition;
  std::string unit;
  std::string round;
  std::string date;
};

/// The instrument as one JSON object. Each text is a list with an entry for each language, empty where it is
/// not translated. Conditions, steps and options are as the engine has them, by index.
std::string form_instrument(const Instrument& instrument, const FormSetting& setting);

/// A last round: `{"round": ..., "answers": {id: {value or state, because, evidence}}, "vision": {aims,
/// vision} or null, "priorities": [{node, reason}]}`. Respondents are left out.
std::string form_last_round(const Instrument& instrument, const Assessment& assessment);

}  // namespace sextant::json
