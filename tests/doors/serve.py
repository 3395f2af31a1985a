# SPDX-License-Identifier: GPL-2.0-or-later
"""`pinlex serve --stdio` as a caller drives it."""
import os
import subprocess
import unittest

import door

SEARCH = {"id": 1, "method": "search", "params": {"query": "lamp", "limit": 2}}


class Serve(door.DoorTest):
    def serve(self, *words):
        return door.Program("pinlex", "serve", "--stdio", "--index", "index", *words, folder=self.folder)

    def test_answers_are_those_of_the_command_line(self):
        with self.serve() as program:
            answer = program.ask(SEARCH)
            self.assertEqual(answer, {"id": 1, "result": self.command_line("search", "--limit", "2", "lamp")})
            answer = program.ask({"id": "s", "method": "show", "params": {"citation": "lighthouses#art_3"}})
            self.assertEqual(answer["id"], "s")
            self.assertEqual(answer["result"], self.command_line("show", "lighthouses#art_3"))
            self.assertEqual(program.end(), ("", "", 0))

    def test_lines_hold_to_their_schema(self):
        import jsonschema
        validator = jsonschema.Draft202012Validator(door.schema("pinlex.line-1.schema.json"))
        validator.check_schema(validator.schema)
        methods = jsonschema.Draft202012Validator(door.schema("pinlex.methods-1.schema.json"))
        requests = [SEARCH, {"method": "methods"}, {"method": "sing"}, {"id": "a", "method": "show"},
                    {"method": "search", "params": {"query": "lamp AND"}}]
        with self.serve() as program:
            for request in requests:
                validator.validate(request)
                validator.validate(program.ask(request))
            listed = program.ask({"method": "methods"})["result"]
        methods.validate(listed)
        self.assertFalse(validator.is_valid({"id": 1}))
        for method in listed["methods"]:
            jsonschema.Draft202012Validator.check_schema(method["params"])
            self.assertTrue(os.path.exists(os.path.join(
                door.OPTIONS.source, "searcher", "schemas",
                method["answer"].replace("/", "-") + ".schema.json")), method["answer"])

    def test_a_fault_in_a_line_ends_nothing(self):
        lines = [b"", b"  ", b"{", b"\xff\xfe", b"\x00", b"[" * 100000, b"nul", b'{"method":"info"}x',
                 b'{"id":[],"method":"info"}', b'{"id":1,"method":"info","params":{"x":1}}']
        with self.serve() as program:
            for line in lines:
                program.send(line)
            for line in lines[2:]:
                error = program.receive()["error"]
                self.assertEqual((error["code"], error["name"]), (2, "usage"), line[:20])
            self.assertIn("result", program.ask(SEARCH))
            self.assertEqual(program.end(), ("", "", 0))

    def test_a_long_line_is_passed_over(self):
        with self.serve() as program:
            program.ask(SEARCH)
            before = program.most_memory()
            for length in (10, 200):
                program.send(b'{"method":"' + b"x" * (length << 20))
                self.assertEqual(program.receive(), {"error": {
                    "code": 2, "name": "usage",
                    "message": "the line is longer than 8 MiB and was passed over"}})
            self.assertIn("result", program.ask(SEARCH))
            self.assertLess(program.most_memory(), before + 48)

    def test_ten_thousand_requests(self):
        with self.serve() as program:
            for number in range(10000):
                program.send({"id": number, "method": "search", "params": {"query": "lamp", "limit": 1}})
                answer = program.receive()
                self.assertEqual(answer["id"], number)
                if number == 1000:
                    before = program.most_memory()
            self.assertEqual(len(answer["result"]["hits"]), 1)
            self.assertLess(program.most_memory(), before + 8)

    def test_closed_pipes_end_it_quietly(self):
        with self.serve() as program:
            program.ask(SEARCH)
            program.process.stdout.close()
            for _ in range(3):
                try:
                    program.send(SEARCH)
                except BrokenPipeError:
                    break
            self.assertEqual(program.process.wait(timeout=60), 0)
            self.assertEqual(program.process.stderr.read(), b"")
        last = subprocess.run([os.path.join(door.OPTIONS.programs, "pinlex"), "serve", "--stdio", "--index",
                               "index"], cwd=self.folder, input=b'{"method":"fields"}', check=True,
                              capture_output=True)
        self.assertEqual(last.stdout[:11], b'{"result":{')

    def test_what_is_published_meanwhile_is_found(self):
        query = {"method": "search", "params": {"query": "xylophone"}}
        with self.serve() as program:
            self.assertEqual(program.ask(query)["result"]["hits"], [])
            os.mkdir(os.path.join(self.folder, "more"))
            with open(os.path.join(self.folder, "more", "music.md"), "w", encoding="utf-8") as text:
                text.write("# Act on Music\n\n## Article 1\n\nNobody plays the xylophone at night.\n")
            door.make_index(self.folder, os.path.join(self.folder, "more"))
            self.assertEqual(len(program.ask(query)["result"]["hits"]), 1)

    def test_it_says_what_it_needs(self):
        for words, status in ((("--index", "index"), 2), (("--stdio", "--index", "none"), 4)):
            with door.Program("pinlex", "serve", *words, folder=self.folder) as program:
                out, err, ended = program.end()
            self.assertEqual((out, ended), ("", status))
            self.assertRegex(err, r"^pinlex: .*\nhint: ")


if __name__ == "__main__":
    door.main()
