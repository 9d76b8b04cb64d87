#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>

#include "reports/html/render.hpp"
#include "reports/pdf/render.hpp"
#include "tests/pdf/glyph_sheet.hpp"
#include "tests/pdf/sample.hpp"

/// Writes a sample document to a file:
///   make_sample en|fr|ar|hostile|hostile-words|glyphs|glyphs-planted FILE [a3] [landscape] [plain]
/// A file that ends in .html is a page, any other a PDF.
/// For a sheet of glyphs it prints the cells, one a line, separated by tabs; else what it made.
int main(int argc, char** argv) {
  using namespace sextant;
  if (argc < 3) return 2;
  const std::string kind = argv[1];
  pdf::Options options;
  for (int i = 3; i < argc; ++i) {
    const std::string option = argv[i];
    if (option == "a3") options.sheet.paper = document::Paper::a3;
    if (option == "landscape") options.orientation = pdf::Orientation::landscape;
    if (option == "plain") options.compression = 0;
  }
  pdf::Workspace workspace;
  std::string bytes;
  if (kind == "glyphs" || kind == "glyphs-planted") {
    const sample::GlyphSheet sheet = sample::glyph_sheet(kind == "glyphs-planted");
    bytes = pdf::render(sheet.document, options, workspace);
    for (const sample::GlyphCell& cell : sheet.cells) {
      std::printf("%d\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%s\t%d\t%s\n", cell.page, cell.x, cell.y, cell.width,
                  cell.height, sheet.size, cell.family.c_str(), cell.bold ? 1 : 0, cell.text.c_str());
    }
  } else {
    const document::Document document = kind == "ar"              ? sample::arabic_report()
                                        : kind == "hostile"       ? sample::hostile()
                                        : kind == "hostile-words" ? sample::hostile_words()
                                                                  : sample::report(kind);
    if (std::string_view(argv[2]).ends_with(".html")) {
      bytes = html::render(document);
      std::printf("%s: %zu bytes\n", kind.c_str(), bytes.size());
    } else {
      bytes = pdf::render(document, options, workspace);
      std::printf("%s: %d pages, %zu bytes\n", kind.c_str(), workspace.pages(), bytes.size());
    }
  }
  std::ofstream file(argv[2], std::ios::binary);
  file << bytes;
  return file.good() ? 0 : 1;
}
