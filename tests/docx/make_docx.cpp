#include <cstdio>
#include <fstream>
#include <string>

#include "reports/docx/render.hpp"
#include "tests/pdf/sample.hpp"

/// make_docx en|fr|ar|hostile FILE [a3]: writes a sample document, twice the same.
int main(int argc, char** argv) {
  using namespace sextant;
  if (argc < 3) return 2;
  const std::string kind = argv[1];
  const document::Document document = kind == "ar"        ? sample::arabic_report()
                                      : kind == "hostile" ? sample::hostile()
                                                          : sample::report(kind);
  document::Sheet sheet;
  if (argc > 3) sheet.paper = document::Paper::a3;
  const std::string bytes = docx::render(document, sheet);
  if (bytes != docx::render(document, sheet)) {
    std::fputs("the same document made other bytes\n", stderr);
    return 1;
  }
  std::ofstream out(argv[2], std::ios::binary);
  out << bytes;
  return out ? 0 : 1;
}
