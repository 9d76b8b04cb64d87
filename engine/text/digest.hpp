#pragma once

#include <string>
#include <string_view>

namespace sextant {

/// SHA-256 (FIPS 180-4) of the bytes, as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

/// The first eight digits of `sha256`: enough to notice that a text has changed.
inline std::string short_hash(std::string_view bytes) {
  return sha256(bytes).substr(0, 8);
}

}  // namespace sextant
