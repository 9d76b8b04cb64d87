#include "reports/document/words.hpp"

#include <algorithm>

#include "engine/text/fill.hpp"

namespace sextant::document {

Words::Words(std::string text, std::string source) : text_(std::move(text)) {
  if (!text_.empty()) marks_.push_back({0, static_cast<std::uint32_t>(text_.size()), std::move(source)});
}

Words Words::prefix(std::size_t size) const {
  Words out(text_.substr(0, size));
  const auto end = static_cast<std::uint32_t>(out.text_.size());
  for (const Mark& mark : marks_) {
    if (mark.begin < end) out.marks_.push_back({mark.begin, std::min(mark.end, end), mark.source});
  }
  return out;
}

Words& Words::operator+=(const Words& more) {
  const auto at = static_cast<std::uint32_t>(text_.size());
  const std::size_t count = more.marks_.size();  // `more` may be this
  text_ += more.text_;
  marks_.reserve(marks_.size() + count);
  for (std::size_t i = 0; i < count; ++i) {
    const Mark& mark = more.marks_[i];
    marks_.push_back({mark.begin + at, mark.end + at, mark.source});
  }
  return *this;
}

Words fill_words(std::string_view sentence, const Places& places, const std::string& of) {
  Words out;
  for (const Piece& piece : pieces(sentence)) {
    if (piece.is_place) {
      const auto it = std::find_if(places.begin(), places.end(),
                                   [&](const auto& place) { return place.first == piece.text; });
      out += it == places.end() ? Words("{" + std::string(piece.text) + "}") : it->second;
      continue;
    }
    const bool digit = piece.text.find_first_of("0123456789") != std::string_view::npos;
    out += digit ? Words(std::string(piece.text), of) : Words(piece.text);
  }
  return out;
}

}  // namespace sextant::document
