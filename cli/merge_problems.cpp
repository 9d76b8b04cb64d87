#include "cli/merge_problems.hpp"

namespace sextant::cli {

namespace {

/// The item of a list with this value under a key.
const Tree* item_with(const Tree* list, const char* key, const std::string& value) {
  if (list == nullptr) return nullptr;
  for (const Tree& item : list->items) {
    const Tree* found = item.find(key);
    if (found != nullptr && found->text == value) return &item;
  }
  return nullptr;
}

/// Where a file says what the conflict is about; its first line where that cannot be told.
Span place_in(const Tree& file, const Instrument& instrument, const MergeConflict& conflict) {
  using About = MergeConflict::About;
  const auto at = [](const Tree* tree, Span otherwise) { return tree == nullptr ? otherwise : tree->at; };
  const Span start = file.at;
  if (conflict.question) {
    const std::string& id = instrument.questions[*conflict.question].id;
    const Tree* answers = file.find("answers");
    for (const TreeEntry& entry : answers == nullptr ? std::vector<TreeEntry>() : answers->entries) {
      if (entry.key != id || conflict.about == About::decision) continue;
      const Tree* said = item_with(entry.value.find("said"), "respondent", conflict.respondent);
      const Tree& holder = said == nullptr ? entry.value : *said;
      const Tree* value = holder.is_map() ? holder.find(conflict.key) : nullptr;
      if (value != nullptr) return value->at;
      return said != nullptr ? said->at : entry.key_at;
    }
    const Tree* decision = item_with(file.find("decisions"), "question", id);
    return decision == nullptr ? start : at(decision->find("value"), decision->at);
  }
  const Tree* list = file.find(conflict.about == About::respondent ? "respondents" : "contributions");
  const Tree* item =
      item_with(list, conflict.about == About::respondent ? "id" : "respondent", conflict.respondent);
  if (item != nullptr) return at(item->find(conflict.key), item->at);
  return at(file.find(conflict.key), start);
}

std::string named(const Assessment& one) {
  return one.round.id.empty() ? one.unit.id : one.unit.id + " " + one.round.id;
}

/// A conflict as an error at its place in the second file, which names the place in the first.
Diagnostic conflict_problem(const Instrument& instrument, const std::vector<MergeFile>& files,
                            const MergeConflict& conflict) {
  using About = MergeConflict::About;
  const MergeFile& one = files[conflict.one];
  const MergeFile& other = files[conflict.other];
  const std::string id = conflict.question ? instrument.questions[*conflict.question].id : "";
  const std::string line = std::to_string(place_in(one.tree, instrument, conflict).line);
  const std::string who = conflict.respondent.empty() ? other.assessment.unit.id : conflict.respondent;
  Args args = {{"who", who}, {"id", id}, {"file", one.path}, {"line", line}};
  Code code = Code::merge_two_texts;
  if (conflict.about == About::decision) {
    code = Code::merge_two_decisions;
  } else if (conflict.question && conflict.key == "value") {
    code = Code::merge_two_answers;
  } else {
    args.emplace_back("key", id.empty() ? conflict.key : id + ", " + conflict.key);
  }
  Sink sink(other.source);
  sink.add(code, place_in(other.tree, instrument, conflict), args);
  return sink.take().front();
}

/// What the country keeps, at its first place in its file.
Diagnostic own_problem(const Instrument& instrument, const MergeFile& file, const MergeOwn& own) {
  constexpr std::size_t kNamed = 8;
  std::string what;
  for (std::size_t i = 0; i < own.what.size() && i < kNamed; ++i) what += (i == 0 ? "" : ", ") + own.what[i];
  if (own.what.size() > kNamed) what += ", … (" + std::to_string(own.what.size()) + ")";
  const auto question = instrument.question_index.find(own.what.front());
  const Tree* place = file.tree.find(own.what.front());
  if (question != instrument.question_index.end()) {
    const Tree* answers = file.tree.find("answers");
    place = answers == nullptr ? nullptr : answers->find(own.what.front());
  }
  Sink sink(file.source);
  sink.add(Code::merge_own, place == nullptr ? file.tree.at : place->at,
           {{"who", own.respondent}, {"what", what}});
  return sink.take().front();
}

}  // namespace

std::vector<Diagnostic> merge_obstacles(const Instrument& instrument, const std::vector<MergeFile>& files) {
  std::vector<Diagnostic> out;
  const Assessment& first = files.front().assessment;
  const auto version = [&](const Assessment& one) {
    return one.instrument_version.empty() ? instrument.version : one.instrument_version;
  };
  const auto edition = [&](const Assessment& one) {
    return one.edition ? instrument.editions[*one.edition].id : std::string("-");
  };
  for (const MergeFile& file : files) {
    const Assessment& one = file.assessment;
    Sink sink(file.source);
    const auto place = [&](const char* key) {
      const Tree* tree = file.tree.find(key);
      return tree == nullptr ? file.tree.at : tree->at;
    };
    const auto differs = [&](const char* key, const std::string& found, const std::string& wanted) {
      if (found == wanted) return;
      sink.add(Code::merge_another, place(key),
               {{"key", key}, {"found", found}, {"wanted", wanted}, {"file", files.front().path}});
    };
    if (named(one) != named(first)) {
      sink.add(Code::other_unit, place(one.unit.id == first.unit.id ? "round" : "unit"),
               {{"one", named(first)}, {"other", named(one)}});
    }
    differs("instrument", version(one), version(first));
    differs("edition", edition(one), edition(first));
    if (one.round.closed) sink.add(Code::round_closed, place("round"), {{"round", one.round.id}});
    const std::vector<Diagnostic> more = sink.take();
    out.insert(out.end(), more.begin(), more.end());
  }
  return out;
}

std::vector<Diagnostic> merge_problems(const Instrument& instrument, const std::vector<MergeFile>& files,
                                       const Merged& merged, const std::string& output) {
  std::vector<Diagnostic> out;
  for (const MergeConflict& one : merged.conflicts) out.push_back(conflict_problem(instrument, files, one));
  for (const MergeOwn& one : merged.own) out.push_back(own_problem(instrument, files[one.part], one));
  for (const MergeRemark& one : merged.remarks) {
    const Args args = {{"key", one.key}, {"taken", one.taken}, {"left", one.left}};
    out.push_back({Code::merge_remark, output, {}, args, {}, {}});
  }
  return out;
}

}  // namespace sextant::cli
