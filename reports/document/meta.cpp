#include <set>

#include "engine/text/utf8.hpp"
#include "reports/document/identity.hpp"
#include "reports/document/view.hpp"

namespace sextant::document {

Meta meta(const View& view, const Words& name) {
  const Assessment& assessment = view.input.assessment;
  Meta out;
  out.language = view.language;
  out.right_to_left = right_to_left(view.language);
  out.title = view.unit() + view.colon() + name;
  out.subject = view.text(view.instrument.title);
  out.author = "Sextant " + view.input.engine_version;
  out.date = assessment.round.date;
  constexpr std::size_t kUnit = 48;  // the end of the line, "not verified", is what must not be cut
  const std::string cut = utf8::shorten(view.unit().str(), kUnit);
  out.footer = view.unit();
  if (cut != view.unit().str()) out.footer = view.own(cut.substr(0, cut.rfind(' ')) + " …");
  if (!assessment.round.id.empty()) out.footer += view.comma() + view.round();
  out.footer += " · " + view.say(Phrase::self_assessed_short);
  out.page_of = view.say(Phrase::page_of);
  out.continued = view.say(Phrase::continued);
  out.contents_of = view.say(Phrase::contents);
  // In each language: a respondent may have written the other one's name.
  out.names = {{view.unit(), "•••"}};
  for (const auto& [language, words] : assessment.unit.name) {
    const std::string known = typeset(words, language);
    if (known != out.names.front().first) out.names.emplace_back(known, "•••");
  }
  Identity made_from = identity_of(view.instrument, assessment, view.input.engine_version);
  if (view.input.plan != nullptr) made_from.actions = view.input.plan->library.head.fingerprint.substr(0, 16);
  out.identity = to_text(made_from);
  out.fingerprint = view.instrument.fingerprint + assessment.fingerprint + view.input.engine_version;
  return out;
}

Words shortened(const Words& text, std::size_t width) {
  const std::string cut = utf8::shorten(text.str(), width);
  if (cut == text.str()) return text;
  const std::size_t space = cut.rfind(' ');
  // What is left is no longer all of what the words were of.
  const bool country = !text.marks().empty() && text.marks().front().source.compare(0, 8, "@answers") == 0;
  return {space == std::string::npos ? cut : cut.substr(0, space) + " …",
          country ? "@answers/text" : "@instrument/text"};
}

namespace {

/// Calls `on_heading` and `on_text` for what stands in the blocks, at any depth.
template <class OnHeading, class OnText>
void visit_texts(std::vector<Block>& blocks, const OnHeading& on_heading, const OnText& on_text) {
  for (Block& block : blocks) {
    if (auto* heading = std::get_if<Heading>(&block.content)) {
      on_heading(*heading);
      on_text(heading->text);
    } else if (auto* paragraph = std::get_if<Paragraph>(&block.content)) {
      on_text(paragraph->text);
    } else if (auto* list = std::get_if<List>(&block.content)) {
      for (Text& item : list->items) on_text(item);
    } else if (auto* table = std::get_if<Table>(&block.content)) {
      for (auto& row : table->rows) {
        for (Cell& cell : row) on_text(cell.text);
      }
    } else if (auto* fill = std::get_if<FillIn>(&block.content)) {
      for (Text& text : fill->label) on_text(text);
      for (Choice& choice : fill->choices) {
        for (Text& text : choice.texts) on_text(text);
      }
    } else if (auto* callout = std::get_if<Callout>(&block.content)) {
      visit_texts(callout->blocks, on_heading, on_text);
    } else if (auto* split = std::get_if<Split>(&block.content)) {
      for (Split::Side& side : split->sides) visit_texts(side.blocks, on_heading, on_text);
    }
  }
}

}  // namespace

void add_notice(const View& view, std::vector<Block>& blocks) {
  if (!view.instrument.notice.empty())
    blocks.push_back({Paragraph{plain(view.text(view.instrument.notice)), ParagraphStyle::small}});
}

void drop_dead_links(std::vector<Block>& blocks) {
  std::set<std::string> anchors;
  visit_texts(
      blocks, [&](const Heading& heading) { anchors.insert("#" + heading.anchor); }, [](const Text&) {});
  visit_texts(
      blocks, [](const Heading&) {},
      [&](Text& text) {
        for (Run& run : text) {
          if (!run.link.empty() && run.link[0] == '#' && anchors.count(run.link) == 0) run.link.clear();
        }
      });
}

}  // namespace sextant::document
