# SPDX-License-Identifier: GPL-2.0-or-later
"""An installation holds what it should, keeps to itself, and its programs work from where they are."""
import os
import subprocess
import sys

WANTED = [
    "bin/pinlex", "bin/pinlex-eval", "bin/pinlex-fetch", "bin/pinlex-index", "bin/pinlex-mcp",
    "bin/pinlex-thesaurus",
    "include/pinlex/searcher/searcher.hpp", "include/pinlex/indexer/indexer.hpp",
    "include/pinlex.h",
    "share/man/man1/pinlex.1", "share/man/man1/pinlex-eval.1", "share/man/man1/pinlex-fetch.1",
    "share/man/man1/pinlex-index.1",
    "share/man/man1/pinlex-mcp.1", "share/man/man1/pinlex-thesaurus.1",
    "share/bash-completion/completions/pinlex", "share/bash-completion/completions/pinlex-eval",
    "share/bash-completion/completions/pinlex-fetch", "share/bash-completion/completions/pinlex-index",
    "share/pinlex/catalogue", "share/pinlex/digest.index/CURRENT",
]


def main(prefix):
    problems = [f"{file} is not installed" for file in WANTED
                if not os.path.exists(os.path.join(prefix, file))]
    for folder, _, files in os.walk(os.path.join(prefix, "lib")):
        for file in files:
            if file.endswith(".cmake"):
                with open(os.path.join(folder, file), encoding="utf-8") as stream:
                    if prefix in stream.read():
                        problems.append(f"{file} names the folder it was installed into")
    environment = {k: v for k, v in os.environ.items() if k != "PINLEX_INDEX"}
    search = subprocess.run([os.path.join(prefix, "bin/pinlex"), "search", "interception"],
                            capture_output=True, text=True, check=False, env=environment)
    if search.returncode != 0 or "art." not in search.stdout:
        problems.append(f"the installed pinlex does not answer from its digest: status "
                        f"{search.returncode}: {search.stderr.strip()}")
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
