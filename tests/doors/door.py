# SPDX-License-Identifier: GPL-2.0-or-later
"""What the tests of the doors share: an index over the fixtures, and a program that is spoken to by
lines."""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import unittest

OPTIONS = argparse.Namespace()


def environment():
    """Nothing of the surroundings names an index."""
    return {k: v for k, v in os.environ.items() if not k.startswith("PINLEX_")}


def make_index(folder, *roots):
    """An index named `index` in a folder, over fixtures by name or paths."""
    roots = [os.path.join(OPTIONS.source, "tests", "fixtures", r) for r in roots]
    subprocess.run([os.path.join(OPTIONS.programs, "pinlex-index"), os.path.join(folder, "index"), *roots],
                   env=environment(), check=True, capture_output=True)


class Program:
    """A running program; a line written is answered by a line, or by none."""

    def __init__(self, *words, folder=None):
        words = [os.path.join(OPTIONS.programs, words[0]), *words[1:]]
        self.process = subprocess.Popen(words, cwd=folder, env=environment(), stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def send(self, line):
        """Bytes or text as they are, anything else as JSON."""
        if not isinstance(line, (bytes, str)):
            line = json.dumps(line)
        data = line if isinstance(line, bytes) else line.encode()
        self.process.stdin.write(data + b"\n")
        self.process.stdin.flush()

    def receive(self):
        line = self.process.stdout.readline()
        assert line.endswith(b"\n"), f"no answer but {line!r}"
        return json.loads(line)

    def ask(self, line):
        self.send(line)
        return self.receive()

    def most_memory(self):
        """In MiB, ever since it was started."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(int(l.split()[1]) for l in status if l.startswith("VmHWM:")) / 1024

    def end(self):
        """Closes its input; gives what it still wrote, its errors and its status."""
        out, err = self.process.communicate(timeout=60)
        return out.decode(), err.decode(), self.process.returncode

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


class DoorTest(unittest.TestCase):
    """Has an index over the invented treaties and commentary in `self.folder`."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="pinlex-test.")
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.folder = cls.temporary.name
        make_index(cls.folder, "treaties", "commentary", "powers")

    def command_line(self, *words):
        """The JSON that the command line prints."""
        run = subprocess.run([os.path.join(OPTIONS.programs, "pinlex"), words[0], "--index", "index",
                              "--format", "json", *words[1:]], cwd=self.folder, env=environment(),
                             check=False, capture_output=True)
        return json.loads(run.stdout)


def schema(name):
    with open(os.path.join(OPTIONS.source, "searcher", "schemas", name), encoding="utf-8") as stream:
        return json.load(stream)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--source", required=True, help="top of the tree")
    parser.add_argument("--programs", required=True, help="folder of the built programs")
    _, rest = parser.parse_known_args(namespace=OPTIONS)
    unittest.main(module="__main__", argv=[sys.argv[0], *rest])
