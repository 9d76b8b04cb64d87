#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/syntax/tree.hpp"

namespace sextant {

/// The largest number that is read, either way: far above anything counted, and sums of weighted numbers stay
/// finite.
inline constexpr double kLargestNumber = 1e18;

/// Reads the keys of one map and remembers which it was asked for: `finish` reports the others as unknown.
/// Every method reports what is wrong and goes on with something harmless.
class Fields {
 public:
  /// Anything but a map is reported at once; all its keys are then absent.
  Fields(const Tree& tree, Sink& sink);

  /// The value of a key, or nullptr where it is absent or null.
  const Tree* get(std::string_view key);
  /// The same, and reports its absence.
  const Tree* need(std::string_view key);

  std::string text(std::string_view key);
  std::string need_text(std::string_view key);
  /// A number within [least, most].
  std::optional<double> number(std::string_view key, double least, double most);
  /// A number within what is read at all.
  std::optional<double> number(std::string_view key);
  /// A whole number within [least, most], which are a few.
  std::optional<int> whole(std::string_view key, int least, int most);
  bool yes_no(std::string_view key, bool otherwise);
  /// A list of scalars; one scalar alone is a list of one.
  std::vector<std::string> words(std::string_view key);
  const std::vector<Tree>& list(std::string_view key);
  const std::vector<TreeEntry>& map(std::string_view key);
  /// One of the words, by its place in `choices`; the first where it is absent or wrong.
  std::size_t choice(std::string_view key, const std::vector<std::string>& choices);

  /// The place of a key's value, or of the map where the key is absent.
  Span at(std::string_view key) const;
  Span at() const { return tree_.at; }
  bool is_map() const { return tree_.is_map(); }

  /// Reports the keys that nobody asked for.
  void finish();

 private:
  const Tree* find(std::string_view key) const;
  bool is_known(const std::string& key) const;

  const Tree& tree_;
  Sink& sink_;
  std::vector<std::string> known_;  ///< in the order of the first questions
  std::unordered_map<std::string_view, const Tree*>
      entries_;                                  ///< of large maps, where a search would be slow
  std::unordered_set<std::string> known_index_;  ///< the same as known_, for large maps
};

/// The text of a scalar; anything else is reported.
std::string scalar_text(const Tree& tree, Sink& sink);
/// A number within [least, most]; anything else is reported.
std::optional<double> scalar_number(const Tree& tree, Sink& sink, double least, double most);
/// yes/no/true/false/oui/non, or nothing.
std::optional<bool> parse_yes_no(std::string_view text);
/// Reports an id that breaks the rules of ids; true if it is one.
bool check_id(const Tree& tree, Sink& sink);
bool check_id(const std::string& id, Span at, Sink& sink);
/// Whether a text can be the id of a country or another unit, which names files too: a letter or a digit of
/// any script first, no character that a path or a system keeps for itself, none unseen, at most 100.
bool is_unit_id(const std::string& id);
/// The same, reported where it is none.
bool check_unit_id(const std::string& id, Span at, Sink& sink);
/// Reports what is no language tag (en, fr-SN); true if it is one.
bool check_language(const std::string& tag, Span at, Sink& sink);
/// Reports a file of another kind than `wanted` ("answers/1"); false then: nothing else in it can be judged.
/// What is no kind at all is left to `Fields::choice`.
bool is_of_kind(const Tree& top, std::string_view wanted, Sink& sink);
/// True for a day written 2025-03-25 that exists in the calendar.
bool is_date(std::string_view text);

}  // namespace sextant
