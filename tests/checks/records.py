# SPDX-License-Identifier: GPL-2.0-or-later
"""The schema of records allows what the readers take: the same kinds, editions and levels, and the examples in
docs/records.md, which are JSON a line each."""
import json
import re
import sys

import checklib

SCHEMA = "corpus/sources/schemas/pinlex.text-1.schema.json"
GUIDE = "docs/records.md"
# Where the names are that a list of the schema must hold: the file, and the declaration they stand in.
NAMES = [
    (("properties", "kind", "enum"), "corpus/model/src/instrument.cpp", r"> kinds\{(.*?)\};"),
    (("properties", "edition", "enum"), "corpus/model/src/instrument.cpp", r"> editions\{(.*?)\};"),
    (("$defs", "level", "enum"), "corpus/sources/src/records.cpp", r"> units\{\{(.*?)\n\}\};"),
]


def check(tree):
    try:
        import jsonschema
    except ImportError:
        raise checklib.Skip("python3-jsonschema is not installed") from None
    schema, problems = json.loads(tree.read(SCHEMA)), []
    for path, file, declaration in NAMES:
        listed = schema
        for key in path:
            listed = listed[key]
        found = re.search(declaration, tree.read(file), re.S)
        rows = [line.split(",")[0] for line in found[1].split("\n")] if "units" in declaration else [found[1]]
        known = set(re.findall(r'"([a-z-]+)"', " ".join(rows)))
        if set(listed) != known:
            problems.append(f"{SCHEMA}: {'/'.join(path)} is not what {file} has: {sorted(known ^ set(listed))}")
    validator = jsonschema.validators.validator_for(schema)(schema)
    for block in re.findall(r"^```json\n(.*?)^```", tree.read(GUIDE), re.S | re.M):
        for line in block.splitlines():
            problems += [f"{GUIDE}: {error.message}" for error in validator.iter_errors(json.loads(line))]
    return problems


def tree_of(kinds='"act"', levels='"art"', example='{"kind": "act"}'):
    schema = {"properties": {"kind": {"enum": ["act"]}, "edition": {"enum": ["digest"]}},
              "additionalProperties": False, "$defs": {"level": {"enum": ["art"]}}}
    return {SCHEMA: json.dumps(schema), GUIDE: f"```json\n{example}\n```\n",
            NAMES[0][1]: f"> kinds{{{kinds}}};\n> editions{{\"digest\"}};",
            NAMES[2][1]: f"> units{{{{\n    {{{levels}, Level::x, \"y\"}},\n}}}};"}


CASES = [
    ("in order", tree_of(), []),
    ("another kind", tree_of(kinds='"act", "bill"'), ["kind/enum is not"]),
    ("another level", tree_of(levels='"sec"'), ["level/enum is not"]),
    ("an example that is none", tree_of(example='{"txet": "a"}'), ["txet"]),
]


if __name__ == "__main__":
    sys.exit(checklib.main(check, CASES))
