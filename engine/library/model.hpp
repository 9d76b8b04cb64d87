#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/instrument/horizon.hpp"
#include "engine/instrument/model.hpp"

/// Actions, ways to pay for them, learning notes and a register of resources, as values. Plain data; made by
/// `load_actions` and `load_notes`, which check it against an instrument. Nodes, questions, levels and
/// outcomes are indices in that instrument.
namespace sextant {

/// What every library says of itself.
struct LibraryHead {
  std::string id;
  std::string version;
  std::vector<std::string> languages;  ///< index 0 is the source language
  std::vector<bool> loaded;            ///< which of them were read
  Prose title;
  Prose description;
  Prose notice;
  Prose source;
  std::string licence;
  std::string fingerprint;  ///< SHA-256 over its files, translations apart

  /// As `best_language`.
  std::size_t language(std::string_view tag) const { return best_language(languages, tag); }
};

/// An order of magnitude of work, in person-months.
struct EffortBand {
  std::string id;
  Prose name;
  Prose description;
  double value = 0;             ///< what an action of this band is counted with
  std::optional<double> up_to;  ///< the end of the band; the last may have none
};

/// An order of magnitude of cost, as a share of the country's yearly spending on digital education.
struct CostBand {
  std::string id;
  Prose name;
  Prose description;
  std::optional<double> up_to;
};

/// A node must stand at a level, or above, before an action can start.
struct Need {
  std::size_t node = 0;
  std::size_t level = 0;
};

/// The four questions put to an action: is it appropriate, equitable, scalable, sustainable?
inline constexpr std::array<std::string_view, 4> kGem = {"appropriate", "equitable", "scalable",
                                                         "sustainable"};

/// What brings a node from one level to the next.
struct Action {
  std::string id;
  std::size_t node = 0;
  std::size_t from = 0;  ///< a level of the node's scale
  std::size_t to = 0;    ///< the one above it
  std::vector<std::size_t> questions;
  std::vector<Need> needs;
  std::vector<std::size_t> financing;  ///< in the library
  std::vector<std::size_t> pillars;    ///< those that it touches, as nodes
  Horizon horizon = Horizon::short_term;
  std::size_t effort = 0;     ///< a band
  std::size_t capital = 0;    ///< a band
  std::size_t recurrent = 0;  ///< a band
  std::optional<std::size_t> outcome;
  Prose title;
  Prose what;
  Prose lead;
  Prose output;
  Prose indicator;
  Prose verification;
  Prose mechanism;
  Prose risk;
  Prose mitigation;
  std::vector<Prose> partners;
  std::array<Prose, 4> gem;  ///< in the order of kGem
  Span at;
  std::string file;
};

/// Money comes in; an arrangement makes it go further.
enum class FinancingKind { money, arrangement };

/// A way to pay for digital education.
struct FinancingModel {
  std::string id;
  FinancingKind kind = FinancingKind::money;
  bool capital = false;  ///< what it can cover
  bool recurrent = false;
  Prose title;
  Prose what;
  Prose recurrent_text;  ///< whether running costs can be met
  Prose decided_by;
  std::vector<Prose> fits_when;
  std::vector<Prose> does_not_fit_when;
  std::vector<Prose> risks;
  std::vector<Prose> safeguards;
  std::vector<Prose> first_steps;
  std::vector<Prose> ask_lawyer;
  std::vector<Prose> ask_finance_ministry;
  Span at;
  std::string file;
};

struct ActionLibrary {
  LibraryHead head;
  std::vector<EffortBand> effort_bands;  ///< from the smallest
  std::vector<CostBand> cost_bands;
  std::vector<Action> actions;
  std::vector<FinancingModel> financing;
  std::unordered_map<std::string, std::size_t> action_index;
};

/// What to know of a node before it is discussed.
struct Note {
  std::string id;
  std::size_t node = 0;
  Prose what;
  Prose why;
  Prose good;
  std::vector<Prose> mistakes;
  std::vector<Prose> discuss;
  Span at;
  std::string file;
};

enum class ResourceKind { framework, standard, guidance, programme, data, report, treaty };
enum class ResourceLevel { international, regional, national };

/// "framework" and so on, as in the files.
std::string_view name_of(ResourceKind kind);
std::string_view name_of(ResourceLevel level);

/// A programme, framework or reference that exists.
struct Resource {
  std::string id;
  ResourceKind kind = ResourceKind::framework;
  ResourceLevel level = ResourceLevel::international;
  std::vector<std::size_t> nodes;
  std::optional<int> year;
  std::vector<std::string> languages;
  std::string url;
  Prose title;
  Prose publisher;
  Prose what_for;
  Prose region;  ///< of regional ones
  Span at;
  std::string file;
};

struct NoteLibrary {
  LibraryHead head;
  std::vector<Note> notes;
  std::vector<Resource> resources;

  /// The note on a node, or nothing.
  const Note* of(std::size_t node) const;
  /// The resources for a node: those that name it, then those that name what it stands below; by index.
  std::vector<std::size_t> resources_for(const Instrument& instrument, std::size_t node) const;
};

}  // namespace sextant
