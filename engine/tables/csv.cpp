#include "engine/tables/csv.hpp"

#include <algorithm>
#include <array>

namespace sextant {

namespace {

std::string trimmed(std::string text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return {};
  const std::size_t last = text.find_last_not_of(" \t");
  return text.substr(first, last - first + 1);
}

}  // namespace

CsvReader::CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {
  if (text_.substr(0, 3) == "\xEF\xBB\xBF") text_.remove_prefix(3);
}

bool CsvReader::next() {
  cells_.clear();
  while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) skip_line_end();
  if (at_ >= text_.size() || broken_) return false;
  line_ = next_line_;
  while (true) {
    read_cell();
    if (broken_) return false;
    if (at_ >= text_.size()) return true;
    if (text_[at_] != separator_) {
      skip_line_end();
      return true;
    }
    if (++at_ == text_.size()) cells_.emplace_back();
    if (at_ == text_.size()) return true;
  }
}

void CsvReader::skip_line_end() {
  if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
  ++at_;
  ++next_line_;
}

void CsvReader::read_cell() {
  std::string cell;
  while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t') && text_[at_] != separator_)
    cell += text_[at_++];
  if (at_ < text_.size() && text_[at_] == '"') {
    cell.clear();
    ++at_;
    while (true) {
      if (at_ >= text_.size()) {
        broken_ = true;
        return;
      }
      const char c = text_[at_++];
      const bool carriage_return = c == '\r' && (at_ >= text_.size() || text_[at_] != '\n');
      if (c == '\n' || carriage_return) ++next_line_;
      if (c == '"' && (at_ >= text_.size() || text_[at_] != '"')) break;
      if (c == '"') ++at_;
      cell += c;
    }
  }
  while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r')
    cell += text_[at_++];
  cells_.push_back(trimmed(std::move(cell)));
}

char guess_separator(std::string_view text) {
  constexpr std::array<char, 3> kSeparators = {',', ';', '\t'};
  std::array<int, 3> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if ((c == '\n' || c == '\r') && !quoted) break;
    for (std::size_t i = 0; i < kSeparators.size(); ++i) counts[i] += !quoted && c == kSeparators[i] ? 1 : 0;
  }
  return kSeparators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                              counts.begin())];
}

Separator take_separator(std::string_view& text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  std::string_view after = text;
  if (after.substr(0, kMark.size()) == kMark) after.remove_prefix(kMark.size());
  constexpr std::string_view kNamed = "sep=";
  if (after.substr(0, kNamed.size()) != kNamed || after.size() <= kNamed.size() + 1 ||
      after[kNamed.size() + 1] != '\n')
    return {guess_separator(text), 0};
  const char sign = after[kNamed.size()];
  text = after.substr(kNamed.size() + 2);
  return {sign, 1};
}

std::string without_guard(const std::string& cell) {
  const std::size_t first = cell.find_first_not_of('\'');
  const bool guarded = first != 0 && first != std::string::npos &&
                       std::string_view("=+-@\t").find(cell[first]) != std::string_view::npos;
  return guarded ? cell.substr(1) : cell;
}

}  // namespace sextant
