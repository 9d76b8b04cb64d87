#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

#include "engine/instrument/loader.hpp"
#include "engine/text/number.hpp"

namespace sextant::loading {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// One descriptor for each level of the scale, in the scale's order.
void load_descriptors(Question& question, const Scale& scale, Fields& fields, Sink& sink) {
  const Tree* tree = fields.need("levels");
  if (tree == nullptr) return;
  Fields levels(*tree, sink);
  for (const Level& level : scale.levels) {
    question.descriptors.push_back(prose(tree->is_map() ? levels.need_text(level.id) : std::string()));
  }
  levels.finish();
  question.lowest = scale.levels.front().value;
  question.highest = scale.levels.back().value;
}

void load_options(Question& question, std::string_view key, bool values, Fields& fields, Sink& sink) {
  const Tree* list = fields.need(key);
  if (list == nullptr) return;
  if (!list->is_list() || list->items.empty()) sink.add(Code::need_list, list->at);
  std::unordered_set<std::string> ids;
  for (const Tree& tree : list->items) {
    Fields inner(tree, sink);
    Option option;
    option.id = inner.need_text("id");
    if (!option.id.empty()) check_id(option.id, inner.at("id"), sink);
    if (!ids.insert(option.id).second) sink.add(Code::duplicate_option, inner.at("id"), {{"id", option.id}});
    option.text = prose(inner.need_text("text"));
    if (values) option.value = inner.number("value").value_or(1);
    if (values && key == "options") inner.need("value");
    inner.finish();
    question.options.push_back(std::move(option));
  }
}

void bounds_from_steps(Question& question, double least, double most) {
  const std::vector<double> values = step_values(question.steps, least, most);
  question.lowest = values.front();
  question.highest = values.back();
}

void load_goalposts(Question& question, Fields& fields, Sink& sink) {
  const Tree* tree = fields.get("goalposts");
  if (tree == nullptr) return;
  Fields inner(*tree, sink);
  inner.need("low");
  inner.need("high");
  Goalposts posts;
  posts.low = inner.number("low").value_or(0);
  posts.high = inner.number("high").value_or(1);
  posts.log = inner.yes_no("log", false);
  posts.clamp = inner.yes_no("clamp", true);
  inner.finish();
  if (posts.low == posts.high || (posts.log && (posts.low <= 0 || posts.high <= 0)) ||
      std::fabs(posts.high - posts.low) < 1 / kLargestNumber) {
    sink.add(Code::bad_goalposts, tree->at, {{"low", shortest(posts.low)}, {"high", shortest(posts.high)}});
    return;
  }
  question.goalposts = posts;
}

void load_number(Question& question, Fields& fields, Sink& sink) {
  const bool percent = question.type == QuestionType::percent;
  question.unit = prose(fields.text("unit"));
  if (percent) {
    question.least = 0;
    question.most = 100;
  }
  if (const Tree* range = fields.get("range")) {
    std::vector<double> ends;
    if (!range->is_list()) sink.add(Code::need_list, range->at);
    for (const Tree& end : range->items)
      ends.push_back(scalar_number(end, sink, -kLargestNumber, kLargestNumber).value_or(0));
    if (range->is_list() && (ends.size() != 2 || ends[0] >= ends[1])) {
      sink.add(Code::bad_range, range->at);
    } else if (ends.size() == 2) {
      question.least = ends[0];
      question.most = ends[1];
    }
  }
  load_goalposts(question, fields, sink);
  question.steps = load_steps(fields, sink);
  if (question.goalposts && !question.steps.empty()) sink.add(Code::steps_and_goalposts, fields.at("steps"));
  const double least = question.least.value_or(-kInfinity);
  const double most = question.most.value_or(kInfinity);
  if (!question.steps.empty()) {
    bounds_from_steps(question, least, most);
  } else if (question.goalposts) {
    question.lowest =
        place_between(*question.goalposts, question.goalposts->low < question.goalposts->high ? least : most);
    question.highest =
        place_between(*question.goalposts, question.goalposts->low < question.goalposts->high ? most : least);
  } else {
    question.lowest = least;
    question.highest = most;
  }
}

/// The lowest and highest step that any set of a few parts reaches.
void tighten_by_sets(Question& question) {
  constexpr std::size_t kMostParts = 12;
  if (question.options.size() > kMostParts) return;
  std::vector<double> sums = {0};
  for (const Option& part : question.options) {
    const std::size_t before = sums.size();
    for (std::size_t i = 0; i < before; ++i) sums.push_back(sums[i] + part.value);
  }
  for (double& sum : sums) sum = step_value(question.steps, sum);
  question.lowest = *std::min_element(sums.begin(), sums.end());
  question.highest = *std::max_element(sums.begin(), sums.end());
}

void load_checklist(Question& question, Fields& fields, Sink& sink) {
  load_options(question, "parts", true, fields, sink);
  question.count = static_cast<Count>(fields.choice("count", {"sum", "share", "steps"}));
  if (fields.get("count") == nullptr) question.count = Count::share;
  question.steps = load_steps(fields, sink);
  if (question.count == Count::steps && question.steps.empty()) fields.need("steps");
  double below = 0;
  double above = 0;
  for (const Option& part : question.options) (part.value < 0 ? below : above) += part.value;
  question.lowest = below;
  question.highest = above;
  if (question.count == Count::share && above + below > 0) {
    question.lowest = below / (above + below);
    question.highest = above / (above + below);
  } else if (question.count == Count::share && !question.options.empty()) {
    sink.add(Code::weights_add_to_nothing, fields.at("parts"), {{"id", question.id}});
  }
  if (question.count == Count::steps && !question.steps.empty()) {
    bounds_from_steps(question, below, above);
    tighten_by_sets(question);
  }
}

void load_by_type(Question& question, const Scale& scale, Fields& fields, Sink& sink) {
  switch (question.type) {
    case QuestionType::level:
      load_descriptors(question, scale, fields, sink);
      return;
    case QuestionType::choice: {
      load_options(question, "options", true, fields, sink);
      if (question.options.empty()) return;
      const auto [least, most] =
          std::minmax_element(question.options.begin(), question.options.end(),
                              [](const Option& a, const Option& b) { return a.value < b.value; });
      question.lowest = least->value;
      question.highest = most->value;
      return;
    }
    case QuestionType::checklist:
      load_checklist(question, fields, sink);
      return;
    case QuestionType::yes_no: {
      question.options = {{"yes", {}, 1}, {"no", {}, 0}};
      if (const Tree* tree = fields.get("values")) {
        Fields values(*tree, sink);
        question.options[0].value = values.number("yes").value_or(1);
        question.options[1].value = values.number("no").value_or(0);
        values.finish();
      }
      question.lowest = std::min(question.options[0].value, question.options[1].value);
      question.highest = std::max(question.options[0].value, question.options[1].value);
      return;
    }
    case QuestionType::number:
    case QuestionType::percent:
      load_number(question, fields, sink);
      return;
    case QuestionType::grid:
      load_options(question, "cells", false, fields, sink);
      question.lowest = scale.levels.front().value;
      question.highest = scale.levels.back().value;
      return;
    case QuestionType::text:
      return;
  }
}

}  // namespace

void load_question(Loader& loader, const Tree& tree, Sink& sink, std::size_t node) {
  Fields fields(tree, sink);
  if (!fields.is_map()) return;
  Question question;
  question.node = node;
  question.id = fields.need_text("id");
  if (!question.id.empty()) loader.claim(question.id, fields.at("id"), sink);
  question.text = prose(fields.need_text("text"));
  question.title = prose(fields.text("title"));
  static const std::vector<std::string> types = {"level",  "choice",  "checklist", "yes_no",
                                                 "number", "percent", "grid",      "text"};
  const std::size_t type = fields.choice("type", types);
  const bool known_type = fields.get("type") == nullptr || fields.text("type") == types[type];
  question.type = static_cast<QuestionType>(type);
  question.help = prose(fields.text("help"));
  for (std::string& item : fields.words("quality")) question.quality.push_back(prose(std::move(item)));
  question.evidence = prose(fields.text("evidence"));
  question.facet = static_cast<Facet>(
      fields.get("facet") == nullptr ? 0 : 1 + fields.choice("facet", {"policy", "practice"}));
  question.tags = fields.words("tags");
  question.weight = fields.number("weight", 0, 1e9).value_or(1);
  question.not_applicable = fields.yes_no("not_applicable", loader.not_applicable_by_default);
  question.scale = scale_of(loader, fields, sink, loader.out.nodes[node].scale);
  question.at = tree.at;
  question.file = sink.source().name();
  // What else belongs to a question of an unknown type cannot be judged.
  if (known_type) load_by_type(question, loader.out.scales[question.scale], fields, sink);
  const std::size_t index = loader.out.questions.size();
  if (const Tree* ask_if = fields.get("ask_if")) {
    loader.later.push_back({&sink.source(), [&loader, index, condition = *ask_if](Sink& later) {
                              Condition loaded = load_condition(loader, condition, later);
                              // A broken one names no question that could be waited for.
                              if (!later.has_errors()) loader.out.questions[index].ask_if = std::move(loaded);
                            }});
  }
  fields.finish();
  if (question.type != QuestionType::text)
    loader.out.nodes[node].children.push_back({true, index, question.weight});
  loader.out.questions.push_back(std::move(question));
}

}  // namespace sextant::loading
