#include "cli/choices.hpp"

#include <algorithm>

namespace sextant::cli {

namespace {

std::optional<std::size_t> find(const std::string& id, const std::vector<std::string>& known, Code code,
                                const std::string& option, std::vector<Diagnostic>& diagnostics) {
  if (id.empty()) return std::nullopt;
  const auto it = std::find(known.begin(), known.end(), id);
  if (it != known.end()) return static_cast<std::size_t>(it - known.begin());
  diagnostics.push_back({code, option, {}, {{"id", id}}, nearest(id, known), {}});
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> edition_named(const std::string& id, const Instrument& instrument,
                                         std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> known;
  for (const Edition& one : instrument.editions) known.push_back(one.id);
  return find(id, known, Code::unknown_edition, "--edition", diagnostics);
}

std::optional<std::size_t> node_named(const std::string& id, const std::string& option,
                                      const Instrument& instrument, const std::vector<std::size_t>& among,
                                      std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> known;
  for (const std::size_t node : among) known.push_back(instrument.nodes[node].id);
  const auto index = find(id, known, Code::unknown_reference, option, diagnostics);
  return index ? std::optional(among[*index]) : std::nullopt;
}

}  // namespace sextant::cli
