# The offline form's page (reports/form/page), embedded into the binary: its scripts one after another, in one
# function, so that they share names with each other and with nobody else. `.incbin` as for the fonts.
set(FORM_PAGE ${CMAKE_SOURCE_DIR}/reports/form/page)
# What a script needs when it is read stands before it.
set(form_scripts words words_ar model values conditions code dom clean fitting draft exchange store question behind pages finish paper main)
set(form_files ${FORM_PAGE}/form.html ${FORM_PAGE}/form.css)
set(form_source "    .section .rodata\n")
foreach(part html css)
  string(APPEND form_source
    "    .global sextant_form_${part}\n    .global sextant_form_${part}_end\n"
    "sextant_form_${part}:\n    .incbin \"${FORM_PAGE}/form.${part}\"\nsextant_form_${part}_end:\n    .byte 0\n")
endforeach()
string(APPEND form_source "    .global sextant_form_js\n    .global sextant_form_js_end\nsextant_form_js:\n"
                          "    .ascii \"(() => {\\n'use strict';\\n\"\n")
foreach(script ${form_scripts})
  string(APPEND form_source "    .incbin \"${FORM_PAGE}/${script}.js\"\n    .ascii \"\\n\"\n")
  list(APPEND form_files ${FORM_PAGE}/${script}.js)
endforeach()
string(APPEND form_source "    .ascii \"})();\\n\"\nsextant_form_js_end:\n    .byte 0\n"
                          "    .section .note.GNU-stack,\"\",@progbits\n")
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/sextant_form_page.S CONTENT "${form_source}" @ONLY)

add_library(sextant_form_page STATIC ${CMAKE_BINARY_DIR}/generated/sextant_form_page.S)
set_source_files_properties(${CMAKE_BINARY_DIR}/generated/sextant_form_page.S PROPERTIES OBJECT_DEPENDS "${form_files}")
