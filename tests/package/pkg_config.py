# SPDX-License-Identifier: GPL-2.0-or-later
"""Compiles a C program with what pkg-config says, and runs it on an index."""
import argparse
import os
import subprocess
import sys
import tempfile


def main():
    parser = argparse.ArgumentParser()
    for option in ("libdir", "compiler", "flags", "source", "index"):
        parser.add_argument("--" + option, required=True)
    options = parser.parse_args()
    environment = {**os.environ, "PKG_CONFIG_PATH": os.path.join(options.libdir, "pkgconfig"),
                   "LD_LIBRARY_PATH": options.libdir}
    said = subprocess.run(["pkg-config", "--cflags", "--libs", "pinlex"], capture_output=True,
                          text=True, check=True, env=environment).stdout.split()
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "search")
        subprocess.run([options.compiler, *options.flags.split(), options.source, "-o", program,
                        *said], check=True)
        return subprocess.run([program, options.index, "lighthouse keeper"], check=False,
                              env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
