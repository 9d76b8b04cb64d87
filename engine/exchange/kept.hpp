#pragma once

#include "engine/instrument/model.hpp"
#include "engine/syntax/tree.hpp"

namespace sextant::exchange {

/// Puts `kept` of a `Filled` into the answers file that is made of its entries.
void bring_back(Tree& file, const Tree& kept);

/// Gives a grid's answer without a value the state "unanswered": its keys would be taken for cells.
void say_unanswered(Tree& file, const Instrument& instrument);

}  // namespace sextant::exchange
