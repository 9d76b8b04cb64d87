#include <algorithm>
#include <regex>

#include "engine/syntax/fields.hpp"
#include "engine/tables/table.hpp"

namespace sextant {

namespace {

/// A column's name, or `{first_of: [...]}`, `{sum_of: [...]}`, `{mean_of: [...]}`.
ColumnSource load_source(const Tree& tree, Sink& sink) {
  ColumnSource out;
  if (!tree.is_map()) {
    out.columns = {scalar_text(tree, sink)};
    return out;
  }
  Fields fields(tree, sink);
  const std::vector<std::pair<const char*, ColumnSource::How>> ways = {
      {"first_of", ColumnSource::How::first_of},
      {"sum_of", ColumnSource::How::sum_of},
      {"mean_of", ColumnSource::How::mean_of}};
  for (const auto& [key, how] : ways) {
    std::vector<std::string> columns = fields.words(key);
    if (columns.empty()) continue;
    out.how = how;
    out.columns = std::move(columns);
  }
  fields.finish();
  if (out.columns.empty()) sink.add(Code::missing_key, tree.at, {{"key", "first_of"}});
  return out;
}

void load_shape(Fields& top, ColumnMap& out, Sink& sink) {
  if (const Tree* tree = top.get("long")) {
    Fields fields(*tree, sink);
    out.long_table =
        LongTable{fields.need_text("question"), fields.need_text("value"), fields.words("ignore")};
    fields.finish();
  }
  if (const Tree* tree = top.get("suffix")) {
    Fields fields(*tree, sink);
    out.suffix = SuffixTable{fields.text("separator"), fields.words("rounds")};
    if (out.suffix->rounds.empty()) fields.need("rounds");
    fields.finish();
  }
  for (const TreeEntry& entry : top.map("where")) {
    std::vector<std::string> values;
    if (entry.value.is_list()) {
      for (const Tree& item : entry.value.items) values.push_back(scalar_text(item, sink));
    } else {
      values.push_back(scalar_text(entry.value, sink));
    }
    out.where.emplace_back(entry.key, std::move(values));
  }
}

}  // namespace

Checked<ColumnMap> load_columns(const Tree& tree, const Source& source, const Instrument& instrument) {
  Sink sink(source);
  if (!is_of_kind(tree, "columns/1", sink)) return {std::nullopt, sink.take()};
  Fields top(tree, sink);
  ColumnMap out;
  top.need("sextant");
  top.choice("sextant", {"columns/1"});
  out.unit = top.text("unit");
  out.round = top.text("round");
  out.name = top.text("name");
  out.group = top.text("group");
  out.unit_pattern = top.text("unit_pattern");
  try {
    const std::regex probe(out.unit_pattern);
  } catch (const std::regex_error&) {
    sink.add(Code::bad_pattern, top.at("unit_pattern"), {{"pattern", out.unit_pattern}});
  }
  std::vector<std::string> known;
  for (const Question& question : instrument.questions) known.push_back(question.id);
  for (const TreeEntry& entry : top.map("questions")) {
    if (instrument.question_index.count(entry.key) == 0) {
      sink.add(Code::unknown_question, entry.key_at, {{"id", entry.key}, {"instrument", instrument.id}},
               nearest(entry.key, known));
    }
    out.questions.emplace_back(entry.key, load_source(entry.value, sink));
  }
  out.ignore = top.words("ignore");
  for (const TreeEntry& entry : top.map("aliases")) {
    out.aliases.emplace_back(entry.key, scalar_text(entry.value, sink));
  }
  if (const Tree* tokens = top.get("tokens")) {
    Fields inner(*tokens, sink);
    out.dont_know = inner.words("dont_know");
    out.not_applicable = inner.words("not_applicable");
    out.unanswered = inner.words("unanswered");
    inner.finish();
  }
  load_shape(top, out, sink);
  top.finish();
  std::vector<Diagnostic> all = sink.take();
  sort_diagnostics(all);
  if (has_errors(all)) return {std::nullopt, std::move(all)};
  return {std::move(out), std::move(all)};
}

}  // namespace sextant
