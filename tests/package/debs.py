# SPDX-License-Identifier: GPL-2.0-or-later
"""The Debian packages of a build: debs.py BUILD

Made by cpack, found free of errors by lintian, unpacked together and run. With PINLEX_LONG=1, as root
and where mmdebstrap is, installed by apt into a clean Debian instead, so that what they depend on is
proved, and run there."""
import os
import shutil
import subprocess
import sys
import tempfile

OPEN_BUILT_IN = """
import ctypes, sys
library = ctypes.CDLL(sys.argv[1])
library.pinlex_open.restype = ctypes.c_void_p
sys.exit(0 if library.pinlex_open(None, 0, None, None) else 1)
"""
WANTED = {"pinlex", "libpinlex0", "libpinlex-dev", "python3-pinlex"}


class Fault(Exception):
    """A package that is not as it should be."""


def run(*command, **keywords):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **keywords)
    if done.returncode != 0:
        raise Fault(f"{' '.join(command)}: status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def packages_in(build, folder):
    run("cpack", "-B", folder, cwd=build)
    debs = sorted(os.path.join(folder, f) for f in os.listdir(folder) if f.endswith(".deb"))
    missing = WANTED - {os.path.basename(deb).split("_")[0] for deb in debs}
    if missing:
        raise Fault(f"no package {', '.join(missing)}")
    return debs


def look_over(debs):
    if not shutil.which("lintian"):
        print("lintian is not here")
        return
    said = subprocess.run(["lintian", "--allow-root", *debs], capture_output=True, text=True,
                          check=False)
    errors = [line for line in said.stdout.splitlines() if line.startswith("E:")]
    if errors or said.returncode not in (0, 1, 2):
        raise Fault("\n".join(errors) or said.stderr)


def unpack_and_run(debs, root):
    for deb in debs:
        run("dpkg-deb", "-x", deb, root)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PINLEX")}
    answer = run(os.path.join(root, "usr/bin/pinlex"), "search", "interception", env=environment)
    if "art." not in answer:
        raise Fault(f"the digest does not answer: {answer}")
    library = next(os.path.join(at, "libpinlex.so.0") for at, _, files in os.walk(root)
                   if "libpinlex.so.0" in files)
    run(sys.executable, "-c", OPEN_BUILT_IN, library)
    for page in ("pinlex", "pinlex-index"):
        for file in (f"man/man1/{page}.1.gz", f"bash-completion/completions/{page}"):
            if not os.path.exists(os.path.join(root, "usr/share", file)):
                raise Fault(f"{file} is in no package")


def install_and_run(debs, root):
    """Into a Debian that holds nothing else; only what the packages ask for comes with them."""
    inside = "mkdir -p \"$1/debs\" && cp " + " ".join(debs) + " \"$1/debs\""
    install = ("apt-get install --yes --no-install-recommends "
               "-oDPkg::Chroot-Directory=\"$1\" \"$1\"/debs/*.deb")
    use = ("chroot \"$1\" sh -c 'pinlex search interception > /answer"
           " && pinlex info > /dev/null && ldconfig -p | grep -q libpinlex.so.0"
           " && python3 -c \"import pinlex; pinlex.open()\"'")
    run("mmdebstrap", "--variant=apt", "--mode=root", f"--customize-hook={inside}",
        f"--customize-hook=APT_CONFIG=$MMDEBSTRAP_APT_CONFIG {install}", f"--customize-hook={use}",
        "bookworm", root)
    with open(os.path.join(root, "answer"), encoding="utf-8") as stream:
        if "art." not in stream.read():
            raise Fault("the installed program does not answer from its digest")


def main(build):
    if not shutil.which("dpkg-shlibdeps"):
        print("dpkg-dev is not here")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        try:
            debs = packages_in(build, folder)
            look_over(debs)
            root = os.path.join(folder, "root")
            clean = os.environ.get("PINLEX_LONG") == "1" and shutil.which("mmdebstrap")
            if clean and os.geteuid() == 0:
                install_and_run(debs, root)
            else:
                unpack_and_run(debs, root)
        except Fault as fault:
            print(fault)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
