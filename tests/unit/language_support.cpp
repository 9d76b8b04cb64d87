#include "tests/unit/language_support.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace sextant::test::language {

namespace {

using Change = std::function<bool(Model&, Sheet&)>;

/// Small steps towards a plainer case; each says whether it changed anything.
std::vector<Change> simplifications(const Model& model) {
  std::vector<Change> out;
  out.push_back([](Model& m, Sheet&) {
    const bool any = m.nodes.back().index;
    if (any) m.nodes.pop_back();
    return any;
  });
  for (std::size_t i = 0; i < model.caps.size(); ++i) {
    out.push_back([i](Model& m, Sheet&) {
      if (i >= m.caps.size()) return false;
      m.caps.erase(m.caps.begin() + static_cast<std::ptrdiff_t>(i));
      return true;
    });
  }
  for (std::size_t i = 0; i < model.nodes.size(); ++i) {
    const auto on_node = [&out, i](const std::function<bool(Node&)>& change) {
      out.push_back([i, change](Model& m, Sheet&) { return i < m.nodes.size() && change(m.nodes[i]); });
    };
    on_node([](Node& n) { return !n.gates.empty() && (n.gates.clear(), true); });
    on_node([](Node& n) { return n.gates.size() > 1 && (n.gates.pop_back(), true); });
    on_node([](Node& n) {
      return !n.gates.empty() && n.gates[0].needs.size() > 1 && (n.gates[0].needs.pop_back(), true);
    });
    on_node([](Node& n) { return n.evidence_grade != 0 && (n.evidence_grade = 0, true); });
    on_node([](Node& n) { return n.transformed && (n.transformed = false, true); });
    on_node([](Node& n) { return !n.steps.empty() && (n.steps.clear(), true); });
    on_node([](Node& n) { return n.round && (n.round.reset(), true); });
    on_node([](Node& n) { return n.min_coverage != 0 && (n.min_coverage = 0, true); });
    on_node([](Node& n) { return n.rule != Rule::mean && (n.rule = Rule::mean, true); });
    on_node([](Node& n) { return n.table.size() > 1 && (n.table.erase(n.table.begin()), true); });
    on_node([](Node& n) { return n.table.size() > 1 && (n.table.pop_back(), true); });
    for (std::size_t k = 0; k < model.nodes[i].children.size(); ++k) {
      on_node([k](Node& n) {
        const bool can =
            !n.index && k < n.children.size() && n.children.size() > 1 && n.children[k].is_question;
        if (can) n.children.erase(n.children.begin() + static_cast<std::ptrdiff_t>(k));
        return can;
      });
    }
    out.push_back([i](Model& m, Sheet&) {
      if (i >= m.nodes.size() || !m.nodes[i].own_missing) return false;
      for (Node& node : m.nodes) {
        node.own_missing = false;
        node.dont_know = node.unanswered = Missing{};
      }
      return true;
    });
  }
  for (std::size_t i = 0; i < model.questions.size(); ++i) {
    out.push_back(
        [i](Model& m, Sheet&) { return m.questions[i].ask_if && (m.questions[i].ask_if.reset(), true); });
    out.push_back([i](Model&, Sheet& s) {
      const bool can = s[i].state != State::not_applicable;
      s[i] = {State::not_applicable, {}, 0, -1};
      return can;
    });
    out.push_back([i](Model&, Sheet& s) { return s[i].grade >= 0 && (s[i].grade = -1, true); });
    out.push_back([i](Model& m, Sheet& s) {
      if (m.questions[i].type == Type::level || s[i].state == State::answered) return false;
      m.questions[i].type = Type::level;
      m.questions[i].steps.clear();
      return true;
    });
  }
  out.push_back([](Model& m, Sheet&) { return m.edition && (m.edition.reset(), true); });
  return out;
}

}  // namespace

const NodeScore* Loaded::node(const Model& model, std::size_t index) const {
  const auto it = instrument.node_index.find(name_of_node(model, static_cast<int>(index)));
  return it == instrument.node_index.end() ? nullptr : &scores.nodes[it->second];
}

std::string answers_file(const Model& model, const Sheet& sheet, bool edition) {
  std::string out = "sextant: answers/1\ninstrument: mini\nunit: {id: ATL}\n";
  if (edition && model.edition) out += "edition: part\n";
  out += "answers:\n";
  const std::string lines = lines_of(model, sheet);
  for (std::size_t from = 0; from < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', from), lines.size());
    out += "  " + lines.substr(from, end - from) + "\n";
    from = end + 1;
  }
  return out;
}

std::optional<Loaded> load(const Model& model, const Sheet& sheet, bool edition) {
  Checked<Instrument> instrument = try_instrument(yaml_of(model));
  if (!instrument || has_errors(instrument.diagnostics)) return std::nullopt;
  Checked<Assessment> assessment = try_answers_file(*instrument, answers_file(model, sheet, edition));
  if (!assessment || has_errors(assessment.diagnostics)) return std::nullopt;
  Scores scores = score(*instrument, *assessment);
  return Loaded{std::move(*instrument), std::move(*assessment), std::move(scores)};
}

void on_random(std::uint64_t seed, int cases, int most_unknown, const Mix& mix, const Property& property) {
  Random random(seed);
  for (int i = 0; i < cases; ++i) {
    Model model = random_model(random, mix);
    Sheet sheet = random_sheet(random, model, most_unknown);
    const bool edition = random.chance(50);
    if (!load(model, sheet, edition)) {
      INFO(brief(try_instrument(yaml_of(model)).diagnostics));
      FAIL("refused:\n" << yaml_of(model) << answers_file(model, sheet, edition));
    }
    std::string wrong = property(model, sheet, edition);
    if (wrong.empty()) continue;
    for (bool smaller = true; smaller;) {
      smaller = false;
      for (const Change& change : simplifications(model)) {
        Model less = model;
        Sheet fewer = sheet;
        if (!change(less, fewer) || !load(less, fewer, edition)) continue;
        const std::string still = property(less, fewer, edition);
        if (still.empty()) continue;
        model = std::move(less);
        sheet = std::move(fewer);
        wrong = still;
        smaller = true;
      }
    }
    FAIL_CHECK("case " << i << ": " << wrong << "\n"
                       << yaml_of(model) << answers_file(model, sheet, edition));
    return;
  }
}

bool on_completions(const Model& model, const Sheet& sheet, bool edition, int most,
                    const std::function<void(const Outcome&)>& take) {
  const Outcome now = naive_score(model, sheet, edition);
  std::vector<std::size_t> unknown;
  std::vector<std::vector<Answer>> choices;
  int count = 1;
  for (std::size_t i = 0; i < sheet.size(); ++i) {
    const bool no_answer = sheet[i].state == State::dont_know || sheet[i].state == State::unanswered;
    if (!no_answer || (now.questions[i].state == Asked::State::not_asked && !now.questions[i].open)) continue;
    unknown.push_back(i);
    choices.push_back(every_answer(model, model.questions[i]));
    count *= static_cast<int>(choices.back().size());
    if (count > most) return false;
  }
  Sheet full = sheet;
  for (int n = 0; n < count; ++n) {
    int rest = n;
    for (std::size_t k = 0; k < unknown.size(); ++k) {
      const int many = static_cast<int>(choices[k].size());
      full[unknown[k]] = choices[k][static_cast<std::size_t>(rest % many)];
      rest /= many;
    }
    take(naive_score(model, full, edition));
  }
  return true;
}

}  // namespace sextant::test::language
