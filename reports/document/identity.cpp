#include "reports/document/identity.hpp"

#include <algorithm>

namespace sextant::document {

namespace {

constexpr std::string_view kStart = "sextant-report:";

bool part_of_version(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '+';
}
bool part_of_hash(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/// Takes the characters from the front that may stand in a part, or a lone "-", which is an empty part.
template <typename Allowed>
std::string take(std::string_view& rest, Allowed allowed) {
  if (!rest.empty() && rest.front() == '-') {
    rest.remove_prefix(1);
    return {};
  }
  const auto end = std::find_if_not(rest.begin(), rest.end(), allowed);
  std::string out(rest.begin(), end);
  rest.remove_prefix(out.size());
  return out;
}

}  // namespace

Identity identity_of(const Instrument& instrument, const Assessment& assessment,
                     const std::string& engine_version) {
  return {engine_version, instrument.fingerprint.substr(0, 16), assessment.fingerprint.substr(0, 16), {}};
}

std::string to_text(const Identity& identity) {
  const auto part = [](const std::string& text) { return text.empty() ? "-" : text; };
  return std::string(kStart) + part(identity.engine) + ":" + part(identity.instrument) + ":" +
         part(identity.answers) + (identity.actions.empty() ? "" : ":" + identity.actions);
}

std::optional<Identity> identity_in(std::string_view bytes) {
  for (std::size_t at = bytes.find(kStart); at != std::string_view::npos; at = bytes.find(kStart, at + 1)) {
    std::string_view rest = bytes.substr(at + kStart.size());
    Identity out;
    out.engine = take(rest, part_of_version);
    if (rest.empty() || rest.front() != ':') continue;
    rest.remove_prefix(1);
    out.instrument = take(rest, part_of_hash);
    if (rest.empty() || rest.front() != ':') continue;
    rest.remove_prefix(1);
    out.answers = take(rest, part_of_hash);
    if (!rest.empty() && rest.front() == ':') {
      rest.remove_prefix(1);
      out.actions = take(rest, part_of_hash);
    }
    return out;
  }
  return std::nullopt;
}

}  // namespace sextant::document
