# SPDX-License-Identifier: GPL-2.0-or-later
"""The digest is spelled as its language is (British English, French, Spanish), apart from the terms of
art and names in digest.words."""
import os
import re
import shutil
import subprocess
import sys

import checklib

DICTIONARIES = {"en": "en_GB", "fr": "fr", "es": "es_ES"}
DIGEST = "corpus/data/digest/"
WORDS = "tests/checks/digest.words"
NUMBER = re.compile(r"[a-zA-Z]?|[ivx]+|[IVX]+")  # of a point, and what is left of "d'une"
FRONT_MATTER = re.compile(r"\A---\n(.*?)^---$", re.M | re.S)


def check(tree):
    if not shutil.which("hunspell"):
        raise checklib.Skip("there is no hunspell")
    known = set()
    if tree.exists(WORDS):
        known = {w.split("#")[0].strip().lower() for w in tree.read(WORDS).split("\n")}
    problems = []
    files = [f for f in tree.files(".md") if f.startswith(DIGEST)]
    for file in files:
        text = tree.read(file)
        front = FRONT_MATTER.match(text)
        language = re.search(r"^language:\s*(\w+)", front.group(1), re.M) if front else None
        if not language:
            problems.append(f"{file}: no language in its front matter")
        elif language.group(1) in DICTIONARIES:
            body = text[front.end():]
            problems += _misspelt(file, text, body, DICTIONARIES[language.group(1)], known)
    return problems if files else ["no text of the digest found"]


def _misspelt(file, text, body, dictionary, known):
    body = body.replace("’", "'")
    run = subprocess.run(["hunspell", "-d", dictionary, "-i", "utf-8", "-l"], input=body.encode(),
                         capture_output=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
    if run.returncode != 0:
        return [f"{file}: hunspell: {run.stderr.decode().strip()}"]
    found = []
    words = (w.strip(".-'") for w in run.stdout.decode().split())
    for word in dict.fromkeys(w for w in words if not NUMBER.fullmatch(w)):
        plain = re.sub(r"^(l|d|qu)'|'s?$", "", word.lower())
        if not {word.lower(), plain} & known:
            at = re.search(r"\b%s\b" % re.escape(word), text.replace("’", "'"))
            line = checklib.line_of(text, at.start()) if at else 0
            found.append(f"{file}:{line}: '{word}' ({dictionary}; terms of art go into {WORDS})")
    return found


def digest(language, text):
    return {DIGEST + "a.md": f"---\nlanguage: {language}\n---\n\n{text}\n"}


CASES = [
    ("in order", {**digest("en", "The colour of the protocol's chatbot."), WORDS: "# terms\nchatbot\n"},
     []),
    ("a typing error", digest("en", "The convnetion"), ["a.md:5: 'convnetion' (en_GB"]),
    ("American spelling", digest("en", "the behavior"), ["'behavior'"]),
    ("French", digest("fr", "La convention protège les donées."), ["'donées' (fr"]),
    ("Spanish", digest("es", "La convención protege los datoss."), ["'datoss' (es_ES"]),
    ("no language", {DIGEST + "a.md": "# x\n"}, ["no language"]),
]

if __name__ == "__main__":
    sys.exit(checklib.main(check, CASES))
