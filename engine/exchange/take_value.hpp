#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/exchange/filled.hpp"

/// The values of one answer, from texts to the tree of an answers file.
namespace sextant::exchange {

/// Reports an entry that is not taken. `choices`: what it could have been.
class Refusals {
 public:
  /// Titles are named in the language of the file.
  Refusals(const Filled& filled, Taken& out, Lang lang) : filled_(filled), out_(out), lang_(lang) {}
  void operator()(const Entry& entry, Code code, Args args = {},
                  const std::vector<std::string>& choices = {});
  /// What the loader of answers files found.
  void name(Diagnostic diagnostic);
  /// What the file calls the column of a field.
  std::string title(std::string_view field) const;
  Lang lang() const { return lang_; }

 private:
  const Filled& filled_;
  Taken& out_;
  Lang lang_;
};

/// A scalar as a quoted text of an answers file, standing where the entry stood.
Tree scalar(std::string text, const Place& place);
/// A map or a list without anything in it, standing where the entry stood.
Tree empty(Tree::Kind kind, const Place& place);
/// Puts a value under a key of a map.
void put(Tree& map, const std::string& key, Tree value);
/// The value of a key of a map, made if it is not there.
Tree& child(Tree& map, const std::string& key, Tree::Kind kind, const Place& place);
/// Whether nothing was filled in.
bool is_blank(const std::string& text);

/// Understands the values of questions. One for an instrument; it keeps the words of each scale.
class Values {
 public:
  /// Choices are named in `language`.
  Values(const Instrument& instrument, std::string_view language, Refusals& refuse)
      : instrument_(instrument),
        language_(instrument.language(language)),
        lang_(lang_of(language)),
        refuse_(refuse) {}

  /// The value that all entries of a question's field "value" make together; nothing where none was taken.
  std::optional<Tree> of(const Question& question, const std::vector<const Entry*>& entries);
  /// The words to choose from where a mark is wanted.
  std::string yes_or_no() const;
  /// A level's id.
  std::optional<std::string> level(const Entry& entry, std::size_t scale,
                                   const std::vector<Prose>& descriptors, const std::string& id);

 private:
  std::optional<Tree> single(const Question& question, const Entry& entry);
  void out_of_range(const Question& question, const Entry& entry);
  std::optional<Tree> number(const Question& question, const Entry& entry);
  std::optional<Tree> checklist(const Question& question, const std::vector<const Entry*>& entries);
  std::optional<Tree> grid(const Question& question, const std::vector<const Entry*>& entries);
  std::optional<std::string> one_of(const Entry& entry, std::string_view text, const std::string& id,
                                    const std::vector<std::string>& found,
                                    const std::vector<std::string>& known,
                                    const std::vector<std::string>& labels);
  std::optional<std::string> option(const Question& question, const Entry& entry, std::string_view text);

  const Instrument& instrument_;
  std::size_t language_;
  Lang lang_;
  Refusals& refuse_;
};

}  // namespace sextant::exchange
