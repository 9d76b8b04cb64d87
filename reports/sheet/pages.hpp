#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/sheet/book.hpp"
#include "reports/sheet/said.hpp"

/// The sheets of the workbook, each written by one function.
namespace sextant::sheet {

void guide_page(Book& book, const Scene& scene);
void section_page(Book& book, const Scene& scene, const Section& section);
void vision_page(Book& book, const Scene& scene);
void priorities_page(Book& book, const Scene& scene);
void feedback_page(Book& book, const Scene& scene);
void plan_page(Book& book, const Scene& scene);
/// What the workbook was made from; hidden.
void origin_page(Book& book, const Scene& scene);

/// "Six pillars, version 2026.1", at the foot of each page.
std::string footer(const Scene& scene);

/// The version of the questionnaire that the sheets are for.
std::string version_of(const Scene& scene);
/// What each sheet bears in a hidden cell, so that it is known if it is copied into another workbook.
std::string mark(const Scene& scene);

/// Writes tables whose lines have a key in the first column, which is hidden.
class Keyed {
 public:
  Keyed(Book& book, const Scene& scene) : book_(book), scene_(scene) {}

  /// Begins a sheet: its title, and what it is for.
  void begin(Layout layout, const std::string& title, const std::string& about);
  void section(const std::string& title, const std::string& about = {});
  /// The line of titles; each is the English one of exchange::kKeyedTitles.
  void header(const std::vector<std::string_view>& titles);
  /// Begins a line.
  void line(const std::string& key);
  void label(const std::string& text, Style style = Style::label);
  void fill(const std::string& text, const Choice& choice = {}, Style style = Style::fill);
  void amount(const std::optional<double>& number, const Choice& choice = {});
  void day(const std::string& day);
  /// A line of one value: what it is, the cell, and a word of help.
  void value(const std::string& key, const std::string& what, const std::string& text,
             const std::string& help = {}, const Choice& choice = {}, Style style = Style::fill);

 private:
  void notes(const std::string& text);

  Book& book_;
  const Scene& scene_;
  int row_ = 0;
  int column_ = 0;
  int columns_ = 0;
};

/// A list to choose from.
Choice choose(const Scene& scene, std::vector<std::string> list, const std::string& title = {},
              const std::string& hint = {});

}  // namespace sextant::sheet
