#pragma once

#include <deque>
#include <functional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/instrument/load.hpp"
#include "engine/syntax/fields.hpp"

namespace sextant::loading {

/// Where an id was first given.
struct Place {
  std::string file;
  Span at;
};

/// A main file and what it includes, being read.
struct Files {
  const ReadBeside* beside = nullptr;
  LoadOptions options;
  std::vector<Diagnostic> diagnostics;       ///< of files that are done
  std::unordered_set<std::string> included;  ///< names of the files that were read
  std::vector<Span> language_at;             ///< where each language is declared
  std::string contents;                      ///< all texts read so far, for the fingerprint
  std::unordered_map<std::string, Place> ids;
  std::deque<Source> sources;  ///< included files, kept for what is resolved later

  /// Takes an id for one thing; reports a broken, reserved or repeated one. False: unusable.
  bool claim(const std::string& id, Span at, Sink& sink);
  /// Adds a file's text to the fingerprint.
  void mark(const Source& source);
};

/// The instrument being put together, with what the parts of the loader share.
struct Loader : Files {
  Instrument out;
  /// References that can only be followed once everything is read.
  struct Later {
    const Source* source;
    std::function<void(Sink&)> resolve;
  };
  std::vector<Later> later;
  bool not_applicable_by_default = false;
  MissingPolicy missing_by_default;
  double min_coverage_by_default = 0;
};

/// Adds a diagnostic that may belong to another file than the sink's: only its name and line are known by
/// then.
void add_at(Sink& sink, const std::string& file, Code code, Span at, Args args);

Prose prose(std::string text);

void load_scales(Loader& loader, Fields& top, Sink& sink);
/// The scale named by a key; `otherwise` where the key is absent or wrong.
std::size_t scale_of(Loader& loader, Fields& fields, Sink& sink, std::size_t otherwise);

/// The keys that say how a node's value is made.
void load_rules(Loader& loader, Fields& fields, Sink& sink, Node& node);
MissingPolicy load_missing(Fields& fields, Sink& sink, const MissingPolicy& otherwise);
std::optional<Rounding> load_rounding(const Tree& tree, Sink& sink);

/// `{include: pillars/power.yaml}`: has `load` read that file's tree. False where the tree is no include.
bool load_include(Files& files, const Tree& tree, Sink& sink,
                  const std::function<void(const Tree&, Sink&)>& load);

/// `nodes` and `questions` below a node.
void load_children(Loader& loader, Fields& fields, Sink& sink, std::size_t node);
void load_question(Loader& loader, const Tree& tree, Sink& sink, std::size_t node);

/// The steps of a step function, rising.
std::vector<Step> load_steps(Fields& fields, Sink& sink);
/// The level of a scale that a tree names by id or number; reports an unknown one.
std::optional<std::size_t> load_level_name(const Tree& tree, const Scale& scale, Sink& sink);
/// What a list of selectors (`{id}`, `{under}`, `{tag}`, `{facet}`, each with `weight`) chooses across the
/// tree, each once; a later, explicit weight wins.
std::vector<Child> select(const Loader& loader, const std::vector<Tree>& selectors, Sink& sink);
/// The same, questions only: a node stands for the questions below it.
/// Testimonies (type text) only where `with_texts` says so: they are never scored.
std::vector<std::size_t> select_questions(const Loader& loader, const std::vector<Tree>& selectors,
                                          bool with_texts, Sink& sink);
/// A condition on answers; its questions must all be read.
Condition load_condition(const Loader& loader, const Tree& tree, Sink& sink);
/// Reports an id that names no question.
void check_question(const Loader& loader, const std::string& id, Span at, Sink& sink);
/// Reports questions whose being asked hangs on their own answer.
void check_branches(const Loader& loader, Sink& sink);
void load_gates(Loader& loader, Fields& fields, Sink& sink, std::size_t node);
void load_caps(Loader& loader, Fields& top, Sink& sink);
void load_prerequisites(Loader& loader, Fields& top, Sink& sink);
void load_editions(Loader& loader, Fields& top, Sink& sink);

/// `language` and `languages`, the source language first.
std::vector<std::string> load_languages(Files& files, Fields& top, Sink& sink);
void load_indices(Loader& loader, Fields& top, Sink& sink);
void load_robustness(Loader& loader, Fields& top, Sink& sink);
void load_findings(Loader& loader, Fields& top, Sink& sink);
void load_glossary(Loader& loader, Fields& top, Sink& sink);

/// Reads `lang/LANGUAGE.yaml` for each wanted language.
void load_translations(Loader& loader, const Source& main);
/// Checks on the whole; errors always, warnings with `options.lint`.
void check_whole(Loader& loader, Sink& sink);

}  // namespace sextant::loading
