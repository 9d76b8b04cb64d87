#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sextant {

/// Named values for the `{name}` places of a sentence.
using Args = std::vector<std::pair<std::string, std::string>>;

/// `text` with every `{name}` replaced by its value in `args`; a name without a value stays as it is.
std::string fill(std::string_view text, const Args& args);

/// The names between braces in `text`, in order, each once.
std::vector<std::string> places(std::string_view text);

/// A stretch of a sentence: plain words, or the name of a place without its braces.
struct Piece {
  std::string_view text;
  bool is_place = false;
};

/// `text` taken apart at its places, in order; empty stretches are left out.
std::vector<Piece> pieces(std::string_view text);

}  // namespace sextant
