# SPDX-License-Identifier: GPL-2.0-or-later
"""The options that each program's --help names, those of its manual page and those that its completion
offers are the same; completion works."""
import os
import re
import subprocess
import sys
import tempfile

import checklib

PROGRAMS = ["pinlex", "pinlex-eval", "pinlex-fetch", "pinlex-index", "pinlex-mcp", "pinlex-thesaurus"]
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def options_of_help(program, *command):
    """Of a program and all its commands, or of one command."""
    run = subprocess.run([program, *command, "--help"], capture_output=True, text=True, check=False,
                         stdin=subprocess.DEVNULL)
    if run.returncode != 0 or run.stderr:
        return None
    commands = re.search(r"^Commands:\n((?:  .*\n)+)", run.stdout, re.M)
    names = re.findall(r"^  (\w+)", commands.group(1), re.M) if commands else []
    of_commands = [options_of_help(program, name) for name in names]
    if None in of_commands:
        return None
    # What opens a line counts, up to the description two spaces away: others are only mentioned.
    opening = re.findall(r"^[ ]+(-.*?)(?:[ ]{2,}(?!-)|$)", run.stdout, re.M)
    return {o for words in opening for o in OPTION.findall(words)}.union(*of_commands)


def options_of_page(text):
    section = re.search(r"^\.SH OPTIONS\n(.*?)(?=^\.SH)", text, re.M | re.S)
    tags = re.findall(r"^\.TP\n(.*)$", section.group(1), re.M) if section else []
    return {o for t in tags for o in OPTION.findall(t.replace("\\-", "-"))}


def options_of_completion(text):
    return {o for line in text.split("\n") if "options" in line for o in OPTION.findall(line)}


def completions(file, *words, program=None):
    """What completion offers at the last word."""
    name = os.path.basename(file)[:-len(".bash")]
    function = "_" + name.replace("-", "_")
    script = (f'source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); {function}; '
              'printf "%s\\n" "${COMPREPLY[@]}"')
    run = subprocess.run(["bash", "-c", script, file, program or name, *words], capture_output=True,
                         text=True, check=False)
    return set(run.stdout.split()) if run.returncode == 0 else {run.stderr}


def check(tree, options):
    problems = []
    for name in PROGRAMS:
        page, completion = f"tools/man/{name}.1", f"tools/completion/{name}.bash"
        helped = options_of_help(os.path.join(tree.path("bin") if options.self_test else options.programs, name))
        if not helped:
            problems.append(f"{name} --help fails, or names no option")
            continue
        for what, found in ((page, options_of_page(tree.read(page))),
                            (completion, options_of_completion(tree.read(completion)))):
            for option in sorted(helped - found):
                problems.append(f"{what}: {option} is in {name} --help and not here")
            for option in sorted(found - helped):
                problems.append(f"{what}: {option} is here and not in {name} --help")
        if "--help" not in completions(tree.path(completion), "--he"):
            problems.append(f"{completion}: does not complete --he")
        if name == "pinlex" and not options.self_test:
            program = os.path.join(options.programs, name)
            for words, value in ((("search", "--kind", "tr"), "treaty"),
                                 (("search", "--instrument", "unc"), "uncc"),
                                 (("fields", "ki"), "kind")):
                if value not in completions(tree.path(completion), *words, program=program):
                    problems.append(f"{completion}: {' '.join(words)} does not complete to {value}")
    return problems


PAGE = ".SH OPTIONS\n.TP\n.BI \\-\\-index \" DIR\"\nx \\-\\-none\n.TP\n.BR \\-h \", \" \\-\\-help\ny\n.SH Z\n"
COMPLETION = ("_NAME() {\n  local options='--index --help'\n"
              "  COMPREPLY=($(compgen -W \"$options\" -- \"${COMP_WORDS[COMP_CWORD]}\"))\n}\n")
HELP = "#!/bin/sh\ncat <<END\n  --index DIR   the index, or --none\n  -h, --help    this\nEND\n"
ORDER = {f"tools/man/{n}.1": PAGE for n in PROGRAMS}
ORDER.update({f"tools/completion/{n}.bash": COMPLETION.replace("NAME", n.replace("-", "_"))
              for n in PROGRAMS})
ORDER.update({f"bin/{n}": HELP for n in PROGRAMS})
CASES = [
    ("in order", ORDER, []),
    ("a new option", {**ORDER, "bin/pinlex": HELP.replace("END\n", "END\n  --new  n\n", 1)},
     ["man/pinlex.1: --new", "completion/pinlex.bash: --new"]),
    ("an option that is gone", {**ORDER, "bin/pinlex-index": HELP.replace("--index DIR", "--inde DIR")},
     ["man/pinlex-index.1: --inde is in", "man/pinlex-index.1: --index is here",
      "completion/pinlex-index.bash: --inde ", "completion/pinlex-index.bash: --index "]),
    ("help fails", {**ORDER, "bin/pinlex": "#!/bin/sh\nexit 70\n"}, ["pinlex --help fails"]),
    ("completion fails", {**ORDER, "tools/completion/pinlex.bash":
                          COMPLETION.replace("NAME", "pinlex").replace("compgen", "false")},
     ["does not complete"]),
]


def add_options(parser):
    parser.add_argument("--programs", help="folder of the built programs")


if __name__ == "__main__":
    sys.exit(checklib.main(check, CASES, add_options))
