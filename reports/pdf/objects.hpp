#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// The PDF file as a set of objects: the only part that knows libharu. It keeps the pages, the catalogue and
/// the cross-reference table; what stands in our own objects is printed by us.
namespace sextant::pdf {

/// The number of an indirect object.
using ObjectId = std::uint32_t;

/// How one object points at another.
inline std::string reference(ObjectId id) {
  return std::to_string(id) + " 0 R";
}

/// One PDF document being made. Any failure of the library throws std::runtime_error, and the document is
/// dead.
class Objects {
 public:
  Objects();
  ~Objects();
  Objects(const Objects&) = delete;
  Objects& operator=(const Objects&) = delete;

  /// Promises a dictionary; its body is set later, so that objects may point at one another.
  ObjectId reserve();
  /// `count` dictionaries with consecutive numbers; returns the first.
  ObjectId reserve_many(std::size_t count);
  /// What stands between `<<` and `>>`. The bytes must live until write().
  void set(ObjectId id, std::string_view body);
  /// The same, keeping the bytes itself.
  void set_kept(ObjectId id, std::string body);
  ObjectId add(std::string body);
  /// A stream; `dictionary` holds its entries but for Length and Filter.
  ObjectId add_stream(std::string dictionary, std::string_view bytes, bool deflated);

  /// A page of this size in points; returns its object.
  ObjectId add_page(double width, double height);
  void set_page_content(std::size_t page, std::string_view bytes, bool deflated);
  /// Its place in the ParentTree, its links, the resources that all pages share.
  void finish_page(std::size_t page, std::int32_t struct_parents, const std::vector<ObjectId>& annotations,
                   ObjectId resources);

  /// Adds entries to the catalogue, once.
  void set_catalog(std::string entries);
  /// Replaces the entry of the information dictionary; `value` is a UTF-8 text.
  void set_info(const char* key, std::string_view utf8);
  void set_info_ascii(const char* key, std::string_view value);
  /// The file's identity: 16 bytes.
  void set_file_id(std::string_view bytes);

  /// The whole file.
  std::string write();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sextant::pdf
