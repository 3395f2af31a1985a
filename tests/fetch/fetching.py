# SPDX-License-Identifier: GPL-2.0-or-later
"""What the tests of pinlex-fetch share: a server on this machine, a catalogue of invented texts that names it, and
a folder to fetch into."""
import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import unittest

from misbehaving_server import Server

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "integration"))
from progress_on_terminal import on_terminal  # noqa: E402,F401 - for the tests

OPTIONS = argparse.Namespace()
TYPE = "text/html; charset=utf-8"


def fixture(name):
    with open(os.path.join(OPTIONS.source, "tests", "fixtures", "fetch", name), "rb") as file:
        return file.read()


def environment():
    """No proxy stands before this machine, and nothing of the surroundings names data."""
    return {k: v for k, v in os.environ.items()
            if not k.startswith("PINLEX_") and not k.lower().endswith("_proxy")}


class Fetch(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="pinlex-test.")
        self.addCleanup(temporary.cleanup)
        self.base = temporary.name
        self.folder = os.path.join(self.base, "texts")
        self.catalogue = os.path.join(self.base, "tides.toml")
        self.server = Server()
        self.addCleanup(self.server.stop)
        self.english, self.dutch = fixture("tides.en.html"), fixture("tides.nl.html")
        self.write_catalogue(("en", self.server.address("/en")))

    def write_catalogue(self, *places, articles=4):
        lines = ['[[instrument]]', 'id = "tides"', 'kind = "treaty"', f'articles = {articles}',
                 'titles.en = "Convention on the Reading of Tides"',
                 'titles.nl = "Verdrag inzake het aflezen van getijden"']
        for language, address, *more in places:
            lines += ['[[instrument.text]]', f'language = "{language}"', f'address = "{address}"',
                      'format = "html"', *more]
        with open(self.catalogue, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")

    def run_program(self, name, *words):
        run = subprocess.run([os.path.join(OPTIONS.programs, name), *words], capture_output=True,
                             env=environment(), check=False, timeout=300)
        return run.returncode, run.stdout.decode(), run.stderr.decode()

    def fetch(self, *words, status=0, ids=("tides",)):
        """(standard output, standard error) of a run that is not patient."""
        words = ("--catalogue", self.catalogue, "--delay", "0", *words)
        done = self.run_program("pinlex-fetch", *words, self.folder, *ids)
        self.assertEqual(done[0], status, done)
        return done[1:]

    def place(self, *names):
        return os.path.join(self.folder, *names)

    def content(self, *names):
        with open(self.place(*names), "rb") as file:
            return file.read()

    def lock(self):
        return json.loads(self.content("pinlex-fetch.lock"))["texts"]

    def assert_is_there(self, body=None, name="tides.en.html"):
        body = self.english if body is None else body
        self.assertEqual(self.content(name), body)
        entry = self.lock()[name.removesuffix(".html")]["accepted"]
        self.assertEqual((entry["file"], entry["bytes"], entry["sha256"]),
                         (name, len(body), hashlib.sha256(body).hexdigest()))
        self.assertFalse(os.path.exists(self.place(".pinlex-fetch")))
        return entry


def main(about):
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--source", required=True)
    parser.add_argument("--programs", required=True)
    parser.add_argument("tests", nargs="*")
    parser.parse_args(namespace=OPTIONS)
    unittest.main(argv=[sys.argv[0], *OPTIONS.tests])
