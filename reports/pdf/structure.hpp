#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace sextant::pdf {

/// Standard structure types of PDF 1.4.
enum class Role : std::uint8_t {
  document,
  sect,
  div,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  block_quote,
  l,
  li,
  lbl,
  lbody,
  table,
  tr,
  th,
  td,
  caption,
  figure,
  link,
  span,
  toc,
  toci,
  reference
};

enum class Scope : std::uint8_t { none, column, row };

using ElementId = std::int32_t;
/// Not content: what a screen reader passes over.
inline constexpr ElementId kArtifact = -1;

/// One element of the logical structure.
struct Element {
  Role role = Role::p;
  Scope scope = Scope::none;
  std::uint16_t column_span = 1;
  ElementId parent = kArtifact;
  bool attached = false;  ///< listed among its parent's kids
  std::int32_t first_kid = -1;
  std::int32_t last_kid = -1;
  std::string alt;
  std::string language;            ///< BCP 47, where it is not the document's
  std::array<double, 4> box = {};  ///< of a figure, in the units of the page; width 0: not known
};

/// A kid of an element: another element, a piece of marked content, or an annotation.
struct Kid {
  enum class Kind : std::uint8_t { element, content, annotation };
  Kind kind = Kind::element;
  std::int32_t value = 0;  ///< element, number of the marked content on its page, or index of the annotation
  std::int32_t page = 0;
  std::int32_t next = -1;
};

/// The logical structure of the document, in reading order.
class Structure {
 public:
  /// Starts a document: one root.
  void clear();
  /// A new element. An inline one (a link within a paragraph) is listed under its parent only when its first
  /// content is drawn, so that it stands between the pieces of text around it.
  ElementId add(Role role, ElementId parent, bool is_inline = false);
  Element& operator[](ElementId id) { return elements_[static_cast<std::size_t>(id)]; }
  [[nodiscard]] const Element& operator[](ElementId id) const {
    return elements_[static_cast<std::size_t>(id)];
  }

  void add_content(ElementId id, std::int32_t page, std::int32_t mcid);
  void add_annotation(ElementId id, std::int32_t page, std::int32_t annotation);

  [[nodiscard]] std::size_t size() const { return elements_.size(); }
  [[nodiscard]] const std::vector<Kid>& kids() const { return kids_; }
  static constexpr ElementId kRoot = 0;

  /// What an element looks like in the file, between `<<` and `>>`. The numbers are those of PDF objects:
  /// the first element's (the others follow), each page's, each annotation's.
  void print(ElementId id, std::uint32_t first_object, const std::vector<std::uint32_t>& pages,
             const std::vector<std::uint32_t>& annotations, std::uint32_t tree_object,
             std::string& out) const;

 private:
  void add_kid(ElementId id, Kid kid);
  void attach(ElementId id);

  std::vector<Element> elements_;
  std::vector<Kid> kids_;
};

/// The name of a role in the file and in marked content.
const char* role_name(Role role);

}  // namespace sextant::pdf
