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

std::vector<Words> limit_sentences(const Instrument& instrument, std::size_t index, const NodeScore& score,
                                   std::size_t language, Lang lang) {
  const Node& node = instrument.nodes[index];
  const Scale& scale = instrument.scales[node.scale];
  const std::string tag(code_of(lang));
  std::vector<Words> out;
  for (std::size_t i = 0; i < score.limits.size(); ++i) {
    const Limit& limit = score.limits[i];
    const std::string of = node.id + "/limit." + std::to_string(i);
    Words words =
        phrase_words(phrase_of(limit.kind), lang, {{"level", {named(scale, limit.at, language, tag), of}}});
    const Prose none;
    const Prose& because = limit.kind == Limit::Kind::gate  ? node.gates[limit.index].because
                           : limit.kind == Limit::Kind::cap ? instrument.caps[limit.index].because
                                                            : none;
    if (!because.empty()) words += " " + Words(typeset(because(language), tag), "@instrument/text");
    out.push_back(std::move(words));
  }
  return out;
}

Words held_down(const Instrument& instrument, std::size_t node, const NodeScore& score, std::size_t language,
                Lang lang) {
  if (score.limits.empty()) return {};
  const Scale& scale = instrument.scales[instrument.nodes[node].scale];
  const std::string own = named(scale, *score.own_level, language, std::string(code_of(lang)));
  const std::string of = instrument.nodes[node].id + "/level.own";
  Words out = phrase_words(Phrase::own_level, lang, {{"level", {own, of}}});
  for (const Words& words : limit_sentences(instrument, node, score, language, lang)) out += " " + words;
  return out;
}

}  // namespace sextant::document
