#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// XML written from top to bottom: elements close in the order in which they were opened.
namespace sextant::docx {

/// `text` with what XML acts on escaped, and without what XML 1.0 cannot hold (control characters, broken
/// UTF-8, non-characters).
std::string escaped(std::string_view text);

class Xml {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  void open(std::string_view name, Attributes attributes = {}) {
    start(name, attributes);
    out_ += '>';
    names_.emplace_back(name);
  }
  void close() {
    out_ += "</" + names_.back() + ">";
    names_.pop_back();
  }
  /// An element without contents.
  void leaf(std::string_view name, Attributes attributes = {}) {
    start(name, attributes);
    out_ += "/>";
  }
  /// An element that holds text alone.
  void text(std::string_view name, std::string_view words, Attributes attributes = {}) {
    open(name, attributes);
    out_ += escaped(words);
    close();
  }
  /// What is XML already.
  void raw(std::string_view xml) { out_ += xml; }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void start(std::string_view name, Attributes attributes) {
    out_ += '<';
    out_ += name;
    for (const auto& [key, value] : attributes) {
      out_ += ' ';
      out_ += key;
      out_ += "=\"" + escaped(value) + "\"";
    }
  }

  std::string out_;
  std::vector<std::string> names_;
};

inline constexpr std::string_view kXmlHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

}  // namespace sextant::docx
