#include <algorithm>
#include <array>

#include "engine/exchange/filled.hpp"
#include "engine/exchange/leave_out.hpp"
#include "engine/exchange/take_value.hpp"
#include "engine/syntax/controls.hpp"

namespace sextant::exchange {

namespace {

constexpr std::array<std::string_view, 11> kLongKeys = {"value",      "state",      "because", "evidence",
                                                        "confidence", "respondent", "date",    "owner",
                                                        "feedback",   "history",    "said"};

// What is handed on whole.
constexpr std::array<std::string_view, 3> kKept = {"plan", "decisions", "contributions"};
constexpr std::array<std::string_view, 2> kKeptOfAnswers = {"history", "said"};

template <std::size_t n>
bool among(const std::array<std::string_view, n>& keys, const std::string& key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool is_long(const Tree& tree) {
  if (!tree.is_map()) return false;
  if (tree.find("value") != nullptr || tree.find("state") != nullptr) return true;
  return std::all_of(tree.entries.begin(), tree.entries.end(),
                     [](const TreeEntry& entry) { return among(kLongKeys, entry.key); });
}

/// Lays a tree out as entries.
class Layer {
 public:
  explicit Layer(Filled& out) : out_(out) { out_.kept.kind = Tree::Kind::map; }

  void add(std::string question, std::string field, std::string part, const Tree& value) {
    if (value.is_null()) return;
    // What is no text has no place in an entry: it is there to be named.
    const std::string text = value.is_scalar() ? value.text : value.is_list() ? "[…]" : "{…}";
    out_.entries.push_back({std::move(question), std::move(field), std::move(part), text, {value.at, {}}});
  }

  void value(const std::string& question, const Tree& tree) {
    if (tree.is_map()) {
      for (const TreeEntry& cell : tree.entries) add(question, "value", cell.key, cell.value);
    } else if (tree.is_list() && tree.items.empty()) {
      out_.entries.push_back({question, "value", "", "[]", {tree.at, {}}});
    } else if (tree.is_list()) {
      for (const Tree& item : tree.items) {
        // Ticked parts: the part is what the text names.
        if (item.is_scalar()) out_.entries.push_back({question, "value", item.text, "x", {item.at, {}}});
      }
    } else {
      add(question, "value", "", tree);
    }
  }

  void answer(const std::string& question, const Tree& tree) {
    if (!is_long(tree)) return value(question, tree);
    for (const TreeEntry& entry : tree.entries) {
      if (entry.key == "value") {
        value(question, entry.value);
      } else if (entry.key == "evidence" && entry.value.is_list()) {
        items(question, "evidence", entry.value);
      } else if (among(kKeptOfAnswers, entry.key)) {
        Tree& answers = child(out_.kept, "answers", Tree::Kind::map, {});
        put(child(answers, question, Tree::Kind::map, {tree.at, {}}), entry.key, entry.value);
      } else {
        add(question, entry.key, "", entry.value);
      }
    }
  }

  /// A list of maps; each item's number is the part.
  void items(const std::string& question, const std::string& top, const Tree& list) {
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      for (const TreeEntry& entry : list.items[i].entries) {
        add(question, top + "." + entry.key, std::to_string(i + 1), entry.value);
      }
    }
  }

  void whole(const TreeEntry& entry) {
    const std::string& top = entry.key;
    if (top == "answers") {
      for (const TreeEntry& one : entry.value.entries) answer(one.key, one.value);
    } else if (among(kKept, top)) {
      put(out_.kept, top, entry.value);
    } else if (top == "targets") {
      for (const TreeEntry& one : entry.value.entries) add("", top, one.key, one.value);
    } else if (top == "priorities" || top == "respondents") {
      items("", top, entry.value);
    } else if (entry.value.is_map() &&
               (top == "unit" || top == "round" || top == "vision" || top == "feedback")) {
      for (const TreeEntry& one : entry.value.entries) {
        if (one.key == "closed") continue;
        below(top + "." + one.key, one.value);
      }
    } else {
      add("", top, "", entry.value);
    }
  }

 private:
  void below(const std::string& field, const Tree& value) {
    if (value.is_map()) {
      for (const TreeEntry& one : value.entries) add("", field, one.key, one.value);
    } else if (value.is_list()) {
      for (std::size_t i = 0; i < value.items.size(); ++i)
        add("", field, std::to_string(i + 1), value.items[i]);
    } else {
      add("", field, "", value);
    }
  }

  Filled& out_;
};

}  // namespace

Checked<Filled> read_document(const Tree& given, Source source) {
  Sink sink(source);
  Tree tree = given;
  leave_damaged_out(tree, sink);
  Checked<InstrumentName> name = instrument_name(tree, source);
  for (Diagnostic& one : sink.take()) name.diagnostics.push_back(std::move(one));
  if (!name) return {std::nullopt, std::move(name.diagnostics)};
  Filled out;
  out.instrument = std::move(*name);
  Layer layer(out);
  for (const TreeEntry& entry : tree.entries) {
    if (entry.key != "sextant" && entry.key != "instrument") layer.whole(entry);
  }
  out.source = std::move(source);
  return {std::move(out), std::move(name.diagnostics)};
}

Checked<Filled> read_form_copy(const Source& source) {
  const std::string& text = source.text();
  Sink sink(source);
  const std::size_t tag = text.find("id=\"filled\"");
  const std::size_t from = tag == std::string::npos ? tag : text.find('>', tag);
  const std::size_t to = from == std::string::npos ? from : text.find("</script>", from);
  if (to == std::string::npos) {
    sink.add(Code::import_unreadable);
    return {std::nullopt, sink.take()};
  }
  // The same text with blanks in place of the page, so that places are those of the file.
  std::string json = text.substr(0, to);
  for (std::size_t i = 0; i <= from; ++i) {
    if (json[i] != '\n') json[i] = ' ';
  }
  if (json.find_first_not_of(" \n") == std::string::npos) {
    sink.add(Code::form_is_blank);
    return {std::nullopt, sink.take()};
  }
  const Source inner(source.name(), std::move(json));
  const Checked<Tree> tree = read_json_with_controls(inner);
  if (!tree || has_errors(tree.diagnostics)) return {std::nullopt, tree.diagnostics};
  Checked<Filled> out = read_document(*tree, inner);
  const std::string mark = "data-fingerprint=\"";
  const std::size_t at = text.find(mark, text.rfind('<', tag));
  if (out && at < from) {
    const std::size_t start = at + mark.size();
    out->fingerprint = text.substr(start, text.find('"', start) - start);
  }
  return out;
}

}  // namespace sextant::exchange
