# Debian's package has neither a CMake nor a pkg-config file that we can rely on.
find_path(Unibreak_INCLUDE_DIR linebreak.h)
find_library(Unibreak_LIBRARY unibreak)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Unibreak REQUIRED_VARS Unibreak_LIBRARY Unibreak_INCLUDE_DIR)
if(Unibreak_FOUND AND NOT TARGET unibreak::unibreak)
  add_library(unibreak::unibreak UNKNOWN IMPORTED)
  set_target_properties(unibreak::unibreak PROPERTIES IMPORTED_LOCATION ${Unibreak_LIBRARY}
                        INTERFACE_INCLUDE_DIRECTORIES ${Unibreak_INCLUDE_DIR})
endif()
