# SPDX-License-Identifier: GPL-2.0-or-later
"""pinlex-fetch with files that somebody saved by hand, and with folders and words that are not right."""
import os

import fetching


class ByHand(fetching.Fetch):
    def setUp(self):
        super().setUp()
        self.saved = os.path.join(self.base, "saved")
        os.mkdir(self.saved)

    def save(self, name, body):
        with open(os.path.join(self.saved, name), "wb") as file:
            file.write(body)

    def take(self, status=0):
        return self.fetch("--from", self.saved, status=status, ids=())

    def test_files_are_taken_by_name_or_by_what_they_hold(self):
        self.save("tides.en.html", self.english)
        self.save("tides.htm", self.dutch)
        out, err = self.take()
        self.assertEqual(err, "")
        self.assertIn("tides.nl.html: the Dutch text of tides, 4 of 4 articles\n", out)
        entry = self.assert_is_there()
        self.assertEqual(entry["saved_as"], "tides.en.html")
        self.assertNotIn("address", entry)
        self.assertEqual(self.assert_is_there(self.dutch, "tides.nl.html")["saved_as"], "tides.htm")
        self.assertEqual(sorted(os.listdir(self.saved)), ["tides.en.html", "tides.htm"])
        # Whoever has it need not fetch it.
        out, _ = self.fetch()
        self.assertIn("tides.en.html: is there", out)
        self.assertEqual(self.server.take_requests(), [])

    def test_what_is_not_right_is_named(self):
        self.save("tides.en.html", fetching.fixture("not_found.html"))
        self.save("page.html", fetching.fixture("not_found.html"))
        self.save("short.html", self.dutch[:self.dutch.index(b"<h2>Artikel 4")])
        out, err = self.take(status=8)
        self.assertIn('tides.en.html: an HTML page "Page not found" in English where the English text of tides was '
                      "expected; 0 of 4 articles; kept as refused/tides.en.html\n", err)
        self.assertIn('page.html: an HTML page "Page not found" in English that is no text of the catalogue; '
                      "0 articles\n", err)
        self.assertIn("short.html: an HTML page", err)
        self.assertIn("3 of 4 articles\n", err)
        self.assertIn("refused: 3\n", out)

    def test_usage(self):
        for words, status, why in (
                ((self.folder, "nothing"), 2, "the catalogue has no instrument nothing"),
                ((self.folder, "malabo"), 1, "malabo: the catalogue has no address of its text"),
                ((), 2, "FOLDER is missing"),
                (("--from", self.saved, self.folder), 1, "there is no file there"),
                (("--from", self.saved, self.saved), 2, "another folder"),
                (("--from", os.path.join(self.base, "none"), self.folder), 2, "cannot be read"),
                (("--rate", "fast", self.folder), 2, "'fast' is no number of bytes"),
                (("--max-size", "1G", self.folder), 2, "'1G' is no number of bytes"),
                (("--max-size", "65M", self.folder), 2, "at most 64M"),
                (("--delay", "-1", self.folder), 2, "--delay"),
                (("--contact", "a\nb", self.folder), 2, "--contact")):
            with self.subTest(why):
                done = self.run_program("pinlex-fetch", *words)
                self.assertEqual(done[0], status, done)
                self.assertIn(why, done[2])

    def test_a_folder_of_somebody_else(self):
        os.mkdir(self.folder)
        with open(self.place("corpus.toml"), "w", encoding="utf-8") as file:
            file.write('[[file]]\npath = "x"\n')
        _, err = self.fetch(status=2)
        self.assertIn("corpus.toml: is not one that pinlex-fetch wrote", err)
        os.remove(self.place("corpus.toml"))
        with open(self.place("pinlex-fetch.lock"), "w", encoding="utf-8") as file:
            file.write('{"schema": "other"}')
        _, err = self.fetch(status=2)
        self.assertIn("is no lock file of pinlex-fetch", err)


if __name__ == "__main__":
    fetching.main(__doc__)
