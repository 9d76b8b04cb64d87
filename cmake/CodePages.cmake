# Puts docs/codes/{en,fr}/*.md into the program: writes a source file that maps a code to its pages.
file(GLOB PAGES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/docs/codes/en/Q*.md ${CMAKE_SOURCE_DIR}/docs/codes/fr/Q*.md)
set(ROWS "")
foreach(page ${PAGES})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page})
  get_filename_component(id ${page} NAME_WE)
  get_filename_component(folder ${page} DIRECTORY)
  get_filename_component(language ${folder} NAME)
  file(READ ${page} text)
  string(APPEND ROWS "    {\"${id}\", Lang::${language}, R\"PAGE(${text})PAGE\"sv},\n")
endforeach()
file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/code_pages.cpp CONTENT
"// Made from docs/codes by cmake/CodePages.cmake.
#include \"cli/code_pages.hpp\"

namespace sextant::cli {
namespace {
using namespace std::string_view_literals;  // lengths known without counting: clang limits what it counts
struct Page {
  std::string_view id;
  Lang lang;
  std::string_view text;
};
constexpr Page kPages[] = {
${ROWS}    {\"\", Lang::en, \"\"},
};
}  // namespace

std::string_view code_page(std::string_view id, Lang lang) {
  for (const Page& page : kPages) {
    if (page.id == id && page.lang == lang) return page.text;
  }
  return {};
}
}  // namespace sextant::cli
")
