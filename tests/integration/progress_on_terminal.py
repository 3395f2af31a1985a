# SPDX-License-Identifier: GPL-2.0-or-later
"""On a terminal pinlex-index says how far it is and wipes the line; elsewhere, and with --quiet, it does not."""
import argparse
import os
import pty
import subprocess
import sys
import tempfile


def on_terminal(words, environment=None):
    """What a program writes to a terminal on standard error."""
    ours, theirs = pty.openpty()
    program = subprocess.Popen(words, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=theirs)
    os.close(theirs)
    said = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # The other end is closed.
            break
        if not part:
            break
        said += part
    os.close(ours)
    return said.decode(), program.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", required=True)
    parser.add_argument("--programs", required=True)
    options = parser.parse_args()
    program = os.path.join(options.programs, "pinlex-index")
    texts = os.path.join(options.source, "tests", "fixtures", "treaties")
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        said, status = on_terminal([program, os.path.join(folder, "a"), texts])
        for part in ("reading [", " files ", " MB/s", "writing ["):
            if part not in said:
                problems.append(f"a terminal is not told \"{part}\": {said!r}")
        if status != 0 or not said.endswith("\r\x1b[K"):
            problems.append(f"the line stays at the end, or the run failed ({status}): {said!r}")
        said, status = on_terminal([program, "--quiet", os.path.join(folder, "b"), texts])
        if status != 0 or said:
            problems.append(f"--quiet says {said!r} ({status})")
        piped = subprocess.run([program, os.path.join(folder, "c"), texts], capture_output=True, check=False)
        if piped.returncode != 0 or piped.stderr:
            problems.append(f"a pipe is told {piped.stderr!r} ({piped.returncode})")
    print("\n".join(problems) or "as it should be")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
