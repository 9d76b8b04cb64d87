#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/source.hpp"

/// Texts in several languages, levels and their bands, and how a number becomes a value or a level.
namespace sextant {

/// A text in every language of the instrument; index 0 is the source language. Empty: not translated.
struct Prose {
  std::vector<std::string> in = {""};

  bool empty() const { return in.front().empty(); }
  const std::string& source() const { return in.front(); }
  /// The text in a language of the instrument, by index; the source where it is not translated.
  const std::string& operator()(std::size_t language) const {
    return language < in.size() && !in[language].empty() ? in[language] : in.front();
  }
};

/// The index of the language that serves a tag best: "fr-SN" is served by "fr"; otherwise the first, which is
/// the source language.
std::size_t best_language(const std::vector<std::string>& languages, std::string_view tag);

enum class RoundingMode { half_up, half_even, floor, ceiling, r };

/// How a stored value is rounded, because some publishers pass rounded values on.
struct Rounding {
  int digits = 0;
  RoundingMode mode = RoundingMode::half_up;
};

struct Level {
  std::string id;
  std::string number;  ///< what is printed: "1", "A"
  double value = 0;    ///< what a question answered at this level is worth
  double from = 0;     ///< inclusive lower bound of the band on a node's value
  Prose name;
  Prose description;
};

/// Levels from the lowest to the highest. A node's level is the last one whose bound the value reaches.
struct Scale {
  std::string id;
  double min = 0;  ///< the lowest value a node may take
  double max = 0;  ///< the highest
  std::vector<Level> levels;
  std::optional<Rounding> decide_on;  ///< decide levels on the rounded value
  Span at;
  std::string file;
};

/// Linear (or logarithmic) map of a number to 0..1.
struct Goalposts {
  double low = 0;
  double high = 1;
  bool log = false;
  bool clamp = true;
};

/// A value from `from` upwards becomes `value`.
struct Step {
  double from = 0;
  double value = 0;
};

/// The level of a value on a scale, from 0: the last whose lower bound it reaches, bounds inclusive with a
/// tolerance of 1e-9; 0 for values below the first bound. The only place where bands are decided.
std::size_t level_of(const Scale& scale, double value);

/// The value of the last step that `x` reaches (with 1e-9 of tolerance), or of the first. `steps` is not
/// empty.
double step_value(const std::vector<Step>& steps, double x);

/// The values that a step function can give for numbers from `least` to `most`, rising and each once.
std::vector<double> step_values(const std::vector<Step>& steps, double least, double most);

/// The place of a number between the goalposts: 0 at the low one, 1 at the high one, cut off where they say
/// so. For a number of zero or less between logarithmic posts that do not cut off: minus infinity.
double place_between(const Goalposts& posts, double x);

/// `value` with `digits` decimals, rounded as the mode says.
double round_to(double value, const Rounding& rounding);

}  // namespace sextant
