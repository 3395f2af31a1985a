# SPDX-License-Identifier: GPL-2.0-or-later
"""structure-report says of the shared corpus what the table beside this file says: articles,
paragraphs, points, gaps, repeats of each text. PINLEX_UPDATE_GOLDEN=1 writes the table anew; read
its difference then."""
import argparse
import difflib
import os
import subprocess
import sys

ENDINGS = (".md", ".txt", ".xml", ".html")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("catalogue")
    parser.add_argument("corpus")
    parser.add_argument("table")
    options = parser.parse_args()
    if not os.path.isdir(options.corpus):
        print("skipped: ../shared/corpus is not there")
        return 77
    done = subprocess.run([options.program, "--catalogue", options.catalogue, options.corpus],
                          capture_output=True, text=True, check=True)
    lines = [line for line in done.stdout.splitlines(keepends=True)
             if line.startswith("file\t") or line.split("\t")[0].endswith(ENDINGS)]
    if os.environ.get("PINLEX_UPDATE_GOLDEN"):
        with open(options.table, "w", encoding="utf-8") as stream:
            stream.writelines(lines)
        return 0
    with open(options.table, encoding="utf-8") as stream:
        wanted = stream.readlines()
    sys.stdout.writelines(difflib.unified_diff(wanted, lines, "table", "report", n=0))
    return 0 if wanted == lines else 1


sys.exit(main())
