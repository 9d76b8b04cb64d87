#include "reports/pdf/outlines.hpp"

#include "reports/pdf/utf8.hpp"

namespace sextant::pdf {

namespace {

struct Entry {
  std::size_t heading = 0;
  int level = 0;
  std::ptrdiff_t parent = -1, previous = -1, next = -1, first = -1, last = -1;
  int count = 0;  ///< of kids
};

}  // namespace

ObjectId add_outlines(const std::vector<HeadingEntry>& headings, const std::vector<std::string>& destinations,
                      Objects& objects) {
  std::vector<Entry> entries;
  std::vector<std::ptrdiff_t> open;  // the last entry of each depth
  std::ptrdiff_t first = -1;
  std::ptrdiff_t last = -1;
  int top = 0;
  for (std::size_t h = 0; h < headings.size(); ++h) {
    if (headings[h].page < 0 || headings[h].title.empty()) continue;
    Entry entry;
    entry.heading = h;
    entry.level = headings[h].level;
    while (!open.empty() && entries[static_cast<std::size_t>(open.back())].level >= entry.level)
      open.pop_back();
    const auto self = static_cast<std::ptrdiff_t>(entries.size());
    std::ptrdiff_t& older = open.empty() ? last : entries[static_cast<std::size_t>(open.back())].last;
    std::ptrdiff_t& eldest = open.empty() ? first : entries[static_cast<std::size_t>(open.back())].first;
    entry.previous = older;
    if (older >= 0) entries[static_cast<std::size_t>(older)].next = self;
    if (eldest < 0) eldest = self;
    older = self;
    if (open.empty()) {
      ++top;
    } else {
      entry.parent = open.back();
      ++entries[static_cast<std::size_t>(open.back())].count;
    }
    open.push_back(self);
    entries.push_back(entry);
  }
  if (entries.empty()) return 0;
  const ObjectId root = objects.reserve();
  const ObjectId base = objects.reserve_many(entries.size());
  const auto object = [&](std::ptrdiff_t entry) { return reference(base + static_cast<ObjectId>(entry)); };
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    std::string body = "/Title" + pdf_string(headings[entry.heading].title) + "/Parent " +
                       (entry.parent < 0 ? reference(root) : object(entry.parent)) + "/Dest" +
                       destinations[entry.heading];
    if (entry.previous >= 0) body += "/Prev " + object(entry.previous);
    if (entry.next >= 0) body += "/Next " + object(entry.next);
    if (entry.first >= 0) {
      // Closed at first: a reader sees the chapters, and opens what he wants.
      body += "/First " + object(entry.first) + "/Last " + object(entry.last) + "/Count -" +
              std::to_string(entry.count);
    }
    objects.set_kept(base + static_cast<ObjectId>(i), std::move(body));
  }
  objects.set_kept(root, "/Type/Outlines/First " + object(first) + "/Last " + object(last) + "/Count " +
                             std::to_string(top));
  return root;
}

std::string uri_string(const std::string& address) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out = "(";
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F || c == '"' || c == '<' || c == '>') {
      out += '%';
      out += kDigits[byte >> 4];
      out += kDigits[byte & 0xF];
    } else {
      if (c == '(' || c == ')' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + ")";
}

}  // namespace sextant::pdf
