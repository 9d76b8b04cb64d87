#include "engine/instrument/loader.hpp"
#include "engine/text/number.hpp"

namespace sextant::loading {

namespace {

Level load_level(const Tree& tree, Sink& sink, std::size_t position) {
  Level level;
  Fields fields(tree, sink);
  level.id = fields.need_text("id");
  if (const Tree* id = tree.find("id"); id != nullptr && !id->is_null()) check_id(*id, sink);
  level.name = prose(fields.need_text("name"));
  level.description = prose(fields.text("description"));
  level.number = fields.text("number");
  // An id that is a number means that number, not a place.
  if (level.number.empty()) level.number = parse_number(level.id) ? level.id : std::to_string(position + 1);
  const double by_default = parse_number(level.number).value_or(static_cast<double>(position + 1));
  level.value = fields.number("value").value_or(by_default);
  level.from = fields.number("from").value_or(level.value);
  fields.finish();
  return level;
}

void check_levels(const Scale& scale, const std::vector<Tree>& trees, Sink& sink) {
  // An answer is a level's id or its number, so neither may stand for two levels.
  std::unordered_map<std::string, std::size_t> names;
  for (std::size_t i = 0; i < scale.levels.size(); ++i) {
    const Level& level = scale.levels[i];
    for (const std::string& name : {level.id, level.number}) {
      const auto number = parse_number(name);
      const std::string meant = number ? shortest(*number) : name;  // 01 and 1 are the same answer
      const bool free = names.emplace(meant, i).second || names[meant] == i;
      if (!free) sink.add(Code::duplicate_level, trees[i].at, {{"id", name}});
    }
    if (i == 0) continue;
    const Level& below = scale.levels[i - 1];
    if (level.from <= below.from) {
      sink.add(Code::bands_not_rising, trees[i].at,
               {{"level", level.id}, {"from", shortest(level.from)}, {"below", shortest(below.from)}});
    }
    if (level.value <= below.value) {
      sink.add(Code::values_not_rising, trees[i].at,
               {{"level", level.id}, {"value", shortest(level.value)}, {"below", shortest(below.value)}});
    }
  }
}

void load_scale(Loader& loader, const Tree& tree, Sink& sink) {
  Scale scale;
  Fields fields(tree, sink);
  scale.id = fields.need_text("id");
  if (!scale.id.empty()) loader.claim(scale.id, fields.at("id"), sink);
  const std::vector<Tree>& levels = fields.list("levels");
  if (levels.size() < 2) sink.add(Code::too_few_levels, fields.at("levels"));
  for (const Tree& level : levels) scale.levels.push_back(load_level(level, sink, scale.levels.size()));
  scale.at = tree.at;
  scale.file = sink.source().name();
  check_levels(scale, levels, sink);
  if (!scale.levels.empty()) {
    scale.min = fields.number("min").value_or(scale.levels.front().value);
    scale.max = fields.number("max").value_or(scale.levels.back().value);
    if (scale.min >= scale.max) {
      sink.add(Code::scale_empty, tree.at, {{"min", shortest(scale.min)}, {"max", shortest(scale.max)}});
    }
  }
  if (const Tree* decide_on = fields.get("decide_on")) scale.decide_on = load_rounding(*decide_on, sink);
  fields.finish();
  loader.out.scales.push_back(std::move(scale));
}

}  // namespace

void load_scales(Loader& loader, Fields& top, Sink& sink) {
  const Tree* tree = top.need("scales");
  if (tree != nullptr && !tree->is_list()) sink.add(Code::need_list, tree->at);
  if (tree != nullptr) {
    for (const Tree& scale : tree->items) load_scale(loader, scale, sink);
    if (tree->is_list() && tree->items.empty()) sink.add(Code::too_few_levels, tree->at);
  }
  if (loader.out.scales.empty())
    loader.out.scales.push_back({"", 0, 1, {Level{}}, {}, {}, {}});  // harmless; errors stop it
  for (Scale& scale : loader.out.scales) {
    if (scale.levels.empty()) scale.levels.push_back({});
  }
}

std::size_t scale_of(Loader& loader, Fields& fields, Sink& sink, std::size_t otherwise) {
  const std::string id = fields.text("scale");
  if (id.empty()) return otherwise;
  std::vector<std::string> known;
  for (std::size_t i = 0; i < loader.out.scales.size(); ++i) {
    if (loader.out.scales[i].id == id) return i;
    known.push_back(loader.out.scales[i].id);
  }
  sink.add(Code::unknown_scale, fields.at("scale"), {{"id", shown(id)}}, nearest(id, known));
  return otherwise;
}

}  // namespace sextant::loading
