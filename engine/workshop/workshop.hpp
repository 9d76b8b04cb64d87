#pragma once

#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/scoring/score.hpp"

/// What a folder of a workshop holds, as `status` and `feedback` show it.
namespace sextant {

/// One answers file of it.
struct WorkshopFile {
  std::string path;
  bool respondents = false;  ///< it stands in ROUND.respondents
  Assessment assessment;
  Scores scores;
};

/// A question to which nobody knows the answer yet, and who will find out.
struct ToFind {
  std::size_t file = 0;
  std::size_t question = 0;
  std::string owner;  ///< of several respondents one after the other ("; "); empty: nobody
};

/// The don't-knows of files, file by file, in the instrument's order. Of a unit's round that has a country's
/// file, only those of that file, so that each is there once.
std::vector<ToFind> to_find(const std::vector<WorkshopFile>& files);

/// The questions that stand in no pillar, as those that a lens has of its own: their places in the
/// instrument.
std::vector<std::size_t> beside_pillars(const Instrument& instrument);

/// How far some questions are answered.
Tally tally_of(const std::vector<std::size_t>& questions, const Scores& scores);

/// A grid that counts as answered with the rows that are filled in.
struct FilledPartly {
  std::size_t file = 0;
  std::size_t question = 0;
  std::size_t open = 0;  ///< how many rows have no level, 1 or more
};

/// Those of all files, in the order of files and of the instrument.
std::vector<FilledPartly> filled_partly(const Instrument& instrument, const std::vector<WorkshopFile>& files);

/// What was said of one thing, without names, in alphabetical order: a text as often as there are people who
/// said it.
struct Remarks {
  std::string topic;  ///< "questions", ...; empty where it is about one question
  std::optional<std::size_t> question;
  std::vector<std::string> texts;
};

/// What was said of each question, in the instrument's order, and of the topics: questions, methods,
/// workshop, others by name.
std::vector<Remarks> remarks(const Instrument& instrument, const std::vector<WorkshopFile>& files);

}  // namespace sextant
