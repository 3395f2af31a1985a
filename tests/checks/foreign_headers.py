# SPDX-License-Identifier: GPL-2.0-or-later
"""Headers of other people's libraries stay in the folders that are theirs, and out of every public
header. A header that no row of the table names is a problem too."""
import fnmatch
import re
import sys

import checklib
from includes import INCLUDE

PROGRAMS = ["indexer/program/*", "searcher/program/*", "tools/*"]
# Pattern of the header: patterns of the files that may include it.
TABLE = [
    (r"xapian\.h|xapian/.*", ["corpus/index_store/src/*", "corpus/text/src/*stem*.cpp",
                              "indexer/src/*", "searcher/src/*", "tests/*"]),
    (r"unicode/.*", ["corpus/text/src/*"]),
    (r"boost/.*", PROGRAMS),
    (r"catch2/.*", ["tests/*"]),
    (r"nlohmann/.*", ["corpus/index_store/src/*", "corpus/sources/src/data_json.cpp", "indexer/src/*", "searcher/src/*",
                       "searcher/program/mcp/*", "tools/eval/src/*", "tools/fetch/src/lock_file.cpp",
                       "tests/*"]),
    (r"curl/.*", ["tools/fetch/src/curl_transport.cpp"]),
    (r"toml\+\+/.*|toml\+\+\.h", ["corpus/model/src/*", "corpus/sources/src/*",
                                    "corpus/thesaurus/src/*"]),
    (r"serd/.*", ["corpus/thesaurus/src/*"]),
    (r"md4c.*\.h", ["corpus/sources/src/*"]),
    (r"archive(_entry)?\.h", ["corpus/sources/src/*", "tests/unit/formats/*"]),
    (r"pugixml\.hpp|gumbo\.h", ["corpus/sources/src/*"]),
    (r"iconv\.h|poppler-.*\.h", ["corpus/sources/src/*"]),
    (r"seccomp\.h", ["corpus/sources/src/*"]),
    (r"cld2/.*", ["corpus/text/src/*"]),
    (r"zstd.*\.h|zdict\.h", ["corpus/index_store/src/*"]),
    (r"nettle/.*", ["corpus/base/src/*"]),
    (r"yaml-cpp/.*", ["corpus/sources/src/*"]),
    (r"benchmark/.*", ["tests/bench/*"]),
    # The system's own: sources may, public headers may not.
    (r"(sys|linux|arpa|netinet)/.*|(unistd|fcntl|dirent|dlfcn|malloc|signal|stdlib|termios|pwd|poll|spawn)\.h", ["*"]),
]
STANDARD = re.compile(r"[a-z_0-9]+|std(def|int)\.h")


def problem_with(file, header):
    """Why `file` must not include <header>, or None."""
    if header == "pinlex.h" or header.startswith("pinlex/") or STANDARD.fullmatch(header):
        return None
    if "/include/" in file:
        return f"a public header includes <{header}>"
    for pattern, files in TABLE:
        if re.fullmatch(pattern, header):
            if any(fnmatch.fnmatchcase(file, p) for p in files):
                return None
            return f"<{header}> belongs in {', '.join(files)} only"
    return f"<{header}> is in no row of the table in tests/checks/foreign_headers.py"


def check(tree):
    problems = []
    for file in tree.files(".cpp", ".hpp", ".h"):
        text = tree.read(file)
        for match in INCLUDE.finditer(text):
            problem = problem_with(file, match.group(2)) if match.group(1) == "<" else None
            if problem:
                problems.append(f"{file}:{checklib.line_of(text, match.start(2))}: {problem}")
    return problems


CASES = [
    ("in order", {"corpus/text/src/a.cpp": "#include <unicode/ubrk.h>\n#include <string>\n",
                  "searcher/src/query/run.cpp": "#include <xapian.h>\n",
                  "indexer/program/cli.cpp": "#include <boost/program_options.hpp>\n"}, []),
    ("ICU outside text", {"searcher/src/a.cpp": "\n#include <unicode/ubrk.h>\n"},
     ["searcher/src/a.cpp:2: <unicode/ubrk.h> belongs in"]),
    ("Xapian in text, not in the stemmer", {"corpus/text/src/a.cpp": "#include <xapian.h>\n",
                                            "corpus/text/src/stem.cpp": "#include <xapian.h>\n"},
     ["corpus/text/src/a.cpp:1"]),
    ("Boost in the library", {"searcher/src/searcher.cpp": "# include <boost/any.hpp>\n"},
     ["<boost/any.hpp>"]),
    ("foreign in a public header",
     {"corpus/index_store/include/pinlex/index_store/a.hpp": "#include <xapian.h>\n"},
     ["a public header includes <xapian.h>"]),
    ("system header in a public header",
     {"corpus/base/include/pinlex/base/a.hpp": "#include <unistd.h>\n"},
     ["a public header includes <unistd.h>"]),
    ("unknown", {"corpus/base/src/a.cpp": "#include <fmt/core.h>\n"}, ["in no row"]),
]

if __name__ == "__main__":
    sys.exit(checklib.main(check, CASES))
