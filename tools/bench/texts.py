# SPDX-License-Identifier: GPL-2.0-or-later
"""The texts to measure with: the files of a folder, their sections as documents for engines that know no
structure, and questions made of their words."""
import os
import random
import re

HEADING = re.compile(r"^#+\s(.*)")
WORD = re.compile(r"[^\W\d_]{4,20}")
ADJACENT = re.compile(r"(?<!\S)([^\W\d_]{4,20}) (?=([^\W\d_]{4,20})(?!\S))")
END = "# \n"  # A heading, so that the last section ends.
CLASSES = ("or", "and", "phrase")


def files_in(folder):
    """The Markdown files below a folder, by name."""
    return sorted(os.path.join(place, name) for place, _, names in os.walk(folder)
                  for name in names if name.endswith((".md", ".txt")))


def share(folder, every, target):
    """Every n-th file, linked or copied into another folder. Returns its size in bytes."""
    size = 0
    for number, file in enumerate(files_in(folder)[::every]):
        place = os.path.join(target, os.path.relpath(file, folder))
        os.makedirs(os.path.dirname(place), exist_ok=True)
        try:
            os.link(file, place)
        except OSError:
            with open(file, "rb") as source, open(place, "wb") as copy:
                copy.write(source.read())
        size += os.path.getsize(file)
    return size


def documents(folder):
    """Each section below a heading: its id, title and words on one line."""
    for number, file in enumerate(files_in(folder)):
        title, lines, part = os.path.basename(file), [], 0
        with open(file, encoding="utf-8", errors="replace") as text:
            for line in [*text, END]:
                heading = HEADING.match(line)
                if not heading:
                    lines.append(line)
                    continue
                words = " ".join(" ".join(lines).split())
                if words:
                    part += 1
                    yield f"{number}.{part}", title, words
                title, lines = " ".join(heading.group(1).split()) or title, []


def write_documents(folder, path):
    """The documents as lines of id, title and text with tabs between."""
    with open(path, "w", encoding="utf-8") as out:
        for row in documents(folder):
            out.write("\t".join(row) + "\n")


def questions(path, each, seed=11):
    """So many questions of each class, made of the words of documents: (class, words)."""
    with open(path, encoding="utf-8") as lines:
        texts = [line.rstrip("\n").split("\t")[2] for line in lines]
    texts = [text for text in texts if len(WORD.findall(text)) >= 6 and ADJACENT.search(text)]
    if not texts:
        raise ValueError("no text has enough words to ask for")
    chance = random.Random(seed)
    out = []
    for number in range(each * len(CLASSES)):
        kind, text = CLASSES[number % len(CLASSES)], chance.choice(texts)
        if kind == "phrase":
            words = chance.choice(ADJACENT.findall(text))
        else:
            words = chance.sample(WORD.findall(text), 3 if kind == "or" else 2)
        out.append((kind, [word.lower() for word in words]))
    return out
