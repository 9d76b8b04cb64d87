#pragma once

#include <string>
#include <vector>

#include "engine/instrument/model.hpp"
#include "engine/scoring/score.hpp"

namespace sextant {

/// Something that a declared rule found. `numbers` are unrounded, by the names that the rule's sentences use.
struct Finding {
  std::size_t rule = 0;   ///< index in the instrument's findings
  std::size_t node = 0;   ///< the node that it is about
  std::size_t other = 0;  ///< the node that it is compared with (backbone); 0: none
  std::vector<std::pair<std::string, double>> numbers;
  std::string group;  ///< of groups_apart: the group that puts it lower, and the one that puts it higher
  std::string other_group;

  double number(std::string_view name) const;
};

/// What the instrument's rules find, in the order of rules and nodes. Bounds are strict, with 1e-9 of
/// tolerance.
std::vector<Finding> diagnose(const Instrument& instrument, const Assessment& assessment,
                              const Scores& scores);

/// What fills the places of a finding's sentences: the titles of its nodes and groups in a language of the
/// instrument (by index), and its numbers written as in `lang`.
Args sentence_words(const Instrument& instrument, const Finding& finding, std::size_t language, Lang lang);
/// A finding's declared sentence in a language of the instrument (by index), its numbers written as in
/// `lang`.
std::string sentence(const Instrument& instrument, const Finding& finding, std::size_t language, Lang lang);
/// What would clear it; empty where the rule does not say.
std::string remedy(const Instrument& instrument, const Finding& finding, std::size_t language, Lang lang);

/// The loss through imbalance, on 0..100: the plain mean of the pillars and the balanced one (AMPI).
struct Balance {
  double mean = 0;
  double balanced = 0;
  int pillars = 0;
};

/// Over the pillars that are scored, each mapped linearly from its scale's lowest..highest value to 0..100;
/// nothing with fewer than three.
std::optional<Balance> balance(const Instrument& instrument, const Scores& scores);

}  // namespace sextant
