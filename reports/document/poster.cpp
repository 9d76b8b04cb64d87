#include "reports/document/poster.hpp"

#include <algorithm>

#include "engine/text/utf8.hpp"
#include "reports/document/profile_figure.hpp"
#include "reports/document/view.hpp"

namespace sextant::document {

namespace {

constexpr double kTextScale = 1.275;
constexpr double kMarginScale = 0.5;
constexpr double kPosterWidth = 419;   ///< of the column, in points of the layout
constexpr std::size_t kMost = 2;       ///< strengths, gaps
constexpr std::size_t kInColumn = 92;  ///< columns of text in half the width: three lines
constexpr std::size_t kAcross = 130;   ///< in the whole width: two lines

/// Title and words, cut between two words to `most` columns altogether.
Text item(const View& view, std::size_t question, const Words& words, std::size_t most) {
  const Words name = view.label(question);
  const std::size_t used = std::min(most - 20, utf8::display_width(name.str()) + 3);
  return {{shortened(name, most - 24), true}, {Words(view.colon()) + shortened(words, most - used)}};
}

/// The answered questions with a level below a node, from the lowest; those of one score in their order.
std::vector<std::size_t> lowest_first(const View& view, std::size_t node) {
  std::vector<std::size_t> out;
  for (const std::size_t question : view.questions_below(node)) {
    if (view.scores.questions[question].level && view.input.assessment.answers[question].level)
      out.push_back(question);
  }
  const auto& answers = view.input.assessment.answers;
  std::stable_sort(out.begin(), out.end(),
                   [&](std::size_t a, std::size_t b) { return *answers[a].level < *answers[b].level; });
  return out;
}

Split::Side side(const View& view, Phrase title, const std::vector<std::size_t>& questions,
                 const std::string& anchor) {
  Split::Side out;
  out.blocks.push_back({Heading{3, plain(view.say(title)), anchor}});
  List list;
  for (const std::size_t question : questions)
    list.items.push_back(item(view, question, view.answer(question), kInColumn));
  if (list.items.empty()) {
    out.blocks.push_back({Paragraph{plain(dash())}});
  } else {
    out.blocks.push_back({std::move(list)});
  }
  return out;
}

List next_levels(const View& view, const std::vector<std::size_t>& questions) {
  List out;
  for (const std::size_t question : questions) {
    const Question& asked = view.instrument.questions[question];
    const std::size_t next = *view.input.assessment.answers[question].level + 1;
    if (next < asked.descriptors.size())
      out.items.push_back(item(view, question, view.text(asked.descriptors[next]), kAcross));
  }
  return out;
}

Words standing(const View& view, std::size_t pillar) {
  if (!view.score(pillar).value) return view.level(pillar);
  const Places args = {
      {"level", view.level(pillar)}, {"value", view.value(pillar)}, {"range", view.range(pillar)}};
  return view.say(view.range(pillar).str() == view.value(pillar).str() ? Phrase::poster_level
                                                                       : Phrase::poster_level_range,
                  args);
}

/// Unit, round, how much is answered, that nobody checked it, and the questionnaire's notice.
Words imprint(const View& view, std::size_t pillar) {
  Words out = view.unit();
  if (!view.input.assessment.round.id.empty()) out += view.comma() + view.round();
  out += " · " + view.say(Phrase::answered_of, {{"answered", view.count(pillar, "answered")},
                                                {"asked", view.count(pillar, "asked")}});
  out += " · " + view.say(Phrase::self_assessed_short);
  if (!view.instrument.notice.empty()) out += " · " + view.text(view.instrument.notice);
  return out;
}

void add_poster(const View& view, std::size_t pillar, bool first, std::vector<Block>& out) {
  const std::string name = view.anchor(pillar);
  out.push_back({Heading{1, plain(view.title(pillar)), name, !first}});
  out.push_back({Paragraph{plain(standing(view, pillar)), ParagraphStyle::lead}});
  out.push_back({Paragraph{plain(imprint(view, pillar)), ParagraphStyle::small}});
  out.push_back({parts_figure(view, pillar, kPosterWidth)});
  // Strengths and gaps are told apart by halves, so that nothing stands in both lists.
  const std::vector<std::size_t> order = lowest_first(view, pillar);
  const std::size_t count = std::min(kMost, order.size() / 2);
  const std::vector<std::size_t> gaps(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count));
  std::vector<std::size_t> strong(order.rbegin(), order.rbegin() + static_cast<std::ptrdiff_t>(count));
  strong.erase(std::remove_if(strong.begin(), strong.end(),
                              [&](std::size_t q) { return *view.input.assessment.answers[q].level == 0; }),
               strong.end());
  if (order.empty()) {
    out.push_back({Paragraph{plain(view.say(Phrase::nothing_answered_here))}});
  } else {
    out.push_back({Split{{side(view, Phrase::strengths, strong, name + "-strengths"),
                          side(view, Phrase::gaps, gaps, name + "-gaps")}}});
    List next = next_levels(view, gaps);
    if (!next.items.empty()) {
      out.push_back({Heading{3, plain(view.say(Phrase::next_level)), name + "-next"}});
      out.push_back({std::move(next)});
    }
  }
  out.push_back({NoteSpace{{plain(view.say(Phrase::poster_see)), plain(view.say(Phrase::poster_add))}, 48}});
}

}  // namespace

Document posters(const ReportInput& input, std::optional<std::size_t> pillar) {
  const View view(input);
  Document out;
  out.meta = meta(view, view.say(Phrase::poster));
  std::vector<std::size_t> pillars = view.instrument.pillars();
  if (pillars.empty()) pillars.push_back(0);
  if (pillar) pillars = {*pillar};
  for (const std::size_t one : pillars) add_poster(view, one, one == pillars.front(), out.blocks);
  drop_dead_links(out.blocks);
  return out;
}

Sheet poster_sheet(Paper paper) {
  return {paper, kTextScale, kMarginScale, 1.2};
}

}  // namespace sextant::document
