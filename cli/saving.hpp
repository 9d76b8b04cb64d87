#pragma once

#include <optional>
#include <string>

#include "cli/library.hpp"

namespace sextant::cli {

/// An answers file that is written again and again while somebody answers.
class Saving {
 public:
  /// `bytes`: what the file holds; nothing: there is none yet.
  Saving(std::string path, InstrumentPtr instrument, std::optional<std::string> bytes);

  /// Writes the answers, whole or not at all: after a look whether they read back the same, and whether the
  /// file is still what was read or written last (else Q0919). Before a file that a person wrote is written
  /// for the first time, one copy of it is kept where it has comments that would be lost. Nothing: it worked.
  std::optional<Diagnostic> save(const Assessment& assessment);

  /// Keeps a copy of the file where it has comments that `text`, which is to take its place, would lose.
  std::optional<Diagnostic> keep_comments(const std::string& text);

  /// The copy that was kept last, once; empty: none.
  std::string kept_copy() { return std::exchange(copy_, {}); }

  /// Writes the answers beside the file, where it is not to be written itself; under which name, or empty
  /// where that did not work either.
  std::string keep_aside(const Assessment& assessment) const;

 private:
  std::string path_;
  InstrumentPtr instrument_;
  std::optional<std::string> bytes_;
  bool first_ = true;  ///< no copy was asked for yet
  std::string copy_;
};

/// Says that a file was written anew and where it is kept as it was.
std::string written_anew(const std::string& path, const std::string& copy, Lang lang);

}  // namespace sextant::cli
