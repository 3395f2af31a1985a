# SPDX-License-Identifier: GPL-2.0-or-later
"""SQLite FTS5, as Python ships it. Run as a program it indexes or asks."""
import os
import sqlite3
import sys
import time

SNIPPET = "snippet(texts, 2, '[', ']', '…', 30)"


class Fts5:
    name = "SQLite FTS5 (porter)"
    highlights_only = False

    def missing(self):
        try:
            sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE t USING fts5(x)")
        except sqlite3.OperationalError as error:
            return str(error)
        return None

    def index_command(self, source, index):
        return [sys.executable, "-B", __file__, "index", source.documents, index]

    def cold_command(self, index, words):
        return [sys.executable, "-B", __file__, "ask", index, " OR ".join(words)]

    @staticmethod
    def query(kind, words):
        if kind == "phrase":
            return '"' + " ".join(words) + '"'
        return (" AND " if kind == "and" else " OR ").join(f'"{word}"' for word in words)

    def times(self, index, questions, highlights):
        database = sqlite3.connect(index)
        out = []
        for kind, words in questions:
            before = time.process_time()
            ask(database, self.query(kind, words), highlights)
            out.append((kind, (time.process_time() - before) * 1000))
        return out


def ask(database, query, highlights):
    shown = SNIPPET if highlights else "rowid"
    return database.execute(f"SELECT id, {shown} FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 10",
                            (query,)).fetchall()


def build(documents, index):
    if os.path.exists(index):
        os.remove(index)
    database = sqlite3.connect(index)
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                           "CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, title, text, "
                           "tokenize = 'porter unicode61');")
    with open(documents, encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines)
        database.executemany("INSERT INTO texts VALUES (?, ?, ?)", rows)
    database.commit()


if __name__ == "__main__":
    if sys.argv[1] == "index":
        build(*sys.argv[2:])
    else:
        print(len(ask(sqlite3.connect(sys.argv[2]), sys.argv[3], False)))
