#pragma once

#include <functional>
#include <optional>
#include <string>

#include "tests/unit/effort.hpp"
#include "tests/unit/language_reference.hpp"
#include "tests/unit/support.hpp"

/// Runs properties over random instruments, and shrinks what fails.
namespace sextant::test::language {

/// A model and answers to it, as the engine sees them.
struct Loaded {
  Instrument instrument;
  Assessment assessment;
  Scores scores;

  /// Nothing where the instrument has no such node.
  const NodeScore* node(const Model& model, std::size_t index) const;
};

/// Nothing where the engine refuses the files.
std::optional<Loaded> load(const Model& model, const Sheet& sheet, bool edition);
std::string answers_file(const Model& model, const Sheet& sheet, bool edition);

/// Says what is wrong with a case, or nothing.
using Property = std::function<std::string(const Model&, const Sheet&, bool edition)>;

/// On how many cases a property is tried.
inline constexpr int kCases = tries(1000);

/// Tries a property on `cases` random cases; a failing one is shrunk and reported.
void on_random(std::uint64_t seed, int cases, int most_unknown, const Mix& mix, const Property& property);

/// Calls `take` with every completion of what is unknown and is or may be asked. False, and nothing is
/// called, where there are more than `most`.
bool on_completions(const Model& model, const Sheet& sheet, bool edition, int most,
                    const std::function<void(const Outcome&)>& take);

}  // namespace sextant::test::language
