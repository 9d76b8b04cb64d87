#include "reports/json/verify_json.hpp"

#include <nlohmann/json.hpp>

namespace sextant::json {

namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json identity_json(const document::Identity& identity) {
  return {{"engine", or_null(identity.engine)},
          {"instrument", or_null(identity.instrument)},
          {"answers", or_null(identity.answers)},
          {"actions", or_null(identity.actions)}};
}

}  // namespace

std::string verify(const Verification& one) {
  const Json out = {{"schema", "sextant/verify/1"},
                    {"report", one.report},
                    {"verdict", one.verdict},
                    {"kind", or_null(one.kind)},
                    {"language", or_null(one.language)},
                    {"named", one.named ? identity_json(*one.named) : Json()},
                    {"given", identity_json(one.given)},
                    {"line", one.line ? Json(*one.line) : Json()}};
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sextant::json
