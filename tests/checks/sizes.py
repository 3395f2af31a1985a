# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of at most 500 lines, functions of at most 60 lines and 5 parameters (tests may have longer
ones: their tables of cases)."""
import re
import sys

import checklib

FILE_LINES = 500
FUNCTION_LINES = 60
PARAMETERS = 5

RAW = r'R"(?P<mark>[^()\\\s]{0,16})\((?:.|\n)*?\)(?P=mark)"'
NOISE = re.compile(
    r'//[^\n]*|/\*(?:.|\n)*?\*/|' + RAW + r'|"(?:\\.|[^"\\\n])*"|'
    r"(?<![0-9a-zA-Z_])'(?:\\.|[^'\\\n])+'|^[ \t]*#(?:\\\n|[^\n])*", re.M)
NOT_A_FUNCTION = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b[^()]*$")


def blank(text):
    """The text with comments, literals and preprocessor lines gone, lines kept."""
    return NOISE.sub(lambda m: '""' + "\n" * m.group().count("\n"), text)


def functions(text):
    """(first line, lines, what stands before the brace) of each outermost function body."""
    text = blank(text)
    depth_in_function = 0
    before = 0  # where the text that leads to the next brace starts
    start = head = None
    found = []
    for match in re.finditer(r"[{};]", text):
        at, sign = match.start(), match.group()
        if depth_in_function:
            depth_in_function += {"{": 1, "}": -1}.get(sign, 0)
            if depth_in_function == 0:
                found.append((start, text.count("\n", 0, at) + 1 - start + 1, head))
        elif sign == "{":
            head = text[before:at].strip()
            if ("(" in head and head.count("(") == head.count(")") and not head.endswith("=")
                    and not NOT_A_FUNCTION.search(head)):
                depth_in_function = 1
                first = before + len(text[before:at]) - len(text[before:at].lstrip())
                start = text.count("\n", 0, first) + 1
        before = at + 1
    return found


def parameters(head):
    """How many parameters the first parenthesis after a name has."""
    opening = re.search(r"[\w>\]=+*/&|!<-]\s*\(", head)
    if not opening:
        return 0
    depth = commas = 0
    inside = ""
    for sign in head[opening.end() - 1:]:
        depth += {"(": 1, "[": 1, "<": 1, ")": -1, "]": -1, ">": -1}.get(sign, 0)
        if depth == 0:
            break
        commas += sign == "," and depth == 1
        inside += sign
    return commas + 1 if inside[1:].strip() else 0


def check(tree):
    problems = []
    for file in tree.files(".cpp", ".hpp", ".h", ".py", ".cmake", "CMakeLists.txt"):
        text = tree.read(file)
        lines = text.count("\n")
        if lines > FILE_LINES:
            problems.append(f"{file}: {lines} lines; at most {FILE_LINES}")
        if file.startswith("tests/") or not file.endswith((".cpp", ".hpp", ".h")):
            continue
        for start, length, head in functions(text):
            if length > FUNCTION_LINES:
                problems.append(f"{file}:{start}: a function of {length} lines; at most "
                                f"{FUNCTION_LINES}")
            if parameters(head) > PARAMETERS:
                problems.append(f"{file}:{start}: {parameters(head)} parameters; at most {PARAMETERS}")
    return problems


def _function(lines):
    return "int f(int a) {\n" + "  if (a) { a = 1; }\n" * (lines - 2) + "}\n"


CASES = [
    ("in order", {"a.cpp": _function(60) + "namespace {\n" + "int x;\n" * 100 + "}\n",
                  "tests/a.cpp": _function(90)}, []),
    ("long file", {"a.hpp": "\n" * 501}, ["a.hpp: 501 lines"]),
    ("long function", {"a.cpp": "namespace n {\n" + _function(61) + "}\n"},
     ["a.cpp:2: a function of 61 lines"]),
    ("long member, braces in literals",
     {"a.cpp": "struct S {\n  S(int a) : a_{a}, b_(1) {\n" + '    f("}{", \'}\');  // }\n' * 70 + "  }\n};\n"},
     ["a function of 72 lines"]),
    ("a table is no function", {"a.cpp": "const auto t = std::to_array<S>({\n" + '  {"a", 1},\n' * 90
                                         + "});\n"}, []),
    ("raw strings and digit separators",
     {"a.cpp": 'int f() {\n  g(R"x(}}}\n)")x");\n  return 1\'000;\n}\n' + _function(61)},
     ["a.cpp:6: a function of 61 lines"]),
    ("parameters", {"a.cpp": "int f(int a, M<int, int> b, int c, int d, int e) { return 1; }\n"
                             "int g(int a, int b, int c, int d, int e, int h) { return 1; }\n"},
     ["a.cpp:2: 6 parameters"]),
]

if __name__ == "__main__":
    sys.exit(checklib.main(check, CASES))
