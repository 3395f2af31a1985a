# SPDX-License-Identifier: GPL-2.0-or-later
# Functions for the libraries of pinlex, so that each states only its files and what it links.

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
  install(TARGETS pinlex_${name} EXPORT pinlex-static
    ARCHIVE COMPONENT development
    FILE_SET HEADERS COMPONENT development)
endfunction()

# pinlex_shared_library(OF name... MAP file)
# Makes libpinlex.so, target pinlex::pinlex, of libraries whose headers are its interface, and of what
# they need. It shows the symbols that the version script MAP names.
function(pinlex_shared_library)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "MAP" "OF")
  add_library(pinlex_shared SHARED)
  add_library(pinlex::pinlex ALIAS pinlex_shared)
  target_compile_features(pinlex_shared INTERFACE cxx_std_20)
  foreach(name IN LISTS arg_OF)
    target_sources(pinlex_shared PRIVATE $<TARGET_OBJECTS:pinlex_${name}>)
    target_link_libraries(pinlex_shared PRIVATE pinlex::${name})
    target_include_directories(pinlex_shared INTERFACE
      $<BUILD_INTERFACE:$<TARGET_PROPERTY:pinlex_${name},INTERFACE_INCLUDE_DIRECTORIES>>)
  endforeach()
  target_include_directories(pinlex_shared INTERFACE
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  target_link_options(pinlex_shared PRIVATE
    -Wl,--version-script=${arg_MAP} -Wl,--as-needed -Wl,-Bsymbolic-functions)
  set_target_properties(pinlex_shared PROPERTIES
    OUTPUT_NAME pinlex
    EXPORT_NAME pinlex
    VERSION ${PROJECT_VERSION}
    SOVERSION 0
    LINKER_LANGUAGE CXX
    LINK_DEPENDS ${arg_MAP}
    LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/${CMAKE_INSTALL_LIBDIR})
  install(TARGETS pinlex_shared EXPORT pinlex
    LIBRARY COMPONENT library NAMELINK_COMPONENT development)
endfunction()
