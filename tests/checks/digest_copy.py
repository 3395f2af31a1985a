# SPDX-License-Identifier: GPL-2.0-or-later
"""The built-in digest is our own words: no run of twelve or more words is shared with a text of
../shared/corpus, apart from headings and the titles of instruments."""
import os
import re
import sys

import checklib

RUN = 12
DIGEST = "corpus/data/digest/"
CATALOGUE = "corpus/data/catalogue/"
WORD = re.compile(r"[^\W\d_]+")
FRONT_MATTER = re.compile(r"\A---\n(.*?)^---$", re.M | re.S)


def words_of(text):
    return [(m.group().lower(), m.start()) for m in WORD.finditer(text)]


def headings(text):
    """Headings and the titles in front matter: what may stand in a text as it is."""
    front = FRONT_MATTER.match(text)
    found = re.findall(r"^#+[ \t]+(.*)$", text, re.M)
    return found + (re.findall(r"^title:(.*)$", front.group(1), re.M) if front else [])


def runs(words):
    return {" ".join(w for w, _ in words[i:i + RUN]): words[i][1]
            for i in range(len(words) - RUN + 1)}


def titles(tree):
    """What the catalogue calls the instruments."""
    files = [f for f in tree.files(".toml") if f.startswith(CATALOGUE)]
    return [s for f in files for s in re.findall(r'"([^"\n]+)"', tree.read(f))]


def own_runs(text, names):
    """The runs of a file's blocks, where they start, without those inside a heading or title."""
    official = " | ".join(" ".join(w for w, _ in words_of(h)) for h in headings(text) + names)
    body = FRONT_MATTER.sub(lambda m: " " * len(m.group()), text)
    body = re.sub(r"^#.*$", lambda m: " " * len(m.group()), body, flags=re.M)
    return {run: at for run, at in runs(words_of(body)).items() if run not in official}


def corpus_texts(folder):
    for place, _, files in os.walk(folder):
        for file in sorted(files):
            if file.endswith((".md", ".txt")):
                path = os.path.join(place, file)
                with open(path, encoding="utf-8", errors="replace") as stream:
                    yield os.path.relpath(path, folder), stream.read()


def check(tree):
    corpus = tree.path("../shared/corpus")
    if not os.path.isdir(corpus):
        if not tree.exists("shared/corpus"):
            raise checklib.Skip("there is no ../shared/corpus to compare the digest with")
        corpus = tree.path("shared/corpus")  # the self-test's
    ours = {}
    texts = {f: tree.read(f) for f in tree.files(".md") if f.startswith(DIGEST)}
    names = titles(tree)
    for file, text in texts.items():
        for run, at in own_runs(text, names).items():
            ours.setdefault(run, (file, at))
    if not ours:
        return ["no text of the digest found"]
    problems = []
    for theirs, text in corpus_texts(corpus):
        last_file = last_at = None
        for run in runs(words_of(text)):
            if run in ours:
                file, at = ours[run]
                line = checklib.line_of(texts[file], at)
                if (file, line) != (last_file, last_at):
                    problems.append(f"{file}:{line}: shares with {theirs}: {run}")
                last_file, last_at = file, line
    return problems


LONG = "each party shall adopt such legislative and other measures as may be necessary to do it"
TITLE = "Second Additional Protocol to the Convention on the Tapping of Lines and Wires at Sea"
CASES = [
    ("in order", {"corpus/data/digest/a.md": f"---\ntitle: {LONG}\n---\n## {LONG}\n"
                                             "Every State must make laws, and whatever else it takes, "
                                             "for this to be done at home.\n",
                  "corpus/data/digest/b.md": f"See the {TITLE}.\n",
                  "corpus/data/catalogue/a.toml": f'titles.en = "{TITLE}"\n',
                  "shared/corpus/b.txt": TITLE,
                  "shared/corpus/a.md": f"# T\n{LONG}\n"}, []),
    ("eleven words", {"corpus/data/digest/a.md": " ".join(LONG.split()[:11]) + " otherwise than so\n",
                      "shared/corpus/a.md": LONG}, []),
    ("a sentence copied", {"corpus/data/digest/a.md": f"## H\n\n{LONG.upper()}.\n",
                           "shared/corpus/x/a.txt": f"so that {LONG}\n"},
     ["corpus/data/digest/a.md:3: shares with x/a.txt: each party shall"]),
]

if __name__ == "__main__":
    sys.exit(checklib.main(check, CASES))
