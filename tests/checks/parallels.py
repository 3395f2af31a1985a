# SPDX-License-Identifier: GPL-2.0-or-later
"""Every provision that the concordance names exists: in the digest where that has its article, else by the
catalogue's number of articles. No pair stands twice, and the file is shipped."""
import re
import sys
import tomllib

import checklib

FILE = "corpus/data/catalogue/parallels.tsv"
LISTED = "corpus/data/CMakeLists.txt"
RELATIONS = {"same", "narrower", "broader"}


def catalogue(tree):
    """{id: number of articles, 0 where that is unknown}"""
    found = {}
    for file in tree.files(".toml"):
        if file.startswith("corpus/data/catalogue/"):
            for one in tomllib.loads(tree.read(file)).get("instrument", []):
                found[one["id"]] = one.get("articles", 0)
    return found


def digest_articles(tree):
    """{id: numbers of the articles in its digest}"""
    found = {}
    for file in tree.files(".en.md"):
        name = re.fullmatch(r"corpus/data/digest/([a-z0-9-]+)\.en\.md", file)
        if name:
            found[name[1]] = set(re.findall(r"^### Article (\d+)\s*$", tree.read(file), re.M))
    return found


def fault(name, articles, digests):
    instrument, _, eid = name.partition("#")
    number = re.fullmatch(r"art_(\d+)(__.*)?", eid)
    if instrument not in articles:
        return f"the catalogue has no {instrument}"
    if not number:
        return f"{name} is no article"
    most = articles[instrument]
    if instrument in digests and number[1] not in digests[instrument] and not most:
        return f"the digest has no {name}"
    if most and not 1 <= int(number[1]) <= most:
        return f"{instrument} has {most} articles, none is {name}"
    return None


def check(tree):
    if FILE not in tree.files(".tsv"):
        raise checklib.Skip("there is no concordance yet")
    articles, digests, seen, problems = catalogue(tree), digest_articles(tree), set(), []
    if FILE.removeprefix("corpus/data/") not in tree.read(LISTED):
        problems.append(f"{LISTED}: does not name {FILE}")
    for number, line in enumerate(tree.read(FILE).splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        a, b, relation = (line.split("\t") + ["", ""])[:3]
        faults = [fault(name, articles, digests) for name in (a, b)]
        if relation not in RELATIONS or line.count("\t") != 2:
            faults.append("a line has two provisions and a relation")
        if frozenset((a, b)) in seen:
            faults.append(f"{a} and {b} stand together already")
        seen.add(frozenset((a, b)))
        problems += [f"{FILE}:{number}: {what}" for what in faults if what]
    return problems


def tree_of(*lines, listed="catalogue/parallels.tsv"):
    return {FILE: "# x\n" + "".join(line + "\n" for line in lines), LISTED: listed,
            "corpus/data/catalogue/a.toml": '[[instrument]]\nid = "lamps"\narticles = 3\n'
                                            '[[instrument]]\nid = "bells"\n',
            "corpus/data/digest/bells.en.md": "### Article 4\n"}


CASES = [
    ("in order", tree_of("lamps#art_3\tbells#art_4\tsame"), []),
    ("past the last article", tree_of("lamps#art_4\tbells#art_4\tsame"), ["lamps has 3 articles"]),
    ("not in the digest", tree_of("bells#art_5__para_1\tlamps#art_1\tsame"), ["no bells#art_5"]),
    ("unknown", tree_of("lamps#art_1\tdrums#art_1\tsame"), ["no drums"]),
    ("no article", tree_of("lamps#chp_1\tbells#art_4\tsame"), ["lamps#chp_1 is no article"]),
    ("no relation", tree_of("lamps#art_1\tbells#art_4"), ["two provisions and a relation"]),
    ("twice", tree_of("lamps#art_1\tbells#art_4\tsame", "bells#art_4\tlamps#art_1\tsame"),
     ["stand together already"]),
    ("not shipped", tree_of("lamps#art_1\tbells#art_4\tsame", listed=""), ["does not name"]),
]


if __name__ == "__main__":
    sys.exit(checklib.main(check, CASES))
