# SPDX-License-Identifier: GPL-2.0-or-later
"""CMake speaks of targets only: no globbing, nothing global, and nothing that belongs in a preset."""
import re
import sys

import checklib
from components import strip_cmake_comments

FORBIDDEN = [
    (r"\bfile\s*\(\s*GLOB", "files are listed, not globbed"),
    (r"\b(add_compile_options|add_link_options|add_definitions|add_compile_definitions|"
     r"include_directories|link_directories|link_libraries)\s*\(", "say it of a target"),
    (r"\bCMAKE_(CXX|C|EXE_LINKER|SHARED_LINKER)_FLAGS\w*", "flags belong in CMakePresets.json"),
    (r"-Werror|-fsanitize|-march=|-Wall\b", "warnings and sanitizers belong in CMakePresets.json"),
    (r"\bset\s*\(\s*CMAKE_CXX_STANDARD\b", "say it by target_compile_features"),
]
# The outside project of the package test passes on the flags the libraries were built with.
ALLOWED = {"tests/package/CMakeLists.txt": r"\bCMAKE_C(XX)?_FLAGS\b|-fsanitize"}


def check(tree):
    problems = []
    for file in tree.files("CMakeLists.txt", ".cmake", ".cmake.in"):
        text = strip_cmake_comments(tree.read(file))
        for pattern, rule in FORBIDDEN:
            for match in re.finditer(pattern, text, re.I if "GLOB" in pattern else 0):
                if file in ALLOWED and re.match(ALLOWED[file], match.group()):
                    continue
                line = checklib.line_of(text, match.start())
                problems.append(f"{file}:{line}: '{match.group()}': {rule}")
    return problems


CASES = [
    ("in order", {"CMakeLists.txt": "# no file(GLOB x)\ntarget_compile_options(a PRIVATE -O2)\n"}, []),
    ("glob", {"a/CMakeLists.txt": "\nfile(GLOB_RECURSE x *.cpp)\n"}, ["a/CMakeLists.txt:2"]),
    ("glob in lower case", {"a.cmake": "FILE( glob x *)\n"}, ["a.cmake:1"]),
    ("global options", {"CMakeLists.txt": "add_compile_options(-O3)\n"}, ["say it of a target"]),
    ("global flags", {"CMakeLists.txt": 'set(CMAKE_CXX_FLAGS "-O3")\n'}, ["CMakePresets"]),
    ("warnings as errors", {"x/y.cmake": "target_compile_options(a PUBLIC -Werror)\n"},
     ["'-Werror'"]),
]

if __name__ == "__main__":
    sys.exit(checklib.main(check, CASES))
