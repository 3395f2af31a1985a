# SPDX-License-Identifier: GPL-2.0-or-later
"""Every source says its licence in one SPDX line, among its first three lines."""
import re
import sys

import checklib

LINE = re.compile(r"^(?:(?://|#|\.\\\"|--|%) SPDX-License-Identifier: GPL-2\.0-or-later|"
                  r"/\* SPDX-License-Identifier: GPL-2\.0-or-later \*/)$", re.M)
SUFFIXES = (".cpp", ".hpp", ".h", ".py", ".sh", ".cmake", ".cmake.in", "CMakeLists.txt", ".1",
            ".toml", ".bash", ".in")
EXEMPT = ("tests/fixtures/", "corpus/data/digest/")


def check(tree):
    problems = []
    for file in tree.files():
        if file.startswith(EXEMPT):
            continue
        text = tree.read(file)
        if not (file.endswith(SUFFIXES) or text.startswith("#!")):
            continue
        if not LINE.search("\n".join(text.split("\n")[:3])):
            problems.append(f"{file}: no SPDX line among the first three")
    return problems


SPDX = "SPDX-License-Identifier: GPL-2.0-or-later\n"
CASES = [
    ("in order", {"a.cpp": "// " + SPDX, "tools/x": "#!/bin/sh\n# " + SPDX, "p.1": '.\\" ' + SPDX,
                  "a.md": "", "tests/fixtures/x.toml": ""}, []),
    ("none", {"a.hpp": "#pragma once\n"}, ["a.hpp: no SPDX line"]),
    ("script without suffix", {"tools/x": "#!/bin/sh\nexit\n"}, ["tools/x"]),
    ("another licence", {"a.cpp": "// SPDX-License-Identifier: MIT\n"}, ["a.cpp"]),
    ("too late", {"a.cpp": "\n\n\n// " + SPDX}, ["a.cpp"]),
]

if __name__ == "__main__":
    sys.exit(checklib.main(check, CASES))
