#include "engine/text/fill.hpp"

#include <algorithm>

namespace sextant {

std::vector<Piece> pieces(std::string_view text) {
  std::vector<Piece> out;
  const auto add = [&](std::string_view part, bool is_place) {
    if (is_place || !part.empty()) out.push_back({part, is_place});
  };
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) break;
    add(text.substr(at, open - at), false);
    add(text.substr(open + 1, close - open - 1), true);
    at = close + 1;
  }
  add(text.substr(at), false);
  return out;
}

std::string fill(std::string_view text, const Args& args) {
  std::string out;
  for (const Piece& piece : pieces(text)) {
    if (!piece.is_place) {
      out += piece.text;
      continue;
    }
    const auto it =
        std::find_if(args.begin(), args.end(), [&](const auto& arg) { return arg.first == piece.text; });
    if (it == args.end()) {
      out.append("{").append(piece.text).append("}");
    } else {
      out += it->second;
    }
  }
  return out;
}

std::vector<std::string> places(std::string_view text) {
  std::vector<std::string> names;
  for (const Piece& piece : pieces(text)) {
    if (piece.is_place && std::find(names.begin(), names.end(), piece.text) == names.end())
      names.emplace_back(piece.text);
  }
  return names;
}

}  // namespace sextant
