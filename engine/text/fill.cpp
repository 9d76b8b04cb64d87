#include "engine/text/fill.hpp"

#include <algorithm>

namespace sextant {

namespace {

/// Calls `piece(text)` for plain stretches and `place(name)` for `{name}`.
template <typename Piece, typename Place>
void walk(std::string_view text, Piece piece, Place place) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) break;
    piece(text.substr(at, open - at));
    place(text.substr(open + 1, close - open - 1));
    at = close + 1;
  }
  piece(text.substr(at));
}

}  // namespace

std::string fill(std::string_view text, const Args& args) {
  std::string out;
  walk(
      text, [&](std::string_view piece) { out += piece; },
      [&](std::string_view name) {
        const auto it =
            std::find_if(args.begin(), args.end(), [&](const auto& arg) { return arg.first == name; });
        if (it == args.end()) {
          out.append("{").append(name).append("}");
        } else {
          out += it->second;
        }
      });
  return out;
}

std::vector<std::string> places(std::string_view text) {
  std::vector<std::string> names;
  walk(
      text, [](std::string_view) {},
      [&](std::string_view name) {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
      });
  return names;
}

}  // namespace sextant
