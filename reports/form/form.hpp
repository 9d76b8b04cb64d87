#pragma once

#include <string>

#include "engine/instrument/model.hpp"
#include "reports/json/form_json.hpp"

/// The offline form: one HTML file that needs no network and keeps answers in the browser. Its page stands in
/// reports/form/page and is built into the program.
namespace sextant::form {

/// The form for an instrument. `last` is a last round to be confirmed (`json::form_last_round`), or empty.
/// Its security policy lets nothing in but this page's own script and style, by their hashes.
std::string page(const Instrument& instrument, const json::FormSetting& setting, const std::string& last);

}  // namespace sextant::form
