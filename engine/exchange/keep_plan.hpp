#pragma once

#include <string>
#include <vector>

#include "engine/assessment/country_plan.hpp"
#include "engine/exchange/filled.hpp"
#include "engine/text/language.hpp"

/// A plan that comes back, beside the one that is there.
namespace sextant::exchange {

/// By which it is noticed that a plan has changed since a workbook was made of it.
std::string plan_mark(const Instrument& instrument, const CountryPlan& plan);

struct KeptPlan {
  CountryPlan plan;
  std::vector<std::string> gone;  ///< ids of actions of which nothing came back
};

/// The plan that came, with what the one that was there says wherever an entry was refused, and with its
/// actions of which nothing came back: neither means that something is to be taken out.
KeptPlan keep_plan(const Instrument& instrument, const CountryPlan& there, const CountryPlan& came,
                   const std::vector<Entry>& refused);

/// What differs between two plans, in words: "conn-3 (Responsible, Start)", "own-1", "Currency".
std::vector<std::string> plan_changes(const Instrument& instrument, const CountryPlan& before,
                                      const CountryPlan& after, Lang lang);

}  // namespace sextant::exchange
