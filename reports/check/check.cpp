#include "reports/check/check.hpp"

#include <algorithm>
#include <unordered_map>

#include "reports/check/expect.hpp"
#include "reports/check/lines.hpp"
#include "reports/check/printed.hpp"

namespace sextant::check {

namespace {

using document::Document;
using document::Mark;
using document::ReportInput;
using document::Words;

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kCut = " …";  ///< stands where the rest of a text was left out

/// Somebody's own words, or the program's: the same source may print different words.
bool repeats_freely(std::string_view source) {
  return aspect_of(source) == "text" || aspect_of(source) == "evidence" || source.substr(0, 8) == "@phrase/";
}

/// Whether the aspect is what its subject is called: what follows it is of that subject.
bool names_subject(std::string_view aspect) {
  return aspect == "title" || aspect == "label" || aspect == "text";
}

class Check {
 public:
  explicit Check(const ReportInput& input) : input_(input) {}
  std::vector<Fault> faults;

  void line(const Line& line) {
    here_ = &line;
    std::string_view subject = line.is_heading ? std::string_view{} : scope_;
    for (const Words* words : line.words) {
      std::size_t at = 0;
      for (const Mark& mark : words->marks()) {
        between(std::string_view(*words).substr(at, mark.begin - at));
        at = mark.end;
        const bool cut = std::string_view(*words).substr(at, kCut.size()) == kCut;
        marked(words->of(mark), mark.source, cut, subject);
      }
      between(std::string_view(*words).substr(at));
    }
    if (!line.is_heading) return;
    scope_ = subject;
    heading_.clear();
    for (const Words* words : line.words) heading_ += words->str();
  }

 private:
  void add(FaultKind kind, std::string_view words, std::string_view source) {
    std::string place = "block " + here_->block;
    if (here_->row > 0) place += ", row " + std::to_string(here_->row);
    if (!heading_.empty()) place += ", under “" + heading_ + "”";
    faults.push_back({kind, std::move(place), std::string(words), std::string(source)});
  }

  /// Words that are of nothing: they may hold no digit.
  void between(std::string_view words) {
    if (words.empty()) return;
    if (const std::string_view code = missing_code_in(words); !code.empty()) {
      add(FaultKind::missing_code, words, "");
    } else if (words.find_first_of(kDigits) != std::string_view::npos) {
      add(FaultKind::unsourced, words, "");
    }
    if (!unfilled_in(words).empty()) add(FaultKind::unfilled, words, "");
  }

  /// Words of a source; `cut`: only their beginning is printed.
  void marked(std::string_view words, const std::string& source, bool cut, std::string_view& subject) {
    // What was found right once needs no second look, as long as it is printed alike.
    const auto seen = printed_.find(source);
    if (seen == printed_.end() || seen->second != words) {
      const auto must = expected(input_, source);
      if (!must) {
        add(FaultKind::unknown, words, source);
      } else if (!says(words, *must) && !(cut && begins(words, *must))) {
        const bool code = !missing_code_in(words).empty();
        add(code ? FaultKind::missing_code : FaultKind::different, words, source);
      } else if (cut) {
        // Elsewhere it may stand in full.
      } else if (seen == printed_.end()) {
        printed_.emplace(source, words);
      } else if (!repeats_freely(source)) {
        add(FaultKind::inconsistent, words, source);
      }
    }
    std::string_view of = subject_of(source);
    if (of.substr(0, 7) == "@after:") of.remove_prefix(of.find(':', 7) + 1);  // the node's, at another time
    if (of.substr(0, 1) == "@") return;
    if (names_subject(aspect_of(source))) {
      subject = of;
    } else if (!subject.empty() && subject != of) {
      add(FaultKind::misplaced, words, source);
    }
  }

  const ReportInput& input_;
  const Line* here_ = nullptr;
  std::string heading_;
  std::string_view scope_;  ///< the node that the last heading names
  std::unordered_map<std::string_view, std::string_view> printed_;
};

/// A mark of a line, for comparison with the line in the other language.
struct Said {
  std::string_view source;
  std::string_view words;
};

/// The marks of a line that must be there in every language, by source: the order of words is the language's.
std::vector<Said> said_in(const Line& line) {
  std::vector<Said> out;
  for (const Words* words : line.words) {
    for (const Mark& mark : words->marks()) {
      if (mark.source != "@instrument/text" && mark.source.compare(0, 8, "@phrase/") != 0)
        out.push_back({mark.source, words->of(mark)});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Said& a, const Said& b) { return a.source < b.source; });
  return out;
}

bool same_numbers(std::string_view a, std::string_view b) {
  const std::vector<PrintedNumber> in_a = numbers_in(a);
  const std::vector<PrintedNumber> in_b = numbers_in(b);
  return std::equal(
      in_a.begin(), in_a.end(), in_b.begin(), in_b.end(),
      [](const PrintedNumber& x, const PrintedNumber& y) { return x.value == y.value && x.unit == y.unit; });
}

}  // namespace

std::vector<Fault> faults_in(const Document& document, const ReportInput& input) {
  Check check(input);
  const std::vector<Line> lines = lines_of(document);
  for (const Line& line : lines) check.line(line);
  return std::move(check.faults);
}

std::vector<Fault> differences(const Document& one, const Document& other, const ReportInput& input) {
  const std::vector<Line> a = lines_of(one);
  const std::vector<Line> b = lines_of(other);
  std::vector<Fault> out;
  const auto add = [&](const Line& line, const Said& said) {
    std::string place = "block " + line.block;
    if (line.row > 0) place += ", row " + std::to_string(line.row);
    out.push_back(
        {FaultKind::languages, std::move(place), std::string(said.words), std::string(said.source)});
  };
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    const std::vector<Said> in_a = said_in(a[i]);
    const std::vector<Said> in_b = said_in(b[i]);
    std::size_t k = 0;
    while (k < in_a.size() && k < in_b.size() && in_a[k].source == in_b[k].source) {
      const auto must = expected(input, in_a[k].source);
      const bool a_number =
          must && (must->kind == Expected::Kind::number || must->kind == Expected::Kind::upwards ||
                   must->kind == Expected::Kind::share || !must->numbers.empty());
      if (a_number && !same_numbers(in_a[k].words, in_b[k].words)) add(b[i], in_b[k]);
      ++k;
    }
    if (k < in_b.size()) {
      add(b[i], in_b[k]);
    } else if (k < in_a.size()) {
      add(a[i], in_a[k]);
    }
  }
  if (a.size() != b.size()) {
    const Line& first = a.size() > b.size() ? a[b.size()] : b[a.size()];
    add(first, {});
  }
  return out;
}

std::string describe(const Fault& fault) {
  const char* const names[] = {"digits that are of nothing", "of something that does not exist",
                               "not what was computed",      "printed in two ways",
                               "beside another's title",     "a code for a missing value",
                               "a place without its value",  "not alike in both languages"};
  return std::string(names[static_cast<std::size_t>(fault.kind)]) + ": “" + fault.words + "”" +
         (fault.source.empty() ? "" : " (" + fault.source + ")") + " in " + fault.place;
}

}  // namespace sextant::check
