# SPDX-License-Identifier: GPL-2.0-or-later
"""The built-in thesaurus of powers is accepted by pinlex-thesaurus and is whole: enough concepts, a
label in each of our languages, a safeguard for each power, nothing that stands alone, every file
shipped, and every concept that the classifier knows by its id there and in the README."""
import os
import re
import subprocess
import sys
import tomllib

import checklib

FOLDER = "corpus/data/powers/"
LISTED = "corpus/data/CMakeLists.txt"
ROLES = "corpus/powers/src/roles.cpp"
LANGUAGES = {"en", "fr", "es", "ru", "ar", "zh", "nl", "de"}
LEAST = 120


def above(concepts, name):
    """The concept and all that are broader."""
    found, todo = set(), [name]
    while todo:
        one = todo.pop()
        if one in concepts and one not in found:
            found.add(one)
            todo += concepts[one].get("broader", [])
    return found


def beside(concepts):
    """Id: the ids related to it, from either side."""
    pairs = {name: set() for name in concepts}
    for name, concept in concepts.items():
        for other in concept.get("related", []):
            pairs[name].add(other)
            pairs.setdefault(other, set()).add(name)
    return pairs


def faults(concepts, least):
    related = beside(concepts)
    safeguards = {n for n, c in concepts.items() if c["kind"] == "safeguard"}
    broader = {b for c in concepts.values() for b in c.get("broader", [])}
    if len(concepts) < least:
        yield f"{FOLDER}: {len(concepts)} concepts; at least {least}"
    for name, concept in sorted(concepts.items()):
        lacking = sorted(LANGUAGES - set(concept.get("label", {})))
        if lacking:
            yield f"{FOLDER}: '{name}' has no label in {', '.join(lacking)}"
        if not concept.get("broader") and name not in broader and not related[name]:
            yield f"{FOLDER}: '{name}' stands alone"
        if concept["kind"] == "power" and not any(
                safeguards & related[one] for one in above(concepts, name)):
            yield f"{FOLDER}: no safeguard is related to the power '{name}' or to what is broader"


def unknown_roles(tree, concepts):
    """Ids in the tables of the classifier that the thesaurus or its README lacks."""
    readme = tree.read(FOLDER + "README.md")
    for name in re.findall(r'(?:\{|conditions_id = )"([a-z0-9-]+)"', tree.read(ROLES)):
        if name not in concepts:
            yield f"{ROLES}: there is no concept '{name}'"
        if f"`{name}`" not in readme:
            yield f"{FOLDER}README.md: does not tell of '{name}'"


def check(tree, options):
    files = [f for f in tree.files(".toml") if f.startswith(FOLDER)]
    if not files:
        raise checklib.Skip("there is no built-in thesaurus yet")
    program = tree.path("bin/pinlex-thesaurus") if options.self_test else options.program
    run = subprocess.run([program, "check", tree.path(FOLDER)], capture_output=True, text=True,
                         check=False, stdin=subprocess.DEVNULL)
    if run.returncode != 0:
        return [f"pinlex-thesaurus check: status {run.returncode}: {run.stderr.strip()}"]
    listed = tree.read(LISTED)
    problems = [f"{LISTED}: does not name {f}" for f in files
                if f.removeprefix(os.path.dirname(LISTED) + "/") not in listed]
    concepts = {c["id"]: c for f in files for c in tomllib.loads(tree.read(f)).get("concept", [])}
    problems += unknown_roles(tree, concepts)
    return problems + list(faults(concepts, 2 if options.self_test else LEAST))


def concept(name, kind, more="", languages=LANGUAGES):
    labels = "".join(f'label.{code} = "{name}"\n' for code in sorted(languages))
    return f'[[concept]]\nid = "{name}"\nkind = "{kind}"\n{more}{labels}'


ACCEPTS = {"bin/pinlex-thesaurus": "#!/bin/sh\n", LISTED: "powers/a.toml powers/b.toml",
           ROLES: "", FOLDER + "README.md": ""}
JUDGE = concept("judge", "safeguard")
TAP = concept("tap", "power", 'broader = ["watch"]\n')
WATCH = concept("watch", "power", 'related = ["judge"]\n')


def tree_of(*concepts, **files):
    return {**ACCEPTS, FOLDER + "a.toml": "".join(concepts), **files}


CASES = [
    ("in order", tree_of(TAP, WATCH, JUDGE), []),
    ("from the other side", tree_of(concept("tap", "power"),
                                    concept("judge", "safeguard", 'related = ["tap"]\n')), []),
    ("no safeguard", tree_of(TAP, WATCH.replace("judge", "tap"), JUDGE),
     ["'judge' stands alone", "the power 'tap'", "the power 'watch'"]),
    ("a label lacks", tree_of(TAP, WATCH, concept("judge", "safeguard", "", {"en", "fr"})),
     ["'judge' has no label in ar, de, es, nl, ru, zh"]),
    ("too few", tree_of(concept("a", "data", 'related = ["a"]\n')), ["1 concepts; at least 2"]),
    ("a file that is not shipped", tree_of(TAP, WATCH, JUDGE, **{FOLDER + "c.toml": ""}),
     ["does not name corpus/data/powers/c.toml"]),
    ("roles", tree_of(TAP, WATCH, JUDGE, **{ROLES: '{"judge", x}, {"swan", y}',
                                            FOLDER + "README.md": "`judge`"}),
     ["there is no concept 'swan'", "does not tell of 'swan'"]),
    ("refused", tree_of(TAP, WATCH, JUDGE, **{"bin/pinlex-thesaurus": "#!/bin/sh\nexit 2\n"}),
     ["status 2"]),
]


def add_options(parser):
    parser.add_argument("--program", help="the built pinlex-thesaurus")


if __name__ == "__main__":
    sys.exit(checklib.main(check, CASES, add_options))
