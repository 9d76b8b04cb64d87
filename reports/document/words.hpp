#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sextant::document {

/// Bytes [begin, end) of some words say what `source` names: "connectivity/value", "power.coverage/answer".
/// The names are those of reports/check/expect.hpp, which knows what each must say.
struct Mark {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string source;
};

/// Text that remembers what its parts were made from. It reads like a string, so renderers need not know;
/// joined to other words it keeps its marks, assigned to a std::string it loses them.
class Words {
 public:
  Words() = default;
  Words(std::string text) : text_(std::move(text)) {}  // NOLINT(google-explicit-constructor): text is words
  Words(std::string_view text) : text_(text) {}        // NOLINT(google-explicit-constructor)
  Words(const char* text) : text_(text) {}             // NOLINT(google-explicit-constructor)
  /// All of `text` says what `source` names; marks inside are replaced. Empty text has no mark.
  Words(std::string text, std::string source);

  [[nodiscard]] const std::string& str() const { return text_; }
  operator const std::string&() const { return text_; }  // NOLINT(google-explicit-constructor)
  operator std::string_view() const { return text_; }    // NOLINT(google-explicit-constructor)
  [[nodiscard]] bool empty() const { return text_.empty(); }
  [[nodiscard]] std::size_t size() const { return text_.size(); }
  [[nodiscard]] auto begin() const { return text_.begin(); }
  [[nodiscard]] auto end() const { return text_.end(); }
  char operator[](std::size_t at) const { return text_[at]; }

  /// In order, without overlaps.
  [[nodiscard]] const std::vector<Mark>& marks() const { return marks_; }
  /// The bytes of a mark.
  [[nodiscard]] std::string_view of(const Mark& mark) const {
    return std::string_view(text_).substr(mark.begin, mark.end - mark.begin);
  }
  /// The first `size` bytes, marks cut with them. Put " …" behind it: then the checker knows that it was cut.
  [[nodiscard]] Words prefix(std::size_t size) const;

  Words& operator+=(const Words& more);
  friend Words operator+(Words left, const Words& right) { return std::move(left += right); }
  /// Equal text; marks are not compared.
  friend bool operator==(const Words& a, const Words& b) { return a.text_ == b.text_; }

 private:
  friend Words typeset_words(const Words& words, std::string_view language);
  std::string text_;
  std::vector<Mark> marks_;
};

/// Named words for the `{name}` places of a sentence.
using Places = std::vector<std::pair<std::string, Words>>;

/// As the engine's `fill`, with the marks of what fills the places. Where the sentence itself holds a digit,
/// that stretch of it is marked `of`.
Words fill_words(std::string_view sentence, const Places& places, const std::string& of);

/// As for plain text; marks stay on their words.
Words typeset_words(const Words& words, std::string_view language);

}  // namespace sextant::document
