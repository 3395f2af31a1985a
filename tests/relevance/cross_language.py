# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures how well a query in one language finds provisions in another: the heading of each article
of a text that is there in two languages is the query, and what is wanted is that article in the other
language, or any article whose heading there is the same. Prints the mean reciprocal rank of both
directions and holds it above its floor.

What an index learns from an instrument never answers for that instrument: the instruments are dealt into
folds, and the headings of a fold are asked of an index that learnt from the others alone. A text that is
there in one language only is looked for by English words besides.

    python3 tests/relevance/cross_language.py --programs build/dev/bin --texts FOLDER

The query says which language is wanted (lang:en), not --lang: that is about which languages a query is
read in."""
import argparse
import json
import os
import subprocess
import sys
import tempfile

import relevance

PAIR = ("nl", "en")
FOLDS = 5


def articles(programs, index, instrument, language):
    """{eid: heading} of the articles of one version that have a heading."""
    shown = relevance.run(os.path.join(programs, "pinlex"), "show", "--index", index, "--lang", language,
                          "--format", "json", instrument, stdout=subprocess.PIPE)
    outline = json.loads(shown)["provisions"][0]["outline"]
    return {entry["eid"]: " ".join(entry["heading"].split()) for entry in outline
            if entry["level"] == "article" and entry["heading"].strip()}


def headings(programs, index):
    """{language: {article id: heading}} of the instruments that are there in both languages."""
    info = json.loads(relevance.run(os.path.join(programs, "pinlex"), "info", "--index", index,
                                    "--format", "json", stdout=subprocess.PIPE))
    found = {language: {} for language in PAIR}
    for instrument in info["instruments"]:
        if not {version["language"] for version in instrument["versions"]}.issuperset(PAIR):
            continue
        of = {language: articles(programs, index, instrument["id"], language) for language in PAIR}
        for language in PAIR:
            found[language].update({f"{instrument['id']}#{eid}": heading
                                    for eid, heading in of[language].items()
                                    if all(eid in other for other in of.values())})
    return found


def title(heading):
    return heading.casefold().rstrip(" .;:")


def collection(asked, wanted, language):
    """Topics and qrels: headings asked in one language, articles wanted in the other."""
    same = {}
    for article, heading in wanted.items():
        same.setdefault(title(heading), []).append(article)
    topics = "".join(f"{article}\tlang:{language} {heading}\n" for article, heading in asked.items())
    qrels = "".join(f"{article} 0 {answer} 3\n" for article in asked
                    for answer in same[title(wanted[article])])
    return topics, qrels


def instrument_of(line):
    return line.split("#")[0]


def folds_of(instruments):
    """The instruments, dealt into folds."""
    return [instruments[i::FOLDS] for i in range(min(FOLDS, len(instruments)))]


def of_fold(lines, fold):
    return "".join(line for line in lines.splitlines(True) if instrument_of(line) in fold)


def measure(programs, indexes, folder, texts):
    """The scores of topics, each asked of the index that learnt nothing from its instrument."""
    paths = [os.path.join(folder, name) for name in ("topics", "qrels", "run")]
    for path, text in zip(paths, texts):
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(text)
    program = os.path.join(programs, "pinlex-eval")
    with open(paths[2], "w", encoding="utf-8") as stream:
        for fold, index in indexes:
            asked = os.path.join(folder, "asked")
            with open(asked, "w", encoding="utf-8") as part:
                part.write(of_fold(texts[0], fold))
            relevance.run(program, "run", "--index", index, "--topics", asked, stdout=stream)
            stream.flush()
    return json.loads(relevance.run(program, "score", "--format", "json", paths[1], paths[2],
                                    stdout=subprocess.PIPE))


def missing(wanted, answer):
    """What of the articles wanted an answer lacks, and whether it names the words it took for others."""
    found = {hit["id"].split("@")[0] for hit in answer["hits"]}
    problems = [f"{article} is not found" for article in wanted if article not in found]
    return problems if answer.get("translations") else problems + ["no translation is named"]


def one_language_only(programs, index):
    """A text that is there in Dutch only is found in English, unless --lang says otherwise."""
    def asked(*options):
        return json.loads(relevance.run(
            os.path.join(programs, "pinlex"), "search", "--index", index, "--limit", "20", "--format", "json",
            *options, "interception of telecommunications", stdout=subprocess.PIPE))

    wanted = [f"eu-mla-2000#art_{number}" for number in range(17, 23)]
    problems = missing(wanted, asked())
    problems += [f"--lang en shows {hit['id']}" for hit in asked("--lang", "en")["hits"]
                 if hit["id"].startswith("eu-mla-2000#")]
    print("\n".join(problems) or "title III of eu-mla-2000 is found", flush=True)
    return 1 if problems else 0


def self_test():
    topics, qrels = collection({"a#art_1": "Lamp", "a#art_2": "Duif", "b#art_1": "Licht"},
                               {"a#art_1": "The lamp", "a#art_2": "Pigeon", "b#art_1": "THE LAMP."}, "en")
    ok = (topics == "a#art_1\tlang:en Lamp\na#art_2\tlang:en Duif\nb#art_1\tlang:en Licht\n"
          and qrels == "a#art_1 0 a#art_1 3\na#art_1 0 b#art_1 3\na#art_2 0 a#art_2 3\n"
          "b#art_1 0 a#art_1 3\nb#art_1 0 b#art_1 3\n")
    ok = ok and folds_of(list("abcdefg")) == [["a", "f"], ["b", "g"], ["c"], ["d"], ["e"]]
    ok = ok and of_fold("a#art_1\tx\nb#art_1\ty\n", ["b"]) == "b#art_1\ty\n"
    answer = {"hits": [{"id": "a#art_1@nl"}], "translations": [{"word": "x"}]}
    ok = ok and missing(["a#art_1"], answer) == [] and len(missing(["a#art_2"], answer)) == 1
    ok = ok and missing(["a#art_1"], {"hits": answer["hits"]}) == ["no translation is named"]
    return 0 if ok else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs")
    parser.add_argument("--texts", help="folder of texts in both languages")
    parser.add_argument("--work", help="folder for what is made on the way")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        return self_test()
    if not os.path.isdir(options.texts):
        print(f"skipped: {options.texts} is not there")
        return relevance.SKIPPED
    status = 0
    with tempfile.TemporaryDirectory(dir=options.work) as folder:
        def made(name, without=()):
            index = os.path.join(folder, name)
            relevance.run(os.path.join(options.programs, "pinlex-index"), "--quiet", index, options.texts,
                          *(f"--no-pairs-from={one}" for one in without), stderr=subprocess.DEVNULL)
            return index

        everything = made("all")
        status |= one_language_only(options.programs, everything)
        found = headings(options.programs, everything)
        folds = folds_of(sorted({instrument_of(article) for article in found[PAIR[0]]}))
        indexes = [(fold, made(f"without-{i}", fold)) for i, fold in enumerate(folds)]
        for asked, wanted in (PAIR, PAIR[::-1]):
            scores = measure(options.programs, indexes, folder,
                             collection(found[asked], found[wanted], wanted))
            mean = scores["mean"]
            print(f"{asked} to {wanted}: {scores['topics']} headings, {len(scores['unanswered'])} without "
                  f"a hit, MRR {mean['mrr']:.4f}, R@10 {mean['recall_10']:.4f}", flush=True)
            status |= relevance.verdict(f"{asked}-{wanted}", mean)
    return status


if __name__ == "__main__":
    sys.exit(main())
