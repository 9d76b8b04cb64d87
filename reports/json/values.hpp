#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "engine/instrument/model.hpp"

/// What every JSON document of this folder is made of. Only its sources include this: others see JSON as
/// text.
namespace sextant::json {

/// Keys stand in the order in which they were written.
using Json = nlohmann::ordered_json;

/// The number, or null where there is none.
Json number(const std::optional<double>& value);

/// The text, or null where it is empty.
Json text(const std::string& value);

/// The instrument's id and version.
Json named(const Instrument& instrument);

/// The same with the title in `language`.
Json titled(const Instrument& instrument, std::size_t language);

/// The document in one line; what is not UTF-8 is replaced by U+FFFD.
std::string dump(const Json& json);

}  // namespace sextant::json
