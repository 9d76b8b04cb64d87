#include <algorithm>

#include "reports/html/text.hpp"
#include "reports/html/writer.hpp"

namespace sextant::html {

namespace {

/// Walks through headings as a writer does, whatever they stand in.
class Walk {
 public:
  Walk(int first, Ids& ids, Outline& outline) : first_(first), ids_(ids), outline_(outline) {}

  void blocks(const std::vector<document::Block>& list, bool top) {
    for (const document::Block& one : list) {
      if (const auto* heading = std::get_if<document::Heading>(&one.content)) {
        add(*heading, top);
      } else if (const auto* callout = std::get_if<document::Callout>(&one.content)) {
        blocks(callout->blocks, false);
      } else if (const auto* split = std::get_if<document::Split>(&one.content)) {
        for (const auto& side : split->sides) blocks(side.blocks, false);
      }
    }
  }

 private:
  void add(const document::Heading& heading, bool top) {
    HeadingPlace place;
    place.words = words_of(heading.text);
    place.level = std::clamp(heading.level, 1, 6);
    while (!open_.empty() && open_.back() >= place.level) open_.pop_back();
    open_.push_back(place.level);
    place.element = std::min(6, first_ + static_cast<int>(open_.size()) - 1);
    place.listed = top && place.words.find_first_not_of(' ') != std::string::npos;
    place.id = ids_.take(heading.anchor.empty() ? "part" : heading.anchor);
    if (!heading.anchor.empty()) outline_.targets.emplace(heading.anchor, place.id);
    outline_.headings.push_back(std::move(place));
  }

  int first_;
  Ids& ids_;
  Outline& outline_;
  std::vector<int> open_;  ///< levels of the headings that this one stands under
};

}  // namespace

std::string Ids::take(const std::string& wanted) {
  std::string id;
  for (const char c : wanted) {
    const bool fine = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                      c == '-' || c == '_' || c == '.';
    id += fine ? c : '-';
  }
  if (id.empty()) id = "part";
  if (taken_.insert(id).second) return id;
  for (int number = 2;; ++number) {
    std::string numbered = id + "-" + std::to_string(number);
    if (taken_.insert(numbered).second) return numbered;
  }
}

Outline outline_of(const std::vector<document::Block>& blocks, int first, Ids& ids) {
  Outline out;
  Walk(first, ids, out).blocks(blocks, true);
  return out;
}

}  // namespace sextant::html
