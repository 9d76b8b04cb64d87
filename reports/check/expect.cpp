#include "reports/check/expect.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/diagnosis/findings.hpp"
#include "engine/text/number.hpp"
#include "reports/check/expect_plan.hpp"
#include "reports/check/printed.hpp"
#include "reports/document/phrases.hpp"
#include "reports/trace/trace.hpp"

namespace sextant::check {

namespace {

using document::Phrase;
using document::ReportInput;
using Kind = Expected::Kind;
using Result = std::optional<Expected>;

constexpr double kTolerance = 1e-9;

Expected own() {
  return {};
}
Expected words(std::vector<std::string> any) {
  return {Kind::words, std::move(any), {}, nullptr};
}
/// What stands where there is no number.
Expected nothing() {
  return words({document::dash()});
}
Expected number(double value, const Scale* scale = nullptr) {
  return {Kind::number, {}, {value}, scale};
}
Expected share(const std::optional<double>& value) {
  if (!value) return nothing();
  return {Kind::share, {}, {*value}, nullptr};
}

/// "limit.2" with the stem "limit." is 2.
std::optional<std::size_t> index_after(std::string_view aspect, std::string_view stem) {
  if (aspect.substr(0, stem.size()) != stem) return std::nullopt;
  std::size_t out = 0;
  const char* end = aspect.data() + aspect.size();
  const auto [at, error] = std::from_chars(aspect.data() + stem.size(), end, out);
  return error == std::errc() && at == end ? std::optional<std::size_t>(out) : std::nullopt;
}

class ReportLookup {
 public:
  explicit ReportLookup(const ReportInput& input)
      : in_(input), lang_(lang_of(input.language)), language_(input.instrument.language(input.language)) {}

  Result node(std::size_t index, std::string_view aspect) const {
    const Node& node = in_.instrument.nodes[index];
    const NodeScore& score = in_.scores.nodes[index];
    const Scale& scale = in_.instrument.scales[node.scale];
    if (aspect == "title") return words({node.title(language_)});
    if (aspect == "about") return words({node.about(language_)});
    if (aspect == "value") return score.value ? number(*score.value, &scale) : nothing();
    if (aspect == "level") {
      if (!score.level) return std::nullopt;
      std::string name = level(scale, *score.level);
      if (!score.settled)
        name += std::string(" (") +
                (lang_ == Lang::fr   ? "provisoire"
                 : lang_ == Lang::ar ? "مؤقت"
                                     : "provisional") +
                ")";
      return words({std::move(name)});
    }
    if (aspect == "level.plain" && score.level) return words({level(scale, *score.level)});
    if (aspect == "level.number" && score.level) return words({scale.levels[*score.level].number});
    if (aspect == "level.word" && score.level) return words({scale.levels[*score.level].name(language_)});
    if (aspect == "level.own" && score.own_level) return words({level(scale, *score.own_level)});
    if (const auto limit = index_after(aspect, "limit."); limit && *limit < score.limits.size())
      return words({level(scale, score.limits[*limit].at)});
    if (aspect == "state") return words({document::say(score.state, lang_)});
    if (aspect == "range") {
      if (!score.range) return nothing();
      return Expected{Kind::number, {}, {score.range->low, score.range->high}, &scale};
    }
    if (aspect == "coverage") return share(score.coverage);
    if (aspect == "evidence") return share(score.evidence);
    if (aspect == "answered") return number(score.tally.answered);
    if (aspect == "dont_know") return number(score.tally.dont_know);
    if (aspect == "unanswered") return number(score.tally.unanswered);
    if (aspect == "asked")
      return number(score.tally.answered + score.tally.dont_know + score.tally.unanswered);
    if (aspect == "weight") return index == 0 || node.is_index ? nothing() : number(node.weight);
    if (aspect == "rule") return words({trace_report::rule_words(node.combine.rule, lang_)});
    if (aspect == "min_coverage") return share(node.min_coverage);
    return std::nullopt;
  }

  Result question(std::size_t index, std::string_view aspect) const {
    const Question& asked = in_.instrument.questions[index];
    const Answer& given = in_.assessment.answers[index];
    if (aspect == "label") return words({label(asked)(language_)});
    if (aspect == "text") return words({asked.text(language_)});
    if (aspect == "id") return words({asked.id});
    if (aspect == "answer") return answer(index);
    if (aspect == "state") return words({document::say(in_.scores.questions[index].state, lang_)});
    if (aspect == "because") return words({given.because});
    if (aspect == "owner") return words({given.owner});
    if (aspect == "evidence") {
      Expected out{Kind::words, {}, {}, nullptr};
      for (const Evidence& one : given.evidence) {
        out.words.insert(out.words.end(), {one.title, one.title + ", " + one.year, one.where});
      }
      return out;
    }
    const Scale& root = in_.instrument.scales[in_.instrument.nodes[0].scale];
    if (aspect == "score") return number(given.score, &root);
    if (aspect == "score.level") return words({level(root, level_of(root, given.score))});
    if (!given.level || asked.descriptors.empty()) return std::nullopt;
    const std::size_t next = *given.level + 1;
    if (aspect == "descriptor") return words({asked.descriptors[*given.level](language_)});
    if (next >= asked.descriptors.size()) return std::nullopt;
    if (aspect == "next") return words({asked.descriptors[next](language_)});
    if (aspect == "next.level") return words({level(in_.instrument.scales[asked.scale], next)});
    return std::nullopt;
  }

  Result scale(std::string_view id, std::string_view aspect) const {
    const auto& all = in_.instrument.scales;
    const auto it = std::find_if(all.begin(), all.end(), [&](const Scale& one) { return one.id == id; });
    if (it == all.end()) return std::nullopt;
    const auto valid = [&](std::string_view stem) {
      const auto at = index_after(aspect, stem);
      return at && *at < it->levels.size() ? at : std::nullopt;
    };
    if (const auto at = valid("level.")) return words({level(*it, *at)});
    if (const auto at = valid("word.")) return words({it->levels[*at].name(language_)});
    if (const auto at = valid("from.")) return number(it->levels[*at].from);
    return std::nullopt;
  }

  Result finding(std::string_view number_of, std::string_view aspect) const {
    const auto at = index_after(number_of, "");
    if (!at || *at >= in_.findings.size()) return std::nullopt;
    for (const auto& [name, value] : in_.findings[*at].numbers) {
      if (name != aspect) continue;
      if (name == "share") return share(value);
      if (name == "needed") return Expected{Kind::upwards, {}, {value}, nullptr};
      return number(value);
    }
    return std::nullopt;
  }

  Result other(std::string_view subject, std::string_view aspect) const {
    const Instrument& instrument = in_.instrument;
    const Assessment& assessment = in_.assessment;
    const auto hash = [](const std::string& digest) {
      return digest.empty() ? document::dash() : digest.substr(0, 16);
    };
    if (aspect == "text" && (subject == "@instrument" || subject == "@answers")) return own();
    if (subject == "@instrument") {
      if (aspect == "id") return words({instrument.id});
      if (aspect == "version") return words({instrument.version});
      if (aspect == "fingerprint") return words({hash(instrument.fingerprint)});
    } else if (subject == "@answers") {
      if (aspect == "unit") return words({assessment.unit.label(in_.language)});
      if (aspect == "round") return words({assessment.round.id});
      if (aspect == "round.name") return words({text_for(assessment.round.name, in_.language)});
      if (aspect == "date") return words({document::day(assessment.round.date, lang_)});
      if (aspect == "fingerprint") return words({hash(assessment.fingerprint)});
    } else if (subject == "@report") {
      const std::vector<std::size_t> pillars = instrument.pillars();
      const auto scored = std::count_if(pillars.begin(), pillars.end(),
                                        [&](std::size_t p) { return in_.scores.nodes[p].value.has_value(); });
      if (aspect == "pillars") return number(static_cast<double>(pillars.size()));
      if (aspect == "pillars.scored") return number(static_cast<double>(scored));
      if (aspect == "engine") return words({in_.engine_version});
    } else if (subject == "@balance") {
      const auto figure = balance(instrument, in_.scores);
      if (!figure) return std::nullopt;
      if (aspect == "mean") return number(figure->mean);
      if (aspect == "balanced") return number(figure->balanced);
      // The loss is that of the printed figures, so it may be off by one in its last digit.
      const auto tenths = [](double value) { return std::floor(value * 10 + 0.5 + kTolerance) / 10; };
      if (aspect == "loss") return number(tenths(figure->mean) - tenths(figure->balanced));
    } else if (subject == "@phrase") {
      const auto& all = document::all_phrases();
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].name != aspect) continue;
        const auto phrase = static_cast<document::Phrase>(i);
        return Expected{Kind::part, {std::string(document::text_of(phrase, lang_))}, {}, nullptr};
      }
    }
    return std::nullopt;
  }

 private:
  std::string level(const Scale& scale, std::size_t index) const {
    return scale.levels[index].number + " " + scale.levels[index].name(language_);
  }

  Result answer(std::size_t index) const {
    const Question& asked = in_.instrument.questions[index];
    const Answer& given = in_.assessment.answers[index];
    const AnswerState state = in_.scores.questions[index].state;
    if (state != AnswerState::answered) return words({document::say(state, lang_)});
    if (given.level) return words({level(in_.instrument.scales[asked.scale], *given.level)});
    if (asked.type == QuestionType::yes_no)
      return words(
          {document::say(given.chosen.front() == 0 ? Phrase::answer_yes : Phrase::answer_no, lang_)});
    if (!given.chosen.empty()) {
      std::vector<std::string> options;
      for (const std::size_t option : given.chosen) options.push_back(asked.options[option].text(language_));
      return words({document::listed(options, lang_)});
    }
    const bool percent = asked.type == QuestionType::percent;
    if (asked.type != QuestionType::number && !percent) return words({given.written});
    // The number as it was written, with its unit, or with four decimals where it has more.
    std::string written = given.written;
    if (lang_ == Lang::fr) std::replace(written.begin(), written.end(), '.', ',');
    const std::string unit = percent ? " %" : asked.unit.empty() ? "" : " " + asked.unit(language_);
    Expected out = words({written + unit, unit});
    if (const auto value = parse_number(given.written)) out.numbers = {*value};
    return out;
  }

  const ReportInput& in_;
  Lang lang_;
  std::size_t language_;
};

/// Whether a printed number is `value` rounded to its digits.
bool rounded(const PrintedNumber& printed, double value) {
  return std::fabs(printed.value - value) <= printed.unit / 2 + kTolerance * std::max(1.0, std::fabs(value));
}

/// Whole per cent: what is not quite all is never 100, what is not quite nothing never 0.
bool is_share(double printed, double value) {
  if (printed == 100) return value >= 1 - kTolerance;
  if (printed == 0) return value <= kTolerance;
  const bool kept_off = (printed == 99 && value > 0.99) || (printed == 1 && value < 0.01);
  return kept_off || std::fabs(printed / 100 - value) <= 0.005 + kTolerance;
}

}  // namespace

std::string_view subject_of(std::string_view source) {
  const std::size_t slash = source.rfind('/');
  return slash == std::string_view::npos ? source : source.substr(0, slash);
}

std::string_view aspect_of(std::string_view source) {
  const std::size_t slash = source.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : source.substr(slash + 1);
}

Result expected(const ReportInput& input, std::string_view source) {
  const std::string_view subject = subject_of(source);
  const std::string_view aspect = aspect_of(source);
  const ReportLookup lookup(input);
  if (subject.substr(0, 7) == "@scale:") return lookup.scale(subject.substr(7), aspect);
  if (subject.substr(0, 9) == "@finding:") return lookup.finding(subject.substr(9), aspect);
  if (const Result of_plan = expected_of_plan(input, subject, aspect)) return of_plan;
  if (subject.substr(0, 1) == "@") return lookup.other(subject, aspect);
  const std::string id(subject);
  const auto& nodes = input.instrument.node_index;
  if (const auto it = nodes.find(id); it != nodes.end()) return lookup.node(it->second, aspect);
  const auto& questions = input.instrument.question_index;
  if (const auto it = questions.find(id); it != questions.end()) return lookup.question(it->second, aspect);
  return std::nullopt;
}

bool says(std::string_view printed, const Expected& expected) {
  const auto& any = expected.words;
  const bool literal =
      std::any_of(any.begin(), any.end(), [&](const std::string& one) { return same_words(printed, one); });
  switch (expected.kind) {
    case Kind::own:
      return true;
    case Kind::part:
      return std::any_of(any.begin(), any.end(),
                         [&](const std::string& one) { return contains_words(one, printed); });
    case Kind::words: {
      if (literal || expected.numbers.empty()) return literal;
      // A number cut to four decimals: the number, and then the unit.
      const std::vector<PrintedNumber> found = numbers_in(printed);
      return !found.empty() && rounded(found[0], expected.numbers[0]) && found[0].unit < 0.001 &&
             same_words(printed.substr(found[0].end), any.back());
    }
    case Kind::number: {
      const std::vector<PrintedNumber> found = numbers_in(printed);
      const std::size_t count = expected.numbers.size();
      // A range whose ends print alike is printed as one number.
      if (found.size() != count && !(found.size() == 1 && count == 2)) return false;
      for (std::size_t i = 0; i < count; ++i) {
        const PrintedNumber& one = found[std::min(i, found.size() - 1)];
        if (!rounded(one, expected.numbers[i])) return false;
        if (expected.scale != nullptr &&
            level_of(*expected.scale, one.value) != level_of(*expected.scale, expected.numbers[i]))
          return false;
      }
      return true;
    }
    case Kind::upwards: {
      const std::vector<PrintedNumber> found = numbers_in(printed);
      if (found.size() != 1) return false;
      const double over = found[0].value - expected.numbers[0];
      return over >= -kTolerance && over < found[0].unit + kTolerance;
    }
    case Kind::share: {
      const std::vector<PrintedNumber> found = numbers_in(printed);
      return found.size() == 1 && found[0].unit == 1 && is_share(found[0].value, expected.numbers[0]);
    }
  }
  return false;
}

bool begins(std::string_view printed, const Expected& expected) {
  return expected.kind == Kind::words &&
         std::any_of(expected.words.begin(), expected.words.end(),
                     [&](const std::string& one) { return begins_with_words(one, printed); });
}

std::optional<Expected> figure(double value) {
  return Expected{Expected::Kind::number, {}, {value}, nullptr};
}

std::optional<Expected> count(std::size_t value) {
  return figure(static_cast<double>(value));
}

std::optional<std::string_view> behind(std::string_view text, std::string_view prefix) {
  if (text.substr(0, prefix.size()) != prefix) return std::nullopt;
  return text.substr(prefix.size());
}

}  // namespace sextant::check
