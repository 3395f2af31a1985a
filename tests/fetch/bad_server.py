# SPDX-License-Identifier: GPL-2.0-or-later
"""pinlex-fetch with a server that misbehaves in every way."""
import gzip
import os
import shutil
import signal
import ssl
import subprocess
import threading

import fetching
from misbehaving_server import Server, breaks_off, says, stalls, text, without_length


class Misbehaviour(fetching.Fetch):
    def refused(self, *words):
        """What is said of a text that does not come; nothing of it is in the folder."""
        out, err = self.fetch(*words, status=8)
        self.assertIn("refused: 1\n", out)
        self.assertFalse(os.path.exists(self.place("tides.en.html")))
        return err

    def start(self):
        return subprocess.Popen([os.path.join(fetching.OPTIONS.programs, "pinlex-fetch"), "--catalogue",
                                 self.catalogue, self.folder, "tides"], env=fetching.environment(),
                                stdout=subprocess.DEVNULL)

    def test_not_found(self):
        self.server.serve("/en", says(404, fetching.fixture("not_found.html"), Content_Type=fetching.TYPE))
        self.assertEqual(self.refused(), f"tides.en: {self.server.address('/en')}: answers 404 (not found)\n")
        self.assertEqual(len(self.server.take_requests()), 1)

    def test_an_error_that_passes(self):
        self.server.serve("/en", says(500), says(503), text(self.english))
        self.fetch()
        self.assert_is_there()

    def test_an_error_that_stays(self):
        self.server.serve("/en", says(500))
        self.assertIn("answers 500 (an error of the server), 3 times\n", self.refused("--retries", "2"))
        self.assertEqual(len(self.server.take_requests()), 3)

    def test_too_many_requests(self):
        self.server.serve("/en", says(429, Retry_After="1"), text(self.english))
        self.fetch()
        self.assert_is_there()

    def test_a_host_that_asks_for_an_hour_is_left_alone(self):
        self.write_catalogue(("en", self.server.address("/en")), ("nl", self.server.address("/nl")))
        self.server.serve("/en", says(503, Retry_After="3600"))
        out, err = self.fetch(status=8)
        self.assertIn("answers 503 (not at the moment), and asks to wait 3600 seconds\n", err)
        self.assertIn("asked to be left alone for longer\n", err)
        self.assertIn("refused: 2\n", out)
        self.assertEqual(len(self.server.take_requests()), 1)

    def test_a_redirection_in_a_circle(self):
        self.server.serve("/en", says(302, Location="/there"))
        self.server.serve("/there", says(301, Location="/en"))
        self.assertIn("leads from address to address, more than 5 times\n", self.refused())
        self.assertEqual(len(self.server.take_requests()), 6)

    def test_redirections_to_what_is_not_safe(self):
        for to in ("http://example.org/en", "ftp://127.0.0.1/en", "file:///etc/passwd", "gopher://127.0.0.1/",
                   "http://user@127.0.0.1:1/en"):
            with self.subTest(to):
                self.server.serve("/en", says(302, Location=to))
                self.assertIn(": leads to ", self.refused())

    def test_an_address_over_http_elsewhere(self):
        self.write_catalogue(("en", "http://example.org/en"))
        self.assertIn("goes over http, where anybody may change a text", self.refused())

    def test_a_text_that_breaks_off_is_resumed(self):
        self.server.serve("/en", breaks_off(self.english, 700, ETag='"e1"', Content_Type=fetching.TYPE),
                          text(self.english, etag='"e1"'))
        self.fetch()
        self.assert_is_there()
        first, second = self.server.take_requests()
        self.assertIsNone(first.headers["Range"])
        self.assertEqual((second.headers["Range"], second.headers["If-Range"]), ("bytes=700-", '"e1"'))

    def test_a_later_run_resumes_too(self):
        self.server.serve("/en", breaks_off(self.english, 700, ETag='"e1"'))
        self.assertIn("broke off", self.refused("--retries", "0"))
        self.assertTrue(os.path.exists(self.place(".pinlex-fetch", "tides.en", "text")))
        self.server.take_requests()
        self.server.serve("/en", text(self.english, etag='"e1"'))
        self.fetch()
        self.assertEqual(self.server.take_requests()[0].headers["Range"], "bytes=700-")
        self.assert_is_there()

    def test_a_text_that_changed_while_it_was_away_is_begun_anew(self):
        self.server.serve("/en", breaks_off(self.english[::-1], 700, ETag='"e0"'), text(self.english, etag='"e1"'))
        self.fetch()
        self.assert_is_there()

    def test_a_text_without_tag_that_breaks_off_is_begun_anew(self):
        self.server.serve("/en", breaks_off(self.english, 700), text(self.english))
        self.fetch()
        self.assert_is_there()

    def test_a_wrong_range_is_not_believed(self):
        wrong = says(206, self.english[600:], Content_Range=f"bytes 600-{len(self.english) - 1}/{len(self.english)}")
        self.server.serve("/en", breaks_off(self.english, 700, ETag='"e1"'), wrong, text(self.english, etag='"e1"'))
        self.fetch()
        self.assert_is_there()

    def test_a_part_of_other_bytes_is_caught_by_reading(self):
        """The server says that it goes on, and goes on with another text."""
        other = b"<p>Nothing more.</p></body></html>"
        cut = self.english.index(b"<h2>Article 3")
        wrong = says(206, other, Content_Range=f"bytes {cut}-{cut + len(other) - 1}/{cut + len(other)}")
        self.server.serve("/en", breaks_off(self.english, cut, ETag='"e1"'), wrong)
        self.assertIn("where the English text of tides was expected; ", self.refused())
        self.assertEqual(self.content("refused", "tides.en.html"), self.english[:cut] + other)

    def test_a_stall(self):
        released = threading.Event()
        self.addCleanup(released.set)
        self.server.serve("/en", stalls(self.english, 700, released, ETag='"e1"'), text(self.english, etag='"e1"'))
        self.fetch("--timeout", "1")
        self.assert_is_there()
        self.assertEqual(self.server.take_requests()[1].headers["Range"], "bytes=700-")

    def test_a_stall_that_stays(self):
        released = threading.Event()
        self.addCleanup(released.set)
        self.server.serve("/en", stalls(self.english, 700, released))
        self.assertIn(": takes too long (", self.refused("--timeout", "1", "--retries", "0"))

    def test_killed_in_the_midst(self):
        released = threading.Event()
        self.addCleanup(released.set)
        begun = threading.Event()

        def page(handler):
            begun.set()
            stalls(self.english, 700, released, ETag='"e1"')(handler)

        self.server.serve("/en", page, text(self.english, etag='"e1"'))
        program = self.start()
        part = self.place(".pinlex-fetch", "tides.en", "text")
        self.assertTrue(begun.wait(60))
        while not os.path.exists(part) or os.path.getsize(part) < 700:
            self.assertIsNone(program.poll())
        program.send_signal(signal.SIGKILL)
        program.wait()
        released.set()
        self.fetch()
        self.assertEqual(self.server.take_requests()[-1].headers["Range"], "bytes=700-")
        self.assert_is_there()

    def test_a_folder_at_work_is_left_to_whoever_works(self):
        released = threading.Event()
        begun = threading.Event()

        def page(handler):
            begun.set()
            released.wait(60)
            text(self.english)(handler)

        self.server.serve("/en", page)
        program = self.start()
        self.assertTrue(begun.wait(60))
        _, err = self.fetch(status=6)
        self.assertIn("another pinlex-fetch is at work there", err)
        released.set()
        self.assertEqual(program.wait(), 0)
        self.assert_is_there()

    def test_no_length(self):
        self.server.serve("/en", without_length(self.english, Content_Type=fetching.TYPE))
        self.fetch()
        self.assert_is_there()

    def test_no_length_and_not_whole(self):
        end = self.english.index(b"<h2>Article 4")
        self.server.serve("/en", without_length(self.english[:end], Content_Type=fetching.TYPE))
        self.assertIn('an HTML page "Convention on the Reading of Tides" in English where the English text of tides '
                      "was expected; 3 of 4 articles; kept as refused/tides.en.html\n", self.refused())

    def test_too_large(self):
        large = b"x" * 300000
        for page in (says(200, large), without_length(large)):
            self.server.serve("/en", page)
            self.assertIn(": is larger than 262144 bytes", self.refused("--max-size", "256k"))
            self.assertFalse(os.path.exists(self.place(".pinlex-fetch")))

    def test_a_bomb_is_not_unpacked(self):
        bomb = gzip.compress(b"\0" * 10_000_000)
        self.server.serve("/en", says(200, bomb, Content_Encoding="gzip"))
        self.assertIn("answers in the encoding gzip, which was not asked for", self.refused())

    def test_the_wrong_page(self):
        self.server.serve("/en", says(200, fetching.fixture("not_found.html"), Content_Type="application/pdf"))
        err = self.refused()
        self.assertIn('an HTML page "Page not found" in English where the English text of tides was expected; '
                      "0 of 4 articles; kept as refused/tides.en.html\n", err)
        self.assertEqual(self.content("refused", "tides.en.html"), fetching.fixture("not_found.html"))
        entry = self.lock()["tides.en"]
        self.assertNotIn("accepted", entry)
        self.assertEqual((entry["refused"]["content_type"], entry["refused"]["format"]), ("application/pdf", "html"))
        # What was put aside is not indexed.
        status, out, _ = self.run_program("pinlex-index", "--dry-run", os.path.join(self.base, "index"), self.folder)
        self.assertEqual(status, 0)
        self.assertIn("files: 0\n", out)
        # Once the server has it, what was put aside is gone.
        self.server.serve("/en", text(self.english))
        self.fetch()
        self.assert_is_there()
        self.assertFalse(os.path.exists(self.place("refused")))

    def test_the_wrong_language(self):
        self.server.serve("/en", text(self.dutch))
        self.assertIn('an HTML page "Verdrag inzake het aflezen van getijden" in Dutch where the English text of '
                      "tides was expected", self.refused())

    def test_no_text_at_all(self):
        for body, why in ((b"", "the file is empty"), (b"%PDF-1.7 nonsense", "a PDF file that cannot be read: "),
                          (b"PK\x03\x04nonsense", "that cannot be read: "), (b"\0\1\2\3", "a binary file")):
            with self.subTest(why):
                self.server.serve("/en", says(200, body))
                self.assertIn(why, self.refused())

    def test_a_good_text_outlives_a_bad_day(self):
        self.server.serve("/en", text(self.english, etag='"e1"'),
                          says(200, fetching.fixture("not_found.html"), ETag='"e2"', Content_Type=fetching.TYPE))
        self.fetch()
        _, err = self.fetch(status=8)
        self.assertIn("kept as refused/tides.en.html", err)
        self.assertRegex(err, r"note: the text of \S+ stays")
        self.assert_is_there()

    def test_a_catalogue_put_right_accepts_what_was_refused(self):
        self.server.serve("/en", text(self.english, etag='"e1"'))
        self.write_catalogue(("en", self.server.address("/en")), articles=5)
        self.assertIn("4 of 5 articles", self.refused())
        self.write_catalogue(("en", self.server.address("/en")))
        self.server.take_requests()
        self.fetch()
        self.assertEqual([r.headers["If-None-Match"] for r in self.server.take_requests()], ['"e1"'])
        self.assert_is_there()

    def test_the_next_address_is_tried(self):
        self.write_catalogue(("en", self.server.address("/old")), ("en", self.server.address("/en")))
        self.server.serve("/en", text(self.english))
        self.fetch()
        entry = self.assert_is_there()
        self.assertEqual(entry["address"], self.server.address("/en"))

    def test_nobody_there(self):
        gone = Server()
        address = gone.address("/en")
        gone.stop()
        self.write_catalogue(("en", address))
        self.assertIn("does not let itself be connected to (", self.refused("--retries", "1"))

    def test_a_server_that_does_not_prove_who_it_is(self):
        if not shutil.which("openssl"):
            self.skipTest("there is no openssl to make a certificate with")
        key, certificate = (os.path.join(self.base, n) for n in ("key", "certificate"))
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj",
                        "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out",
                        certificate], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        server = Server(context)
        self.addCleanup(server.stop)
        server.serve("/en", text(self.english))
        self.write_catalogue(("en", server.address("/en")))
        self.assertIn("does not prove who it is (", self.refused())
        self.assertEqual(server.take_requests(), [])


if __name__ == "__main__":
    fetching.main(__doc__)
