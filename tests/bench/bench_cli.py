# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures the programs as their users meet them, and judges nothing: processor time of indexing the
shared treaties, time and memory of a search from a new process. Prints a table.

    python3 tests/bench/bench_cli.py --programs build/release/bin [--repeat N] [--treaties FOLDER]

Files are in the page cache from the second run on; the least of N runs is what the program needs, the
median what its user sees. Memory is the peak of the resident set.
"""
import argparse
import os
import shutil
import statistics
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../tools/bench"))
from measure import Run, size_of  # pylint: disable=wrong-import-position

SKIPPED = 77
SEARCHES = ["interception of content data", "real-time collection of traffic data",
            "conditions and safeguards"]


def row(name, runs, milli):
    factor, unit = (1000, "ms") if milli else (1, "s")
    cpu, wall = [r.cpu * factor for r in runs], [r.wall * factor for r in runs]
    print(f"{name:<46} {min(cpu):8.2f} {statistics.median(cpu):8.2f} {min(wall):8.2f} "
          f"{statistics.median(wall):8.2f} {unit:<3} {max(r.peak for r in runs):7.1f}")
    failed = {r.status for r in runs} - {0, 1, 8}
    return [f"{name}: exit status {sorted(failed)}"] if failed else []


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", required=True)
    parser.add_argument("--treaties", required=True)
    parser.add_argument("--repeat", type=int, default=10)
    options = parser.parse_args()
    if not os.path.isdir(options.treaties):
        print(f"skipped: there is no {options.treaties}")
        return SKIPPED
    os.environ.pop("PINLEX_INDEX", None)
    pinlex, indexer = (os.path.join(os.path.abspath(options.programs), p)
                       for p in ("pinlex", "pinlex-index"))
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        index = os.path.join(folder, "index")
        runs = []
        for _ in range(options.repeat):
            shutil.rmtree(index, ignore_errors=True)
            runs.append(Run([indexer, index, options.treaties]))
        print(f"{'':<46} {'processor':>17} {'wall clock':>17}     {'MiB':>7}")
        print(f"{'':<46} {'least':>8} {'median':>8} {'least':>8} {'median':>8}     {'peak':>7}")
        problems += row("pinlex-index INDEX treaties", runs, False)
        commands = [["--version"], ["info", "--index", index],
                    *(["search", "--index", index, s] for s in SEARCHES),
                    ["show", "--index", index, "ETS 185 art. 21"], ["search", SEARCHES[0]]]
        for command in commands:
            name = "pinlex " + " ".join(c for c in command if c not in ("--index", index))
            if command[0] == "search" and index not in command:
                name += " (digest)"
            Run([pinlex, *command])
            problems += row(name, [Run([pinlex, *command]) for _ in range(options.repeat)], True)
        sources = sum(os.path.getsize(os.path.join(options.treaties, f))
                      for f in os.listdir(options.treaties) if f.endswith(".md"))
        print(f"\nsources {sources / 1e6:.2f} MB, index {size_of(index) / 1e6:.2f} MB; "
              f"a peak below {Run(['/bin/true']).peak:.1f} MiB cannot be told from this script's own")
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
