#include "engine/dialogue/value.hpp"

#include <algorithm>

#include "engine/dialogue/words.hpp"
#include "engine/exchange/meaning.hpp"
#include "engine/text/number.hpp"
#include "engine/text/utf8.hpp"

namespace sextant::dialogue {

namespace {

Tree scalar(std::string text) {
  Tree out;
  out.kind = Tree::Kind::scalar;
  out.text = std::move(text);
  out.quoted = true;
  return out;
}

/// One understanding, with what it needs.
class Reader {
 public:
  Reader(const Instrument& instrument, const Question& question, Lang lang)
      : instrument_(instrument), question_(question), lang_(lang), marks_(marks(instrument, question)) {}

  Understood read(const Answer& now, const std::string& line) {
    switch (question_.type) {
      case QuestionType::level:
        return take(one(line, marks_, level_ids(), exchange::levels_of(scale(), question_.descriptors)));
      case QuestionType::choice:
        return take(one(line, marks_, option_ids(), exchange::options_of(question_.options)));
      case QuestionType::yes_no:
        return take(one(line, marks_, {"yes", "no"}, exchange::yes_and_no()));
      case QuestionType::number:
      case QuestionType::percent:
        return take(number(line));
      case QuestionType::text:
        return take(scalar(line));
      case QuestionType::checklist:
        return take(checklist(line));
      case QuestionType::grid:
        return take(grid(now, line));
    }
    return {};
  }

 private:
  const Scale& scale() const { return instrument_.scales[question_.scale]; }

  std::vector<std::string> level_ids() const {
    std::vector<std::string> out;
    for (const Level& level : scale().levels) out.push_back(level.id);
    return out;
  }

  std::vector<std::string> level_numbers() const {
    std::vector<std::string> out;
    for (const Level& level : scale().levels) out.push_back(level.number);
    return out;
  }

  std::vector<std::string> option_ids() const {
    std::vector<std::string> out;
    for (const Option& option : question_.options) out.push_back(option.id);
    return out;
  }

  /// The loader's own reader has the last word.
  Understood take(const std::optional<Tree>& value) {
    if (!value) return {std::nullopt, problem_};
    const Source source;
    Sink sink(source);
    Answer answer = read_value(*value, question_, instrument_, sink);
    if (question_.type == QuestionType::text) answer.written = value->text;
    if (!sink.has_errors()) return {std::move(answer), {}};
    return {std::nullopt, message(sink.all().front(), lang_)};
  }

  void refuse(Bilingual text, const std::string& line, const std::vector<std::string>& choices) {
    problem_ = say(lang_, text, {{"line", shown(line)}, {"choices", listed(choices)}});
  }

  /// The id of what a text means: by its mark, else by its words.
  std::optional<std::string> id_of(const std::string& text, const std::vector<std::string>& as,
                                   const std::vector<std::string>& ids, const exchange::Vocabulary& words) {
    const auto mark = std::find(as.begin(), as.end(), text);
    if (mark != as.end()) return ids[static_cast<std::size_t>(mark - as.begin())];
    // A number that is not shown is a slip, even where some id looks like it.
    std::vector<std::string> found;
    if (!parse_number(text)) found = words.find(text);
    if (found.size() == 1) return found.front();
    refuse(found.empty() ? words::kNotUnderstood : words::kSeveral, text, found.empty() ? as : found);
    return std::nullopt;
  }

  std::optional<Tree> one(const std::string& text, const std::vector<std::string>& as,
                          const std::vector<std::string>& ids, const exchange::Vocabulary& words) {
    auto id = id_of(text, as, ids, words);
    if (!id) return std::nullopt;
    return scalar(std::move(*id));
  }

  std::optional<Tree> number(const std::string& line) {
    const std::vector<std::string> found =
        exchange::numbers_in(line, question_.type == QuestionType::percent);
    std::vector<std::string> fit;
    for (const std::string& text : found) {
      const double x = parse_number(text).value_or(0);
      if ((!question_.least || x >= *question_.least) && (!question_.most || x <= *question_.most))
        fit.push_back(text);
    }
    if (fit.size() > 1) {
      refuse(words::kSeveral, line, fit);
      return std::nullopt;
    }
    // What is no number, or out of range, is named by the loader's own message.
    return scalar(fit.empty() ? (found.empty() ? line : found.front()) : fit.front());
  }

  std::optional<Tree> checklist(const std::string& line) {
    Tree out;
    out.kind = Tree::Kind::list;
    const std::string word = exchange::plain(line);
    const bool zero = line == "0" && std::find(marks_.begin(), marks_.end(), "0") == marks_.end();
    if (zero || word == "none" || word == "aucun" || word == "aucune") return out;
    std::string spaced = line;
    std::replace(spaced.begin(), spaced.end(), ',', ' ');
    std::replace(spaced.begin(), spaced.end(), ';', ' ');
    std::vector<std::string> pieces = split_blanks(spaced);
    const bool all_marks = std::all_of(pieces.begin(), pieces.end(), [&](const std::string& piece) {
      return std::find(marks_.begin(), marks_.end(), piece) != marks_.end() || parse_number(piece);
    });
    // Words of parts hold blanks, and perhaps commas: then it is one part, or several between semicolons.
    if (!all_marks) pieces = between_semicolons(line);
    if (pieces.empty()) {
      refuse(words::kNotUnderstood, line, marks_);
      return std::nullopt;
    }
    const exchange::Vocabulary words = exchange::options_of(question_.options);
    for (const std::string& piece : pieces) {
      const auto id = id_of(piece, marks_, option_ids(), words);
      if (!id) return std::nullopt;
      for (const Tree& item : out.items) {
        if (item.text != *id) continue;
        problem_ = say(lang_, words::kTwice, {{"line", shown(line)}, {"what", piece}});
        return std::nullopt;
      }
      out.items.push_back(scalar(*id));
    }
    return out;
  }

  static std::vector<std::string> between_semicolons(const std::string& line) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t end = std::min(line.find(';', at), line.size());
      const auto piece = clean(std::string_view(line).substr(at, end - at));
      if (piece && !piece->empty()) out.push_back(*piece);
      at = end + 1;
    }
    return out;
  }

  std::optional<Tree> grid(const Answer& now, const std::string& line) {
    std::vector<std::string> chosen(question_.options.size());
    const exchange::Vocabulary words = exchange::levels_of(scale(), {});
    const exchange::Vocabulary cells = exchange::options_of(question_.options);
    const std::vector<std::string> pieces = grid_pieces(line);
    const auto level = [&](const std::string& text) {
      return id_of(text, level_numbers(), level_ids(), words);
    };
    if (line.find('=') != std::string::npos) {
      for (std::size_t i = 0; i < now.cells.size(); ++i) {
        if (now.cells[i]) chosen[i] = scale().levels[*now.cells[i]].id;
      }
      for (const std::string& piece : pieces) {
        const std::size_t at = std::min(piece.find('='), piece.size());
        const auto cell = id_of(piece.substr(0, at), marks_, option_ids(), cells);
        const auto value = cell && at < piece.size() ? level(piece.substr(at + 1)) : std::nullopt;
        if (cell && at == piece.size()) refuse(words::kNotUnderstood, piece, {piece + "=…"});
        if (!value) return std::nullopt;
        const std::vector<std::string> ids = option_ids();
        chosen[static_cast<std::size_t>(std::find(ids.begin(), ids.end(), *cell) - ids.begin())] = *value;
      }
    } else {
      if (pieces.size() != chosen.size()) {
        problem_ = say(lang_, words::kGridCount,
                       {{"line", shown(line)},
                        {"found", std::to_string(pieces.size())},
                        {"count", std::to_string(chosen.size())}});
        return std::nullopt;
      }
      for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i] == "-") continue;
        const auto value = level(pieces[i]);
        if (!value) return std::nullopt;
        chosen[i] = *value;
      }
    }
    Tree out;
    out.kind = Tree::Kind::map;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      if (!chosen[i].empty()) out.entries.push_back({question_.options[i].id, {}, scalar(chosen[i])});
    }
    return out;
  }

  /// "32-1" is as good as "3 2 - 1", where there are as many signs as cells and every level has one.
  std::vector<std::string> grid_pieces(const std::string& line) const {
    std::string spaced = line;
    std::replace(spaced.begin(), spaced.end(), ',', ' ');
    std::vector<std::string> pieces = split_blanks(spaced);
    const std::vector<std::string> numbers = level_numbers();
    const bool short_numbers =
        std::all_of(numbers.begin(), numbers.end(), [](const std::string& one) { return one.size() == 1; });
    const bool apart = pieces.size() != 1 || line.find('=') != std::string::npos;
    if (apart || !short_numbers || pieces[0].size() != question_.options.size()) return pieces;
    std::vector<std::string> out;
    for (const char c : pieces[0]) out.emplace_back(1, c);
    return out;
  }

  const Instrument& instrument_;
  const Question& question_;
  Lang lang_;
  std::vector<std::string> marks_;
  std::string problem_;
};

}  // namespace

std::vector<std::string> marks(const Instrument& instrument, const Question& question) {
  std::vector<std::string> out;
  if (question.type == QuestionType::level) {
    for (const Level& level : instrument.scales[question.scale].levels) out.push_back(level.number);
    return out;
  }
  const bool numbered = question.type != QuestionType::yes_no &&
                        std::all_of(question.options.begin(), question.options.end(),
                                    [](const Option& one) { return parse_number(one.id).has_value(); });
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    out.push_back(numbered ? question.options[i].id : std::to_string(i + 1));
  }
  return out;
}

bool is_mark(const Instrument& instrument, const Question& question, std::string_view line) {
  if (question.type == QuestionType::grid) return false;
  const std::vector<std::string> all = marks(instrument, question);
  return std::find(all.begin(), all.end(), line) != all.end();
}

Understood understand(const Instrument& instrument, const Question& question, const Answer& now,
                      std::string_view line, Lang lang) {
  return Reader(instrument, question, lang).read(now, std::string(line));
}

std::optional<std::string> clean(std::string_view line) {
  if (utf8::first_invalid(line)) return std::nullopt;
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = utf8::next(line, at);
    if (c == U'\t') {
      out += ' ';
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
      return std::nullopt;
    } else {
      utf8::append(out, c);
    }
  }
  const std::size_t first = out.find_first_not_of(' ');
  if (first == std::string::npos) return std::string();
  return out.substr(first, out.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> split_blanks(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = text.find_first_not_of(' '); at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    out.emplace_back(text.substr(at, end - at));
    at = text.find_first_not_of(' ', end);
  }
  return out;
}

std::string listed(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

}  // namespace sextant::dialogue
