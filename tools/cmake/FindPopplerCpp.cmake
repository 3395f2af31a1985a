# SPDX-License-Identifier: GPL-2.0-or-later
# Finds the C++ interface of Poppler, which ships no package file for CMake; makes the target
# PopplerCpp::PopplerCpp.

find_path(PopplerCpp_INCLUDE_DIR poppler-document.h PATH_SUFFIXES poppler/cpp)
find_library(PopplerCpp_LIBRARY poppler-cpp)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(PopplerCpp
  REQUIRED_VARS PopplerCpp_LIBRARY PopplerCpp_INCLUDE_DIR)

if(PopplerCpp_FOUND AND NOT TARGET PopplerCpp::PopplerCpp)
  add_library(PopplerCpp::PopplerCpp UNKNOWN IMPORTED)
  set_target_properties(PopplerCpp::PopplerCpp PROPERTIES
    IMPORTED_LOCATION "${PopplerCpp_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${PopplerCpp_INCLUDE_DIR}")
endif()
mark_as_advanced(PopplerCpp_INCLUDE_DIR PopplerCpp_LIBRARY)
