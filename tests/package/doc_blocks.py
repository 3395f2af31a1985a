# SPDX-License-Identifier: GPL-2.0-or-later
"""Does what a document says: doc_blocks.py DOCUMENT PREFIX [SECTION...]

Each section (##) of the Markdown document has a folder of its own, with my.index in it, an index of
the built-in digest. There its fenced blocks are taken in order, by their language:

  cpp, c, cmake, python, json, jsonl   saved as main.cpp, main.c, CMakeLists.txt, main.py,
                                       request.json, requests.jsonl
  sh                                   run as it is, with the installation at PREFIX in place; must
                                       end with status 0
  text                                 what the sh block before it must print; a line … stands for any
                                       lines

A file that no later sh block of the section names is a fault, and so is a block of another language.
A section whose tools are missing is skipped: <!-- needs: PROGRAM... --> in it names them."""
import os
import re
import shutil
import subprocess
import sys
import tempfile

FILES = {"cpp": "main.cpp", "c": "main.c", "cmake": "CMakeLists.txt", "python": "main.py",
         "json": "request.json", "jsonl": "requests.jsonl"}
FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```$", re.M | re.S)
SKIPPED = 77


def sections(text):
    """(heading, text) of each section."""
    parts = re.split(r"^## (.+)$", text, flags=re.M)
    return list(zip(parts[1::2], parts[2::2]))


def environment(prefix, index_folder):
    libdir = next(os.path.dirname(os.path.join(at, file)) for at, _, files in os.walk(prefix)
                  for file in files if file == "libpinlex.so.0" or file.startswith("libpinlex.so.0."))
    out = {k: v for k, v in os.environ.items() if not k.startswith("PINLEX")}
    out.update(PATH=f"{prefix}/bin:{out['PATH']}", CMAKE_PREFIX_PATH=prefix,
               PKG_CONFIG_PATH=f"{libdir}/pkgconfig", LD_LIBRARY_PATH=libdir,
               PYTHONDONTWRITEBYTECODE="1", HOME=index_folder)
    python = [at for at, folders, _ in os.walk(prefix) if "pinlex" in folders
              and os.path.exists(os.path.join(at, "pinlex", "__init__.py"))]
    out["PYTHONPATH"] = ":".join(python)
    return out


def matches(printed, expected):
    pattern = "".join("(?:.*\n)*?" if line == "…" else re.escape(line) + "\n"
                      for line in expected.splitlines())
    return re.fullmatch(pattern, printed) is not None


def problems_of(body, folder, variables):
    unused, printed = set(), None
    for language, block in FENCE.findall(body):
        if language in FILES:
            with open(os.path.join(folder, FILES[language]), "w", encoding="utf-8") as stream:
                stream.write(block)
            unused.add(FILES[language])
        elif language == "sh":
            run = subprocess.run(["sh", "-eu", "-c", block], cwd=folder, env=variables, text=True,
                                 capture_output=True, check=False, stdin=subprocess.DEVNULL)
            if run.returncode != 0:
                yield f"status {run.returncode} of\n{block}{run.stdout}{run.stderr}"
            printed = run.stdout
            unused -= {file for file in unused if file in block}
            if "cmake " in block:
                unused -= {"CMakeLists.txt", "main.c", "main.cpp"}
        elif language == "text":
            if printed is None or not matches(printed, block):
                yield f"not what is printed:\n{block}but:\n{printed}"
        else:
            yield f"a block of the language '{language}'"
    yield from (f"{file} is used by no command" for file in sorted(unused))


def main(document, prefix, *wanted):
    with open(document, encoding="utf-8") as stream:
        parts = sections(stream.read())
    faults = skips = done = 0
    for heading, body in parts:
        if not FENCE.search(body) or wanted and heading not in wanted:
            continue
        needs = re.findall(r"<!-- needs: (.*?) -->", body)
        missing = [tool for line in needs for tool in line.split() if not shutil.which(tool)]
        if missing:
            print(f"{heading}: skipped without {', '.join(missing)}")
            skips += 1
            continue
        with tempfile.TemporaryDirectory() as folder:
            os.symlink(os.path.join(prefix, "share/pinlex/digest.index"),
                       os.path.join(folder, "my.index"))
            for problem in problems_of(body, folder, environment(prefix, folder)):
                print(f"{heading}: {problem}")
                faults += 1
        done += 1
    if faults or not done + skips:
        print(f"{faults} faults in {done} sections")
        return 1
    return 0 if done else SKIPPED


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
