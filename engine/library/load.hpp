#pragma once

#include "engine/instrument/load.hpp"
#include "engine/library/model.hpp"

namespace sextant {

/// Reads a library of actions and ways to pay for them, and checks it against the instrument that it is for.
/// Errors: everything in docs/questionnaire-format.md under "Actions and financing" that the files break; all
/// are reported, each in its file. With `options.lint` also warnings: gaps in translations, steps without an
/// action, actions that start where no answers lead, titles given twice.
Checked<ActionLibrary> load_actions(const Source& main, const ReadBeside& beside,
                                    const Instrument& instrument, const LoadOptions& options = {});

/// The same for learning notes and the register of resources ("Notes and resources").
Checked<NoteLibrary> load_notes(const Source& main, const ReadBeside& beside, const Instrument& instrument,
                                const LoadOptions& options = {});

}  // namespace sextant
