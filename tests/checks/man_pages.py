# SPDX-License-Identifier: GPL-2.0-or-later
"""The manual pages are set by groff without a warning, and each has the sections a reader expects."""
import re
import shutil
import subprocess
import sys

import checklib

SECTIONS = ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "SEE ALSO"]


def check(tree):
    if not shutil.which("groff"):
        raise checklib.Skip("there is no groff")
    problems = []
    pages = [f for f in tree.files(".1") if f.startswith("tools/man/")]
    for file in pages:
        text = tree.read(file)
        for section in SECTIONS:
            if not re.search(r'^\.SH "?%s"?$' % section, text, re.M):
                problems.append(f"{file}: no section {section}")
        run = subprocess.run(["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-z", tree.path(file)],
                             capture_output=True, text=True, check=False)
        problems += [f"{file}: {line}" for line in run.stderr.split("\n") if line]
    return problems if pages else ["no manual page found"]


WHOLE = ".TH X 1\n" + "".join(f".SH {s}\nx\n" for s in SECTIONS)
CASES = [
    ("in order", {"tools/man/a.1": WHOLE}, []),
    ("no pages", {}, ["no manual page"]),
    ("a section lacks", {"tools/man/a.1": WHOLE.replace(".SH OPTIONS\nx\n", "")}, ["section OPTIONS"]),
    ("an unknown macro", {"tools/man/a.1": WHOLE + ".XYZZY\n"}, ["XYZZY"]),
]

if __name__ == "__main__":
    sys.exit(checklib.main(check, CASES))
