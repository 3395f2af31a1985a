# SPDX-License-Identifier: GPL-2.0-or-later
"""tools/bench/bench.py prints all rows of its table, with a column for each engine or a line that says why it
was skipped.

    python3 tests/bench/bench_peers.py --source FOLDER --programs build/dev/bin
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

ENGINES = ["pinlex", "SQLite FTS5", "Xapian Omega", "Lucene"]
FIGURE = re.compile(r"–|\d+(\.\d+)?( · \d+(\.\d+)?)*")


def write_texts(folder):
    for number in range(12):
        articles = "".join(f"### Article {n}\n\nThe harbour master number {number} shall inspect every vessel "
                           f"before berth {n} is given to another captain.\n\n" for n in range(1, 6))
        with open(os.path.join(folder, f"rule-{number}.md"), "w", encoding="utf-8") as out:
            out.write(f"---\nlanguage: en\n---\n\n# Rule {number} on Harbours\n\n{articles}")


def problems_of(output, rows):
    problems = []
    table = [line.strip("|").split("|") for line in output.splitlines() if line.startswith("| ")]
    head = " ".join(table[0]) if table else ""
    for engine in ENGINES:
        if (engine in head) == (f"skipped: {engine}" in output):
            problems.append(f"{engine} is neither a column nor skipped, or both")
    found = [cells[0].strip() for cells in table[1:]]
    if found != rows:
        problems.append(f"rows are {found}")
    for cells in table[1:]:
        wrong = [cell for cell in cells[1:] if not FIGURE.fullmatch(cell.strip())]
        if wrong or len(cells) != len(table[0]) or cells[1].strip() == "–" and ", highlights" in cells[0]:
            problems.append(f"{cells[0]}: no figures: {cells[1:]}")
    if not re.search(r"^growth: .* exponent -?\d+\.\d\d$", output, re.M):
        problems.append("no growth")
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", required=True)
    parser.add_argument("--programs", required=True)
    options = parser.parse_args()
    bench = os.path.join(options.source, "tools/bench")
    sys.path.insert(0, bench)
    from bench import labels  # pylint: disable=import-outside-toplevel
    with tempfile.TemporaryDirectory() as folder:
        write_texts(folder)
        run = subprocess.run([sys.executable, "-B", os.path.join(bench, "bench.py"), folder, "--programs",
                              options.programs, "--repeat", "1", "--questions", "2"],
                             capture_output=True, text=True, check=False)
    print(run.stdout + run.stderr)
    problems = problems_of(run.stdout, labels())
    if run.returncode != 0:
        problems.append(f"exit status {run.returncode}")
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
