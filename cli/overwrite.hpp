#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.hpp"

/// What may stand in the place of what. `files::write` asks here before it writes anything, whatever the
/// verb.
namespace sextant::files {

/// What a verb may write over.
enum class Over {
  own,    ///< what is of the same kind and, of answers and translations, of the same unit, round or language
  blank,  ///< nothing: it is to be filled in, and what is there may have been
  edits,  ///< what the caller has read, changes, and has found to be still the same
  asked,  ///< also what is another's or filled in: --replace was given
};

/// What bytes say that they are: "answers/1" from their `sextant` key, "form" of the offline form; empty
/// where they do not say. A glance first: they may be broken.
std::string kind_of_bytes(std::string_view bytes);

/// Q0330 at the place that says it, where a file stands among the respondents' files (ROUND.respondents) of a
/// round that is closed, by whatever link it is called. The file need not be there.
std::optional<Diagnostic> round_of_respondent_closed(const std::string& path);
/// The same, also where the file says it of its own round.
std::optional<Diagnostic> closed_round(const std::string& path);

/// Why `bytes` may not be written to `path`; nothing: they may. Whoever writes several files asks for each
/// before the first. A file that says what it is gives place only to one that says the same; the files of a
/// closed round to nothing; nobody's answers to somebody else's unless asked. Nothing is lost, and so nothing
/// refused, where there is no file, an empty one, or the same bytes. Pipes and devices take anything.
std::optional<Diagnostic> refusal(const std::string& path, std::string_view bytes, Over over = Over::own);

}  // namespace sextant::files
