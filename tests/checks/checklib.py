# SPDX-License-Identifier: GPL-2.0-or-later
"""What all checks share: the files of a tree, and a self-test that proves that a check can fail.

A check is a function from a Tree to a list of problems, one line each. Its cases are small trees
with what must be said of them: an empty list for a tree in order, else a piece of each problem.
"""
import argparse
import os
import subprocess
import sys
import tempfile

SKIPPED = 77  # CTest's SKIP_RETURN_CODE for the checks


class Skip(Exception):
    """A check that cannot run here, with the reason."""


class Tree:
    """The files of a checkout: those that git tracks or would track, else all but build/."""

    def __init__(self, root):
        self.root = os.path.abspath(root)
        self._files = None

    def files(self, *suffixes):
        """Paths relative to the root that end in one of the suffixes (all, where none is given)."""
        if self._files is None:
            self._files = self._from_git() or self._from_disk()
        return [f for f in self._files if not suffixes or f.endswith(suffixes)]

    def path(self, file):
        return os.path.join(self.root, file)

    def exists(self, file):
        return os.path.exists(self.path(file))

    def read(self, file):
        with open(self.path(file), encoding="utf-8", errors="replace") as stream:
            return stream.read()

    def _from_git(self):
        if not os.path.exists(self.path(".git")):
            return None
        listed = subprocess.run(
            ["git", "-c", "safe.directory=*", "-C", self.root, "ls-files", "-z", "--cached",
             "--others", "--exclude-standard"], capture_output=True, check=False)
        if listed.returncode != 0:
            return None
        names = listed.stdout.decode("utf-8", "replace").split("\0")
        return sorted({n for n in names if n and os.path.isfile(self.path(n))})

    def _from_disk(self):
        found = []
        for folder, folders, files in os.walk(self.root):
            folders[:] = sorted(d for d in folders if d not in (".git", "build"))
            found += [os.path.relpath(os.path.join(folder, f), self.root) for f in files]
        return sorted(found)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def self_test(check, cases):
    """Runs the check over each case; returns what it got wrong."""
    wrong = []
    if not any(expected for _, _, expected in cases):
        wrong.append("no case expects a problem: this check is not known to fail")
    for name, files, expected in cases:
        with tempfile.TemporaryDirectory() as root:
            for file, content in files.items():
                path = os.path.join(root, file)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w", encoding="utf-8") as stream:
                    stream.write(content)
                if content.startswith("#!"):
                    os.chmod(path, 0o755)
            problems = check(Tree(root))
        if len(problems) != len(expected):
            wrong.append(f"{name}: {len(expected)} problems expected, found {problems}")
            continue
        for problem, piece in zip(problems, expected):
            if piece not in problem:
                wrong.append(f"{name}: expected '{piece}' in '{problem}'")
    return wrong


def main(check, cases, add_options=None):
    """The command line of a check: CHECK.py ROOT, or CHECK.py --self-test."""
    parser = argparse.ArgumentParser(description=sys.modules["__main__"].__doc__)
    parser.add_argument("root", nargs="?", help="top of the checkout")
    parser.add_argument("--self-test", action="store_true", help="prove that the check can fail")
    if add_options:
        add_options(parser)
    options = parser.parse_args()
    run = (lambda tree: check(tree, options)) if add_options else check
    try:
        if options.self_test:
            problems = self_test(run, cases)
        elif options.root:
            problems = run(Tree(options.root))
        else:
            parser.error("ROOT or --self-test is needed")
    except Skip as reason:
        print(f"skipped: {reason}")
        return SKIPPED
    for problem in problems:
        print(problem)
    return 1 if problems else 0
