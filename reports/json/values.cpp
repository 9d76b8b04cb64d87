#include "reports/json/values.hpp"

namespace sextant::json {

Json number(const std::optional<double>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json text(const std::string& value) {
  return value.empty() ? Json(nullptr) : Json(value);
}

Json named(const Instrument& instrument) {
  return {{"id", instrument.id}, {"version", instrument.version}};
}

Json titled(const Instrument& instrument, std::size_t language) {
  return {{"id", instrument.id}, {"version", instrument.version}, {"title", instrument.title(language)}};
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sextant::json
