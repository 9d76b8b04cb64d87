# Manual pages from docs/commands/*.md, where pandoc is there: `cmake --build build --target man`. They are made and
# installed by `cmake --install` too; without pandoc, the Markdown is the manual.
find_program(PANDOC pandoc)
mark_as_advanced(PANDOC)
if(PANDOC)
  file(GLOB MAN_SOURCES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/docs/commands/sextant*.md)
  set(MAN_PAGES "")
  foreach(source ${MAN_SOURCES})
    get_filename_component(name ${source} NAME_WE)
    set(page ${CMAKE_BINARY_DIR}/man/${name}.1)
    add_custom_command(OUTPUT ${page}
                       COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/man
                       COMMAND ${PANDOC} --from markdown-smart --standalone --to man --output ${page} ${source}
                       DEPENDS ${source} VERBATIM)
    list(APPEND MAN_PAGES ${page})
  endforeach()
  add_custom_target(man DEPENDS ${MAN_PAGES})
  install(CODE "execute_process(COMMAND \"${CMAKE_COMMAND}\" --build \"${CMAKE_BINARY_DIR}\" --target man
                                COMMAND_ERROR_IS_FATAL ANY)")
  install(FILES ${MAN_PAGES} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()
