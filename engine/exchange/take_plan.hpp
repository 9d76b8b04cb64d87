#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/exchange/filled.hpp"
#include "engine/exchange/meaning.hpp"
#include "engine/exchange/take_value.hpp"

/// The country's plan, from texts to the tree of an answers file.
namespace sextant::exchange {

/// Gathers the entries of a plan and judges them together. An action's part is its id.
class PlanTaker {
 public:
  /// `nodes`: what nodes are called.
  PlanTaker(const Instrument& instrument, const Vocabulary& nodes, Values& values, Refusals& refuse);

  /// `key` is the field after "plan.". False where nothing is known by that name.
  bool add(const Entry& entry, const std::string& key);
  /// The plan; nothing where nothing was said of one.
  std::optional<Tree> finish();

 private:
  /// The entries of one action, source or node by their keys.
  struct Item {
    std::string part;
    std::vector<std::pair<std::string, const Entry*>> entries;
    const Entry* find(std::string_view key) const;
  };

  Item& item(const std::string& list, const std::string& part);
  void action(const Item& item, Tree& list);
  bool action_field(Tree& out, const std::string& key, const Entry& entry);
  void step(const Item& item, Tree& out);
  void words(Tree& out, const std::string& key, const Entry& entry, bool questions);
  void source(const Item& item, Tree& actions);
  void none_needed(const Item& item, Tree& map);
  std::optional<std::string> one(const Entry& entry, const Vocabulary& words);
  std::optional<std::string> day(const Entry& entry);
  std::optional<std::string> amount(const Entry& entry);
  void budget(Tree& plan, const std::string& key, const Entry& entry);

  const Instrument& instrument_;
  const Vocabulary& nodes_;
  Values& values_;
  Refusals& refuse_;
  Vocabulary horizons_;
  Vocabulary outcomes_;
  std::vector<std::pair<std::string, const Entry*>> settings_;
  std::map<std::string, std::vector<Item>> lists_;
};

}  // namespace sextant::exchange
