# SPDX-License-Identifier: GPL-2.0-or-later
"""Xapian Omega: `scriptindex` and `quest`. A question is a process of its own, so that its times hold its start."""
import os
import shutil

from measure import Run

SCRIPT = ("id : field boolean=Q\n"
          "title : field index=S index\n"
          "text : field index\n")


class Omega:
    name = "Xapian Omega (scriptindex, quest)"
    highlights_only = False

    def __init__(self, stemmer):
        self.stemmer = stemmer

    def missing(self):
        absent = [p for p in ("scriptindex", "quest") if shutil.which(p) is None]
        return f"no {' and no '.join(absent)} (packages xapian-omega, xapian-tools)" if absent else None

    def index_command(self, source, index):
        shutil.rmtree(index, ignore_errors=True)
        script, dump = source.documents + ".script", source.documents + ".dump"
        if not os.path.exists(dump):
            with open(script, "w", encoding="utf-8") as out:
                out.write(SCRIPT)
            with open(source.documents, encoding="utf-8") as lines, \
                    open(dump, "w", encoding="utf-8") as out:
                for line in lines:
                    row = line.rstrip("\n").split("\t")
                    out.write("id={}\ntitle={}\ntext={}\n\n".format(*row))
        return ["scriptindex", "-s", self.stemmer, index, script, dump]

    def ask(self, index, query):
        return ["quest", "-d", index, "-s", self.stemmer, "-m", "10", query]

    def cold_command(self, index, words):
        return self.ask(index, " ".join(words))

    def times(self, index, questions, highlights):
        if highlights:
            return None
        out = []
        for kind, words in questions:
            query = '"' + " ".join(words) + '"' if kind == "phrase" else \
                (" AND " if kind == "and" else " OR ").join(words)
            out.append((kind, Run(self.ask(index, query)).cpu * 1000))
        return out
