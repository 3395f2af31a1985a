# SPDX-License-Identifier: GPL-2.0-or-later
"""Each public header compiles alone, twice over, seeing only the headers of the components that its
own passes on."""
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import checklib
import components

FLAGS = ["-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-x", "c++", "-"]


def check(tree, options):
    graph = components.linked(tree)
    jobs = []
    for file in tree.files(".hpp", ".h"):
        component = components.component_of(file)
        if component and "/include/" in file:
            folders = [tree.path(components.folder_of(c) + "/include")
                       for c in sorted(components.visible_in_headers(graph, component))]
            jobs.append((file, ["-I" + f for f in folders]))
    if not jobs:
        return ["no public header found"]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda job: _compile(options.compiler, *job), jobs)
        return [problem for problem in results if problem]


def _compile(compiler, file, folders):
    header = file.split("/include/", 1)[1]
    source = f"#include <{header}>\n#include <{header}>\n"
    run = subprocess.run([compiler, *folders, *FLAGS], input=source, text=True,
                         capture_output=True, check=False)
    if run.returncode == 0:
        return None
    first = next((l for l in run.stderr.splitlines() if "error" in l), run.stderr.strip())
    return f"{file}: does not compile alone: {first}"


ALONE = {"corpus/base/CMakeLists.txt": "pinlex_library(base)",
         "corpus/model/CMakeLists.txt": "pinlex_library(model LINKS pinlex::base)"}
CASES = [
    ("in order", {**ALONE,
                  "corpus/base/include/pinlex/base/a.hpp": "#pragma once\nstruct A {};\n",
                  "corpus/model/include/pinlex/model/b.hpp":
                  "#pragma once\n#include <pinlex/base/a.hpp>\nstruct B { A a; };\n"}, []),
    ("lacks an include", {**ALONE, "corpus/base/include/pinlex/base/a.hpp":
                          "#pragma once\nstd::string f();\n"}, ["base/a.hpp: does not compile alone"]),
    ("no guard", {**ALONE, "corpus/base/include/pinlex/base/a.hpp": "struct A {};\n"},
     ["redefinition"]),
    ("no headers", {}, ["no public header found"]),
]


def add_options(parser):
    parser.add_argument("--compiler", default="c++")


if __name__ == "__main__":
    sys.exit(checklib.main(check, CASES, add_options))
