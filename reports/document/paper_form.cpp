#include "reports/document/paper_form.hpp"

#include <algorithm>

#include "reports/document/paper_texts.hpp"

namespace sextant::document {

namespace {

bool is_asked(const PaperInput& input, std::size_t question) {
  const Instrument& instrument = input.instrument;
  if (input.edition && !instrument.editions[*input.edition].asked[question]) return false;
  return !input.part || instrument.below(instrument.questions[question].node, *input.part);
}

/// Composes one document.
class Composer {
 public:
  explicit Composer(const PaperInput& input) : input_(input), instrument_(input.instrument), texts_(input) {}

  Document compose() {
    meta();
    first_page();
    // The vision comes before the questions, as in the form; outcomes alone stand behind them.
    const bool first = !input_.part && !instrument_.vision.title.empty();
    if (first) add_vision(instrument_, texts_, out_.blocks);
    sections();
    if (!input_.part) {
      if (!first) add_vision(instrument_, texts_, out_.blocks);
      out_.blocks.push_back({PageBreak{}});
      add_priorities(instrument_, texts_, out_.blocks);
    }
    add_feedback(texts_, out_.blocks);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string name() const {
    return instrument_.id + (instrument_.version.empty() ? "" : " " + instrument_.version);
  }

  void meta() {
    const Tongue& first = texts_.tongues().front();
    Meta& meta = out_.meta;
    meta.language = first.tag;
    meta.right_to_left = right_to_left(first.tag);
    meta.title = typeset(instrument_.title(first.index), first.tag);
    meta.subject = say(Phrase::paper_name, first.lang);
    meta.author = "Sextant " + input_.engine_version;
    meta.header = name();
    const Prose& notice = instrument_.notice;
    meta.footer = notice.empty() ? meta.title : Words(typeset(notice(first.index), first.tag));
    meta.page_of = say(Phrase::page_of, first.lang);
    meta.continued = say(Phrase::continued, first.lang);
    meta.contents_of = say(Phrase::contents, first.lang);
    meta.fingerprint = instrument_.fingerprint + input_.engine_version;
    for (const Tongue& tongue : texts_.tongues()) meta.fingerprint += tongue.tag;
  }

  void first_page() {
    out_.blocks.push_back({Heading{1, texts_.joined(instrument_.title), "", false}});
    Text kind = texts_.joined(Phrase::paper_name);
    kind.push_back({" · " + name()});
    if (input_.edition) {
      kind.push_back({" · "});
      for (Run& run : texts_.joined(instrument_.editions[*input_.edition].title))
        kind.push_back(std::move(run));
    }
    out_.blocks.push_back({Paragraph{std::move(kind), ParagraphStyle::lead}});
    FillIn about;
    about.label = texts_.each(instrument_.description);
    if (!instrument_.description.empty()) out_.blocks.push_back({about});
    about.label = texts_.each(instrument_.notice);
    about.small = true;
    if (!instrument_.notice.empty()) out_.blocks.push_back({about});

    heading(Phrase::paper_who);
    for (const Phrase field : {Phrase::paper_unit, Phrase::round, Phrase::date, Phrase::paper_ministry,
                               Phrase::paper_role, Phrase::paper_person})
      written(field);
    if (!instrument_.respondent_groups.empty()) {
      FillIn groups;
      groups.label = {texts_.joined(Phrase::paper_group)};
      groups.columns = 0;
      for (const RespondentGroup& one : instrument_.respondent_groups)
        groups.choices.push_back({{}, {texts_.joined(one.title.empty() ? Prose{{one.id}} : one.title)}});
      out_.blocks.push_back({std::move(groups)});
    }
    how();
    levels();
  }

  void how() {
    heading(Phrase::paper_how);
    const std::vector<std::size_t> asked = paper_questions(input_);
    const bool levels = std::any_of(asked.begin(), asked.end(), [&](std::size_t question) {
      return instrument_.questions[question].type == QuestionType::level;
    });
    std::vector<Phrase> rules = {Phrase::paper_how_pillar};
    if (levels) rules.push_back(Phrase::paper_how_level);
    for (const Phrase rule : {Phrase::paper_how_unknown, Phrase::paper_how_evidence, Phrase::paper_how_change,
                              Phrase::paper_how_copy})
      rules.push_back(rule);
    for (std::size_t i = 0; i < rules.size(); ++i) {
      FillIn rule;
      rule.small = texts_.several();
      rule.label = texts_.each([&](const Tongue& tongue) {
        return Text{texts_.of(rules[i], tongue,
                              {{"dont_know", say(Phrase::answer_dont_know, tongue.lang)},
                               {"keying", say(Phrase::paper_keying, tongue.lang)}})};
      });
      for (Text& text : rule.label) text.insert(text.begin(), Run{std::to_string(i + 1) + ". ", true});
      out_.blocks.push_back({std::move(rule)});
    }
  }

  /// What the levels mean, of each scale that a level question uses.
  void levels() {
    for (std::size_t s = 0; s < instrument_.scales.size(); ++s) {
      const std::vector<std::size_t> asked = paper_questions(input_);
      const bool used = std::any_of(asked.begin(), asked.end(), [&](std::size_t question) {
        const Question& one = instrument_.questions[question];
        return one.scale == s && one.type == QuestionType::level;
      });
      const std::vector<Level>& all = instrument_.scales[s].levels;
      if (!used || all.empty() || all.front().description.empty()) continue;
      Table table;
      table.compact = true;
      table.columns.push_back({texts_.joined(Phrase::level), 2, Align::start});
      for (const Tongue& tongue : texts_.tongues())
        table.columns.push_back({{texts_.of(Phrase::paper_meaning, tongue)}, 5, Align::start});
      for (const Level& level : all) {
        Text title = texts_.joined(level.name);
        title.insert(title.begin(), Run{level.number + " ", true});
        std::vector<Cell> row = {{std::move(title)}};
        for (Text& text : texts_.each(level.description)) row.push_back({std::move(text)});
        table.rows.push_back(std::move(row));
      }
      out_.blocks.push_back({std::move(table)});
    }
  }

  void heading(Phrase phrase) { out_.blocks.push_back({Heading{2, texts_.joined(phrase), "", false}}); }

  void written(Phrase phrase) {
    FillIn line;
    line.label = {texts_.joined(phrase)};
    line.lines = 1;
    line.keep_with_next = true;
    out_.blocks.push_back({std::move(line)});
  }

  /// The pillar, index or root that a question's section is of.
  [[nodiscard]] std::size_t top_of(std::size_t node) const {
    while (!instrument_.nodes[node].is_index && instrument_.nodes[node].depth > 1)
      node = instrument_.nodes[node].parent;
    return node;
  }

  /// The questions in their order, a section for each pillar, a heading for each node below it.
  void sections() {
    std::vector<std::size_t> keyed;
    std::optional<std::size_t> node;
    for (const std::size_t question : paper_questions(input_)) {
      const std::size_t here = instrument_.questions[question].node;
      if (!node || top_of(*node) != top_of(here)) {
        add_keying(instrument_, texts_, keyed, out_.blocks);
        keyed.clear();
        chapter(instrument_.nodes[top_of(here)]);
        node = top_of(here);
      }
      descend(*node, here);
      node = here;
      add_question(instrument_, texts_, question, out_.blocks);
      keyed.push_back(question);
    }
    add_keying(instrument_, texts_, keyed, out_.blocks);
  }

  void chapter(const Node& node) {
    out_.blocks.push_back({Heading{1, texts_.joined(node.title), node.id, true}});
    if (node.about.empty()) return;
    FillIn about;
    about.label = texts_.each(node.about);
    out_.blocks.push_back({std::move(about)});
  }

  /// The headings of the nodes that hold `to` and do not hold `from`.
  void descend(std::size_t from, std::size_t to) {
    const auto holds = [&](std::size_t node, std::size_t inner) {
      while (inner != node && inner != 0) inner = instrument_.nodes[inner].parent;
      return inner == node;
    };
    std::vector<std::size_t> path;
    for (std::size_t node = to; !holds(node, from); node = instrument_.nodes[node].parent)
      path.push_back(node);
    for (auto node = path.rbegin(); node != path.rend(); ++node) {
      const Node& part = instrument_.nodes[*node];
      out_.blocks.push_back({Heading{2, texts_.joined(part.title), part.id, false}});
      if (part.about.empty()) continue;
      FillIn about;
      about.label = texts_.each(part.about);
      about.small = true;
      about.keep_with_next = true;
      out_.blocks.push_back({std::move(about)});
    }
  }

  const PaperInput& input_;
  const Instrument& instrument_;
  PaperTexts texts_;
  Document out_;
};

}  // namespace

std::vector<std::size_t> paper_questions(const PaperInput& input) {
  std::vector<std::size_t> out;
  for (std::size_t question = 0; question < input.instrument.questions.size(); ++question) {
    if (is_asked(input, question)) out.push_back(question);
  }
  return out;
}

Document paper_form(const PaperInput& input) {
  return Composer(input).compose();
}

Sheet paper_sheet(Paper paper) {
  constexpr double kMargins = 0.8;
  constexpr double kTitles = 0.8;
  return {paper, 1, kMargins, kTitles};
}

}  // namespace sextant::document
