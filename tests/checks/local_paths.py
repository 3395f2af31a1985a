# SPDX-License-Identifier: GPL-2.0-or-later
"""No file names a folder of the machine it was written on, or the host of a package registry."""
import re
import sys

import checklib

FOLDER = re.compile(r"(?<![\w.~$}/-])/(?:work|home|root|tmp|Users|mnt|build)(?=/[\w.-])")
HOST = re.compile(r"\b(?:deb|ftp|security|snapshot|registry|files|static|proxy|index)[.]"
                  r"(?:debian|npmjs|pythonhosted|crates|golang|pypi)[.](?:org|com|io)\b|"
                  r"\b(?:pypi|crates)[.](?:org|io)\b")


def check(tree):
    problems = []
    for file in tree.files():
        if file.startswith("corpus/data/digest/") or file == "tests/checks/local_paths.py":
            continue
        text = tree.read(file)
        for pattern in (FOLDER, HOST):
            for match in pattern.finditer(text):
                line = checklib.line_of(text, match.start())
                problems.append(f"{file}:{line}: names '{match.group()}'")
    return problems


CASES = [
    ("in order", {"a.md": "see https://example.org/home/x and ../work/x, build/release, /usr/bin\n",
                  "b.sh": "$HOME/tmp/x ${top}/build/x\n"}, []),
    ("a folder", {"a.cpp": '\n"/home/someone/x"\n'}, ["a.cpp:2: names '/home'"]),
    ("a scratch folder", {"a.sh": "cd /tmp/x\n"}, ["names '/tmp'"]),
    ("a registry", {"a.txt": "http://deb." + "debian.org/debian\n"}, ["debian"]),
]

if __name__ == "__main__":
    sys.exit(checklib.main(check, CASES))
