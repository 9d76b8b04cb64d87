#pragma once

#include <string>
#include <vector>

#include "tests/unit/property_reference.hpp"
#include "tests/unit/support.hpp"

/// Answers files that use every key and every type, full of texts that YAML could take for something else.
namespace sextant::test {

/// One question of each type, in two languages, with ids and level numbers that look like other things.
const Instrument& hostile_instrument();

/// A text of such pieces, which may be empty.
std::string hostile_text(Random& random);

/// A valid answers file in JSON.
std::string hostile_answers(Random& random);

}  // namespace sextant::test
