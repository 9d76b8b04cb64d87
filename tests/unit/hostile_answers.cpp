#include "tests/unit/hostile_answers.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/syntax/fields.hpp"

namespace sextant::test {

namespace {

using Json = nlohmann::ordered_json;

std::string one_of(Random& random, const std::vector<std::string>& words) {
  return words[static_cast<std::size_t>(random.below(static_cast<int>(words.size())))];
}

/// A text that is not blank.
std::string solid(Random& random) {
  return "x" + hostile_text(random);
}

/// An id that a unit can have, with as much of that as fits into one.
std::string unit_id(Random& random) {
  std::string out = solid(random);
  const auto never = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 ||
           std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
  };
  out.erase(std::remove_if(out.begin(), out.end(), never), out.end());
  return is_unit_id(out) ? out : "L'école - #010";
}

std::string day(Random& random) {
  return one_of(random, {"2025-03-25", "2024-02-29", "1999-12-31"});
}

Json value(Random& random, const std::string& id) {
  if (id == "No") return one_of(random, {"1", "+2", "02", "n", "null", "y"});
  if (id == "010") return one_of(random, {"FR", "NO", "1e3", "true"});
  if (id == "a: b") return one_of(random, {"oui", "no", "TRUE"});
  if (id == "n") return one_of(random, {"3", "-0.5", "1e-3", "010", "0", "7.250", "+4", ".5", "5."});
  if (id == "p") return one_of(random, {"49.5 %", "100", "0", "07"});
  if (id == "t")
    return random.chance(20) ? one_of(random, {"dont_know", "", "~", "12"}) : hostile_text(random);
  Json out = id == "g" ? Json::object() : Json::array();
  for (const std::string part : {"value", "state", "no", "c 4"}) {
    if (random.chance(50)) continue;
    if (id == "g")
      out[part] = one_of(random, {"1", "n", "y"});
    else
      out.push_back(part);
  }
  return id == "g" && out.empty() ? Json("unanswered") : out;
}

/// `value` or `state`, or neither where that is allowed.
void put_given(Random& random, Json& out, const std::string& id, bool needed) {
  const int roll = random.below(10);
  if (roll < 6)
    out["value"] = value(random, id);
  else if (roll < 9 || needed)
    out["state"] = one_of(random, {"dont_know", "not_applicable", "unanswered"});
}

void put_text(Random& random, Json& out, const std::string& key, int percent = 30) {
  if (random.chance(percent)) out[key] = hostile_text(random);
}

void put_words(Random& random, Json& out, const std::string& key) {
  if (!random.chance(50)) return;
  out[key] = Json::array();
  for (int n = random.below(4); n > 0; --n) out[key].push_back(hostile_text(random));
  if (random.chance(20)) out[key] = hostile_text(random);
}

void put_behind(Random& random, Json& out, const std::string& id) {
  for (const char* key : {"because", "owner", "feedback"}) put_text(random, out, key);
  if (random.chance(30)) out["confidence"] = one_of(random, {"low", "medium", "high"});
  if (random.chance(30)) out["date"] = day(random);
  for (int n = random.below(3); n > 0; --n) {
    Json source = {{"title", solid(random)}};
    if (random.chance(50)) source["year"] = one_of(random, {"2024", "02024", "2023-24", solid(random)});
    put_text(random, source, "where");
    if (random.chance(50)) source["grade"] = random.below(5);
    out["evidence"].push_back(source);
  }
  for (int n = random.below(3); n > 0; --n) {
    Json earlier = Json::object();
    put_given(random, earlier, id, false);
    if (random.chance(50)) earlier["date"] = day(random);
    put_text(random, earlier, "reason");
    out["history"].push_back(earlier);
  }
}

void put_beside(Random& random, Json& out) {
  if (random.chance(40)) {
    out["vision"] = Json::object();
    put_text(random, out["vision"], "purpose", 60);
    for (const char* key : {"priorities", "outcomes", "principles"}) put_words(random, out["vision"], key);
  }
  if (random.chance(40)) out["targets"] = {{"part", one_of(random, {"02", "y", "n"})}, {"all", "null"}};
  // The same one twice would be named.
  const std::string first = one_of(random, {"part", "all"});
  for (int n = random.below(3); n > 0; --n) {
    Json priority = {{"node", n == 1 ? first : first == "part" ? "all" : "part"}};
    put_text(random, priority, "reason");
    out["priorities"].push_back(priority);
  }
  if (random.chance(40)) {
    out["feedback"] = Json::object();
    for (const std::string& topic : {std::string("workshop"), solid(random), std::string("methods")}) {
      std::string key = topic;
      key.erase(std::remove_if(key.begin(), key.end(), [](char c) { return c == '\n' || c == '\r'; }),
                key.end());
      put_words(random, out["feedback"], key);
    }
  }
  put_text(random, out, "notes");
}

}  // namespace

const Instrument& hostile_instrument() {
  static const Instrument one = instrument(
      R"(scales:
  - id: s
    levels:
      - {id: "n", number: "1", value: 1, name: "No: {x} # \"a\""}
      - {id: "null", number: "02", value: 2, name: "B\tb"}
      - {id: "y", number: "unanswered", value: 3, name: "~"}
overall: {id: all}
editions: [{id: "on", title: E, questions: [{id: "No"}, {id: t}]}]
nodes:
  - id: part
    title: "Part # 1: {x}"
    questions:
      - {id: "No", text: "Is it: so?\n# not a comment", not_applicable: yes, levels: &l {"n": N, "null": O, "y": Y}}
      - {id: "010", type: choice, not_applicable: yes, text: T, options: [{id: FR, text: F, value: 1}, {id: "NO", text: N, value: 2}, {id: "1e3", text: N, value: 2}, {id: "true", text: N, value: 2}]}
      - {id: "a: b", type: yes_no, not_applicable: yes, text: T}
      - {id: n, type: number, not_applicable: yes, text: T, goalposts: {low: 0, high: 2}}
      - {id: p, type: percent, not_applicable: yes, text: T, steps: [{from: 0, value: 1}]}
      - {id: t, type: text, not_applicable: yes, text: T}
      - {id: c, type: checklist, not_applicable: yes, text: T, parts: [{id: "value", text: V}, {id: "state", text: S}, {id: "no", text: N}, {id: "c 4", text: C}]}
      - {id: g, type: grid, not_applicable: yes, text: T, cells: [{id: "value", text: V}, {id: "state", text: S}, {id: "no", text: N}, {id: "c 4", text: C}]}
)");
  return one;
}

std::string hostile_text(Random& random) {
  static const std::vector<std::string> pieces = {"word ",
                                                  "L'école",
                                                  " ",
                                                  "\n",
                                                  "\n\n",
                                                  "\t",
                                                  "\"",
                                                  "'",
                                                  ": ",
                                                  ":",
                                                  " #",
                                                  "#",
                                                  "- ",
                                                  "\\",
                                                  "{place}",
                                                  "[",
                                                  "]",
                                                  ", ",
                                                  "?",
                                                  "No",
                                                  "010",
                                                  "~",
                                                  "null",
                                                  "2025-03-25",
                                                  "\xC2\xA0:",
                                                  "\xE2\x80\xA9",
                                                  "\xEF\xBB\xBF",
                                                  "\xF0\x9F\x8C\x8D",
                                                  "\xD8\xB9\xD8\xB1\xD8\xA8\xD9\x8A",
                                                  "---",
                                                  "\n--- ",
                                                  "\r\n",
                                                  "%",
                                                  "@",
                                                  "`",
                                                  "|",
                                                  ">",
                                                  "&x",
                                                  "a rather long row of words, which makes the whole text "
                                                  "long enough to be folded somewhere: here, or there "};
  std::string out;
  for (int n = random.below(6); n > 0; --n) out += one_of(random, pieces);
  return out;
}

std::string hostile_answers(Random& random) {
  Json out = {
      {"sextant", "answers/1"}, {"instrument", {{"id", "mini"}}}, {"unit", {{"id", unit_id(random)}}}};
  if (random.chance(50)) out["instrument"]["version"] = "1";
  put_text(random, out["instrument"], "file");
  if (random.chance(30)) out["edition"] = "on";
  if (random.chance(50)) out["language"] = one_of(random, {"en", "fr", "no", "fr-SN"});
  for (const char* key : {"iso", "kind", "group"}) put_text(random, out["unit"], key);
  put_words(random, out["unit"], "aliases");
  if (random.chance(40)) out["unit"]["name"] = hostile_text(random);
  if (random.chance(30))
    out["unit"]["name"] = {{"en", hostile_text(random)}, {"no", "N"}, {"", solid(random)}};
  if (random.chance(10)) out["unit"]["name"] = {{std::string(2000, 'k'), "long"}};
  if (random.chance(60)) {
    out["round"] = Json::object();
    put_text(random, out["round"], "id", 60);
    put_text(random, out["round"], "name");
    if (random.chance(50)) out["round"]["date"] = day(random);
    if (random.chance(50)) out["round"]["closed"] = one_of(random, {"yes", "non"});
  }
  const std::vector<std::string> ids = {"edu", "No", solid(random)};
  for (const std::string& id : ids) {
    Json respondent = {{"id", id}};
    for (const char* key : {"ministry", "role", "name"}) put_text(random, respondent, key);
    // Groups that are written almost alike would be named.
    if (random.chance(50)) respondent["group"] = one_of(random, {"null", "[a]", "# b: c", "عربي", " y"});
    out["respondents"].push_back(respondent);
  }
  out["answers"] = Json::object();
  for (const std::string id : {"g", "No", "t", "010", "a: b", "n", "p", "c"}) {
    if (random.chance(20)) continue;
    if (random.chance(30)) {
      // A grid's cells must not look like the keys of a long answer.
      const Json one = value(random, id);
      if (!one.is_object() || (!one.contains("value") && !one.contains("state"))) out["answers"][id] = one;
      continue;
    }
    Json answer = Json::object();
    put_given(random, answer, id, id == "g");
    put_behind(random, answer, id);
    if (random.chance(30)) answer["respondent"] = one_of(random, ids);
    for (int n = random.below(3); n > 0; --n) {
      Json said = {{"respondent", one_of(random, ids)}};
      put_given(random, said, id, true);
      put_behind(random, said, id);
      answer["said"].push_back(said);
    }
    const bool decided = answer.contains("value") && random.chance(30);
    if (decided) {
      Json decision = {{"question", id}, {"value", answer["value"]}, {"reason", solid(random)}};
      if (random.chance(50)) decision["date"] = day(random);
      if (random.chance(50)) answer.erase("value");
      if (id == "g" && !answer.contains("value")) answer["state"] = "unanswered";
      out["decisions"].push_back(decision);
    }
    out["answers"][id] = answer;
  }
  put_beside(random, out);
  if (random.chance(50)) {
    Json contribution = {{"respondent", one_of(random, ids)}};
    put_beside(random, contribution);
    out["contributions"].push_back(contribution);
  }
  return out.dump();
}

}  // namespace sextant::test
