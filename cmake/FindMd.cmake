# Debian's package has neither a CMake nor a pkg-config file that we can rely on.
find_path(Md_INCLUDE_DIR sha2.h)
find_library(Md_LIBRARY md)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Md REQUIRED_VARS Md_LIBRARY Md_INCLUDE_DIR)
if(Md_FOUND AND NOT TARGET md::md)
  add_library(md::md UNKNOWN IMPORTED)
  set_target_properties(md::md PROPERTIES IMPORTED_LOCATION ${Md_LIBRARY}
                        INTERFACE_INCLUDE_DIRECTORIES ${Md_INCLUDE_DIR})
endif()
