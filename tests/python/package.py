# SPDX-License-Identifier: GPL-2.0-or-later
"""The Python package over the library that was built."""
import argparse
import dataclasses
import gc
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest

OPTIONS = argparse.Namespace()
SKIPPED = 77


def run(program, *words, **more):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PINLEX_")}
    return subprocess.run([os.path.join(OPTIONS.programs, program), *words], check=True, capture_output=True,
                          text=True, env=environment, **more)


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="pinlex-test.")
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.index = os.path.join(cls.temporary.name, "index")
        fixtures = os.path.join(OPTIONS.source, "tests", "fixtures")
        run("pinlex-index", cls.index, *(os.path.join(fixtures, kind) for kind in ("treaties", "commentary", "powers")))

    def command_line(self, *words):
        return json.loads(run("pinlex", words[0], "--index", self.index, "--format", "json", *words[1:]).stdout)

    def test_hits_are_those_of_the_command_line(self):
        expected = self.command_line("search", "--limit", "20", "lamp OR signal")
        with pinlex.open(self.index) as searcher:
            answer = searcher.search("lamp OR signal", limit=20)
            self.assertEqual(answer.read_as, expected["read_as"])
            self.assertEqual(dataclasses.asdict(answer.total), expected["total"])
            self.assertEqual(len(answer), len(expected["hits"]))
            self.assertGreater(len(answer), 5)
            for hit, wanted in zip(answer, expected["hits"]):
                same = ("rank", "id", "pinpoint", "citation", "instrument", "title", "kind", "language", "edition")
                self.assertEqual([getattr(hit, n) for n in same], [wanted[n] for n in same])
                self.assertAlmostEqual(hit.score, wanted["score"])
                self.assertEqual(hit.heading, wanted["heading"]["text"])
                self.assertEqual((hit.extracted, hit.place), (False, ""))
                self.assertEqual((hit.file, hit.sha256), (wanted["provenance"]["file"], wanted["provenance"]["sha256"]))
                self.assertEqual(hit.range, tuple(wanted["provenance"]["range"].values()))
                self.assertIn(wanted["texts"][-1]["text"], hit.text)
            self.assertEqual(answer[0], list(answer)[0])
            self.assertEqual(answer[1:3], answer.hits[1:3])
            self.assertEqual(list(searcher.hits("lamp OR signal", limit=3)), list(searcher.search("lamp OR signal", limit=1000)))
            self.assertTrue(answer[0].official)

    def test_options_narrow(self):
        with pinlex.open(pathlib.Path(self.index)) as searcher:
            self.assertEqual({h.language for h in searcher.search("lamp OR licht", lang="nl")}, {"nl"})
            self.assertEqual({h.kind for h in searcher.search("lamp", kind=["!commentary"])}, {"treaty", "protocol"})
            self.assertEqual(searcher.search("lamp", offset=1)[0].rank, 2)
            self.assertTrue(searcher.search("lamp", count=True, no_expand=True, limit=1).total.exact)
            self.assertEqual(len(searcher.search("submarine")), 0)

    def test_documents_are_those_of_the_command_line(self):
        with pinlex.open(self.index) as searcher:
            self.assertEqual(searcher.show("lighthouses#art_3", context=1, lang=["en", "nl"]),
                             self.command_line("show", "--context", "1", "--lang", "en,nl", "lighthouses#art_3"))
            self.assertEqual(searcher.show("lighthouses#art_3", outline=True), searcher.request("outline", citation="lighthouses#art_3"))
            self.assertEqual(searcher.refs("lighthouses#art_3", limit=2), self.command_line("refs", "--limit", "2", "lighthouses#art_3"))
            self.assertEqual(searcher.powers(instrument="ferries"),
                             self.command_line("powers", "--instrument", "ferries"))
            self.assertEqual(searcher.parallels("lighthouses#art_3", limit=2),
                             self.command_line("parallels", "--limit", "2", "lighthouses#art_3"))
            self.assertEqual(searcher.explain("lamp /5 keeper"), self.command_line("search", "--explain-query", "lamp /5 keeper"))
            self.assertEqual(searcher.info("pigeons"), self.command_line("info", "pigeons"))
            self.assertEqual(searcher.info(), self.command_line("info"))
            self.assertEqual(searcher.values("kind"), self.command_line("fields", "kind"))
            self.assertEqual(searcher.check("\"nothing of this kind\" (lighthouses art. 1)")["schema"], "pinlex.check/1")
            self.assertIn("search", [m["name"] for m in searcher.request("methods")["methods"]])

    def test_errors(self):
        for opened in (pinlex.open, pinlex.Searcher):
            with self.assertRaises(pinlex.Error) as none:
                opened(os.path.join(self.temporary.name, "none"))
            self.assertEqual(none.exception.code, pinlex.Code.NO_INDEX)
        searcher = pinlex.open(self.index)
        for call, code in ((lambda: searcher.search("lamp AND"), pinlex.Code.QUERY),
                           (lambda: searcher.search("lamp", limit=0), pinlex.Code.USAGE),
                           (lambda: searcher.search("lamp", kind="song"), pinlex.Code.USAGE),
                           (lambda: searcher.show("lighthouses#art_77"), pinlex.Code.NOTHING_FOUND),
                           (lambda: searcher.check("\0"), pinlex.Code.INPUTS_REFUSED),
                           (lambda: searcher.request("sing"), pinlex.Code.USAGE)):
            with self.assertRaises(pinlex.Error) as raised:
                call()
            self.assertEqual(raised.exception.code, code)
            self.assertTrue(raised.exception.message)
            self.assertIn(raised.exception.hint, str(raised.exception))
        for call in (lambda: searcher.search("lamp", lang="e\0n"), lambda: pinlex.open("a\0b"),
                     lambda: searcher.search("\ud800")):
            with self.assertRaises(ValueError):
                call()
        self.assertEqual(len(searcher.search("lamp")), len(searcher.search("lamp")))
        searcher.close()
        searcher.close()
        with self.assertRaisesRegex(ValueError, "the searcher is closed"):
            searcher.search("lamp")
        with self.assertRaises(pinlex.Error):
            pinlex.open(self.index, catalogue=os.path.join(self.temporary.name, "none")).show("x art. 1")

    def test_many_threads_search_at_once(self):
        found = []
        with pinlex.open(self.index) as searcher:
            threads = [threading.Thread(target=lambda: [found.append(searcher.search("lamp")) for _ in range(50)])
                       for _ in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        self.assertEqual(len(found), 400)
        self.assertTrue(all(one == found[0] for one in found))

    def test_what_is_published_is_known(self):
        folder = os.path.join(self.temporary.name, "more")
        os.mkdir(folder)
        with open(os.path.join(folder, "music.md"), "w", encoding="utf-8") as text:
            text.write("# Act on Music\n\n## Article 1\n\nNobody plays the xylophone at night.\n")
        index = os.path.join(self.temporary.name, "copy")
        shutil.copytree(self.index, index)
        with pinlex.open(index) as searcher:
            self.assertFalse(searcher.newer())
            run("pinlex-index", index, folder)
            self.assertTrue(searcher.newer())
            self.assertEqual(len(searcher.search("xylophone")), 0)
        with pinlex.open(index) as searcher:
            self.assertEqual(len(searcher.search("xylophone")), 1)

    def test_nothing_leaks(self):
        def resident():
            gc.collect()
            with open("/proc/self/statm", encoding="ascii") as memory:
                return int(memory.read().split()[1]) * 4096
        with pinlex.open(self.index) as searcher:
            for number in range(6000):
                searcher.search("lamp")
                if number % 10 == 0:
                    with self.assertRaises(pinlex.Error):
                        searcher.search("lamp AND")
                if number == 2000:
                    before = resident()
            self.assertLess(resident(), before + (4 << 20))
        pinlex.open(self.index)  # is freed though nobody closes it
        gc.collect()

    def test_versions_agree(self):
        with open(os.path.join(OPTIONS.source, "python", "pyproject.toml"), encoding="utf-8") as stream:
            written = re.search(r'^version = "(.*)"$', stream.read(), re.M).group(1)
        self.assertEqual(pinlex.version(), written)
        self.assertEqual(run("pinlex", "--version").stdout, f"pinlex {written}\n")

    def test_a_library_that_is_not_there_is_named(self):
        script = "import pinlex\ntry:\n  pinlex.version()\nexcept ImportError as e:\n  print(e)\n"
        done = subprocess.run([sys.executable, "-B", "-c", script], capture_output=True, text=True, check=True,
                              env={**os.environ, "PINLEX_LIBRARY": "/none.so", "PYTHONPATH": sys.path[0]})
        self.assertRegex(done.stdout, r"^/none\.so cannot be loaded .*PINLEX_LIBRARY")

    def test_it_installs_without_a_network(self):
        where = os.path.join(self.temporary.name, "site")
        copy = os.path.join(self.temporary.name, "python")
        shutil.copytree(os.path.join(OPTIONS.source, "python"), copy)
        done = subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-index",
                               "--no-build-isolation", "--target", where, copy],
                              capture_output=True, text=True, check=False,
                              env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"})
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(os.path.exists(os.path.join(where, "pinlex", "py.typed")))
        version = subprocess.run([sys.executable, "-B", "-c", "import pinlex; print(pinlex.__file__, pinlex.version())"],
                                 capture_output=True, text=True, check=True, cwd=self.temporary.name,
                                 env={**os.environ, "PYTHONPATH": where})
        self.assertTrue(version.stdout.startswith(where), version.stdout)

    @unittest.skipUnless(shutil.which("mypy"), "there is no mypy")
    def test_types_hold(self):
        done = subprocess.run(["mypy", "--cache-dir", os.path.join(self.temporary.name, "mypy")],
                              cwd=os.path.join(OPTIONS.source, "python"), capture_output=True, text=True,
                              check=False)
        self.assertEqual(done.returncode, 0, done.stdout)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--source", required=True, help="top of the tree")
    parser.add_argument("--programs", required=True, help="folder of the built programs")
    parser.add_argument("--library", required=True, help="libpinlex.so.0 as it was built")
    _, rest = parser.parse_known_args(namespace=OPTIONS)
    if re.search("lib[at]san", subprocess.run(["ldd", OPTIONS.library], capture_output=True, text=True,
                                              check=True).stdout):
        print("skipped: a library with a sanitizer does not load into Python")
        sys.exit(SKIPPED)
    os.environ["PINLEX_LIBRARY"] = OPTIONS.library
    sys.path.insert(0, os.path.join(os.path.abspath(OPTIONS.source), "python", "src"))
    import pinlex
    unittest.main(module="__main__", argv=[sys.argv[0], *rest])
