# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures the ranking on another field of law, so that nothing is tuned to a few topics: the passages
of obliqa-mp become small text files, are indexed and searched, and nDCG@10 is printed and held above
its floor. Takes minutes: runs where PINLEX_LONG is set (tools/test --long).

    PINLEX_LONG=1 python3 tests/relevance/obliqa.py --programs build/release/bin --data FOLDER"""
import argparse
import json
import lzma
import os
import subprocess
import sys
import tempfile

import relevance

FILES = ("corpus.jsonl.xz", "queries.val.jsonl", "qrels.val.tsv")
MANIFEST = '[[file]]\npath = "**/*.txt"\nkind = "document"\nlanguage = "en"\n'
ARTICLE = "#all"  # A passage is judged as a whole, whatever parts it is found by.


def write_texts(corpus, folder):
    """A file a passage, named by its id; empty passages have nothing to find."""
    os.mkdir(folder)
    with open(os.path.join(folder, "corpus.toml"), "w", encoding="utf-8") as stream:
        stream.write(MANIFEST)
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            passage = json.loads(line)
            if passage["text"].strip():
                with open(os.path.join(folder, passage["id"] + ".txt"), "w", encoding="utf-8") as stream:
                    stream.write(passage["text"] + "\n")


def write_topics(queries, file):
    with open(queries, encoding="utf-8") as lines, open(file, "w", encoding="utf-8") as stream:
        for line in lines:
            query = json.loads(line)
            stream.write(query["id"] + "\t" + " ".join(query["text"].split()) + "\n")


def write_qrels(source, file):
    with open(source, encoding="utf-8") as lines, open(file, "w", encoding="utf-8") as stream:
        for line in lines:
            topic, _, passage, grade = line.split()
            stream.write(f"{topic} 0 {passage}{ARTICLE} {grade}\n")


def by_file(run):
    """A run of passages from a run of parts of them, each at its best rank."""
    found = {}
    for line in run.split("\n"):
        if line:
            topic, _, part, _, score, tag = line.split()
            found.setdefault(topic, {}).setdefault(part.split("#")[0], (score, tag))
    return "".join(f"{topic} Q0 {passage}{ARTICLE} {rank} {score} {tag}\n"
                   for topic, passages in found.items()
                   for rank, (passage, (score, tag)) in enumerate(passages.items(), 1))


def measure(options, folder):
    path = {name: os.path.join(folder, name) for name in ("texts", "index", "topics", "qrels", "run")}
    data = [os.path.join(options.data, name) for name in FILES]
    write_texts(data[0], path["texts"])
    write_topics(data[1], path["topics"])
    write_qrels(data[2], path["qrels"])
    program = os.path.join(options.programs, "pinlex-eval")
    relevance.run(os.path.join(options.programs, "pinlex-index"), "--quiet", path["index"], path["texts"],
                  stderr=subprocess.DEVNULL)
    found = relevance.run(program, "run", "--index", path["index"], "--topics", path["topics"],
                          stdout=subprocess.PIPE)
    with open(path["run"], "w", encoding="utf-8") as stream:
        stream.write(by_file(found))
    score = (program, "score", "--relevant", "1", path["qrels"], path["run"])
    print(relevance.run(*score, stdout=subprocess.PIPE))
    return json.loads(relevance.run(*score, "--format", "json", stdout=subprocess.PIPE))["mean"]


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", required=True)
    parser.add_argument("--data", required=True, help="folder with " + ", ".join(FILES))
    parser.add_argument("--work", help="folder for what is made on the way")
    options = parser.parse_args()
    if os.environ.get("PINLEX_LONG") != "1":
        print("skipped: takes minutes; tools/test --long runs it")
        return relevance.SKIPPED
    missing = [f for f in FILES if not os.path.exists(os.path.join(options.data, f))]
    if missing:
        print(f"skipped: {options.data} has no {', '.join(missing)}")
        return relevance.SKIPPED
    with tempfile.TemporaryDirectory(dir=options.work) as folder:
        return relevance.verdict("obliqa", measure(options, folder))


if __name__ == "__main__":
    sys.exit(main())
