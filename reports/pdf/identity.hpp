#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace sextant::pdf {

/// The identity of a file, from what stands in it: equal content, equal identity, and no clock is read. It
/// tells files apart; it protects nothing.
class Identity {
 public:
  void add(std::string_view bytes);
  /// Sixteen bytes.
  [[nodiscard]] std::string bytes() const;

 private:
  std::array<std::uint64_t, 2> state_ = {0x6A09E667F3BCC908ULL, 0xBB67AE8584CAA73BULL};
};

}  // namespace sextant::pdf
