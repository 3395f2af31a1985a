#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Searches an index and prints what one needs to cite: search.py INDEX QUERY..."""
import sys

import pinlex


def main(index: str, query: str) -> int:
    try:
        with pinlex.open(index) as searcher:
            answer = searcher.search(query, limit=3)
    except pinlex.Error as error:
        print(error, file=sys.stderr)
        return error.code
    for note in answer.notes:
        print("note:", note)
    for hit in answer:
        print(f"{hit.citation} [{hit.edition}]\n{hit.text}\n"
              f"  {hit.file}, bytes {hit.range[0]}-{hit.range[1]}, SHA-256 {hit.sha256}\n")
    return 0 if answer else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], " ".join(sys.argv[2:])))
