#include <algorithm>

#include "engine/exchange/keep_plan.hpp"
#include "engine/exchange/labels.hpp"
#include "engine/exchange/page_words.hpp"
#include "reports/sheet/pages.hpp"

namespace sextant::sheet {

namespace page = exchange::page;

namespace {

/// The layout of sheets with a line for each value.
Layout of_values(const std::string& name) {
  Layout out;
  out.name = name;
  out.columns = {{8, true}, {34, false}, {62, false}, {50, false}, {22, false}};
  out.printed_columns = 5;
  return out;
}

std::vector<std::string> node_words(const Scene& scene) {
  std::vector<std::string> out;
  for (const std::size_t node : places(scene)) out.push_back(node_word(scene, node));
  return out;
}

/// The lines of a list: what is there, and room for more.
void lines(Keyed& to, const std::string& key, const std::string& what, const std::vector<std::string>& given,
           std::size_t room, const std::string& help) {
  const std::size_t count = std::max(room, given.size() + 1);
  for (std::size_t i = 0; i < count; ++i) {
    to.value(key + "#" + std::to_string(i + 1), what + " " + std::to_string(i + 1),
             i < given.size() ? given[i] : "", i == 0 ? help : "");
  }
}

/// What to call a prompt of the vision: the questionnaire's title, or ours.
std::string called(const Scene& scene, const Prompt& prompt, std::string_view key) {
  return prompt.title.empty() ? scene(exchange::label_of(key)) : scene(prompt.title);
}

std::string asked(const Scene& scene, const Prompt& prompt) {
  std::string out = scene(prompt.prompt);
  if (!prompt.help.empty()) out += (out.empty() ? "" : "\n") + scene(prompt.help);
  return out;
}

void who(Keyed& to, const Scene& scene) {
  static const Unit kNoUnit;
  static const Round kNoRound;
  const Assessment* const all = scene.answers;
  const auto label = [&](std::string_view key) { return scene(exchange::label_of(key)); };
  Unit unit = all == nullptr ? kNoUnit : all->unit;
  if (all == nullptr) unit.id = scene.setting.unit;
  const Round& round = all == nullptr ? kNoRound : all->round;
  to.value("unit.id", label("unit.id"), unit.id,
           scene({"Its short code, for instance MAR.", "Son code court, par exemple MAR."}));
  const std::string name = label("unit.name");
  if (unit.name.empty()) to.value("unit.name", name, "");
  for (const auto& [language, text] : unit.name) {
    to.value(language.empty() ? "unit.name" : "unit.name#" + language,
             language.empty() ? name : name + " (" + language + ")", text);
  }
  for (const auto& [key, text] :
       {std::pair{"unit.iso", &unit.iso}, {"unit.kind", &unit.kind}, {"unit.group", &unit.group}}) {
    if (text->empty()) continue;
    to.value(key, label(key), *text);
  }
  to.value("round.id", label("round.id"), round.id,
           scene({"As the facilitators call it, for instance 2026-1.",
                  "Tel que les facilitateurs le nomment, par exemple 2026-1."}));
  for (const auto& [language, text] : round.name) {
    to.value(language.empty() ? "round.name" : "round.name#" + language, label("round.name"), text);
  }
  to.value("round.date", label("round.date"), round.date, {}, {}, Style::day);
  std::vector<std::string> editions;
  for (const Edition& one : scene.instrument.editions) editions.push_back(scene(one.title));
  const Edition* const edition = edition_of(scene);
  if (!editions.empty()) {
    to.value("edition", label("edition"), edition == nullptr ? "" : scene(edition->title),
             scene({"Which questions are asked; the facilitators choose it.",
                    "Quelles questions sont posées ; les facilitateurs la choisissent."}),
             choose(scene, editions));
  }
  to.value("notes", label("notes"), all == nullptr ? "" : all->notes);
}

}  // namespace

void guide_page(Book& book, const Scene& scene) {
  Keyed to(book, scene);
  const Instrument& instrument = scene.instrument;
  to.begin(of_values(scene({"Guide", "Mode d'emploi"})), scene(instrument.title),
           scene(instrument.description));
  if (!instrument.notice.empty()) to.section(scene(instrument.notice));
  to.section(scene(page::kHowToFillIn));
  for (const auto& [what, text] : page::kAdvice) {
    to.line("-");
    to.label(scene(what));
    to.label(scene(text), Style::plain);
  }
  to.section(scene(page::kWho));
  to.header({"What", "To fill in", "Help"});
  who(to, scene);
  to.section(scene(page::kRespondents), scene(page::kAboutRespondents));
  to.header({"Short name", "Ministry or body", "Role", "Group"});
  static const std::vector<Respondent> kNobody;
  const std::vector<Respondent>& people = scene.answers == nullptr ? kNobody : scene.answers->respondents;
  constexpr std::size_t kRoom = 3;
  for (std::size_t i = 0; i < std::max(kRoom, people.size() + 1); ++i) {
    static const Respondent kBlank;
    const Respondent& one = i < people.size() ? people[i] : kBlank;
    to.line("respondents#" + std::to_string(i + 1));
    to.fill(one.id);
    to.fill(one.ministry);
    to.fill(one.role);
    std::vector<std::string> groups;
    for (const RespondentGroup& group : instrument.respondent_groups)
      groups.push_back(group_word(scene, group.id));
    to.fill(group_word(scene, one.group), groups.empty() ? Choice{} : choose(scene, groups));
  }
}

void vision_page(Book& book, const Scene& scene) {
  static const Vision kNone;
  const Vision& vision = scene.answers == nullptr ? kNone : scene.answers->vision;
  const VisionGuide& guide = scene.instrument.vision;
  Keyed to(book, scene);
  to.begin(of_values(scene({"Vision", "Vision"})),
           guide.title.empty() ? scene(page::kVision) : scene(guide.title), scene(guide.about));
  to.section(scene(page::kOwnWords));
  to.header({"What", "To fill in", "Help"});
  to.value("vision.purpose", called(scene, guide.purpose, "vision.purpose"), vision.purpose,
           asked(scene, guide.purpose));
  constexpr std::size_t kRoom = 3;
  lines(to, "vision.priorities", called(scene, guide.priorities, "vision.priorities"), vision.priorities,
        kRoom, asked(scene, guide.priorities));
  std::vector<std::string> given;
  for (const std::string& one : vision.outcomes) given.push_back(outcome_word(scene, one));
  std::string outcomes = asked(scene, guide.outcomes);
  for (const Outcome& one : scene.instrument.outcomes)
    outcomes += (outcomes.empty() ? "• " : "\n• ") + scene(one.title);
  lines(to, "vision.outcomes", called(scene, guide.outcomes, "vision.outcomes"), given, kRoom, outcomes);
  lines(to, "vision.principles", called(scene, guide.principles, "vision.principles"), vision.principles,
        kRoom, asked(scene, guide.principles));
}

void priorities_page(Book& book, const Scene& scene) {
  Keyed to(book, scene);
  const std::string title = scene(page::kPrioritiesAndTargets);
  to.begin(of_values(title), title, scene(page::kAboutPriorities));
  to.section(scene(page::kPriorities));
  to.header({"Where", "Why"});
  static const std::vector<Priority> kNone;
  const std::vector<Priority>& given = scene.answers == nullptr ? kNone : scene.answers->priorities;
  constexpr std::size_t kRoom = 4;
  const std::vector<std::string> nodes = node_words(scene);
  for (std::size_t i = 0; i < std::max(kRoom, given.size() + 1); ++i) {
    to.line("priorities#" + std::to_string(i + 1));
    std::string where;
    if (i < given.size()) {
      const auto it = scene.instrument.node_index.find(given[i].node);
      where = it == scene.instrument.node_index.end() ? given[i].node : node_word(scene, it->second);
    }
    to.fill(where, choose(scene, nodes), Style::pick);
    to.fill(i < given.size() ? given[i].reason : "");
  }
  to.section(scene(page::kTargets));
  to.header({"What", "Level aimed at", "Help"});
  for (const std::size_t node : places(scene)) {
    const Node& one = scene.instrument.nodes[node];
    const Scale& scale = scene.instrument.scales[one.scale];
    std::string target;
    if (scene.answers != nullptr) {
      for (const Target& t : scene.answers->targets) {
        if (t.node == node) target = level_word(scene, scale, t.level);
      }
    }
    std::string indent;
    for (int i = 1; i < one.depth; ++i) indent += "    ";
    to.value("targets#" + one.id, indent + (one.title.empty() ? one.id : scene(one.title)), target, {},
             choose(scene, level_words(scene, scale)), Style::pick);
  }
}

void feedback_page(Book& book, const Scene& scene) {
  Keyed to(book, scene);
  to.begin(of_values(scene(page::kRemarks)), scene(page::kYourRemarks), scene(page::kAboutRemarks));
  to.section(scene(page::kRemarks));
  to.header({"What", "To fill in", "Help"});
  std::vector<Feedback> all = {{"questions", {}}, {"methods", {}}, {"workshop", {}}};
  if (scene.answers != nullptr) {
    for (const Feedback& one : scene.answers->feedback) {
      const auto there = std::find_if(all.begin(), all.end(),
                                      [&](const Feedback& known) { return known.topic == one.topic; });
      if (there == all.end()) {
        all.push_back(one);
      } else {
        there->texts = one.texts;
      }
    }
  }
  const auto called_as = [&](const std::string& topic) {
    const bool ours = topic == "questions" || topic == "methods" || topic == "workshop";
    return ours ? scene(exchange::label_of("feedback." + topic)) : topic;
  };
  for (const Feedback& one : all) lines(to, "feedback." + one.topic, called_as(one.topic), one.texts, 2, {});
}

void origin_page(Book& book, const Scene& scene) {
  Layout layout;
  layout.name = "sextant";
  layout.hidden = true;
  layout.columns = {{30, false}, {70, false}};
  book.page(layout);
  int row = 0;
  const auto line = [&](std::string_view key, std::string_view value) {
    book.text(row, 0, key, Style::plain);
    book.text(row++, 1, value, Style::plain);
  };
  line("key", "value");
  line("sextant", "sheet/1");
  line("instrument.id", scene.instrument.id);
  line("instrument.version", version_of(scene));
  line("instrument.fingerprint", scene.instrument.fingerprint);
  line("language", scene.setting.language);
  if (scene.answers != nullptr) line("plan", exchange::plan_mark(scene.instrument, scene.answers->plan));
}

}  // namespace sextant::sheet
