# The report's fonts, found on the build machine and embedded into the binary; no font file is committed.
# `.incbin` in a generated assembler file: a C array of the same fonts takes twenty times as long to compile.

set(SEXTANT_FONT_DIRS /usr/share/fonts/truetype/noto /usr/share/fonts/truetype/droid
    CACHE STRING "Folders where the report's fonts are looked for")

function(sextant_font variable file package)
  find_file(${variable} ${file} PATHS ${SEXTANT_FONT_DIRS} NO_DEFAULT_PATH)
  if(NOT ${variable})
    message(FATAL_ERROR "${file} was not found. On Debian: apt-get install ${package}   (or run ./dev build)")
  endif()
  mark_as_advanced(${variable})
endfunction()

sextant_font(SEXTANT_FONT_regular NotoSans-Regular.ttf fonts-noto-core)
sextant_font(SEXTANT_FONT_bold NotoSans-Bold.ttf fonts-noto-core)
sextant_font(SEXTANT_FONT_arabic NotoSansArabic-Regular.ttf fonts-noto-core)
sextant_font(SEXTANT_FONT_arabic_bold NotoSansArabic-Bold.ttf fonts-noto-core)
sextant_font(SEXTANT_FONT_cjk DroidSansFallbackFull.ttf fonts-droid-fallback)
# Arrows, signs of comparison, check marks and squares: Noto Sans has none of them.
sextant_font(SEXTANT_FONT_math NotoSansMath-Regular.ttf fonts-noto-core)
sextant_font(SEXTANT_FONT_symbols NotoSansSymbols2-Regular.ttf fonts-noto-core)

set(font_source "    .section .rodata\n")
set(font_files)
foreach(name regular bold arabic arabic_bold cjk math symbols)
  string(APPEND font_source
    "    .global sextant_font_${name}\n    .global sextant_font_${name}_end\n    .balign 16\n"
    "sextant_font_${name}:\n    .incbin \"${SEXTANT_FONT_${name}}\"\nsextant_font_${name}_end:\n    .byte 0\n")
  list(APPEND font_files ${SEXTANT_FONT_${name}})
endforeach()
string(APPEND font_source "    .section .note.GNU-stack,\"\",@progbits\n")
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/sextant_fonts.S CONTENT "${font_source}" @ONLY)

add_library(sextant_fonts STATIC ${CMAKE_BINARY_DIR}/generated/sextant_fonts.S)
set_source_files_properties(${CMAKE_BINARY_DIR}/generated/sextant_fonts.S PROPERTIES OBJECT_DEPENDS "${font_files}")
