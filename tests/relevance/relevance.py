# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs judged topics against an index and compares what pinlex-eval scores with the floors in
floors.tsv. A figure below its floor fails; one well above it asks for the floor to be raised.

    python3 tests/relevance/relevance.py SET --programs build/dev/bin --topics FILE --qrels FILE
                                         [--index DIR | --texts DIR]

Without --index and --texts the built-in digest is searched."""
import argparse
import json
import os
import subprocess
import sys
import tempfile

SKIPPED = 77
HERE = os.path.dirname(os.path.abspath(__file__))
ROOM = 0.03  # Above a floor by more than this, the floor says little.


def read_floors(text, name):
    """{measure: (floor, date)} of a set."""
    floors = {}
    for line in text.split("\n"):
        if line and not line.startswith("#"):
            of, measure, floor, date = line.split("\t")
            if of == name:
                floors[measure] = (float(floor), date)
    return floors


def judge(means, floors):
    """(problems, advice)"""
    problems, advice = [], []
    for measure, (floor, date) in floors.items():
        value = means[measure]
        if value < floor:
            problems.append(f"{measure} is {value:.4f}; the floor of {date} is {floor:.4f}")
        elif value > floor + ROOM:
            advice.append(f"{measure} is {value:.4f}: raise the floor of {floor:.4f} in floors.tsv")
    return problems if floors else ["floors.tsv has no floor for this set"], advice


def verdict(name, means):
    """Prints what there is to say of a set's means, and gives the exit status."""
    with open(os.path.join(HERE, "floors.tsv"), encoding="utf-8") as stream:
        problems, advice = judge(means, read_floors(stream.read(), name))
    for line in problems + advice:
        print(line)
    return 1 if problems else 0


def rising(run_text):
    """Where in a run a score is above that of the article before it."""
    problems, before = [], {}
    for line in run_text.splitlines():
        topic, _, article, _, score, _ = line.split()
        if float(score) > before.get(topic, float(score)):
            problems.append(f"topic {topic}: the score rises at {article}")
        before[topic] = float(score)
    return problems


def run(*command, **more):
    environment = {k: v for k, v in os.environ.items() if k != "PINLEX_INDEX"}
    done = subprocess.run(command, check=False, text=True, env=environment, **more)
    if done.returncode not in (0, 8):
        raise SystemExit(f"{command}: exit status {done.returncode}")
    return done.stdout


def measure(options, folder):
    """The means of a set, and the table printed; what is wrong with the run ends it."""
    eval_program = os.path.join(options.programs, "pinlex-eval")
    search = ["--index", options.index] if options.index else []
    if options.texts:
        index = os.path.join(folder, "index")
        run(os.path.join(options.programs, "pinlex-index"), "--quiet", index, options.texts,
            stderr=subprocess.DEVNULL)
        search = ["--index", index]
    run_file = os.path.join(folder, "run")
    with open(run_file, "w", encoding="utf-8") as stream:
        run(eval_program, "run", *search, "--topics", options.topics, stdout=stream)
    with open(run_file, encoding="utf-8") as stream:
        problems = rising(stream.read())
    if problems:
        raise SystemExit("\n".join(problems))
    print(run(eval_program, "score", "--per-topic", options.qrels, run_file, stdout=subprocess.PIPE))
    return json.loads(run(eval_program, "score", "--format", "json", options.qrels, run_file,
                          stdout=subprocess.PIPE))["mean"]


def self_test():
    floors = read_floors("# x\na\tmrr\t0.5\t2024-06-01\nb\tmrr\t0.9\t2024-06-01\n", "a")
    ok = (floors == {"mrr": (0.5, "2024-06-01")}
          and judge({"mrr": 0.5}, floors) == ([], [])
          and judge({"mrr": 0.49}, floors)[0] == ["mrr is 0.4900; the floor of 2024-06-01 is 0.5000"]
          and len(judge({"mrr": 0.6}, floors)[1]) == 1
          and judge({"mrr": 1}, {})[0] != []
          and rising("1 Q0 a 1 3 x\n1 Q0 b 2 3 x\n2 Q0 a 1 9 x\n") == []
          and rising("1 Q0 a 1 3 x\n1 Q0 b 2 4 x\n") == ["topic 1: the score rises at b"])
    return 0 if ok else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", nargs="?")
    parser.add_argument("--programs")
    parser.add_argument("--topics")
    parser.add_argument("--qrels")
    parser.add_argument("--index", help="an index to search")
    parser.add_argument("--texts", help="a folder to index first")
    parser.add_argument("--work", help="folder for what is made on the way")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        return self_test()
    for needed in (options.topics, options.qrels, options.texts):
        if needed and not os.path.exists(needed):
            print(f"skipped: {needed} is not there")
            return SKIPPED
    with tempfile.TemporaryDirectory(dir=options.work) as folder:
        return verdict(options.set, measure(options, folder))


if __name__ == "__main__":
    sys.exit(main())
