#include "reports/json/verify_json.hpp"

#include "reports/json/values.hpp"

namespace sextant::json {

namespace {

Json identity_json(const document::Identity& identity) {
  return {{"engine", text(identity.engine)},
          {"instrument", text(identity.instrument)},
          {"answers", text(identity.answers)},
          {"actions", text(identity.actions)}};
}

}  // namespace

std::string verify(const Verification& one) {
  const Json out = {{"schema", "sextant/verify/1"},
                    {"report", one.report},
                    {"verdict", one.verdict},
                    {"kind", text(one.kind)},
                    {"language", text(one.language)},
                    {"named", one.named ? identity_json(*one.named) : Json()},
                    {"given", identity_json(one.given)},
                    {"line", one.line ? Json(*one.line) : Json()}};
  return dump(out);
}

}  // namespace sextant::json
