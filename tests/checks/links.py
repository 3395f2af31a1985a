# SPDX-License-Identifier: GPL-2.0-or-later
"""Relative links in Markdown lead to a file, and their anchors to a heading of it; a path of this tree
named in backticks exists."""
import os
import re
import sys
from urllib.parse import unquote

import checklib

LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)|"
                  r"^\[[^\]]+\]:\s*<?(\S+?)>?\s*$", re.M)
FENCE = re.compile(r"^(```|~~~).*?^\1[ \t]*$", re.M | re.S)
CODE = re.compile(r"`[^`\n]+`")
TREE_PATH = re.compile(r"`((?:corpus|indexer|searcher|tools|tests)/[\w./-]*)`")
EXEMPT = ("corpus/data/", "tests/fixtures/", "tests/golden/")


def blank(match):
    return re.sub(r"[^\n]", " ", match.group())


def anchors(text):
    """The anchors that a reader's Markdown viewer gives the headings."""
    found, seen = set(), {}
    for heading in re.findall(r"^#{1,6}[ \t]+(.*?)[ \t]*#*$", FENCE.sub(blank, text), re.M):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").lower()
        slug = re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")
        number = seen.get(slug, 0)
        seen[slug] = number + 1
        found.add(f"{slug}-{number}" if number else slug)
    return found


def check(tree):
    problems = []
    for file in tree.files(".md"):
        if file.startswith(EXEMPT):
            continue
        text = FENCE.sub(blank, tree.read(file))
        for match in TREE_PATH.finditer(text):
            if not tree.exists(match.group(1)):
                problems.append(f"{file}:{checklib.line_of(text, match.start())}: there is no "
                                f"{match.group(1)}")
        for match in LINK.finditer(CODE.sub(blank, text)):
            problem = _target(tree, file, unquote(match.group(1) or match.group(2)))
            if problem:
                problems.append(f"{file}:{checklib.line_of(text, match.start())}: {problem}")
    return problems


def _target(tree, file, target):
    if re.match(r"[a-z][a-z0-9+.-]*:", target):
        return None
    path, _, anchor = target.partition("#")
    goal = os.path.normpath(os.path.join(os.path.dirname(file), path)) if path else file
    if goal.startswith(".."):
        return f"{target} leads out of the tree"
    if not tree.exists(goal):
        return f"{target} leads nowhere"
    if anchor and goal.endswith(".md") and anchor not in anchors(tree.read(goal)):
        return f"no heading '#{anchor}' in {goal}"
    return None


CASES = [
    ("in order", {"a.md": "# Top `x`\n[b](d/b.md#two-words), [self](#top-x) [w](https://example.org/x)\n"
                          "`[code](no.md)`\n```\n[code](no.md)\n```\n`corpus/` [a]: d/b.md\n",
                  "d/b.md": "## Two words\n[up](../a.md)\n", "corpus/x": "",
                  "corpus/data/x.md": "[ETS](nowhere)\n"}, []),
    ("dead file", {"a.md": "x\n\nsee [b](b.md \"t\")\n"}, ["a.md:3: b.md leads nowhere"]),
    ("dead anchor", {"a.md": "[b](b.md#no)", "b.md": "# Yes\n"}, ["no heading '#no' in b.md"]),
    ("dead reference", {"a.md": "[b][1]\n\n[1]: x/b.md\n"}, ["a.md:3: x/b.md leads nowhere"]),
    ("out of the tree", {"a.md": "[b](../b.md)"}, ["leads out of the tree"]),
    ("dead path in backticks", {"a.md": "see `corpus/none.hpp`\n"}, ["there is no corpus/none.hpp"]),
]

if __name__ == "__main__":
    sys.exit(checklib.main(check, CASES))
