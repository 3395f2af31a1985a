# SPDX-License-Identifier: GPL-2.0-or-later
"""pinlex itself: `pinlex-index`, questions to `pinlex serve --stdio`, and a command from a new process."""
import json
import os
import shutil
import subprocess


def cpu_of(pid):
    """Nanoseconds that the threads of a process have run."""
    total = 0
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/schedstat", encoding="ascii") as stat:
            total += int(stat.read().split()[0])
    return total


class Pinlex:
    name = "pinlex"
    highlights_only = True

    def __init__(self, programs):
        self.programs = os.path.abspath(programs)

    def missing(self):
        path = os.path.join(self.programs, "pinlex-index")
        return None if os.access(path, os.X_OK) else f"there is no {path}"

    def index_command(self, source, index):
        shutil.rmtree(index, ignore_errors=True)
        return [os.path.join(self.programs, "pinlex-index"), "-q", index, source.folder]

    @staticmethod
    def query(kind, words):
        if kind == "phrase":
            return '"' + " ".join(words) + '"'
        return (" AND " if kind == "and" else " ").join(words)

    def cold_command(self, index, words):
        return [os.path.join(self.programs, "pinlex"), "search", "--index", index, *words]

    def times(self, index, questions, highlights):
        """Milliseconds of the processor for each question."""
        if not highlights:
            return None
        command = [os.path.join(self.programs, "pinlex"), "serve", "--stdio", "--index", index]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              text=True) as serve:
            out = []
            for number, (kind, words) in enumerate([questions[0], *questions]):
                request = {"id": number, "method": "search",
                           "params": {"query": self.query(kind, words), "limit": 10}}
                before = cpu_of(serve.pid)
                serve.stdin.write(json.dumps(request) + "\n")
                serve.stdin.flush()
                line = serve.stdout.readline()
                if not line:
                    raise RuntimeError(f"pinlex ended with status {serve.wait()} at the question "
                                       f"{self.query(kind, words)}")
                answer = json.loads(line)
                if "error" in answer:
                    raise RuntimeError(f"pinlex refused a question: {answer['error']}")
                out.append((kind, (cpu_of(serve.pid) - before) / 1e6))
            serve.stdin.close()
        return out[1:]  # The first one opens the index.
