#include "reports/csv/compare_csv.hpp"

#include "engine/text/number.hpp"

namespace sextant::csv {

namespace {

std::string number(const std::optional<double>& value) {
  return value ? shortest(*value) : std::string();
}

}  // namespace

std::string cell(const std::string& text) {
  const std::size_t first = text.find_first_not_of('\'');
  const bool sign =
      first != std::string::npos && std::string("=+-@\t").find(text[first]) != std::string::npos;
  // A text that begins with the guard itself gets another, so that it can be told from a guarded one.
  const bool formula = sign && (first > 0 || !parse_number(text));
  const std::string safe = formula ? "'" + text : text;
  if (safe.find_first_of(",\"\n\r") == std::string::npos) return safe;
  std::string out = "\"";
  for (const char c : safe) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

std::string compare(const Instrument& instrument, const Comparison& comparison) {
  std::string out = "unit,iso,name,round,date,node,state,value,level,settled,low,high,coverage\n";
  for (const ComparedUnit& unit : comparison.units) {
    const std::string head = cell(unit.assessment.unit.id) + "," + cell(unit.assessment.unit.iso) + "," +
                             cell(unit.label) + "," + cell(unit.assessment.round.id) + "," +
                             cell(unit.assessment.round.date);
    for (const std::size_t node : comparison.columns) {
      const NodeScore& score = unit.scores.nodes[node];
      const Scale& scale = instrument.scales[instrument.nodes[node].scale];
      out += head + "," + cell(instrument.nodes[node].id) + "," + std::string(name_of(score.state)) + "," +
             number(score.value) + "," + (score.level ? cell(scale.levels[*score.level].id) : "") + "," +
             (score.settled ? "yes" : "no") + "," + (score.range ? shortest(score.range->low) : "") + "," +
             (score.range ? shortest(score.range->high) : "") + "," + number(score.coverage) + "\n";
    }
  }
  return out;
}

}  // namespace sextant::csv
