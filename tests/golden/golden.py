# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the commands of a transcript against the built programs and compares what they print.

A transcript is text in which an indented "$ " opens a command and the indented lines below are what
it prints: standard output as it is, standard error behind "! ", last the exit status in brackets
where it is not 0. In Markdown, fenced blocks called `console` are the transcript and show standard
output alone. Commands run in a folder of their own that holds copies of tests/fixtures; there is no
shell. JSON is laid out for reading and validated against the schema that it names.

With PINLEX_UPDATE_GOLDEN=1 the transcript is rewritten with what was printed: read the difference.
"""
import argparse
import difflib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

TOOLS = {"ln", "mkdir", "rm", "cp", "mv", "touch", "cat", "ls", "sed", "truncate", "flock", "dd"}
PROGRAMS = {"pinlex", "pinlex-eval", "pinlex-index"}
NORMAL = [
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"), "<time>"),
    (re.compile(r"\b\d+(\.\d+)? s\b"), "<seconds> s"),
    (re.compile(r"\b\d+\.\d+ ms\b"), "<time> ms"),
    (re.compile(r"^(\S+ Q0 \S+ \d+ )[\d.]+", re.M), r"\1<score>"),
    (re.compile(r"by process \d+ on \S+"), "by process <number> on <host>"),
    (re.compile(r'("(?:recipe|writer)": )"[^"]*"'), r'\1"<varies>"'),
    (re.compile(r'("(?:score|seconds)": )[\d.e+-]+'), r'\1"<varies>"'),
    (re.compile(r"^( *recipe: ).*(?:\n +\S.*)*$", re.M), r"\1<varies>"),
]


class Runner:
    def __init__(self, source, programs, folder, environment=None):
        self.source, self.programs, self.folder = source, programs, folder
        self.extra = environment or {}
        self.problems = []

    def run(self, line):
        """Runs a command line; returns (standard output, standard error, status)."""
        words = shlex.split(line)
        environment = {k: v for k, v in os.environ.items()
                       if not k.startswith("PINLEX_") and k not in ("NO_COLOR", "COLUMNS")}
        environment.update(self.extra)
        while words and re.match(r"[A-Z_]+=", words[0]):
            name, _, value = words.pop(0).partition("=")
            environment[name] = value
        given = None
        if words[-2:-1] == ["<"]:
            with open(os.path.join(self.folder, words[-1]), "rb") as stream:
                given = stream.read()
            words = words[:-2]
        program = os.path.basename(words[0])
        if program in PROGRAMS:
            words[0] = os.path.join(self.programs, program)
        elif program == "flock":
            words = [os.path.join(self.programs, w) if w in PROGRAMS else w for w in words]
        elif program not in TOOLS:
            raise SystemExit(f"'{program}' is neither of pinlex nor one of {sorted(TOOLS)}")
        done = subprocess.run(words, cwd=self.folder, env=environment, capture_output=True,
                              input=given or b"", check=False, timeout=120)
        return (self.clean(line, done.stdout), self.clean(line, done.stderr), done.returncode)

    def clean(self, line, data):
        text = data.decode("utf-8", "backslashreplace")
        if text.startswith("{"):
            text = self.json(line, text)
        text = text.replace(self.folder, "<folder>").replace(self.programs + "/", "")
        for pattern, replacement in NORMAL:
            text = pattern.sub(replacement, text)
        return text

    def json(self, line, text):
        """The JSON laid out, after validation."""
        try:
            value = json.loads(text)
        except ValueError as error:
            self.problems.append(f"{line}: not JSON: {error}")
            return text
        self.problems += [f"{line}: {p}" for p in validate(self.source, value)]
        return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def validate(source, value):
    """What a value violates of the schema that it names."""
    try:
        import jsonschema
    except ImportError:
        return ["python3-jsonschema is not installed"]
    folder = os.path.join(source, "searcher", "schemas")
    for file in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        with open(os.path.join(folder, file), encoding="utf-8") as stream:
            schema = json.load(stream)
        if schema.get("properties", {}).get("schema", {}).get("const") == value.get("schema"):
            validator = jsonschema.validators.validator_for(schema)
            validator.check_schema(schema)
            return [f"{'/'.join(map(str, e.absolute_path))}: {e.message}"
                    for e in validator(schema).iter_errors(value)]
    if str(value.get("schema", "")).startswith("pinlex.index-report/"):
        return []  # The indexer's report: described in its manual page.
    return [f"no schema for \"{value.get('schema')}\" in searcher/schemas"]


def shown(out, err, status):
    lines = out.split("\n")[:-1] if out.endswith("\n") else (out + " [no newline]").split("\n") if out else []
    lines += ["! " + l for l in err.rstrip("\n").split("\n")] if err else []
    return lines + ([f"[{status}]"] if status else [])


def actual(text, run, markdown):
    """The transcript as it should read, by running its commands."""
    indent = "" if markdown else "  "
    result, inside, skipping = [], not markdown, False
    blanks = 0  # blank lines seen that are part of the old output, or its end
    for line in text.split("\n"):
        fence = markdown and line.startswith("```")
        command = inside and line.startswith(indent + "$ ")
        if skipping and not (fence or command):
            if not line:
                blanks += 1
                continue
            if inside and line.startswith(indent):
                blanks = 0
                continue
        result += [""] * (0 if markdown and skipping else blanks)
        blanks, skipping = 0, False
        if fence:
            inside = not inside and line == "```console"
        result.append(line)
        if command:
            out, err, status = run(line[len(indent) + 2:])
            if markdown:
                err, status = "", 0
            result += [indent + l if l else "" for l in shown(out, err, status)]
            skipping = True
    return "\n".join(result + [""] * blanks)


def compare(path, runner, markdown, update):
    with open(path, encoding="utf-8") as stream:
        expected = stream.read()
    found = tidy(actual(expected, runner.run, markdown))
    same = loose(found) == loose(tidy(expected)) if markdown else found == tidy(expected)
    if same and not runner.problems:
        return []
    if update and not runner.problems:
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(found)
        return []
    difference = difflib.unified_diff(tidy(expected).split("\n"), found.split("\n"), "expected", "found",
                                      lineterm="", n=2)
    return [*difference, *runner.problems]


def tidy(text):
    """Without space at line ends, and with one blank line where there are several: editors and
    programs disagree on both."""
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+$", "", text, flags=re.M))


def loose(text):
    """Without the numbers that change with every edit of the digest: examples are for reading."""
    text = re.sub(r"bytes \d+–\d+, sha256 [0-9a-f]+", "bytes …", text)
    return re.sub(r"^\d+ passages match", "… passages match", text, flags=re.M)


def self_test():
    """Proves that a difference, a status and bad JSON are noticed."""
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "a"), "w", encoding="ascii") as stream:
            stream.write("one\n\ntwo\n")
        os.mkdir(os.path.join(folder, "searcher"))
        os.mkdir(os.path.join(folder, "searcher", "schemas"))
        with open(os.path.join(folder, "searcher", "schemas", "s.json"), "w", encoding="ascii") as stream:
            json.dump({"properties": {"schema": {"const": "x/1"}, "n": {"type": "number"}},
                       "required": ["n"]}, stream)
        right = "Words.\n\n  $ cat a\n  one\n\n  two\n\nMore.\n\n  $ ls none-such\n  ! ls: x\n  [2]\n"
        for name, text, differs in [
                ("right", "  $ cat a\n  one\n\n  two\n\nEnd.\n", False),
                ("wrong line", "  $ cat a\n  one\n\n  three\n", True),
                ("line lacks", "  $ cat a\n  one\n", True),
                ("status lacks", right, True)]:
            path = os.path.join(folder, "t.txt")
            with open(path, "w", encoding="ascii") as stream:
                stream.write(text)
            problems = compare(path, Runner(folder, folder, folder), False, False)
            if bool(problems) != differs:
                wrong.append(f"{name}: {problems}")
        if validate(folder, {"schema": "x/1", "n": 1}) or not validate(folder, {"schema": "x/1"}) \
                or not validate(folder, {"schema": "y/1"}):
            wrong.append("validation does not tell good from bad")
        markdown = "```console\n$ cat a\none\n```\n\n```\n$ cat b\n```\n"
        if actual(markdown, Runner(folder, folder, folder).run, True) != markdown.replace(
                "one\n", "one\n\ntwo\n"):
            wrong.append("Markdown is not read as it should be")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("transcript", nargs="?")
    parser.add_argument("--source", help="top of the checkout")
    parser.add_argument("--programs", help="folder of the built programs")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        problems = self_test()
    else:
        markdown = options.transcript.endswith(".md")
        with tempfile.TemporaryDirectory() as folder:
            for kind in sorted(os.listdir(os.path.join(options.source, "tests", "fixtures"))):
                shutil.copytree(os.path.join(options.source, "tests", "fixtures", kind),
                                os.path.join(folder, kind))
            runner = Runner(options.source, options.programs, folder)
            problems = compare(options.transcript, runner, markdown,
                               os.environ.get("PINLEX_UPDATE_GOLDEN") == "1")
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
