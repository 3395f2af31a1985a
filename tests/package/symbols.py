# SPDX-License-Identifier: GPL-2.0-or-later
"""What libpinlex.so shows is what its headers declare: symbols.py LIBRARY INCLUDE_FOLDER.

The functions of pinlex.h, no more and no fewer. Of C++ only functions that a public header of pinlex
declares, and all that those of the searcher declare."""
import os
import re
import subprocess
import sys

COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
C_FUNCTION = re.compile(r"^[a-z][\w *]*?\b(pinlex_\w+)\(", re.M)
# A declaration at the outer level or in a class: not in an inline body, which is deeper indented.
CPP_FUNCTION = re.compile(r"^(?:  )?(?:static |explicit )?[\w:][\w:<>,&* ]*[ &*](~?\w+)\(", re.M)


def declared(pattern, header):
    with open(header, encoding="utf-8") as stream:
        return set(pattern.findall(COMMENT.sub("", stream.read())))


def headers_below(folder):
    return [os.path.join(at, file) for at, _, files in os.walk(folder) for file in files]


def exported(library):
    """(C functions, C++ functions without what they are members of)."""
    c, cpp = set(), set()
    run = subprocess.run(["nm", "-DC", "--defined-only", library], capture_output=True, text=True,
                         check=True)
    for line in run.stdout.splitlines():
        kind, name = line.split(None, 2)[1:]
        name = name.split("@@")[0]
        if kind == "A":
            continue  # The name of the version itself.
        if name.startswith("pinlex::"):
            name = re.sub(r"\[abi:\w+\]", "", name).split("(", 1)[0]
            cpp.add(name.rsplit("::", 1)[-1])
        else:
            c.add(name)
    return c, cpp


def problems_of(library, include):
    c, cpp = exported(library)
    in_header = declared(C_FUNCTION, os.path.join(include, "pinlex.h"))
    yield from (f"pinlex.h declares {name}, which is not exported" for name in in_header - c)
    yield from (f"{name} is exported, which pinlex.h does not declare" for name in c - in_header)
    everywhere = set().union(*(declared(CPP_FUNCTION, header)
                               for header in headers_below(os.path.join(include, "pinlex"))))
    wanted = set().union(*(declared(CPP_FUNCTION, header)
                           for header in headers_below(os.path.join(include, "pinlex", "searcher"))))
    inline = {"empty", "operator"}
    yield from (f"pinlex::{name} is not exported" for name in wanted - cpp - inline)
    yield from (f"pinlex::{name} is exported, but no public header declares it"
                for name in cpp - everywhere - {"Searcher", "~Searcher", "LiveSearcher", "operator="})
    if len(in_header) < 30 or len(wanted) < 15:
        yield "hardly a function was found in the headers"


if __name__ == "__main__":
    found = sorted(problems_of(sys.argv[1], sys.argv[2]))
    print("\n".join(found))
    sys.exit(1 if found else 0)
