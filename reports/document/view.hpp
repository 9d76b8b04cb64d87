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
  /// Before the names of sources where several units stand in one document: "@unit:3:", or empty.
  std::string of_unit = {};

  /// A text of the instrument. `source` where it can be named more exactly than "the instrument's own words".
  Words text(const Prose& prose, std::string source = "@instrument/text") const {
    return {typeset(prose(index), language), std::move(source)};
  }
  /// Words of the answers file, or, with another `source`, any text that is not a phrase.
  Words own(const std::string& words, std::string source = "@answers/text") const {
    return {typeset(words, language), std::move(source)};
  }
  Words say(Phrase phrase, const Places& places = {}) const { return phrase_words(phrase, lang, places); }

  /// "ID/aspect", the name of what is printed of a node or a question.
  std::string of_node(std::size_t node, std::string_view aspect) const;
  std::string of_question(std::size_t question, std::string_view aspect) const;

  const Scale& scale(std::size_t node) const { return instrument.scales[instrument.nodes[node].scale]; }
  const NodeScore& score(std::size_t node) const { return scores.nodes[node]; }
  Words title(std::size_t node) const { return text(instrument.nodes[node].title, of_node(node, "title")); }
  /// What tables call a question.
  Words label(std::size_t question) const;
  /// ": " with the language's typography.
  std::string colon() const { return lang == Lang::fr ? "\u00A0: " : ": "; }
  /// "; " with the language's typography.
  std::string semicolon() const { return lang == Lang::fr ? "\u00A0; " : lang == Lang::ar ? "؛ " : "; "; }
  /// ", " in the language's script, for words that are joined after they were typeset.
  std::string comma() const { return lang == Lang::ar ? "، " : ", "; }
  Words unit() const { return own(input.assessment.unit.label(language), "@answers/unit"); }
  /// The round's id.
  Words round() const { return own(input.assessment.round.id, "@answers/round"); }
  Words date() const { return {day(input.assessment.round.date, lang), "@answers/date"}; }

  /// "2.4", or an en dash where there is no value.
  Words value(std::size_t node) const;
  /// "2 Emerging", "2 Emerging (provisional)", or the state where there is no level.
  Words level(std::size_t node) const;
  /// "2 Emerging" and "Emerging", of a node that has a level.
  Words plain_level(std::size_t node) const;
  Words level_word(std::size_t node) const;
  /// "scored", "not enough answers" and so on.
  Words state(std::size_t node) const;
  /// A level of a scale: "2 Emerging".
  std::string level_name(const Scale& scale, std::size_t level) const;
  /// "2", of a node that has a level.
  Words level_number(std::size_t node) const;
  /// "1.9 to 2.8", or an en dash.
  Words range(std::size_t node) const;
  Words coverage(std::size_t node) const;
  Words evidence(std::size_t node) const;
  /// A count of the node's tally: `aspect` is answered, asked, dont_know or unanswered.
  Words count(std::size_t node, std::string_view aspect) const;
  /// The fill of a node's level; none where it has no level.
  Fill fill(std::size_t node) const;
  /// A link to a node's section.
  std::string anchor(std::size_t node) const;

  /// "91 of 93 questions": what applies and was asked.
  Words answered_of() const;

  /// A priority's node, linked, and its reason.
  Text priority(const Priority& priority) const;

  /// What an answer says, in words: the level's descriptor, the option, the number with its unit, the state.
  Words answer(std::size_t question) const;
  /// The short form: "2 Emerging", "yes", "63 %".
  Words short_answer(std::size_t question) const;
  /// What the level above the chosen one asks for; nothing where the answer is no level with a descriptor.
  Words next_level(std::size_t question) const;

  /// A finding's declared sentence (or what would clear it), its titles and numbers marked. `index` is the
  /// finding's in the input.
  Words finding(std::size_t index, const Prose& sentence) const;

  /// Nodes that hold questions directly: what strengths and gaps are named by. Empty where questions stand at
  /// the root.
  std::vector<std::size_t> components() const;
  /// The questions at or below a node, in order.
  std::vector<std::size_t> questions_below(std::size_t node) const;
};

/// At most `width` columns of a text, cut between two words.
Words shortened(const Words& text, std::size_t width);
/// What stands around the blocks of a document of this name ("Country report").
Meta meta(const View& view, const Words& name);
/// Adds the questionnaire's notice, in a small line, where it has one: for documents without a cover.
void add_notice(const View& view, std::vector<Block>& blocks);
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
