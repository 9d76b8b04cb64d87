#include "engine/agreement/agreement.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "tests/unit/property_reference.hpp"

using namespace sextant;

namespace {

constexpr auto none = std::nullopt;
constexpr Metric kMetrics[] = {Metric::nominal, Metric::ordinal, Metric::interval, Metric::ratio};

/// One word a unit, one digit or letter an observer; a point is no rating.
Ratings units(const std::string& words) {
  Ratings out(1);
  for (const char c : words) {
    if (c == ' ')
      out.emplace_back();
    else
      out.back().push_back(c == '.' ? std::optional<double>() : c - '0');
  }
  return out;
}

/// The order of the two loops of a table turned round: one word an observer.
Ratings observers(const std::string& words) {
  const Ratings rows = units(words);
  Ratings out(rows.front().size());
  for (const auto& row : rows)
    for (std::size_t unit = 0; unit < row.size(); ++unit) out[unit].push_back(row[unit]);
  return out;
}

/// The squared difference as Krippendorff (2011) writes it; `all`: every rating that can be paired.
long double squared(Metric metric, double c, double k, const std::vector<double>& all) {
  if (c == k) return 0;
  if (metric == Metric::nominal) return 1;
  if (metric == Metric::interval)
    return (static_cast<long double>(c) - k) * (static_cast<long double>(c) - k);
  if (metric == Metric::ratio) {
    const long double share = (static_cast<long double>(c) - k) / (static_cast<long double>(c) + k);
    return share * share;
  }
  const auto between = [&](double low, double high) {
    return static_cast<long double>(
        std::count_if(all.begin(), all.end(), [&](double v) { return low <= v && v <= high; }));
  };
  const long double ranks = between(std::min(c, k), std::max(c, k)) - (between(c, c) + between(k, k)) / 2;
  return ranks * ranks;
}

/// Alpha by its definition: the mean squared difference over pairs within units, and over all pairs.
std::optional<double> naive_alpha(const Ratings& ratings, Metric metric) {
  std::vector<std::vector<double>> kept;
  std::vector<double> all;
  for (const auto& unit : ratings) {
    kept.emplace_back();
    for (const auto& rating : unit)
      if (rating) kept.back().push_back(*rating);
    if (kept.back().size() < 2)
      kept.pop_back();
    else
      all.insert(all.end(), kept.back().begin(), kept.back().end());
  }
  long double within = 0;
  for (const auto& unit : kept)
    for (std::size_t i = 0; i < unit.size(); ++i)
      for (std::size_t j = 0; j < unit.size(); ++j)
        within += squared(metric, unit[i], unit[j], all) / static_cast<long double>(unit.size() - 1);
  long double across = 0;
  for (const double c : all)
    for (const double k : all) across += squared(metric, c, k, all);
  if (across == 0) return none;
  const auto n = static_cast<long double>(all.size());
  return static_cast<double>(1 - (within / n) / (across / (n * (n - 1))));
}

/// Up to 12 units and 7 observers; some ratings missing, and few or many different values.
Ratings random_ratings(test::Random& random) {
  const int columns = 1 + random.below(7);
  const int levels = 1 + random.below(random.chance(20) ? 60 : 5);
  const int missing = random.below(70);
  Ratings out(static_cast<std::size_t>(random.below(13)));
  for (auto& unit : out) {
    const int usual = random.below(levels);
    for (int i = 0; i < columns; ++i) {
      const int value = random.chance(60) ? usual : random.below(levels);
      unit.push_back(random.chance(missing) ? std::optional<double>() : value);
    }
  }
  return out;
}

template <typename T>
void shuffle(test::Random& random, std::vector<T>& items) {
  for (std::size_t i = items.size(); i > 1; --i)
    std::swap(items[i - 1], items[static_cast<std::size_t>(random.below(static_cast<int>(i)))]);
}

}  // namespace

TEST_CASE("alpha of Krippendorff's example of four observers and twelve units") {
  // Krippendorff (2011), sections C and D.
  const Ratings twelve = observers("123321412... 1233224125.3 .3332342251. 12332441251.");
  REQUIRE(twelve.size() == 12);
  CHECK(*krippendorff_alpha(twelve, Metric::nominal) == doctest::Approx(0.743).epsilon(0.0006));
  CHECK(*krippendorff_alpha(twelve, Metric::ordinal) == doctest::Approx(0.815).epsilon(0.0006));
  CHECK(*krippendorff_alpha(twelve, Metric::interval) == doctest::Approx(0.849).epsilon(0.0006));
  CHECK(*krippendorff_alpha(twelve, Metric::ratio) == doctest::Approx(0.797).epsilon(0.0006));
}

TEST_CASE("alpha of Krippendorff's examples of two observers") {
  // Krippendorff (2011), sections A (Meg and Owen) and B (Ben and Gerry).
  CHECK(*krippendorff_alpha(observers("0100000010 1110010000"), Metric::nominal) ==
        doctest::Approx(0.095).epsilon(0.005));
  CHECK(*krippendorff_alpha(observers("aabbdcccedda babbbccceddd"), Metric::nominal) ==
        doctest::Approx(0.692).epsilon(0.0008));
}

TEST_CASE("alpha of the published example of five observers, forty units and missing ratings") {
  // Hayes and Krippendorff (2007), table 1: ordinal .7598; nominal .477 and interval .757 by later programs.
  const Ratings news = units(
      "112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 111.1 111.1 212.2 "
      "1233. 1101. 000.0 0011. 00.00 2333. 0000. 12.22 0111. 00010 1212. 1122. 112.2 110.0 2121. 22.22 3222. "
      "222.2 223.2 222.2 22.12 2222. 111.1");
  REQUIRE(news.size() == 40);
  CHECK(std::fabs(*krippendorff_alpha(news, Metric::ordinal) - 0.7598) < 0.00005);
  CHECK(std::fabs(*krippendorff_alpha(news, Metric::nominal) - 0.477) < 0.0005);
  CHECK(std::fabs(*krippendorff_alpha(news, Metric::interval) - 0.757) < 0.0005);
}

TEST_CASE("alpha of a small table worked by hand") {
  // docs/method.md works these: 8 ratings can be paired, two 2, three 3 and three 4; the last unit has one
  // alone.
  const Ratings ratings = units("223 33. 444 1..");
  CHECK(*krippendorff_alpha(ratings, Metric::nominal) == doctest::Approx(2.0 / 3).epsilon(1e-14));
  CHECK(*krippendorff_alpha(ratings, Metric::ordinal) == doctest::Approx(1 - 87.5 / 600).epsilon(1e-14));
  CHECK(*krippendorff_alpha(ratings, Metric::interval) == doctest::Approx(1 - 14.0 / 78).epsilon(1e-14));
}

TEST_CASE("nine questions of ten answered alike can have an alpha of 0") {
  // Observed 2/20, expected 2 * 19 / (20 * 19): both a tenth.
  const Ratings ratings = units("33 33 33 33 33 33 33 33 33 32");
  for (const Metric metric : kMetrics) CHECK(*krippendorff_alpha(ratings, metric) == doctest::Approx(0));
}

TEST_CASE("alpha is undefined where nothing can be paired or nothing varies") {
  for (const Metric metric : kMetrics) {
    CHECK(krippendorff_alpha({}, metric) == none);
    CHECK(krippendorff_alpha(units(""), metric) == none);
    CHECK(krippendorff_alpha(units("1.. .2. ..."), metric) == none);
    CHECK(krippendorff_alpha(units("33"), metric) == none);
    CHECK(krippendorff_alpha(units("333 333 33."), metric) == none);
    CHECK(krippendorff_alpha(units("000 000"), metric) == none);
    // The 1 stands alone, so that all that can be paired is equal.
    CHECK(krippendorff_alpha(units("333 1.. 3.3"), metric) == none);
  }
}

TEST_CASE("alpha of one unit is 0: what varies within it is all that varies") {
  for (const Metric metric : kMetrics)
    CHECK(*krippendorff_alpha(units("1234"), metric) == doctest::Approx(0).epsilon(1e-14));
}

TEST_CASE("a ratio needs amounts that are not negative") {
  CHECK(krippendorff_alpha({{-1, 1}, {2, 2}}, Metric::ratio) == none);
  CHECK(krippendorff_alpha({{-1, 1}, {2, 2}}, Metric::interval) != none);
  // Zero beside zero is no difference, zero beside anything the greatest: squares 0 and 1, as if nominal.
  CHECK(krippendorff_alpha(units("00 05 00 55"), Metric::ratio) ==
        krippendorff_alpha(units("00 05 00 55"), Metric::nominal));
}

TEST_CASE("ordinal alpha knows the order of levels and not what they are worth") {
  Ratings levels = units("123 22. 344 4.3 112");
  const auto before = krippendorff_alpha(levels, Metric::ordinal);
  for (auto& unit : levels)
    for (auto& rating : unit)
      if (rating) rating = std::exp(*rating);
  CHECK(krippendorff_alpha(levels, Metric::ordinal) == before);
  CHECK(krippendorff_alpha(levels, Metric::interval) !=
        krippendorff_alpha(units("123 22. 344 4.3 112"), Metric::interval));
}

TEST_CASE("property: perfect agreement with variation is 1") {
  test::Random random(3);
  for (int round = 0; round < 200; ++round) {
    Ratings ratings = units("111 222");
    for (int unit = random.below(10); unit > 0; --unit)
      ratings.emplace_back(static_cast<std::size_t>(1 + random.below(5)), 1 + random.below(4));
    for (const Metric metric : kMetrics) CHECK(krippendorff_alpha(ratings, metric) == 1.0);
  }
}

TEST_CASE("property: alpha agrees with its definition pair by pair") {
  test::Random random(5);
  int defined = 0;
  for (int round = 0; round < 1000; ++round) {
    const Ratings ratings = random_ratings(random);
    for (const Metric metric : kMetrics) {
      const auto alpha = krippendorff_alpha(ratings, metric);
      const auto expected = naive_alpha(ratings, metric);
      REQUIRE(alpha.has_value() == expected.has_value());
      if (!alpha) continue;
      ++defined;
      CHECK(std::fabs(*alpha - *expected) < 1e-12);
      CHECK(*alpha <= 1);
    }
  }
  CHECK(defined > 2000);
}

TEST_CASE("property: the order of observers and of units changes no digit") {
  test::Random random(7);
  for (int round = 0; round < 500; ++round) {
    const Ratings ratings = random_ratings(random);
    Ratings shuffled = ratings;
    for (auto& unit : shuffled) shuffle(random, unit);  // alpha does not know who is who, not even by column
    shuffle(random, shuffled);
    for (const Metric metric : kMetrics)
      CHECK(krippendorff_alpha(ratings, metric) == krippendorff_alpha(shuffled, metric));
  }
}

TEST_CASE("what nobody rated has no median, no spread and no consensus") {
  CHECK(given({none, none}).empty());
  CHECK(median({}) == none);
  CHECK(interquartile_range({}) == none);
  CHECK(share_within_one({}) == none);
  CHECK(consensus({}, 1, 4) == none);
  CHECK(given({none, 3, none, 1}) == std::vector<double>{3, 1});
}

TEST_CASE("the median is the middle rating or half-way between two") {
  CHECK(median({4, 1, 3}) == 3.0);
  CHECK(median({4, 1, 3, 2}) == 2.5);
  CHECK(median({2}) == 2.0);
}

TEST_CASE("the interquartile range is the width of the middle half") {
  CHECK(interquartile_range({1, 2, 3, 4}) == 1.5);  // 3.25 - 1.75
  CHECK(interquartile_range({4, 3, 2, 2, 3}) == 1.0);
  CHECK(interquartile_range({3, 3, 3, 1}) == 0.5);  // 3 - 2.5
  CHECK(interquartile_range({1, 1, 4, 4}) == 3.0);
  CHECK(interquartile_range({3, 3, 3, 3, 1}) == 0.0);
  CHECK(interquartile_range({2}) == 0.0);
}

TEST_CASE("the share within one level counts from the median") {
  CHECK(share_within_one({2, 3, 3, 4}) == 1.0);
  CHECK(share_within_one({1, 3, 3, 4}) == 0.75);
  CHECK(share_within_one({1, 2}) == 1.0);        // from 1.5
  CHECK(share_within_one({2, 3, 1, 4}) == 0.5);  // from 2.5: not 1, not 4
  CHECK(share_within_one({1, 1, 4, 4}) == 0.0);
  CHECK(share_within_one({1}) == 1.0);
}

TEST_CASE("consensus is 1 where all agree and 0 where half stand at each end") {
  CHECK(consensus({3, 3, 3}, 1, 4) == 1.0);
  CHECK(consensus({1}, 1, 4) == 1.0);
  CHECK(consensus({1, 4, 4, 1}, 1, 4) == 0.0);
  CHECK(consensus({0, 10}, 0, 10) == 0.0);
}

TEST_CASE("consensus of published distributions") {
  CHECK(*consensus({1, 2, 3, 4, 5}, 1, 5) == doctest::Approx(0.434).epsilon(0.0005));
  // The example in the documentation of the R package agrmt.
  std::vector<double> ratings;
  const int counts[] = {30, 40, 210, 130, 530, 50, 10};
  for (int i = 0; i < 7; ++i) ratings.insert(ratings.end(), static_cast<std::size_t>(counts[i]), i + 1);
  CHECK(std::fabs(*consensus(ratings, 1, 7) - 0.7256876) < 0.00000005);
}

TEST_CASE("consensus of ratings worked by hand") {
  // docs/method.md: the mean 2.75 gives the logarithms -1.263, -0.126, -0.126, -0.778.
  CHECK(std::fabs(*consensus({1, 3, 3, 4}, 1, 4) - 0.427) < 0.0005);
  CHECK(std::fabs(*consensus({2, 3, 3, 4}, 1, 4) - 0.708) < 0.0005);  // 1 + log2(2/3) / 2
  CHECK(std::fabs(*consensus({3, 3, 3, 3, 1}, 1, 4) - 0.615) < 0.0005);
}

TEST_CASE("consensus goes by the width of the scale, not of the answers") {
  // Mean 2.5, each half a level away: 1 + log2(1 - 0.5/3) = log2(5/3), and log2(1.75) on five levels.
  CHECK(*consensus({2, 3}, 1, 4) == doctest::Approx(std::log2(5.0 / 3)).epsilon(1e-14));
  CHECK(*consensus({2, 3}, 1, 5) == doctest::Approx(std::log2(1.75)).epsilon(1e-14));
  CHECK(*consensus({2, 3}, 2, 3) == 0.0);
  CHECK(consensus({2, 2}, 2, 2) == none);
}

TEST_CASE("property: consensus is from 0 to 1, and order or turning the scale round changes nothing") {
  test::Random random(13);
  for (int round = 0; round < 500; ++round) {
    const int levels = 2 + random.below(6);
    std::vector<double> ratings;
    std::vector<double> turned;
    for (int i = 1 + random.below(9); i > 0; --i) ratings.push_back(1 + random.below(levels));
    for (const double rating : ratings) turned.push_back(levels + 1 - rating);
    const double value = *consensus(ratings, 1, levels);
    CHECK(value >= 0);
    CHECK(value <= 1);
    CHECK(std::fabs(*consensus(turned, 1, levels) - value) < 1e-12);
    shuffle(random, ratings);
    CHECK(*consensus(ratings, 1, levels) == value);
  }
}
