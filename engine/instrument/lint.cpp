#include <algorithm>
#include <string>

#include "engine/instrument/loader.hpp"
#include "engine/text/number.hpp"

namespace sextant::loading {

void add_at(Sink& sink, const std::string& file, Code code, Span at, Args args) {
  if (file == sink.source().name()) {
    sink.add(code, at, std::move(args));
  } else {
    sink.append({Diagnostic{code, file, at, std::move(args), {}, {}}});
  }
}

namespace {

void check_weights(const Node& node, Sink& sink) {
  if (node.children.empty()) return;
  const bool any =
      std::any_of(node.children.begin(), node.children.end(), [](const Child& c) { return c.weight > 0; });
  if (!any) add_at(sink, node.file, Code::weights_add_to_nothing, node.at, {{"id", node.id}});
}

/// Options of a choice, parts of a checklist and cells of a grid with the same words.
void check_options(const Question& question, Sink& sink) {
  if (question.type == QuestionType::yes_no) return;
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (question.options[i].text.source() != question.options[j].text.source()) continue;
      add_at(sink, question.file, Code::equal_descriptors, question.at,
             {{"id", question.id}, {"a", question.options[j].id}, {"b", question.options[i].id}});
    }
  }
}

void check_descriptors(const Question& question, const Scale& scale, Sink& sink) {
  for (std::size_t i = 0; i < question.descriptors.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (question.descriptors[i].source() == question.descriptors[j].source()) {
        add_at(sink, question.file, Code::equal_descriptors, question.at,
               {{"id", question.id}, {"a", scale.levels[j].id}, {"b", scale.levels[i].id}});
      }
    }
  }
}

}  // namespace

void check_whole(Loader& loader, Sink& sink) {
  Instrument& out = loader.out;
  for (std::size_t i = 0; i < out.nodes.size(); ++i) out.node_index.emplace(out.nodes[i].id, i);
  for (std::size_t i = 0; i < out.questions.size(); ++i) out.question_index.emplace(out.questions[i].id, i);
  if (out.questions.empty()) sink.add(Code::no_questions, Span{1, 1, 1});
  for (const Node& node : out.nodes) {
    check_weights(node, sink);
    if (loader.options.lint && node.children.empty() && !out.questions.empty()) {
      add_at(sink, node.file, Code::empty_node, node.at, {{"id", node.id}});
    }
  }
  if (!loader.options.lint) return;
  for (const Scale& scale : out.scales) {
    if (scale.levels.front().from > scale.min) {
      add_at(sink, scale.file, Code::band_gap, scale.at,
             {{"id", scale.id}, {"from", shortest(scale.levels.front().from)}, {"min", shortest(scale.min)}});
    }
  }
  for (const Question& question : out.questions) {
    check_descriptors(question, out.scales[question.scale], sink);
    check_options(question, sink);
  }
}

}  // namespace sextant::loading
