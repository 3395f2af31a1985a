# SPDX-License-Identifier: GPL-2.0-or-later
"""pinlex-eval score says to four places what the scorer beside the shared judgements says, on those
judgements and runs made up from them."""
import argparse
import importlib.util
import json
import os
import random
import subprocess
import sys
import tempfile

KEYS = {"ndcg_10": "ndcg", "mrr": "mrr", "recall_10": "r10", "recall_100": "r100", "map": "ap"}


def made_up(qrels, seed, share):
    """A run over most topics: a share of the judged ids among unjudged ones, parts of articles among
    both, in an order of its own."""
    draw = random.Random(seed)
    lines = []
    for topic in sorted(qrels):
        if draw.random() < 0.1:
            continue
        ids = [i for i in sorted(qrels[topic]) if draw.random() < share]
        ids += [f"invented#art_{n}" for n in range(draw.randrange(150))]
        ids += [f"{i}__para_{draw.randrange(1, 4)}" for i in ids if draw.random() < 0.2]
        draw.shuffle(ids)
        lines += [f"{topic} Q0 {i} {rank} {1 / rank:.6f} made-up" for rank, i in enumerate(ids, 1)]
    lines.append("none-such Q0 invented#art_1 1 1 made-up")
    draw.shuffle(lines)
    return "\n".join(lines) + "\n"


def differences(theirs, program, qrels_file, run_file):
    done = subprocess.run([program, "score", "--per-topic", "--format", "json", qrels_file, run_file],
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return [f"status {done.returncode}: {done.stderr}"]
    ours = json.loads(done.stdout)
    means, topics = theirs.score(theirs.qrels(qrels_file), theirs.run(run_file))
    pairs = [(f"mean {k}", ours["mean"][k], means[t]) for k, t in KEYS.items()]
    pairs += [(t, ours["per_topic"].get(t, {}).get("ndcg_10"), v) for t, v in topics.items()]
    if ours["topics"] != len(topics):
        return [f"{ours['topics']} topics, not {len(topics)}"]
    return [f"{what}: {a}, not {b}" for what, a, b in pairs if a is None or abs(a - b) >= 0.00005]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("shared", help="folder with score.py and dev.qrels")
    options = parser.parse_args()
    qrels_file = os.path.join(options.shared, "dev.qrels")
    scorer = os.path.join(options.shared, "score.py")
    if not os.path.exists(qrels_file) or not os.path.exists(scorer):
        print("skipped: ../shared/eval is not there")
        return 77
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        run_file = os.path.join(folder, "run")
        for seed, share in enumerate((0.05, 0.3, 0.6, 0.9, 1.0)):
            with open(run_file, "w", encoding="utf-8") as stream:
                stream.write(made_up(theirs.qrels(qrels_file), seed, share))
            problems += [f"run {seed}: {p}" for p in
                         differences(theirs, options.program, qrels_file, run_file)]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
