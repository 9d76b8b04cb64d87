#include "engine/exchange/kept.hpp"

#include "engine/exchange/take_value.hpp"

namespace sextant::exchange {

void bring_back(Tree& file, const Tree& kept) {
  for (const TreeEntry& entry : kept.entries) {
    if (entry.key != "answers") {
      put(file, entry.key, entry.value);
      continue;
    }
    Tree& answers = child(file, "answers", Tree::Kind::map, {});
    for (const TreeEntry& one : entry.value.entries) {
      Tree& answer = child(answers, one.key, Tree::Kind::map, {one.value.at, {}});
      for (const TreeEntry& field : one.value.entries) put(answer, field.key, field.value);
    }
  }
}

void say_unanswered(Tree& file, const Instrument& instrument) {
  for (TreeEntry& entry : child(file, "answers", Tree::Kind::map, {}).entries) {
    const auto it = instrument.question_index.find(entry.key);
    if (it == instrument.question_index.end()) continue;
    const bool grid = instrument.questions[it->second].type == QuestionType::grid;
    if (grid && entry.value.find("value") == nullptr && entry.value.find("state") == nullptr)
      put(entry.value, "state", scalar("unanswered", {entry.value.at, {}}));
  }
}

}  // namespace sextant::exchange
