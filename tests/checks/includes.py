# SPDX-License-Identifier: GPL-2.0-or-later
"""Components include each other only along the links of the CMake graph, and that graph stays within
the table in components.py."""
import os
import re
import sys

import checklib
import components

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)


def check(tree):
    problems = []
    graph = components.linked(tree)
    for component, (public, private) in sorted(graph.items()):
        for other in sorted((public | private) - components.MAY_LINK[component]):
            problems.append(f"{components.folder_of(component)}: {component} must not link {other}")
    for file in tree.files(".cpp", ".hpp", ".h"):
        component = components.component_of(file)
        if component:
            problems += _file(tree, graph, component, file)
    return problems


def _file(tree, graph, component, file):
    in_header = "/include/" in file
    allowed = (components.visible_in_headers if in_header else components.visible)(graph, component)
    text = tree.read(file)
    for match in INCLUDE.finditer(text):
        quote, path = match.groups()
        where = f"{file}:{checklib.line_of(text, match.start(2))}"
        if path.startswith("pinlex/"):
            other = path.split("/")[1]
            if other not in allowed:
                yield f"{where}: {component} does not link {other}, yet includes <{path}>"
        if quote == '"':
            target = os.path.normpath(os.path.join(os.path.dirname(file), path))
            inside = components.folder_of(component) + "/src/"
            beside = os.path.dirname(file) + "/"  # A program's files see each other, not the library's.
            if not target.startswith((inside, beside)):
                # Also taken: a path from the top of the component's own src/.
                if path.startswith("..") or not tree.exists(inside + path):
                    yield f"{where}: \"{path}\" is not a file of {component}"


BASE = {"corpus/base/CMakeLists.txt": "pinlex_library(base HEADERS x.hpp)",
        "corpus/model/CMakeLists.txt": "pinlex_library(model\n  LINKS pinlex::base)",
        "corpus/text/CMakeLists.txt": "pinlex_library(text PRIVATE_LINKS pinlex::base ICU::uc)"}
CASES = [
    ("in order", {**BASE, "corpus/model/src/a.cpp": "#include <pinlex/base/x.hpp>\n"}, []),
    ("against the direction", {**BASE, "corpus/base/src/a.cpp": "#include <pinlex/model/x.hpp>\n"},
     ["corpus/base/src/a.cpp:1: base does not link model"]),
    ("between siblings", {**BASE, "corpus/text/src/a.cpp": "\n#include <pinlex/model/x.hpp>\n"},
     ["a.cpp:2: text does not link model"]),
    ("private link in a public header",
     {**BASE, "corpus/text/include/pinlex/text/a.hpp": "#include <pinlex/base/x.hpp>\n"},
     ["text does not link base"]),
    ("through a side door",
     {**BASE, "corpus/text/src/a.cpp": '#include "../../model/src/x.hpp"\n'},
     ["is not a file of text"]),
    ("a library inside a component",
     {**BASE, "corpus/model/CMakeLists.txt": "pinlex_library(model PRIVATE_LINKS pinlex::part)",
      "corpus/model/src/part/CMakeLists.txt": "pinlex_library(part LINKS pinlex::base)",
      "corpus/model/src/part/a.hpp": "", "corpus/model/src/part/a.cpp":
      '#include "part/a.hpp"\n#include <pinlex/base/x.hpp>\n#include <pinlex/text/x.hpp>\n'},
     ["a.cpp:3: model does not link text"]),
    ("a link the table forbids",
     {"searcher/CMakeLists.txt": "pinlex_library(searcher LINKS pinlex::sources)"},
     ["searcher must not link sources"]),
]

if __name__ == "__main__":
    sys.exit(checklib.main(check, CASES))
