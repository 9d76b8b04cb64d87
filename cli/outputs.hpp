#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/document/sheet.hpp"

/// What can be made from one answers file, as values: which document, in which form, in which language.
namespace sextant::cli {

/// Which document.
enum class Kind { country, brief, plan, poster };

/// The form of a file. json is the numbers, of no kind.
enum class Format { pdf, html, docx, md, json };

/// One file to make.
struct Output {
  Kind kind = Kind::country;
  Format format = Format::pdf;
  std::string language;                         ///< BCP 47
  std::optional<std::size_t> pillar;            ///< of posters: the node of the only one; none: all
  document::Paper paper = document::Paper::a3;  ///< of posters
};

/// As --kind and --format say them; a format is also the ending of its files.
std::string_view name_of(Kind kind);
std::string_view name_of(Format format);
std::optional<Kind> kind_of(std::string_view name);
std::optional<Format> format_of(std::string_view name);
/// The format of a file that is to be called so; none where the ending says nothing.
std::optional<Format> format_of_file(std::string_view path);

/// The path with the language before its ending: "group.fr.pdf".
std::string with_language(std::string path, std::string_view language);

std::vector<std::string> kind_names();
/// Those that a report is made in; of a batch, the numbers too.
std::vector<std::string> format_names(bool batch);

/// All files of one unit: each language, each kind, each format; the numbers once a language.
std::vector<Output> outputs(const std::vector<Kind>& kinds, const std::vector<Format>& formats,
                            const std::vector<std::string>& languages);

}  // namespace sextant::cli
