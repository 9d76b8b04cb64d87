#include "engine/exchange/labels.hpp"

#include <algorithm>

#include "engine/exchange/meaning.hpp"
#include "engine/exchange/page_words.hpp"
#include "engine/exchange/titles.hpp"

namespace sextant::exchange {

namespace {

/// The labels that an instrument gives its questions about the vision.
Vocabulary labels_of(const Instrument& instrument) {
  Vocabulary out;
  const auto add = [&](const Label& one) {
    for (const std::string_view text : {one.label.en, one.label.fr})
      out.add(std::string(text), std::string(one.key));
  };
  for (const Label& one : kLabels) add(one);
  add(kLevelsInShort);
  const VisionGuide& guide = instrument.vision;
  for (const auto& [key, prompt] : {std::pair{"vision.purpose", &guide.purpose},
                                    {"vision.priorities", &guide.priorities},
                                    {"vision.outcomes", &guide.outcomes},
                                    {"vision.principles", &guide.principles}}) {
    for (const std::string& title : prompt->title.in) out.add(title, key);
  }
  return out;
}

bool has(const std::vector<std::string>& titles, Bilingual title) {
  return std::any_of(titles.begin(), titles.end(), [&](const std::string& one) {
    return !one.empty() && (plain(one) == plain(title.en) || plain(one) == plain(title.fr));
  });
}

}  // namespace

Bilingual label_of(std::string_view key) {
  for (const Label& one : kLabels) {
    if (one.key == key) return one.label;
  }
  return kLevelsInShort.label;
}

std::optional<std::pair<std::string, std::string>> meant_by(const std::string& label,
                                                            const Instrument& instrument) {
  const Vocabulary words = labels_of(instrument);
  const auto meant = [&](const std::string& base,
                         const std::string& part) -> std::optional<std::pair<std::string, std::string>> {
    const std::vector<std::string> found = words.find(base);
    if (found.size() != 1) return std::nullopt;
    return std::pair{found.front(), part};
  };
  const std::size_t open = label.rfind('(');
  if (open != std::string::npos && !label.empty() && label.back() == ')')
    return meant(label.substr(0, open), label.substr(open + 1, label.size() - open - 2));
  const std::size_t digits = label.find_last_not_of("0123456789") + 1;
  if (digits < label.size()) return meant(label.substr(0, digits), label.substr(digits));
  return meant(label, "");
}

std::optional<std::string> unkeyed_list(const std::vector<std::string>& titles, bool in_plan) {
  if (has(titles, {"What", "Rubrique"})) {
    if (has(titles, {"To fill in", "À remplir"})) return "label";
    if (has(titles, {"Level aimed at", "Niveau visé"})) return "targets";
  }
  if (has(titles, {"Short name", "Nom court"}) && has(titles, {"Ministry or body", "Ministère ou organisme"}))
    return "respondents";
  if (has(titles, {"Action", "Action"}) && has(titles, kLibraryWords)) return "plan.actions";
  if (has(titles, {"Way to pay", "Mode de financement"}) && has(titles, {"For the action", "Pour l'action"}))
    return "plan.sources";
  if (has(titles, {"Where", "Domaine"}) && has(titles, {"Why", "Pourquoi"}))
    return in_plan ? "plan.none_needed" : "priorities";
  return std::nullopt;
}

bool is_heading(const std::string& text) {
  using namespace page;
  constexpr std::array<Bilingual, 8> kHeadings = {kWho,     kRespondents, kPriorities, kTargets,
                                                  kActions, kMoney,       kNoneNeeded, kPlanAsAWhole};
  return std::any_of(kHeadings.begin(), kHeadings.end(), [&](Bilingual one) { return has({text}, one); });
}

}  // namespace sextant::exchange
