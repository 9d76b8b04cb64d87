#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/assessment/assessment.hpp"
#include "engine/text/language.hpp"

/// The terminal wizard without its terminal: what is shown and what a line that was typed means. Whoever runs
/// it prints the lines, and saves the assessment after each step that changed it.
namespace sextant::dialogue {

/// A line to be shown: running text behind `first`, below which further lines of it hang.
struct Line {
  std::string first;
  std::string text;

  bool operator==(const Line&) const = default;
};

/// What stays the same as long as it runs.
struct Setup {
  const Instrument* instrument = nullptr;
  std::optional<std::size_t> node;  ///< only the questions below this node; nothing: all
  bool keying = false;              ///< many answers on a line, from paper
};

/// What is waited for.
enum class Asking { value, note, owner, reason, source, source_year, source_where, source_grade };

/// What a line of keyed answers replaced.
struct Keyed {
  std::optional<std::size_t> at;
  std::vector<std::pair<std::size_t, Answer>> before;
};

struct State {
  Assessment assessment;
  Lang lang = Lang::en;
  std::optional<std::size_t> at;  ///< the question, by index; nothing: behind the last one
  Asking asking = Asking::value;
  std::vector<Keyed> keyed;  ///< lines of keyed answers that can be taken back, the last one last
};

struct Reply {
  std::vector<Line> lines;
  bool changed = false;  ///< the assessment is to be saved before anything else happens
  bool quit = false;
};

/// How far the questions below a node are answered; "don't know" and "not applicable" are answers. With
/// branching, the number of questions asked changes with the answers.
struct Progress {
  std::size_t asked = 0;
  std::size_t answered = 0;
  std::optional<std::size_t> next;  ///< the first question without an answer
};
Progress progress(const Setup& setup, const Assessment& assessment, std::optional<std::size_t> node);

/// Stands before the first question without an answer, or behind the last one.
State start(const Setup& setup, Assessment assessment, Lang lang);

/// What is said at the beginning: how far it is, the keys, and the question.
Reply open(const Setup& setup, const State& state);

/// Takes a line, without its end. Whatever does not mean exactly one thing changes nothing and is answered
/// with what was expected.
Reply step(const Setup& setup, State& state, std::string_view line);

/// What stands before the cursor: "power.coverage > ".
std::string prompt(const Setup& setup, const State& state);

}  // namespace sextant::dialogue
