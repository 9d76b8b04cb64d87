#pragma once

#include <string>
#include <vector>

#include "engine/assessment/assessment.hpp"
#include "engine/syntax/fields.hpp"

/// What the loaders of an answers file share.
namespace sextant::answers {

/// A day; anything else is reported and empty.
std::string load_date(Fields& fields, std::string_view key, Sink& sink);

/// Reports an id that names none of the file's respondents; an empty one is fine.
void check_respondent(const std::string& id, Span at, const std::vector<Respondent>& respondents, Sink& sink);

/// An answer written as a mapping, with what stands behind it.
Answer load_long_answer(const Tree& tree, const Question& question, const Instrument& instrument,
                        const std::vector<Respondent>& respondents, Sink& sink);

/// Reads the keys beside the answers that a respondent and a country both write. `contributions` stand under
/// the file's respondents.
Vision load_vision(Fields& fields, Sink& sink);
std::vector<Target> load_targets(Fields& fields, const Instrument& instrument, Sink& sink);
std::vector<Priority> load_priorities(Fields& fields, const Instrument& instrument, Sink& sink);
std::vector<Feedback> load_feedback(Fields& fields, Sink& sink);
/// The three topics first, in their order; others by name.
bool feedback_before(const Feedback& a, const Feedback& b);
std::vector<Contribution> load_contributions(Fields& top, const Instrument& instrument,
                                             const std::vector<Respondent>& respondents, Sink& sink);

}  // namespace sextant::answers
