#pragma once

#include <string>

#include "engine/learning/agenda.hpp"
#include "reports/document/document.hpp"
#include "reports/document/phrases.hpp"

namespace sextant::document {

/// What a course agenda is printed from. `language` is an index of the instrument's languages.
struct AgendaInput {
  const Instrument& instrument;
  const Assessment& assessment;
  const Scores& scores;
  const Agenda& agenda;
  std::size_t language = 0;
  Lang lang = Lang::en;
};

/// Why a session stands where it does, in one line: "Nascent, 1.3; ahead of “Internet access”, which leans on
/// it".
std::string reason(const AgendaInput& input, const Session& session);

/// The unit and its round, as a title.
std::string agenda_title(const AgendaInput& input);

/// "Half-day 2 (165 minutes)".
std::string half_day_title(const AgendaInput& input, int half_day);

/// The agenda as a document: a table for each half-day, then what has no place and what needs none.
Document agenda_document(const AgendaInput& input);

}  // namespace sextant::document
