#pragma once

#include <string>
#include <vector>

#include "engine/instrument/model.hpp"
#include "engine/scoring/score.hpp"

namespace sextant {

/// An imbalance that a declared rule found.
struct Finding {
  std::size_t rule = 0;  ///< index in the instrument's findings
  std::size_t node = 0;  ///< the node that it is about
  double value = 0;      ///< the node's value
  double others = 0;     ///< the mean of the other nodes' values
  double gap = 0;        ///< how far below
  double needed = 0;     ///< the value that would clear it
};

/// What the instrument's rules find, in the order of rules and nodes. A node lags when it is more than the
/// declared number of points below the plain mean of its scored peers (at least two); bounds are strict, with
/// 1e-9.
std::vector<Finding> diagnose(const Instrument& instrument, const Scores& scores);

/// A finding's declared sentence in a language of the instrument (by index), its numbers written as in
/// `lang`.
std::string sentence(const Instrument& instrument, const Finding& finding, std::size_t language, Lang lang);
/// What would clear it; empty where the rule does not say.
std::string remedy(const Instrument& instrument, const Finding& finding, std::size_t language, Lang lang);

}  // namespace sextant
