#include "reports/check/check.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "reports/check/expect.hpp"
#include "reports/check/expect_group.hpp"
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

/// What a source must say, in documents of whatever is reported on.
using Lookup = std::function<std::optional<Expected>(std::string_view)>;

/// Which unit and which node a source is of; empty where it is of none.
struct Owner {
  std::string_view unit;
  std::string_view node;
};

Owner owner_of(std::string_view source) {
  const std::string_view subject = subject_of(source);
  if (subject.substr(0, 1) != "@") return {{}, subject};
  const std::size_t first = subject.find(':');
  if (first == std::string_view::npos) return {};
  const std::string_view rest = subject.substr(first + 1);
  const std::size_t second = rest.find(':');
  const bool two = second != std::string_view::npos;
  const std::string_view kind = subject.substr(0, first);
  if (kind == "@after" && two) return {{}, rest.substr(second + 1)};  // the node's, at another time
  if (kind == "@group" || kind == "@shared") return {{}, rest};
  if (kind == "@unit") return {rest.substr(0, second), two ? rest.substr(second + 1) : std::string_view{}};
  return {};
}

class Check {
 public:
  explicit Check(Lookup lookup) : lookup_(std::move(lookup)) {}
  std::vector<Fault> faults;

  void line(const Line& line) {
    here_ = &line;
    std::string_view subject = line.is_heading ? std::string_view{} : scope_;
    unit_ = {};
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      const Words* words = line.words[i];
      column_ = line.columns.empty() ? std::string_view{} : line.columns[i];
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
      const auto must = lookup_(source);
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
    const Owner owner = owner_of(source);
    const bool names_unit = !owner.unit.empty() && owner.node.empty() && aspect_of(source) == "name";
    if (names_unit) unit_ = owner.unit;
    const bool of_another = !owner.unit.empty() && !unit_.empty() && unit_ != owner.unit;
    if (!owner.node.empty() && names_subject(aspect_of(source))) {
      subject = owner.node;
    } else {
      // Below a column's title that names a node stands what is of that node, whatever else the row is of.
      const std::string_view stands = column_.empty() ? subject : column_;
      const bool elsewhere = !owner.node.empty() && !stands.empty() && stands != owner.node;
      if (of_another || elsewhere) add(FaultKind::misplaced, words, source);
    }
  }

  Lookup lookup_;
  const Line* here_ = nullptr;
  std::string heading_;
  std::string_view scope_;   ///< the node that the last heading names
  std::string_view unit_;    ///< the unit that the line has named last
  std::string_view column_;  ///< the node that the column's title names
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

namespace {

std::vector<Fault> all_faults(const Document& document, Lookup lookup) {
  Check check(std::move(lookup));
  const std::vector<Line> lines = lines_of(document);
  for (const Line& line : lines) check.line(line);
  return std::move(check.faults);
}

std::vector<Fault> all_differences(const Document& one, const Document& other, const Lookup& lookup) {
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
      const auto must = lookup(in_a[k].source);
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

}  // namespace

std::vector<Fault> faults_in(const Document& document, const ReportInput& input) {
  return all_faults(document, [&](std::string_view source) { return expected(input, source); });
}
std::vector<Fault> faults_in(const Document& document, const document::GroupInput& input) {
  const GroupExpectations group(input);
  return all_faults(document, [&](std::string_view source) { return group.expected(source); });
}

std::vector<Fault> differences(const Document& one, const Document& other, const ReportInput& input) {
  return all_differences(one, other, [&](std::string_view source) { return expected(input, source); });
}
std::vector<Fault> differences(const Document& one, const Document& other,
                               const document::GroupInput& input) {
  const GroupExpectations group(input);
  return all_differences(one, other, [&](std::string_view source) { return group.expected(source); });
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
