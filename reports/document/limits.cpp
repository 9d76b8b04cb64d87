#include "reports/document/limits.hpp"

#include "reports/document/phrases.hpp"

namespace sextant::document {

namespace {

Phrase phrase_of(Limit::Kind kind) {
  switch (kind) {
    case Limit::Kind::gate:
      return Phrase::trace_gate;
    case Limit::Kind::cap:
      return Phrase::trace_cap;
    case Limit::Kind::evidence:
      return Phrase::trace_evidence;
  }
  return Phrase::trace_cap;
}

std::string named(const Scale& scale, std::size_t level, std::size_t language, const std::string& tag) {
  return scale.levels[level].number + " " + typeset(scale.levels[level].name(language), tag);
}

}  // namespace

std::vector<std::string> limit_sentences(const Instrument& instrument, std::size_t index,
                                         const NodeScore& score, std::size_t language, Lang lang) {
  const Node& node = instrument.nodes[index];
  const Scale& scale = instrument.scales[node.scale];
  const std::string tag(code_of(lang));
  std::vector<std::string> out;
  for (const Limit& limit : score.limits) {
    std::string words = say(phrase_of(limit.kind), lang, {{"level", named(scale, limit.at, language, tag)}});
    const Prose none;
    const Prose& because = limit.kind == Limit::Kind::gate  ? node.gates[limit.index].because
                           : limit.kind == Limit::Kind::cap ? instrument.caps[limit.index].because
                                                            : none;
    if (!because.empty()) words += " " + typeset(because(language), tag);
    out.push_back(std::move(words));
  }
  return out;
}

std::string held_down(const Instrument& instrument, std::size_t node, const NodeScore& score,
                      std::size_t language, Lang lang) {
  if (score.limits.empty()) return {};
  const Scale& scale = instrument.scales[instrument.nodes[node].scale];
  const std::string own = named(scale, *score.own_level, language, std::string(code_of(lang)));
  std::string out = say(Phrase::own_level, lang, {{"level", own}});
  for (const std::string& words : limit_sentences(instrument, node, score, language, lang))
    out += " " + words;
  return out;
}

}  // namespace sextant::document
