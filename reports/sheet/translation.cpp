#include "reports/sheet/translation.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "engine/text/language.hpp"
#include "engine/translation/sheet.hpp"
#include "reports/csv/compare_csv.hpp"
#include "reports/sheet/book.hpp"
#include "reports/sheet/cell_text.hpp"
#include "reports/sheet/translation_guide.hpp"

namespace sextant::sheet {

namespace {

enum Position { kWhat, kId, kSource, kKept, kTranslation, kState, kStill, kRemark, kKey, kMark };
constexpr std::array<double, kSheetTitles.size()> kWidths = {42, 16, 52, 13, 52, 13, 12, 28, 8, 8};
constexpr int kTitles = 2;

class Texts {
 public:
  Texts(const Instrument& instrument, const std::string& language, const PoFile& texts)
      : from_(instrument.languages.front()), to_(language), lang_(lang_of(from_)) {
    origin_ = origin_of(language, instrument.id, instrument.version);
    for (const PoEntry& one : texts.entries) {
      if (fits_cell(one.source) && fits_cell(one.text)) {
        entries_.push_back(&one);
      } else {
        left_out_.push_back(one.context);
      }
    }
  }

  void page(Book& book, const std::string& footer) const {
    Layout layout;
    layout.name = word({"Texts", "Textes"});
    for (std::size_t i = 0; i < kWidths.size(); ++i)
      layout.columns.push_back({kWidths.at(i), i == kKey || i == kMark});
    layout.frozen_rows = kTitles + 1;
    layout.repeated_row = kTitles;
    layout.printed_columns = kRemark + 1;
    layout.footer = footer;
    layout.filtered = true;
    book.page(layout);
    book.text(0, 0, word({"Texts to translate: ", "Textes à traduire : "}) + from_ + " → " + to_,
              Style::title);
    book.text(
        1, 0,
        word({"Write in the framed cells. The arrow beside “State” shows only what is missing or stale.",
              "Écrivez dans les cellules encadrées. La flèche à côté de « État » n'affiche que ce qui manque "
              "ou qui est dépassé."}),
        Style::note);
    for (std::size_t i = 0; i < kSheetTitles.size(); ++i)
      book.text(kTitles, static_cast<int>(i), kSheetTitles.at(i).title(lang_), Style::header);
    int row = kTitles + 1;
    const std::string* section = nullptr;
    for (const PoEntry* const entry : entries_) {
      if (section == nullptr || *section != entry->section) heading(book, row++, entry->section);
      section = &entry->section;
      line(book, row++, *entry);
    }
    book.filter(kTitles, std::max(row - 1, kTitles + 1), kRemark);
  }

  std::string table() const {
    std::string out = "\xEF\xBB\xBF";
    const auto write = [&](const std::array<std::string, kSheetTitles.size()>& cells) {
      for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : ",") + csv::cell(cells.at(i));
      out += "\n";
    };
    std::array<std::string, kSheetTitles.size()> titles;
    for (std::size_t i = 0; i < titles.size(); ++i) titles.at(i) = kSheetTitles.at(i).title(lang_);
    write(titles);
    const std::string* section = nullptr;
    for (const PoEntry* const entry : entries_) {
      if (section == nullptr || *section != entry->section)
        write({entry->section, "", "", "", "", "", "", "", std::string(kHeadingKey), origin_});
      section = &entry->section;
      write({what(*entry), owner(*entry), entry->source, entry->kept, entry->text, state(*entry).second, "",
             "", entry->context, text_of(*entry->marks)});
    }
    return out;
  }

  TextCounts counts() const {
    TextCounts out{};
    for (const PoEntry* const one : entries_) ++out.at(static_cast<std::size_t>(one->marks->standing));
    return out;
  }
  std::string word(Bilingual text) const { return std::string(text(lang_)); }
  std::vector<std::string> left_out() const { return left_out_; }

 private:
  static std::string owner(const PoEntry& entry) { return entry.context.substr(0, entry.context.find('|')); }

  /// What it is, and what it belongs to: the last comment says what to keep, which has a column of its own.
  static std::string what(const PoEntry& entry) {
    std::string out;
    const std::size_t count = entry.extracted.size() - (entry.kept.empty() ? 0 : 1);
    for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : "\n") + entry.extracted[i];
    return out;
  }

  std::pair<Style, std::string> state(const PoEntry& entry) const {
    const Standing standing = entry.marks->standing;
    const Style style = standing == Standing::missing   ? Style::open_end
                        : standing == Standing::current ? Style::plain
                                                        : Style::doubtful;
    return {style, word(state_word(standing))};
  }

  void heading(Book& book, int row, const std::string& title) const {
    for (int column = 0; column <= kRemark; ++column)
      book.text(row, column, column == 0 ? title : "", Style::section);
    book.text(row, kKey, kHeadingKey, Style::small);
    book.text(row, kMark, origin_, Style::small);
  }

  void line(Book& book, int row, const PoEntry& entry) const {
    book.text(row, kWhat, what(entry), Style::plain);
    book.text(row, kId, owner(entry), Style::small);
    book.text(row, kSource, entry.source, right_to_left(from_) ? Style::leftward : Style::plain);
    book.text(row, kKept, entry.kept, Style::plain);
    book.text(row, kTranslation, entry.text, right_to_left(to_) ? Style::words_leftward : Style::words);
    const auto [style, name] = state(entry);
    book.text(row, kState, name, style);
    still_right(book, row, entry.marks->standing);
    book.text(row, kRemark, "", Style::words);
    book.text(row, kKey, entry.context, Style::small);
    book.text(row, kMark, text_of(*entry.marks), Style::small);
  }

  /// Asked only where a translation is to be looked at.
  void still_right(Book& book, int row, Standing standing) const {
    const bool asked = standing == Standing::stale || standing == Standing::untracked;
    book.text(row, kStill, "", asked ? Style::pick : Style::plain);
    if (!asked) return;
    Choice choice;
    choice.list = {word({"yes", "oui"}), word({"no", "non"})};
    choice.title = word(kSheetTitles.at(kStill).title);
    choice.hint = word({"Yes: the translation is right as it stands, and you have read it beside the source.",
                        "Oui : la traduction convient telle quelle, et vous l'avez relue avec la source."});
    choice.refusal = choice.hint;
    book.takes(row, kStill, choice);
  }

  std::string from_;
  std::string to_;
  Lang lang_;
  std::string origin_;
  std::vector<const PoEntry*> entries_;
  std::vector<std::string> left_out_;
};

void origin(Book& book, const Instrument& instrument, const std::string& language) {
  Layout layout;
  layout.name = "sextant";
  layout.hidden = true;
  layout.columns = {{30, false}, {70, false}};
  book.page(layout);
  int row = 0;
  for (const auto& [key, value] : {std::pair{std::string("key"), std::string("value")},
                                   {"sextant", std::string(kSheetFormat)},
                                   {"instrument.id", instrument.id},
                                   {"instrument.version", instrument.version},
                                   {"language", language}}) {
    book.text(row, 0, key, Style::plain);
    book.text(row++, 1, value, Style::plain);
  }
}

}  // namespace

Written translation_workbook(const Instrument& instrument, const std::string& language, const PoFile& texts) {
  const Texts lines(instrument, language, texts);
  const std::string title = instrument.title.empty() ? instrument.id : instrument.title.source();
  const std::string pair = instrument.languages.front() + " → " + language;
  Book book(title + ": " + pair, {});
  translation_guide(book, instrument, language, lines.counts());
  lines.page(book, title + ", " + instrument.version + ", " + pair);
  origin(book, instrument, language);
  return {book.finish(), lines.left_out()};
}

Written translation_table(const Instrument& instrument, const std::string& language, const PoFile& texts) {
  const Texts lines(instrument, language, texts);
  return {lines.table(), lines.left_out()};
}

}  // namespace sextant::sheet
