# SPDX-License-Identifier: GPL-2.0-or-later
# One function for the libraries of pinlex, so that each states only its files and what it links.

# pinlex_library(NAME HEADERS file... SOURCES file... [LINKS target...] [PRIVATE_LINKS target...])
# Makes the static library pinlex_NAME with the alias pinlex::NAME, its public headers below include/,
# installed and exported.
function(pinlex_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;SOURCES;LINKS;PRIVATE_LINKS")
  if(arg_SOURCES)
    add_library(pinlex_${name} STATIC ${arg_SOURCES})
    set(scope PUBLIC)
    set_target_properties(pinlex_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  else()
    add_library(pinlex_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  add_library(pinlex::${name} ALIAS pinlex_${name})
  set_target_properties(pinlex_${name} PROPERTIES EXPORT_NAME ${name})
  target_compile_features(pinlex_${name} ${scope} cxx_std_20)
  target_sources(pinlex_${name} ${scope}
    FILE_SET HEADERS BASE_DIRS ${CMAKE_CURRENT_SOURCE_DIR}/include FILES ${arg_HEADERS})
  target_link_libraries(pinlex_${name} ${scope} ${arg_LINKS})
  if(arg_PRIVATE_LINKS)
    target_link_libraries(pinlex_${name} PRIVATE ${arg_PRIVATE_LINKS})
  endif()
  set_property(GLOBAL APPEND PROPERTY PINLEX_LIBRARIES ${name})
  install(TARGETS pinlex_${name} EXPORT pinlex FILE_SET HEADERS)
endfunction()
