#include "reports/pdf/identity.hpp"

#include <algorithm>

namespace sextant::pdf {

namespace {

std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 32;
  x *= 0xD6E8FEB86659FD93ULL;
  x ^= x >> 29;
  x *= 0xFF51AFD7ED558CCDULL;
  x ^= x >> 32;
  return x;
}

}  // namespace

void Identity::add(std::string_view bytes) {
  // Eight bytes a step, put together by hand so that every machine counts them alike.
  for (std::size_t i = 0; i < bytes.size(); i += 8) {
    std::uint64_t part = 0;
    const std::size_t end = std::min(bytes.size(), i + 8);
    for (std::size_t k = i; k < end; ++k)
      part |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[k])) << (8 * (k - i));
    state_[0] = (state_[0] ^ part) * 0x9E3779B97F4A7C15ULL;
    state_[0] ^= state_[0] >> 31;
    state_[1] = mix(state_[1] + part);
  }
  state_[0] = mix(state_[0] ^ bytes.size());
  state_[1] = mix(state_[1] + state_[0]);
}

std::string Identity::bytes() const {
  std::string out;
  for (const std::uint64_t half : {mix(state_[0]), mix(state_[1])}) {
    for (int i = 7; i >= 0; --i)
      out += static_cast<char>(static_cast<unsigned char>((half >> (8 * i)) & 0xFF));
  }
  return out;
}

}  // namespace sextant::pdf
