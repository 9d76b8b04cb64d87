#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/exchange/filled.hpp"
#include "engine/library/model.hpp"

namespace sextant::exchange {

/// How a way to pay is shown where it is chosen: its title in a language of the library; its id where another
/// one has that title too.
std::string way_to_pay_label(const ActionLibrary& library, std::size_t model, std::size_t language);

/// Puts the id of a way to pay in place of its title, in whatever language of the library, in the entries of
/// a plan. Whatever means none or several stays as it is.
void name_ways_to_pay(Filled& filled, const ActionLibrary& library);

/// Names what somebody wrote where the library's words for an action are only shown.
std::vector<Diagnostic> edited_words(const Filled& filled, const ActionLibrary& library);

}  // namespace sextant::exchange
