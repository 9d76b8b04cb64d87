#pragma once

#include <string>
#include <vector>

#include "reports/document/country_report.hpp"
#include "reports/document/phrases.hpp"

namespace sextant::document {

/// A report's input with the words to show it: every text typeset in the report's language, every number
/// printed by one function, so that the same number printed twice is equal.
struct View {
  explicit View(const ReportInput& report_input);

  const ReportInput& input;
  const Instrument& instrument;
  const Scores& scores;
  std::string language;
  Lang lang;
  std::size_t index;  ///< of the language in the instrument

  std::string text(const Prose& prose) const { return typeset(prose(index), language); }
  std::string own(const std::string& words) const { return typeset(words, language); }
  std::string say(Phrase phrase, const Args& args = {}) const { return document::say(phrase, lang, args); }

  const Scale& scale(std::size_t node) const { return instrument.scales[instrument.nodes[node].scale]; }
  const NodeScore& score(std::size_t node) const { return scores.nodes[node]; }
  std::string title(std::size_t node) const { return text(instrument.nodes[node].title); }
  /// ": " with the language's typography.
  std::string colon() const { return lang == Lang::fr ? "\u00A0: " : ": "; }
  std::string unit() const { return own(input.assessment.unit.label(language)); }

  /// "2.4", or an en dash where there is no value.
  std::string value(std::size_t node) const;
  /// "2 Emerging", "2 Emerging (provisional)", or the state where there is no level.
  std::string level(std::size_t node) const;
  std::string level_name(const Scale& scale, std::size_t level) const;
  /// "1.9 to 2.8", or an en dash.
  std::string range(std::size_t node) const;
  std::string coverage(std::size_t node) const;
  std::string evidence(std::size_t node) const;
  /// The fill of a node's level; none where it has no level.
  Fill fill(std::size_t node) const;
  /// A link to a node's section.
  std::string anchor(std::size_t node) const;

  /// "91 of 93 questions": what applies and was asked.
  std::string answered_of() const;

  /// A priority's node, linked, and its reason.
  Text priority(const Priority& priority) const;

  /// What an answer says, in words: the level with its descriptor, the option, the number with its unit, the
  /// state.
  std::string answer(std::size_t question) const;
  /// The short form: "2 Emerging", "yes", "63 %".
  std::string short_answer(std::size_t question) const;

  /// Nodes that hold questions directly: what strengths and gaps are named by. Empty where questions stand at
  /// the root.
  std::vector<std::size_t> components() const;
  /// The questions at or below a node, in order.
  std::vector<std::size_t> questions_below(std::size_t node) const;
};

/// What stands around the blocks of a document of this name ("Country report").
Meta meta(const View& view, const std::string& name);
/// Links to headings that are not among the blocks become plain text.
void drop_dead_links(std::vector<Block>& blocks);

/// The parts of the report. `alone`: the brief is a document of its own.
std::vector<Block> brief(const View& view, bool alone = false);
std::vector<Block> profile(const View& view);
std::vector<Block> pillar_section(const View& view, std::size_t pillar);
std::vector<Block> indices_section(const View& view);
std::vector<Block> answers_annex(const View& view);
std::vector<Block> method(const View& view);

}  // namespace sextant::document
