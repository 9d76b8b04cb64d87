#pragma once

#include <string>
#include <vector>

#include "engine/assessment/assessment.hpp"
#include "engine/exchange/meaning.hpp"
#include "engine/instrument/model.hpp"
#include "engine/text/language.hpp"
#include "reports/sheet/sheet.hpp"

/// How values are worded in cells and lists, such that they are read back as what they are.
namespace sextant::sheet {

/// What the writers of sheets share.
struct Scene {
  const Instrument& instrument;
  const Setting& setting;
  const Assessment* answers = nullptr;
  const ActionLibrary* library = nullptr;
  std::size_t language = 0;  ///< of the instrument's texts
  Lang lang = Lang::en;      ///< of the program's

  std::string operator()(Bilingual text) const { return std::string(text(lang)); }
  const std::string& operator()(const Prose& prose) const { return prose(language); }
};

/// The edition that is asked; null: all questions.
const Edition* edition_of(const Scene& scene);
/// Whether a question stands in the sheet: it is asked, or has an answer.
bool shown_here(const Scene& scene, std::size_t question);
/// The answer to a question; null where there are no answers.
const Answer* answer_to(const Scene& scene, std::size_t question);

/// "3 – Established", or whatever of a level's names means it alone.
std::string level_word(const Scene& scene, const Scale& scale, std::size_t level,
                       const std::vector<Prose>& descriptors = {});
std::vector<std::string> level_words(const Scene& scene, const Scale& scale,
                                     const std::vector<Prose>& descriptors = {});
/// An option's text, or its id where the text means another one too.
std::string option_word(const Scene& scene, const Question& question, std::size_t option);
/// The title of a node, or its id.
std::string node_word(const Scene& scene, std::size_t node);
/// Nodes that a country may set its priorities and targets on: pillars with what stands below them.
std::vector<std::size_t> places(const Scene& scene);
/// The title of an outcome or a respondents' group, or its id; a text that is neither stays.
std::string outcome_word(const Scene& scene, const std::string& id);
std::string group_word(const Scene& scene, const std::string& id);
std::string yes_no_word(const Scene& scene, bool yes);
std::string state_word(const Scene& scene, AnswerState state);
std::string confidence_word(const Scene& scene, const std::string& confidence);

/// What is filled in for an answer as a whole; empty for the parts of a checklist or grid.
std::string value_word(const Scene& scene, const Question& question, const Answer& answer);
/// What is filled in for one part.
std::string part_word(const Scene& scene, const Question& question, const Answer& answer, std::size_t part);
/// Whether an answer is given part by part.
bool in_parts(const Question& question);

/// Kinds of things that the answers hold and no sheet has room for, each once: see `Written::left_out`.
std::vector<std::string> not_carried(const Scene& scene);

/// The questions of a sheet by their parts: the pillars, then whatever else has questions of its own.
struct Section {
  std::size_t node = 0;
  std::vector<std::size_t> questions;
};
std::vector<Section> sections(const Scene& scene);

}  // namespace sextant::sheet
