#pragma once

/// How often something drawn by chance is tried. The sanitizers, which run ten times slower, look for faults
/// of memory: a tenth shows those; what is computed is checked by the plain build.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SEXTANT_SANITIZED
#endif
#endif
constexpr int tries(int plain) {
#ifdef SEXTANT_SANITIZED
  return (plain + 9) / 10;
#else
  return plain;
#endif
}
