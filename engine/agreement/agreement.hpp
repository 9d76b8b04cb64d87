#pragma once

#include <optional>
#include <vector>

namespace sextant {

/// What several observers (respondents) said of several units (questions): `ratings[unit][observer]`, with
/// nothing where an observer did not rate. Rows may differ in length. Values are finite.
using Ratings = std::vector<std::vector<std::optional<double>>>;

/// How far two ratings lie apart. The finer the metric, the more it supposes of the numbers.
enum class Metric {
  nominal,   ///< equal or not
  ordinal,   ///< order alone: by how many of all the ratings lie between the two
  interval,  ///< their difference
  ratio,     ///< their difference in proportion to their sum, for amounts from a true zero
};

/// Krippendorff's alpha: 1 - observed / expected disagreement, where the expected one is that of the same
/// ratings dealt to the units at random. 1 is perfect agreement, 0 what chance gives; below 0,
/// observers differ more than by chance. A unit that fewer than two observers rated has nothing to pair and
/// is left out. The order of units and of observers changes no digit.
///
/// None where alpha is undefined: nothing can be paired, all the ratings that can be are equal (0/0: without
/// variation nothing shows that observers can tell units apart; some programs print 1), or the metric is
/// `ratio` and a rating lies below zero.
///
/// Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011); Hayes and Krippendorff (2007).
std::optional<double> krippendorff_alpha(const Ratings& ratings, Metric metric);

/// The ratings that were given, of one unit.
std::vector<double> given(const std::vector<std::optional<double>>& unit);

/// The middle rating, or the mean of the two in the middle. None of no ratings.
std::optional<double> median(const std::vector<double>& ratings);

/// Upper quartile less lower quartile, by `quantile` (type 7): the width of the middle half of the ratings,
/// in steps of their scale. 0 where that half agrees. None of no ratings.
std::optional<double> interquartile_range(const std::vector<double>& ratings);

/// The share (0..1) of ratings no more than one level away from the median, which may itself lie half-way
/// between two levels. Ratings are level numbers (1, 2, 3, ...), not what levels are worth. None of no
/// ratings.
std::optional<double> share_within_one(const std::vector<double>& ratings);

/// Tastle and Wierman's consensus on an ordinal scale, 0..1: 1 where all ratings are equal, 0 where half
/// stand at each end. `lowest` and `highest` are the ends of the *scale* (1 and 4), whatever was chosen of
/// it; ratings are level numbers within. None of no ratings, and of a scale without width.
///
/// Cns = 1 + sum of p_i log2(1 - |x_i - mean| / (highest - lowest)).
/// Source: Tastle and Wierman, Consensus and dissention: A measure of ordinal dispersion (2007).
std::optional<double> consensus(std::vector<double> ratings, double lowest, double highest);

}  // namespace sextant
