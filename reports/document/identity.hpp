#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/assessment/assessment.hpp"

namespace sextant::document {

/// What a report was made from, as it is printed in its method and kept in its file. Fingerprints are the
/// first sixteen hexadecimal digits of a SHA-256, or empty where there is no file (rows of a table).
struct Identity {
  std::string engine;  ///< the program's version
  std::string instrument;
  std::string answers;
  std::string actions = {};  ///< the library that a plan in it is made from; empty where it shows none
  bool operator==(const Identity&) const = default;
};

Identity identity_of(const Instrument& instrument, const Assessment& assessment,
                     const std::string& engine_version);

/// "sextant-report:0.1.0:0123456789abcdef:0123456789abcdef"; "-" stands for an empty fingerprint, and the
/// library of actions follows where there is one.
std::string to_text(const Identity& identity);

/// The first such text among the bytes of a file; nothing where there is none.
std::optional<Identity> identity_in(std::string_view bytes);

}  // namespace sextant::document
