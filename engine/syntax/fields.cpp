#include "engine/syntax/fields.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "engine/text/number.hpp"
#include "engine/text/utf8.hpp"

namespace sextant {

Fields::Fields(const Tree& tree, Sink& sink) : tree_(tree), sink_(sink) {
  if (!tree.is_map()) sink.add(Code::need_map, tree.at);
  constexpr std::size_t kLarge = 64;
  if (tree.entries.size() <= kLarge) return;
  for (const TreeEntry& entry : tree.entries) entries_.emplace(entry.key, &entry.value);
}

const Tree* Fields::find(std::string_view key) const {
  if (entries_.empty()) return tree_.find(key);
  const auto it = entries_.find(key);
  return it == entries_.end() ? nullptr : it->second;
}

bool Fields::is_known(const std::string& key) const {
  if (!entries_.empty()) return known_index_.count(key) > 0;
  return std::find(known_.begin(), known_.end(), key) != known_.end();
}

const Tree* Fields::get(std::string_view key) {
  if (std::string name(key); !is_known(name)) {
    if (!entries_.empty()) known_index_.insert(name);
    known_.push_back(std::move(name));
  }
  const Tree* value = find(key);
  return value == nullptr || value->is_null() ? nullptr : value;
}

const Tree* Fields::need(std::string_view key) {
  const Tree* value = get(key);
  if (value == nullptr && tree_.is_map()) sink_.add(Code::missing_key, tree_.at, {{"key", std::string(key)}});
  return value;
}

std::string Fields::text(std::string_view key) {
  const Tree* value = get(key);
  return value == nullptr ? std::string() : scalar_text(*value, sink_);
}

std::string Fields::need_text(std::string_view key) {
  const Tree* value = need(key);
  if (value == nullptr) return {};
  std::string text = scalar_text(*value, sink_);
  if (value->is_scalar() && text.find_first_not_of(" \t\n") == std::string::npos)
    sink_.add(Code::text_empty, value->at);
  return text;
}

std::optional<double> Fields::number(std::string_view key, double least, double most) {
  const Tree* value = get(key);
  return value == nullptr ? std::nullopt : scalar_number(*value, sink_, least, most);
}

std::optional<double> Fields::number(std::string_view key) {
  return number(key, -kLargestNumber, kLargestNumber);
}

std::optional<int> Fields::whole(std::string_view key, int least, int most) {
  const std::optional<double> value = number(key, least, most);
  if (!value) return std::nullopt;
  const int out = static_cast<int>(*value);
  if (out == *value) return out;
  const Tree* tree = find(key);
  constexpr int kFew = 20;
  if (most - least > kFew) {
    sink_.add(Code::need_number, tree->at);
    return std::nullopt;
  }
  std::string all;
  for (int one = least; one <= most; ++one) all += (all.empty() ? "" : ", ") + std::to_string(one);
  sink_.add(Code::not_one_of, tree->at, {{"value", tree->text}, {"choices", all}});
  return std::nullopt;
}

bool Fields::yes_no(std::string_view key, bool otherwise) {
  const Tree* value = get(key);
  if (value == nullptr) return otherwise;
  const auto parsed = value->is_scalar() ? parse_yes_no(value->text) : std::nullopt;
  if (!parsed) sink_.add(Code::need_yes_no, value->at);
  return parsed.value_or(otherwise);
}

std::vector<std::string> Fields::words(std::string_view key) {
  const Tree* value = get(key);
  std::vector<std::string> out;
  if (value == nullptr) return out;
  if (value->is_scalar()) {
    out.push_back(scalar_text(*value, sink_));
  } else if (value->is_list()) {
    for (const Tree& item : value->items) out.push_back(scalar_text(item, sink_));
  } else {
    sink_.add(Code::need_list, value->at);
  }
  return out;
}

const std::vector<Tree>& Fields::list(std::string_view key) {
  static const std::vector<Tree> none;
  const Tree* value = get(key);
  if (value == nullptr) return none;
  if (!value->is_list()) sink_.add(Code::need_list, value->at);
  return value->items;
}

const std::vector<TreeEntry>& Fields::map(std::string_view key) {
  static const std::vector<TreeEntry> none;
  const Tree* value = get(key);
  if (value == nullptr) return none;
  if (!value->is_map()) sink_.add(Code::need_map, value->at);
  return value->entries;
}

std::size_t Fields::choice(std::string_view key, const std::vector<std::string>& choices) {
  const Tree* value = get(key);
  if (value == nullptr) return 0;
  const std::string text = scalar_text(*value, sink_);
  const auto it = std::find(choices.begin(), choices.end(), text);
  if (it != choices.end()) return static_cast<std::size_t>(it - choices.begin());
  if (value->is_scalar()) {
    std::string all;
    for (const std::string& one : choices) all += (all.empty() ? "" : ", ") + one;
    sink_.add(Code::not_one_of, value->at, {{"value", shown(text)}, {"choices", all}},
              nearest(text, choices));
  }
  return 0;
}

Span Fields::at(std::string_view key) const {
  const Tree* value = find(key);
  return value == nullptr ? tree_.at : value->at;
}

void Fields::finish() {
  std::vector<std::string> free;  // a key that is there already is not what was meant
  std::copy_if(known_.begin(), known_.end(), std::back_inserter(free),
               [&](const std::string& key) { return find(key) == nullptr; });
  constexpr int kSuggestions = 100;  // looking for what was meant takes time
  constexpr int kMost = 1000;        // a damaged file says enough with these
  int unknown = 0;
  for (const TreeEntry& entry : tree_.entries) {
    if (is_known(entry.key)) continue;
    if (unknown == kMost) break;
    const std::string meant = ++unknown <= kSuggestions ? nearest(entry.key, free) : std::string();
    sink_.add(Code::unknown_key, entry.key_at, {{"key", shown(entry.key)}}, meant);
  }
}

std::string scalar_text(const Tree& tree, Sink& sink) {
  if (!tree.is_scalar()) {
    sink.add(Code::need_text, tree.at);
    return {};
  }
  const std::size_t first = tree.text.find_first_not_of(" \t\n");
  if (first == std::string::npos) return {};
  return tree.text.substr(first, tree.text.find_last_not_of(" \t\n") - first + 1);
}

std::optional<double> scalar_number(const Tree& tree, Sink& sink, double least, double most) {
  const auto value = tree.is_scalar() ? parse_number(tree.text) : std::nullopt;
  if (!value) {
    sink.add(Code::need_number, tree.at);
    return std::nullopt;
  }
  if (*value < least || *value > most) {
    sink.add(Code::number_out_of_range, tree.at,
             {{"value", shown(tree.text)}, {"least", shortest(least)}, {"most", shortest(most)}});
    return std::nullopt;
  }
  return value;
}

std::optional<bool> parse_yes_no(std::string_view text) {
  const std::string word = utf8::fold(text);
  if (word == "yes" || word == "true" || word == "oui") return true;
  if (word == "no" || word == "false" || word == "non") return false;
  return std::nullopt;
}

bool check_id(const std::string& id, Span at, Sink& sink) {
  static const std::vector<std::string> reserved = {"dont_know",  "not_applicable", "unanswered", "not_asked",
                                                    "instrument", "kinds",          "vision",     "outcomes"};
  const auto letter = [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || u >= 0x80;
  };
  constexpr std::string_view kInside = "._:/- ";
  const bool shaped = !id.empty() && utf8::length(id) <= 120 && letter(id.front()) && letter(id.back()) &&
                      std::all_of(id.begin(), id.end(), [&](char c) {
                        return letter(c) || kInside.find(c) != std::string_view::npos;
                      });
  if (!shaped) {
    sink.add(Code::bad_id, at, {{"id", shown(id)}});
    return false;
  }
  if (std::find(reserved.begin(), reserved.end(), id) != reserved.end()) {
    sink.add(Code::reserved_id, at, {{"id", id}});
    return false;
  }
  return true;
}

bool check_id(const Tree& tree, Sink& sink) {
  if (!tree.is_scalar()) {
    sink.add(Code::need_text, tree.at);
    return false;
  }
  return check_id(tree.text, tree.at, sink);
}

bool is_unit_id(const std::string& id) {
  constexpr std::size_t kLongest = 100;
  const auto among = [](char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; };
  // Control characters, and those that only break lines, join or turn what is written.
  const auto unseen = [&](char32_t c) {
    return c < 0x20 || among(c, 0x7F, 0x9F) || c == 0xAD || among(c, 0x200B, 0x200F) ||
           among(c, 0x2028, 0x202E) || among(c, 0x2060, 0x206F) || c == 0xFEFF;
  };
  constexpr std::u32string_view kNever = U"/\\:*?\"<>|";
  bool good = !id.empty() && utf8::length(id) <= kLongest;
  for (std::size_t i = 0; good && i < id.size();) {
    const bool first = i == 0;
    const char32_t c = utf8::next(id, i);
    const bool letter = among(c, '0', '9') || among(c, 'A', 'Z') || among(c, 'a', 'z') || c > 0xA0;
    good = !unseen(c) && kNever.find(c) == std::u32string_view::npos && (letter || !first);
  }
  return good;
}

bool check_unit_id(const std::string& id, Span at, Sink& sink) {
  if (is_unit_id(id)) return true;
  sink.add(Code::bad_unit_id, at, {{"id", shown(id)}});
  return false;
}

bool check_language(const std::string& tag, Span at, Sink& sink) {
  constexpr std::size_t kLongest = 35;
  const bool good = !tag.empty() && tag.size() <= kLongest && std::all_of(tag.begin(), tag.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  if (!good) sink.add(Code::bad_language, at, {{"language", shown(tag)}});
  return good;
}

bool is_of_kind(const Tree& top, std::string_view wanted, Sink& sink) {
  constexpr std::string_view kKinds[] = {"instrument/1", "answers/1",     "actions/1",
                                         "notes/1",      "translation/1", "columns/1"};
  const Tree* kind = top.find("sextant");
  if (kind == nullptr || !kind->is_scalar() || kind->text == wanted) return true;
  if (std::find(std::begin(kKinds), std::end(kKinds), kind->text) == std::end(kKinds)) return true;
  sink.add(Code::not_that_kind, kind->at, {{"found", kind->text}, {"wanted", std::string(wanted)}});
  return false;
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  int parts[3] = {0, 0, 0};
  int part = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) {
      ++part;
    } else if (text[i] < '0' || text[i] > '9') {
      return false;
    } else {
      parts[part] = parts[part] * 10 + (text[i] - '0');
    }
  }
  const auto [year, month, day] = parts;
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1000 || month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= kDays[static_cast<std::size_t>(month) - 1] + (leap && month == 2 ? 1 : 0);
}

}  // namespace sextant
