# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures how well `pinlex parallels` finds by words alone what people say stands beside a provision: of
pairs of provisions with a text of both, how many are among the first 1, 5 and 10 most alike, asked from
either side. Those that the concordance knows are placed by their score among the rest.

    python3 tests/relevance/parallels.py --programs build/dev/bin --texts FOLDER --pairs pairs.tsv"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

import relevance

DEPTHS = (1, 5, 10)
MANY = "200"


def pairs_of(path):
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if line.strip() and line[0] != "#"]
    return [(a, b) for a, b, _ in rows] + [(b, a) for a, b, _ in rows]


def without_version(pinpoint):
    return pinpoint.split("@")[0]


def place(answer, wanted):
    """The place of a provision among all by score, from 1; None where it has no text or is not found."""
    scores = {without_version(one["pinpoint"]): one["score"]
              for one in answer["similar"] + answer["curated"] if one["exists"]}
    if wanted not in scores:
        return None
    return 1 + sum(score > scores[wanted] for score in scores.values())


def measure(ask, pairs):
    """{measure: mean}, how many pairs have a text of both, and those that are found too late."""
    places, late = [], []
    for asked, wanted in pairs:
        answer = ask(asked)
        if answer is None or not any(one["exists"] for one in answer["curated"] + answer["similar"]
                                     if without_version(one.get("pinpoint", one["id"])) == wanted):
            if answer is None or any(one["id"] == wanted for one in answer["curated"]):
                continue
        places.append(place(answer, wanted))
        if places[-1] is None or places[-1] > DEPTHS[-1]:
            late.append(f"{asked} > {wanted}: {places[-1]}")
    found = {f"top_{depth}": sum(p is not None and p <= depth for p in places) / max(len(places), 1)
             for depth in DEPTHS}
    return found, len(places), late


def self_test():
    def one(name, score, exists=True):
        return {"id": name, "pinpoint": name + "@en", "score": score, "exists": exists}
    answers = {"a#1": {"curated": [one("b#1", .5)], "similar": [one("c#1", .6), one("c#2", .4)]},
               "b#1": {"curated": [one("a#1", .5)], "similar": []},
               "a#2": {"curated": [{"id": "d#1", "exists": False}], "similar": []},
               "a#3": {"curated": [], "similar": []}}
    found, pairs, late = measure(answers.get, [("a#1", "b#1"), ("b#1", "a#1"), ("a#2", "d#1"),
                                               ("d#1", "a#2"), ("a#3", "b#1")])
    ok = pairs == 3 and abs(found["top_1"] - 1 / 3) < 1e-9 and abs(found["top_5"] - 2 / 3) < 1e-9
    return 0 if ok and late == ["a#3 > b#1: None"] else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs")
    parser.add_argument("--texts", help="folder of texts, to be read beside the digest")
    parser.add_argument("--pairs", help="a TAB b TAB relation")
    parser.add_argument("--work", help="folder for what is made on the way")
    parser.add_argument("--verbose", action="store_true", help="name what is found too late")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        return self_test()
    if not os.path.isdir(options.texts) or not os.path.exists(options.pairs):
        print(f"skipped: {options.texts} or {options.pairs} is not there")
        return relevance.SKIPPED
    with tempfile.TemporaryDirectory(dir=options.work) as folder:
        index = os.path.join(folder, "index")
        relevance.run(os.path.join(options.programs, "pinlex-index"), "--quiet", index, options.texts,
                      stderr=subprocess.DEVNULL)

        def ask(citation):
            run = subprocess.run(
                [os.path.join(options.programs, "pinlex"), "parallels", "--index", index, "--with-digest",
                 "--lang", "en", "--limit", MANY, "--format", "json", citation],
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
            answer = json.loads(run.stdout) if run.stdout else None
            return answer if answer and "asked" in answer else None

        found, pairs, late = measure(ask, pairs_of(options.pairs))
    if options.verbose:
        print("\n".join(late))
    print(f"{pairs} pairs: " + ", ".join(f"{name} {share:.4f}" for name, share in found.items()))
    return relevance.verdict("parallels", found)


if __name__ == "__main__":
    sys.exit(main())
