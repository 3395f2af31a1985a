# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of exit statuses is the same in the README and the manual pages, and has a row for every
Code of the programs."""
import re
import sys

import checklib

RESULT = "corpus/base/include/pinlex/base/result.hpp"
PAGES = ["README.md", "tools/man/pinlex.1", "tools/man/pinlex-eval.1",
         "tools/man/pinlex-fetch.1", "tools/man/pinlex-index.1", "tools/man/pinlex-mcp.1",
         "tools/man/pinlex-thesaurus.1"]


def codes(header):
    body = re.search(r"enum class Code[^{]*\{(.*?)\};", header, re.S)
    return {0} | {int(n) for n in re.findall(r"=\s*(\d+)", body.group(1))} if body else set()


def rows(file, text):
    """[(status, meaning)] of a page's table."""
    if file.endswith(".md"):
        return [(int(s), m.strip()) for s, m in re.findall(r"^\| (\d+) \|([^|\n]*)\|$", text, re.M)]
    section = re.search(r"^\.SH EXIT STATUS\n(.*?)(?=^\.SH|\Z)", text, re.M | re.S)
    if not section:
        return []
    return [(int(s), m.strip()) for s, m in
            re.findall(r"^\.TP(?: \d+)?\n\.B (\d+)\n([^\n]*)", section.group(1), re.M)]


def check(tree):
    problems = []
    wanted = codes(tree.read(RESULT))
    tables = {}
    for file in PAGES:
        tables[file] = rows(file, tree.read(file)) if tree.exists(file) else []
        statuses = [s for s, _ in tables[file]]
        if set(statuses) != wanted or len(set(statuses)) != len(statuses):
            problems.append(f"{file}: rows for {statuses}; Code has {sorted(wanted)}")
    first = tables[PAGES[0]]
    for file in PAGES[1:]:
        for ours, theirs in zip(first, tables[file]):
            if ours != theirs:
                problems.append(f"{file}: {theirs}; {PAGES[0]} has {ours}")
    return problems


CODE = {RESULT: "enum class Code : int {\n  usage = 2,  ///< x\n};\n"}
README = {"README.md": "| Status | Meaning |\n|---|---|\n| 0 | found |\n| 2 | wrong |\n"}
MAN = ".SH EXIT STATUS\nAs follows.\n.TP\n.B 0\nfound\n.TP\n.B 2\nwrong\n.SH SEE ALSO\n"
BOTH = {page: MAN for page in PAGES[1:]}
CASES = [
    ("in order", {**CODE, **README, **BOTH}, []),
    ("a row lacks", {**CODE, **README, **BOTH, "tools/man/pinlex.1": MAN.replace(
        ".TP\n.B 2\nwrong\n", "")}, ["pinlex.1: rows for [0]"]),
    ("other words", {**CODE, **README, **BOTH, "tools/man/pinlex-index.1": MAN.replace(
        "wrong", "bad")}, ["pinlex-index.1: (2, 'bad')"]),
    ("a new code", {RESULT: "enum class Code : int {\n usage = 2, locked = 6 };\n", **README, **BOTH},
     ["README.md: rows for [0, 2]", "pinlex.1", "pinlex-eval.1", "pinlex-fetch.1", "pinlex-index.1",
      "pinlex-mcp.1",
      "pinlex-thesaurus.1"]),
]

if __name__ == "__main__":
    sys.exit(checklib.main(check, CASES))
