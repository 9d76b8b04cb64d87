#include "engine/exchange/titles.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/diagnostics/diagnostic.hpp"
#include "engine/exchange/meaning.hpp"

namespace sextant::exchange {

namespace {

template <std::size_t size>
void add_titles(Vocabulary& words, const std::array<Title, size>& titles) {
  for (const Title& one : titles) {
    words.add(std::string(one.title.en), std::string(one.field));
    words.add(std::string(one.title.fr), std::string(one.field));
  }
}

const Vocabulary& answer_words() {
  static const Vocabulary words = [] {
    Vocabulary out;
    // What people call the columns of a table that they made themselves.
    for (const auto& [as, is] : {std::pair{"id", "id"},
                                 {"question id", "id"},
                                 {"value", "value"},
                                 {"valeur", "value"},
                                 {"state", "state"},
                                 {"because", "because"},
                                 {"note", "because"},
                                 {"reason", "because"},
                                 {"motif", "because"},
                                 {"owner", "owner"},
                                 {"responsable", "owner"},
                                 {"respondent", "respondent"},
                                 {"feedback", "feedback"},
                                 {"remarque", "feedback"},
                                 {"date", "date"},
                                 {"evidence year", "evidence.year"},
                                 {"evidence where", "evidence.where"},
                                 {"evidence grade", "evidence.grade"}}) {
      out.add(as, is);
    }
    add_titles(out, kAnswerTitles);
    return out;
  }();
  return words;
}

const Vocabulary& keyed_words() {
  static const Vocabulary words = [] {
    Vocabulary out;
    out.add(std::string(kKeyTitle), std::string(kKeyTitle));
    out.add("value", "value");
    add_titles(out, kKeyedTitles);
    return out;
  }();
  return words;
}

std::vector<std::string> columns(const std::vector<std::string>& titles, const Vocabulary& words) {
  std::vector<std::string> out;
  for (const std::string& title : titles) {
    const std::vector<std::string> found = words.find(title);
    out.push_back(found.empty() ? std::string() : found.front());
  }
  return out;
}

/// The column of a field, which may name its list too: "priorities.node".
const Title* title_for(std::string_view field) {
  for (const Title& one : kAnswerTitles) {
    if (one.field == field) return &one;
  }
  const std::string_view list = field.substr(0, std::min(field.rfind('.'), field.size()));
  const std::string_view key = field.substr(list.size() < field.size() ? list.size() + 1 : 0);
  for (const Title& one : kKeyedTitles) {
    // An action works on what a priority stands for.
    const bool fits = one.field != "node" || (list == "plan.actions") == (one.title.en == "Works on");
    if (one.field == key && fits) return &one;
  }
  return nullptr;
}

}  // namespace

std::vector<std::string> answer_columns(const std::vector<std::string>& titles) {
  std::vector<std::string> out = columns(titles, answer_words());
  if (std::find(out.begin(), out.end(), "id") != out.end()) return out;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    if (plain(titles[i]) != "question") continue;
    out[i] = "id";
    break;
  }
  return out;
}

std::vector<std::string> keyed_columns(const std::vector<std::string>& titles) {
  return columns(titles, keyed_words());
}

std::string title_of(std::string_view field, Lang lang) {
  const Title* const found = title_for(field);
  return std::string(found == nullptr ? field : found->title(lang));
}

std::optional<Lang> language_of_titles(const std::vector<std::string>& titles) {
  int french = 0;  // fewer than none: English
  const auto look = [&](const std::string& title, const Title& one) {
    if (one.title.en == one.title.fr) return;
    if (plain(title) == plain(one.title.fr)) ++french;
    if (plain(title) == plain(one.title.en)) --french;
  };
  for (const std::string& title : titles) {
    for (const Title& one : kAnswerTitles) look(title, one);
    for (const Title& one : kKeyedTitles) look(title, one);
  }
  if (french == 0) return std::nullopt;
  return french > 0 ? Lang::fr : Lang::en;
}

std::string nearest_title(const std::string& title, bool keyed) {
  std::vector<std::string> known;
  const auto collect = [&](const auto& titles) {
    for (const Title& one : titles) {
      if (one.field == "-") continue;
      known.emplace_back(one.title.en);
      known.emplace_back(one.title.fr);
    }
  };
  if (keyed) {
    collect(kKeyedTitles);
  } else {
    collect(kAnswerTitles);
  }
  return nearest(title, known);
}

}  // namespace sextant::exchange
