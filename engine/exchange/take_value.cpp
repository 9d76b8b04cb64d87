#include "engine/exchange/take_value.hpp"

#include <algorithm>

#include "engine/exchange/meaning.hpp"
#include "engine/exchange/titles.hpp"
#include "engine/text/number.hpp"

namespace sextant::exchange {

namespace {

std::string listed(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

std::vector<std::string> split(std::string_view text, std::string_view at) {
  std::vector<std::string> out;
  std::string piece;
  for (const char c : text) {
    if (at.find(c) == std::string_view::npos) {
      piece += c;
      continue;
    }
    out.push_back(std::exchange(piece, {}));
  }
  out.push_back(piece);
  out.erase(std::remove_if(out.begin(), out.end(), [](const std::string& one) { return is_blank(one); }),
            out.end());
  return out;
}

Tree map_at(const Place& place) {
  Tree out;
  out.kind = Tree::Kind::map;
  out.at = place.at;
  return out;
}

bool means_none(std::string_view text) {
  const std::string word = plain(text);
  return word.empty() || word == "none" || word == "aucun" || word == "aucune";
}

}  // namespace

void Refusals::operator()(const Entry& entry, Code code, Args args, const std::vector<std::string>& choices) {
  Sink sink(filled_.source);
  std::string wrong;
  for (const auto& [key, value] : args) {
    if (key == "value" || key == "id") wrong = value;
    if (key == "value") break;
  }
  const bool cell = !entry.place.cell.empty();
  sink.add(code, cell ? Span{} : entry.place.at, std::move(args), nearest(wrong, choices));
  Diagnostic diagnostic = sink.take().front();
  if (cell) diagnostic.file += ":" + entry.place.cell;
  out_.diagnostics.push_back(std::move(diagnostic));
  out_.refused.push_back(entry);
  ++out_.left;
}

void Refusals::name(Diagnostic diagnostic) {
  const auto of = std::find_if(filled_.entries.begin(), filled_.entries.end(), [&](const Entry& entry) {
    return !entry.place.cell.empty() && entry.place.at.line == diagnostic.at.line;
  });
  if (diagnostic.at.line > 0 && of != filled_.entries.end()) {
    diagnostic.file += ":" + of->place.cell;
    diagnostic.at = {};
  }
  if (info(diagnostic.code).severity == Severity::error) ++out_.left;
  out_.diagnostics.push_back(std::move(diagnostic));
}

std::string Refusals::title(std::string_view field) const {
  return title_of(field, lang_);
}

Tree scalar(std::string text, const Place& place) {
  Tree out;
  out.kind = Tree::Kind::scalar;
  out.at = place.at;
  out.text = std::move(text);
  out.quoted = true;
  return out;
}

Tree empty(Tree::Kind kind, const Place& place) {
  Tree out;
  out.kind = kind;
  out.at = place.at;
  return out;
}

void put(Tree& map, const std::string& key, Tree value) {
  const Span at = value.at;
  map.entries.push_back({key, at, std::move(value)});
}

Tree& child(Tree& map, const std::string& key, Tree::Kind kind, const Place& place) {
  for (TreeEntry& entry : map.entries) {
    if (entry.key == key) return entry.value;
  }
  put(map, key, empty(kind, place));
  return map.entries.back().value;
}

bool is_blank(const std::string& text) {
  return trimmed(text).empty();
}

std::optional<std::string> Values::one_of(const Entry& entry, std::string_view text, const std::string& id,
                                          const std::vector<std::string>& found,
                                          const std::vector<std::string>& known,
                                          const std::vector<std::string>& labels) {
  if (found.size() == 1) return found.front();
  // People see labels: ids are their own business.
  std::vector<std::string> possible;
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (found.empty() || std::find(found.begin(), found.end(), known[i]) != found.end())
      possible.push_back(labels[i]);
  }
  const Code code = found.empty() ? Code::entry_value : Code::entry_ambiguous;
  refuse_(entry, code, {{"value", shown(text)}, {"id", id}, {"choices", listed(possible)}},
          found.empty() ? labels : std::vector<std::string>{});
  return std::nullopt;
}

std::string Values::yes_or_no() const {
  return std::string(Bilingual{"yes, no", "oui, non"}(lang_));
}

std::optional<std::string> Values::level(const Entry& entry, std::size_t scale,
                                         const std::vector<Prose>& descriptors, const std::string& id) {
  const Scale& of = instrument_.scales[scale];
  const std::vector<std::string> found = levels_of(of, descriptors).find(entry.text);
  if (found.size() == 1) return found.front();
  std::vector<std::string> ids;
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < of.levels.size(); ++i) {
    ids.push_back(of.levels[i].id);
    labels.push_back(level_label(of, i, language_, descriptors));
  }
  return one_of(entry, entry.text, id, found, ids, labels);
}

std::optional<std::string> Values::option(const Question& question, const Entry& entry,
                                          std::string_view text) {
  const std::vector<std::string> found = options_of(question.options).find(text);
  if (found.size() == 1) return found.front();
  std::vector<std::string> ids;
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    ids.push_back(question.options[i].id);
    labels.push_back(option_label(question.options, i, language_));
  }
  return one_of(entry, text, question.id, found, ids, labels);
}

void Values::out_of_range(const Question& question, const Entry& entry) {
  const auto end = [](const std::optional<double>& x) { return x ? shortest(*x) : std::string("…"); };
  refuse_(entry, Code::entry_number,
          {{"value", shown(entry.text)},
           {"id", question.id},
           {"least", end(question.least)},
           {"most", end(question.most)}});
}

std::optional<Tree> Values::number(const Question& question, const Entry& entry) {
  const std::vector<std::string> found = numbers_in(entry.text, question.type == QuestionType::percent);
  if (found.empty()) {
    out_of_range(question, entry);
    return std::nullopt;
  }
  // Where only one reading lies within the range, that is what was meant.
  std::vector<std::string> fit;
  for (const std::string& one : found) {
    const double x = parse_number(one).value_or(0);
    if ((!question.least || x >= *question.least) && (!question.most || x <= *question.most))
      fit.push_back(one);
  }
  if (fit.size() == 1) return scalar(fit.front(), entry.place);
  if (fit.empty()) {
    out_of_range(question, entry);
  } else {
    refuse_(entry, Code::entry_ambiguous,
            {{"value", shown(entry.text)}, {"id", question.id}, {"choices", listed(fit)}});
  }
  return std::nullopt;
}

std::optional<Tree> Values::checklist(const Question& question, const std::vector<const Entry*>& entries) {
  Tree out;
  out.kind = Tree::Kind::list;
  out.at = entries.front()->place.at;
  bool any = false;
  const auto tick = [&](std::string id, const Place& place) {
    const auto same = [&](const Tree& item) { return item.text == id; };
    if (std::none_of(out.items.begin(), out.items.end(), same))
      out.items.push_back(scalar(std::move(id), place));
  };
  for (const Entry* entry : entries) {
    if (!entry->part.empty()) {
      const auto part = option(question, *entry, entry->part);
      if (!part) continue;
      const int said = mark(entry->text);
      if (said < 0) {
        refuse_(*entry, Code::entry_value,
                {{"value", shown(entry->text)},
                 {"id", question.id + " / " + *part},
                 {"choices", "x, " + yes_or_no()}});
        continue;
      }
      any = true;
      if (said == 1) tick(*part, entry->place);
      continue;
    }
    if (means_none(entry->text)) {
      any = true;
      continue;
    }
    const Vocabulary words = options_of(question.options);
    // A text of a part may hold commas: it is cut at them only where it is no part as a whole.
    for (const std::string& piece : split(entry->text, ";\n|")) {
      const bool whole = !words.find(piece).empty();
      for (const std::string& one : whole ? std::vector<std::string>{piece} : split(piece, ",")) {
        const auto part = option(question, *entry, one);
        if (!part) continue;
        any = true;
        tick(*part, entry->place);
      }
    }
  }
  if (!any) return std::nullopt;
  return out;
}

std::optional<Tree> Values::grid(const Question& question, const std::vector<const Entry*>& entries) {
  Tree out = map_at(entries.front()->place);
  const auto take = [&](const Entry& entry, const std::string& cell_text, const std::string& level_text) {
    const auto cell = option(question, entry, cell_text);
    if (!cell) return;
    Entry one = entry;
    one.text = level_text;
    const auto chosen = level(one, question.scale, {}, question.id + " / " + *cell);
    if (!chosen) return;
    if (out.find(*cell) != nullptr) {
      refuse_(entry, Code::entry_twice, {{"id", question.id + " / " + *cell}, {"value", shown(level_text)}});
      return;
    }
    put(out, *cell, scalar(*chosen, entry.place));
  };
  for (const Entry* entry : entries) {
    if (!entry->part.empty()) {
      take(*entry, entry->part, entry->text);
      continue;
    }
    for (const std::string& piece : split(entry->text, ";\n|")) {
      const std::size_t at = std::min(piece.find_last_of(":="), piece.size() - 1);
      take(*entry, piece.substr(0, at), piece.substr(at + 1));
    }
  }
  if (out.entries.empty()) return std::nullopt;
  return out;
}

std::optional<Tree> Values::single(const Question& question, const Entry& entry) {
  std::optional<std::string> found;
  switch (question.type) {
    case QuestionType::level:
      found = level(entry, question.scale, question.descriptors, question.id);
      break;
    case QuestionType::choice:
      found = option(question, entry, entry.text);
      break;
    case QuestionType::yes_no: {
      const bool fr = lang_ == Lang::fr;
      found = one_of(entry, entry.text, question.id, yes_and_no().find(entry.text), {"yes", "no"},
                     {fr ? "Oui" : "Yes", fr ? "Non" : "No"});
      break;
    }
    case QuestionType::number:
    case QuestionType::percent:
      return number(question, entry);
    case QuestionType::checklist:
      return checklist(question, {&entry});
    case QuestionType::grid:
      return grid(question, {&entry});
    case QuestionType::text:
      found = entry.text;
      break;
  }
  if (!found) return std::nullopt;
  return scalar(*found, entry.place);
}

std::optional<Tree> Values::of(const Question& question, const std::vector<const Entry*>& entries) {
  std::vector<const Entry*> values;
  std::optional<Tree> state;
  for (const Entry* entry : entries) {
    const bool may_be_state =
        entry->field == "state" || (question.type != QuestionType::text && entry->part.empty());
    const std::vector<std::string> said =
        may_be_state ? states().find(entry->text) : std::vector<std::string>{};
    // A level or option may be called like a state: then the words are that level's.
    const bool own =
        entry->field == "value" &&
        (!options_of(question.options).find(entry->text).empty() ||
         (question.type == QuestionType::level &&
          !levels_of(instrument_.scales[question.scale], question.descriptors).find(entry->text).empty()));
    if (entry->field == "state" && said.empty()) {
      refuse_(*entry, Code::entry_value,
              {{"value", shown(entry->text)},
               {"id", question.id},
               {"choices",
                std::string(Bilingual{"Don't know, Not applicable", "Ne sait pas, Sans objet"}(lang_))}},
              states().choices());
    } else if (said.empty() || own) {
      values.push_back(entry);
    } else if (said.front() == "not_applicable" && !question.not_applicable) {
      refuse_(*entry, Code::entry_not_applicable, {{"id", question.id}, {"value", shown(entry->text)}});
    } else if (said.front() != "unanswered") {
      state = scalar(said.front(), entry->place);
    }
  }
  if (state) {
    for (const Entry* entry : values) {
      refuse_(*entry, Code::entry_twice, {{"id", question.id}, {"value", shown(entry->text)}});
    }
    return state;
  }
  if (values.empty()) return std::nullopt;
  if (question.type == QuestionType::checklist) return checklist(question, values);
  if (question.type == QuestionType::grid) return grid(question, values);
  std::optional<Tree> out = single(question, *values.front());
  for (std::size_t i = 1; i < values.size(); ++i) {
    const std::optional<Tree> again = single(question, *values[i]);
    if (!again) continue;
    if (!out) {
      out = again;
    } else if (again->text != out->text) {
      refuse_(*values[i], Code::entry_twice, {{"id", question.id}, {"value", shown(values[i]->text)}});
    }
  }
  return out;
}

}  // namespace sextant::exchange
