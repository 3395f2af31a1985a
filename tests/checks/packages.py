# SPDX-License-Identifier: GPL-2.0-or-later
"""tools/install-packages does as it says: nothing where nothing is missing, installs as root or by
sudo, and without either names what is missing in one line and stops. Run with stand-ins for Debian's
programs, so nothing is installed."""
import os
import subprocess
import sys
import tempfile

import checklib

SCRIPT = "tools/install-packages"
LIST = "tools/packages.txt"
STAND_INS = {
    "dpkg-query": 'for p; do :; done; case " $HAVE " in *" $p "*) printf installed ;; *) exit 1 ;; esac',
    "id": "echo $USER_ID",
    "sudo": '[ "$SUDO" = yes ] || exit 1; [ "$1" != -n ] || exit 0; "$@"',
    "apt-get": 'echo "apt-get $*" >> "$LOG"; exit ${APT_STATUS:-0}',
}


def run(tree, groups, **environment):
    """(status, standard output, standard error, calls of apt-get)."""
    with tempfile.TemporaryDirectory() as folder:
        for name, body in STAND_INS.items():
            path = os.path.join(folder, name)
            with open(path, "w", encoding="ascii") as stream:
                stream.write(f"#!/bin/sh\n{body}\n")
            os.chmod(path, 0o755)
        log = os.path.join(folder, "log")
        done = subprocess.run(["/bin/sh", tree.path(SCRIPT), *groups], capture_output=True, text=True,
                              check=False, stdin=subprocess.DEVNULL,
                              env={"PATH": f"{folder}:/usr/bin:/bin", "LOG": log, **environment})
        calls = ""
        if os.path.exists(log):
            with open(log, encoding="utf-8") as stream:
                calls = stream.read()
        return done.returncode, done.stdout, done.stderr, calls


def check(tree):
    problems = []

    def expect(what, true):
        if not true:
            problems.append(f"{SCRIPT}: {what}")

    lines = [l for l in tree.read(LIST).split("\n") if l and l[0] not in "#"]
    groups = [l[1:-1] for l in lines if l[0] == "["]
    packages = [l for l in lines if l[0] != "["]
    if "build" not in groups or "test" not in groups:
        return [f"{LIST}: no group build or no group test"]
    for package in {p for p in packages if packages.count(p) > 1}:
        problems.append(f"{LIST}: {package} twice")
    two, everything = packages[:2], " ".join(packages)
    rest = " ".join(packages[2:])

    status, out, err, calls = run(tree, groups, HAVE=everything, USER_ID="1000")
    expect("silent where nothing is missing", (status, out, err, calls) == (0, "", "", ""))
    status, out, err, calls = run(tree, groups, HAVE=rest, USER_ID="1000")
    expect("one line and status 1 without root", status == 1 and (out + err).count("\n") == 1)
    expect("names just what is missing", err.rstrip().endswith("install " + " ".join(two)))
    expect("installs nothing without root", calls == "")
    for how, root in (("as root", {"USER_ID": "0"}), ("by sudo", {"USER_ID": "1000", "SUDO": "yes"})):
        status, out, err, calls = run(tree, groups, HAVE=rest, **root)
        installs = [c for c in calls.split("\n") if " install " in c]
        expect(f"installs {how}", status == 0 and len(installs) == 1
               and installs[0].endswith(" ".join(two)) and "-y" in installs[0])
    status, *_ = run(tree, groups, HAVE=rest, USER_ID="0", APT_STATUS="100")
    expect("status 1 where the installation fails", status == 1)
    status, *_ = run(tree, ["nonsense"], HAVE="", USER_ID="0")
    expect("status 2 for a group that does not exist", status == 2)
    return problems


NAMES = {LIST: "# x\n[build]\na\nb\n[test]\nc\n"}
CASES = [
    ("no list of tests", {LIST: "[build]\na\n", SCRIPT: "exit 0\n"}, ["no group build or no group test"]),
    ("does nothing at all", {**NAMES, SCRIPT: "exit 0\n"},
     ["one line and status 1", "names just", "installs as root", "installs by sudo",
      "status 1 where the installation fails", "status 2"]),
    ("twice", {LIST: "[build]\na\na\n[test]\nc\n", SCRIPT: "exit 0\n"},
     ["a twice", "one line and status 1", "names just", "installs as root", "installs by sudo",
      "status 1 where the installation fails", "status 2"]),
]

if __name__ == "__main__":
    sys.exit(checklib.main(check, CASES))
