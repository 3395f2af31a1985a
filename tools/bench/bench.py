# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures pinlex and other engines side by side on the same texts, and prints one table.

    python3 tools/bench/bench.py --programs build/release/bin [FOLDER] [--repeat N] [--every N]
                                 [--questions N] [--stemmer NAME] [--no-growth]

FOLDER holds Markdown or plain text; without it the shared set of statutes beside the checkout is unpacked and
taken. Input is the bytes of its files. pinlex reads the files and their structure; the others are given the
sections below headings, one a document. Engines take turns in every round, so that a busy machine is busy for all
of them; figures are medians of the rounds. What an engine lacks is named as skipped, or shown as "–". Times of
questions are of the processor: the questions are made of words of the texts, and each asks for ten hits.
"""
import argparse
import math
import os
import subprocess
import sys
import tempfile

from fts5 import Fts5
from lucene import Lucene
from measure import Run, median, percentile, size_of
from omega import Omega
from pinlex import Pinlex
from texts import CLASSES, files_in, questions, share, write_documents

SKIPPED = 77
SHARED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../shared/bench/laws-m.tar.xz")
PERCENTS = (50, 95, 99)


class Source:
    """Texts to index: a folder, and the same as documents."""

    def __init__(self, folder, documents, size):
        self.folder, self.documents, self.size = folder, documents, size


class Measured:
    """What one engine cost."""

    def __init__(self, engine):
        self.engine = engine
        self.runs, self.cold = [], []
        self.ratio = None
        self.times = {True: None, False: None}  # By whether hits are highlighted.

    def column(self, size):
        megabytes = size / 1e6
        out = [number(megabytes / median([r.wall for r in self.runs])),
               number(megabytes / median([r.cpu for r in self.runs])),
               number(median([r.peak for r in self.runs]), 0), number(self.ratio)]
        for kind in CLASSES:
            for highlights in (False, True):
                times = self.times[highlights]
                spent = [t for k, t in times if k == kind] if times else []
                out.append(" · ".join(number(percentile(spent, p)) for p in PERCENTS)
                           if spent else "–")
        out.append(number(median([r.cpu for r in self.cold]) * 1000, 1))
        return out


def number(value, digits=2):
    return "–" if value is None else f"{value:.{digits}f}"


def labels():
    out = ["MB/s", "MB per CPU-second", "peak memory, MiB", "index ÷ input"]
    for kind in CLASSES:
        name = {"or": "OR", "and": "AND", "phrase": "phrase"}[kind]
        out += [f"{name}: p50 · p95 · p99, ms", f"{name}, highlights: p50 · p95 · p99, ms"]
    return [*out, "one command, cold, CPU ms"]


def index_size(path):
    return size_of(path) if os.path.isdir(path) else os.path.getsize(path)


def checked(run, engine):
    if run.status not in (0, 1, 8):
        raise RuntimeError(f"{engine.name} ended with status {run.status}")
    return run


def measure(engines, source, asked, options, work):
    measured = [Measured(engine) for engine in engines]
    places = [os.path.join(work, f"index-{i}") for i in range(len(engines))]
    for _ in range(options.repeat):
        for one, place in zip(measured, places):
            one.runs.append(checked(Run(one.engine.index_command(source, place)), one.engine))
    cold = [words for kind, words in asked if kind == "or"][:5]
    for one, place in zip(measured, places):
        one.ratio = index_size(place) / source.size
        for highlights in (False, True):
            one.times[highlights] = one.engine.times(place, asked, highlights)
    for _ in range(options.repeat):
        for words in cold:
            for one, place in zip(measured, places):
                one.cold.append(checked(Run(one.engine.cold_command(place, words)), one.engine))
    return measured


def growth(engine, folder, options, work):
    """Processor time of indexing a quarter, half and all of the texts, and the exponent that fits."""
    points = []
    for every in (4, 2, 1):
        part = os.path.join(work, f"part-{every}")
        size = share(folder, every, part)
        source = Source(part, None, size)
        runs = [checked(Run(engine.index_command(source, os.path.join(work, "growing"))), engine)
                for _ in range(options.repeat)]
        points.append((size, median([run.cpu for run in runs])))
    return points, slope([(math.log(x), math.log(y)) for x, y in points])


def slope(points):
    """Of the line through points, by least squares."""
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return (sum((x - mean_x) * (y - mean_y) for x, y in points) /
            sum((x - mean_x) ** 2 for x, _ in points))


def print_table(measured, skipped, size):
    print("| | " + " | ".join(one.engine.name for one in measured) + " |")
    print("|---|" + "---|" * len(measured))
    columns = [one.column(size) for one in measured]
    for row, label in enumerate(labels()):
        print(f"| {label} | " + " | ".join(column[row] for column in columns) + " |")
    for name, why in skipped:
        print(f"\nskipped: {name}: {why}")


def run(options, folder, work):
    source_folder = folder
    if options.every > 1:
        source_folder = os.path.join(work, "texts")
        share(folder, options.every, source_folder)
    size = sum(os.path.getsize(file) for file in files_in(source_folder))
    source = Source(source_folder, os.path.join(work, "documents.tsv"), size)
    write_documents(source_folder, source.documents)
    asked = questions(source.documents, options.questions)
    pinlex = Pinlex(options.programs)
    engines = [pinlex, Fts5(), Omega(options.stemmer), Lucene(work)]
    missing = [(engine.name, engine.missing()) for engine in engines]
    absent = {name for name, why in missing if why}
    if pinlex.name in absent:
        print(dict(missing)[pinlex.name])
        return 1
    present = [engine for engine in engines if engine.name not in absent]
    print(f"{len(files_in(source_folder))} files, {size / 1e6:.1f} MB, {os.cpu_count()} processors, "
          f"{options.repeat} rounds, {len(asked)} questions\n")
    measured = measure(present, source, asked, options, work)
    print_table(measured, [(name, why) for name, why in missing if why], size)
    if options.growth:
        points, exponent = growth(pinlex, source_folder, options, work)
        shown = ", ".join(f"{x / 1e6:.1f} MB in {y:.2f} s" for x, y in points)
        print(f"\ngrowth: {shown} of the processor; exponent {exponent:.2f}")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--programs", required=True)
    parser.add_argument("--repeat", type=int, default=3, help="rounds")
    parser.add_argument("--every", type=int, default=1, help="take every N-th file only")
    parser.add_argument("--questions", type=int, default=100, help="of each class")
    parser.add_argument("--stemmer", default="english", help="of the engines that have one")
    parser.add_argument("--no-growth", dest="growth", action="store_false")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pinlex-bench.") as work:
        folder = options.folder
        if folder is None:
            if not os.path.exists(SHARED):
                print("skipped: name a folder; there is no shared set beside the checkout")
                return SKIPPED
            folder = os.path.join(work, "set")
            os.mkdir(folder)
            subprocess.run(["tar", "xf", SHARED, "-C", folder], check=True)
        return run(options, folder, work)


if __name__ == "__main__":
    sys.exit(main())
