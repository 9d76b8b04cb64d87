#include "tests/unit/language_model.hpp"

namespace sextant::test::language {

namespace {

Answer answered(std::vector<int> chosen) {
  return {State::answered, std::move(chosen), 0, -1};
}

/// Every mapping of the cells to levels or to nothing, but all to nothing.
std::vector<Answer> every_grid(std::size_t cells, int levels) {
  std::vector<Answer> out;
  std::vector<int> chosen(cells, -1);
  while (true) {
    std::size_t cell = 0;
    while (cell < cells && chosen[cell] == levels - 1) chosen[cell++] = -1;
    if (cell == cells) return out;
    ++chosen[cell];
    out.push_back(answered(chosen));
  }
}

}  // namespace

std::vector<Answer> every_answer(const Model& model, const Question& question) {
  std::vector<Answer> out;
  const int levels = static_cast<int>(model.scales[0].values.size());
  const int options = static_cast<int>(question.options.size());
  switch (question.type) {
    case Type::level:
      for (int i = 0; i < levels; ++i) out.push_back(answered({i}));
      return out;
    case Type::yes_no:
    case Type::choice:
      for (int i = 0; i < options; ++i) out.push_back(answered({i}));
      return out;
    case Type::checklist:
      for (int set = 0; set < 1 << options; ++set) {
        std::vector<int> chosen;
        for (int i = 0; i < options; ++i) {
          if ((set >> i & 1) != 0) chosen.push_back(i);
        }
        out.push_back(answered(chosen));
      }
      return out;
    case Type::number:
      for (const double number :
           question.steps.empty() ? std::vector<double>{0, 5, 10} : std::vector<double>{0, 4, 8}) {
        out.push_back({State::answered, {}, number, -1});
      }
      return out;
    case Type::grid:
      return every_grid(question.options.size(), levels);
  }
  return out;
}

Sheet random_sheet(Random& random, const Model& model, int most_unknown) {
  Sheet out;
  int unknown = 0;
  for (const Question& question : model.questions) {
    const std::vector<Answer> all = every_answer(model, question);
    Answer answer = all[static_cast<std::size_t>(random.below(static_cast<int>(all.size())))];
    if (question.type == Type::number) answer.number = random.below(41) / 4.0;
    if (random.chance(40)) answer.grade = random.below(5);
    const int roll = random.below(100);
    if (roll < 13) {
      answer = {State::not_applicable, {}, 0, -1};
    } else if (roll < 46 && unknown < most_unknown) {
      ++unknown;
      answer = {roll < 28 ? State::dont_know : State::unanswered, {}, 0, -1};
    }
    out.push_back(answer);
  }
  return out;
}

}  // namespace sextant::test::language
