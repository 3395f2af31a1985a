# SPDX-License-Identifier: GPL-2.0-or-later
"""The section FIELDS of pinlex(1) is what `pinlex fields` prints."""
import json
import os
import re
import subprocess
import sys

import checklib

PAGE = "tools/man/pinlex.1"


def rows_of_page(text):
    """[(name, description, example)] of the section: an entry is .TP, .B NAME, text, .br, .I EXAMPLE."""
    section = re.search(r"^\.SH FIELDS\n(.*?)(?=^\.SH|\Z)", text, re.M | re.S)
    entries = re.findall(r"^\.TP\n\.B (\S+)\n(.*)\n\.br\n\.B (.*)$", section.group(1), re.M) \
        if section else []
    return [tuple(p.replace("\\-", "-").replace("\\(aq", "'") for p in e) for e in entries]


def rows_of_program(program):
    run = subprocess.run([program, "fields", "--format", "json"], capture_output=True, text=True,
                         check=False, stdin=subprocess.DEVNULL)
    if run.returncode != 0:
        return None
    return [(f["name"], f["description"], f["example"]) for f in json.loads(run.stdout)["fields"]]


def check(tree, options):
    program = tree.path("bin/pinlex") if options.self_test else options.program
    page = rows_of_page(tree.read(PAGE))
    fields = rows_of_program(program)
    if not fields:
        return ["pinlex fields fails, or prints none"]
    problems = [f"{PAGE}: lacks or differs: {f}" for f in fields if f not in page]
    problems += [f"{PAGE}: no such field: {p}" for p in page if p not in fields]
    if not problems and page != fields:
        problems.append(f"{PAGE}: the fields stand in another order")
    return problems


def program(*names):
    fields = [{"name": n, "description": f"what {n} is", "example": f"{n}:x-y"} for n in names]
    return "#!/bin/sh\ncat <<'END'\n" + json.dumps({"fields": fields}) + "\nEND\n"


def page(*names):
    return ".SH FIELDS\n" + "".join(f".TP\n.B {n}\nwhat {n} is\n.br\n.B {n}:x\\-y\n" for n in names)


CASES = [
    ("in order", {"bin/pinlex": program("art", "in"), PAGE: page("art", "in")}, []),
    ("a field lacks", {"bin/pinlex": program("art", "in"), PAGE: page("art")}, ["lacks or differs: ('in'"]),
    ("a field too many", {"bin/pinlex": program("art"), PAGE: page("art", "in")}, ["no such field: ('in'"]),
    ("another order", {"bin/pinlex": program("art", "in"), PAGE: page("in", "art")}, ["another order"]),
    ("another description", {"bin/pinlex": program("art"), PAGE: page("art").replace("what", "how")},
     ["lacks or differs", "no such field"]),
    ("the program fails", {"bin/pinlex": "#!/bin/sh\nexit 70\n", PAGE: page("art")}, ["fails"]),
]


def add_options(parser):
    parser.add_argument("--program", help="the built pinlex")


if __name__ == "__main__":
    sys.exit(checklib.main(check, CASES, add_options))
