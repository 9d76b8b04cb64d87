#pragma once

#include <string>
#include <vector>

#include "engine/learning/agenda.hpp"
#include "engine/library/model.hpp"

/// JSON with documented, stable schemas (docs/json.md).
namespace sextant::json {

/// One object of schema sextant/notes/1 on one line: the notes of these nodes, with their resources.
std::string notes(const Instrument& instrument, const NoteLibrary& library,
                  const std::vector<const Note*>& notes, std::string_view language);

/// One object of schema sextant/agenda/1 on one line.
std::string agenda(const Instrument& instrument, const Assessment& assessment, const Scores& scores,
                   const Agenda& agenda, std::size_t language);

/// One object of schema sextant/glossary/1 on one line.
std::string glossary(const Instrument& instrument, std::size_t language);

}  // namespace sextant::json
