#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks `pinlex serve` over pipes, from a program that links nothing of pinlex:
serve_client.py INDEX QUERY..."""
import json
import subprocess
import sys
from typing import Any


class Client:
    """One running `pinlex serve`; for one thread at a time."""

    def __init__(self, index: str, program: str = "pinlex") -> None:
        self.process = subprocess.Popen([program, "serve", "--stdio", "--index", index],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        encoding="utf-8")

    def ask(self, method: str, **params: Any) -> Any:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps({"method": method, "params": params}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("pinlex has ended")
        answer = json.loads(line)
        if "error" in answer:
            raise RuntimeError("{message}\n{hint}".format(**{"hint": "", **answer["error"]}))
        return answer["result"]

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.communicate()


def main(index: str, query: str) -> int:
    with Client(index) as client:
        hits = client.ask("search", query=query, limit=3)["hits"]
        for hit in hits:
            source = hit["provenance"]
            print(f"{hit['citation']} [{hit['edition']}]")
            for run in hit["texts"]:
                print("  " * run["depth"], run.get("number", ""), run["text"])
            print(f"  {source['file']}, SHA-256 {source['sha256']}\n")
    return 0 if hits else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], " ".join(sys.argv[2:])))
