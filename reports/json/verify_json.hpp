#pragma once

#include <optional>
#include <string>

#include "reports/document/identity.hpp"

namespace sextant::json {

/// What became of a report's verification.
struct Verification {
  std::string report;    ///< the file
  std::string verdict;   ///< unchanged, changed, other or unnamed
  std::string kind;      ///< of the report that these answers give and that is equal; else empty
  std::string language;  ///< likewise
  std::optional<document::Identity> named;  ///< what the file says that it was made from
  document::Identity given;                 ///< what it was compared with
  std::optional<int> line;                  ///< of a text: the first line that differs, from 1
};

/// One object of schema sextant/verify/1 on one line.
std::string verify(const Verification& verification);

}  // namespace sextant::json
