#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/instrument/model.hpp"
#include "reports/document/document.hpp"
#include "reports/document/sheet.hpp"

namespace sextant::document {

/// What a paper questionnaire is made from. `languages` are BCP 47 tags, at least one; the document is in the
/// first, and says everything once in each. The instrument is read in all of them.
struct PaperInput {
  const Instrument& instrument;
  std::vector<std::string> languages;
  std::string engine_version;
  std::optional<std::size_t> edition = {};  ///< an index of the instrument's; nothing: all questions
  std::optional<std::size_t> part = {};     ///< one pillar or index alone; nothing: all
};

/// A questionnaire to print and to fill in by hand: how to fill it in, a section for each pillar with its
/// questions and the boxes that are copied for keying, vision, priorities, targets and remarks. Ids and
/// digits stand in the order in which answers are keyed.
Document paper_form(const PaperInput& input);

/// The questions that it asks.
std::vector<std::size_t> paper_questions(const PaperInput& input);

/// How it is set on a kind of paper.
Sheet paper_sheet(Paper paper);

}  // namespace sextant::document
