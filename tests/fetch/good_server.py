# SPDX-License-Identifier: GPL-2.0-or-later
"""pinlex-fetch with a server that does as it should, and pinlex-index on what it fetched."""
import hashlib
import json
import os
import tomllib

import fetching
from misbehaving_server import says, text


class AsItShould(fetching.Fetch):
    def test_from_nothing_to_an_answer(self):
        self.write_catalogue(("en", self.server.address("/en")), ("nl", self.server.address("/nl")))
        self.server.serve("/en", says(302, Location="/files/en"))
        self.server.serve("/files/en", text(self.english, etag='"e1"'))
        self.server.serve("/nl", text(self.dutch, modified="Mon, 06 May 2024 00:00:00 GMT"))
        out, err = self.fetch("--contact", "keeper@example.org")
        self.assertEqual(err, "")
        self.assertIn("tides.en.html: the English text of tides, 4 of 4 articles\n", out)
        self.assertIn("note: the catalogue has this address as unverified", out)
        self.assertIn("fetched: 2\n", out)
        self.assertIn(f"next: pinlex-index INDEX {self.folder}\n", out)
        entry = self.assert_is_there()
        self.assertEqual(entry["address"], self.server.address("/en"))
        self.assertEqual(entry["final_address"], self.server.address("/files/en"))
        self.assertEqual((entry["etag"], entry["content_type"], entry["format"], entry["texts"]),
                         ('"e1"', fetching.TYPE, "html", ["tides@en"]))
        self.assertRegex(entry["time"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assert_is_there(self.dutch, "tides.nl.html")
        self.assertEqual(len(self.server.http.connections), 1)
        for request in self.server.take_requests():
            self.assertRegex(request.headers["User-Agent"], r"^pinlex-fetch/[\d.]+ \(\+keeper@example.org\)$")
            self.assertEqual(request.headers["Accept-Encoding"], "identity")
        with open(self.place("corpus.toml"), "rb") as file:
            said = {f["path"]: f for f in tomllib.load(file)["file"]}["tides.en.html"]
        self.assertEqual({k: said[k] for k in ("instrument", "language", "edition", "address")},
                         {"instrument": "tides", "language": "en", "edition": "official",
                          "address": self.server.address("/en")})
        self.assertEqual(said["retrieved"], entry["time"][:10])
        index = os.path.join(self.base, "index")
        status, out, err = self.run_program("pinlex-index", "--catalogue", self.catalogue, "--verbose",
                                            index, self.folder)
        self.assertEqual((status, err), (0, ""))
        self.assertIn("files: 2\nrefused: 0\n", out)
        for version in ("tides@en", "tides@nl"):
            self.assertIn(f"  {version}: treaty, official, {version[-2:]}, ", out)
        self.assertEqual(out.count("4 of 4 articles"), 2)
        status, out, _ = self.run_program("pinlex", "search", "--index", index, "--format", "json", "--lang",
                                          "en", "--limit", "1", "order of a judge to open a letter")
        self.assertEqual(status, 0)
        hit = json.loads(out)["hits"][0]
        self.assertIn("tides#art_3", json.dumps(hit))
        self.assertIn(self.server.address("/en"), json.dumps(hit))

    def test_what_has_not_changed_is_not_fetched_again(self):
        self.server.serve("/en", text(self.english, etag='"e1"'))
        self.fetch()
        self.server.take_requests()
        out, _ = self.fetch()
        self.assertIn("tides.en.html: is unchanged\n", out)
        self.assertEqual([r.headers["If-None-Match"] for r in self.server.take_requests()], ['"e1"'])
        out, _ = self.fetch("--refresh")
        self.assertIn("came again, and is unchanged", out)
        self.assertIsNone(self.server.take_requests()[0].headers["If-None-Match"])
        self.assert_is_there()

    def test_without_a_tag_or_date_what_is_there_is_not_asked_for(self):
        self.server.serve("/en", text(self.english))
        self.fetch()
        self.server.take_requests()
        out, _ = self.fetch()
        self.assertIn("is there; nothing tells whether it has changed", out)
        self.assertEqual(self.server.take_requests(), [])

    def test_what_was_altered_or_lost_here_is_fetched_again(self):
        self.server.serve("/en", text(self.english, etag='"e1"'))
        self.fetch()
        with open(self.place("tides.en.html"), "ab") as file:
            file.write(b"<p>My own remark.</p>")
        altered = self.content("tides.en.html")
        self.fetch()
        self.assert_is_there()
        kept = os.listdir(self.place("earlier"))
        self.assertEqual(len(kept), 1)
        self.assertEqual(self.content("earlier", kept[0]), altered)
        os.remove(self.place("tides.en.html"))
        self.fetch()
        self.assert_is_there()

    def test_a_text_that_has_changed_replaces_the_former(self):
        changed = self.english.replace(b"ninety days", b"eighty days")
        self.server.serve("/en", text(self.english, etag='"e1"'), text(changed, etag='"e2"'))
        self.fetch()
        out, _ = self.fetch()
        self.assertIn("it has changed since", out)
        self.assertIn("changed: 1\n", out)
        self.assert_is_there(changed)
        name = f"tides.en.{hashlib.sha256(self.english).hexdigest()[:12]}.html"
        self.assertEqual(self.content("earlier", name), self.english)

    def test_list_names_addresses_and_who_has_been_there(self):
        self.write_catalogue(("en", "https://example.org/en"), ("nl", "https://example.org/nl", "verified = true"))
        words = ("--catalogue", self.catalogue, "--list")
        status, out, err = self.run_program("pinlex-fetch", *words, "tides")
        self.assertEqual((status, out), (0, "tides.en  official     html  unverified  https://example.org/en\n"
                                            "tides.nl  official     html  verified    https://example.org/nl\n"))
        self.assertIn("1 of 2 addresses are unverified", err)
        status, out, _ = self.run_program("pinlex-fetch", *words, "--language", "nl", "tides")
        self.assertEqual((status, out.count("\n")), (0, 1))
        status, out, _ = self.run_program("pinlex-fetch", "--list")
        self.assertEqual(status, 0)
        self.assertIn("coe-185.en ", out)
        self.assertIn("uncc.zh ", out)

    def test_a_terminal_is_told_what_is_coming(self):
        self.server.serve("/en", text(self.english))
        words = [os.path.join(fetching.OPTIONS.programs, "pinlex-fetch"), "--catalogue", self.catalogue, self.folder,
                 "tides"]
        said, status = fetching.on_terminal(words, fetching.environment())
        self.assertEqual(status, 0)
        self.assertIn("\r\x1b[Ktides.en", said)
        self.assertTrue(said.endswith("\r\x1b[K"), said)
        said, status = fetching.on_terminal([*words, "--quiet"], fetching.environment())
        self.assertEqual((said, status), ("", 0))

    def test_rate_and_delay_change_nothing_but_time(self):
        self.server.serve("/en", text(self.english))
        self.fetch("--rate", "10M", "--timeout", "60", "--max-size", "1M", "--retries", "0")
        self.assert_is_there()


if __name__ == "__main__":
    fetching.main(__doc__)
