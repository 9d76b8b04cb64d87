#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/text/language.hpp"

namespace sextant {

/// A number as a person writes it in a file: `3`, `-0.5`, `1e-3`. Nothing for anything else: `1_000`, `0x10`,
/// `3,5`, `.nan`, `inf`, blanks inside, or values that do not fit a double.
std::optional<double> parse_number(std::string_view text);

/// The shortest decimal text that reads back as the same double; "-0" is "0".
std::string shortest(double value);

/// `value` rounded half up in decimal (on its shortest decimal text, so 1.005 gives 1.01 at two digits) with
/// exactly `digits` decimals, and the decimal sign of the language.
std::string fixed(double value, int digits, Lang lang = Lang::en);

/// A share from 0 to 1 as whole per cent: "67 %" in French (no-break space), "67%" in English. A share that
/// is not quite all is never printed as 100, nor one that is not quite nothing as 0.
std::string percent(double share, Lang lang);

}  // namespace sextant
