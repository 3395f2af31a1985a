# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures what each door adds to a search, and judges nothing: the same queries through the C interface
(without reading the answer), Python, `pinlex serve` and `pinlex-mcp`. Prints medians in milliseconds, of the
clock and of the processor time of both ends.

    python3 tests/bench/bench_doors.py --programs build/release/bin --library build/release/lib/libpinlex.so.0
        [--index DIR] [--repeat N]
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import time

SKIPPED = 77
QUERIES = ["interception of content data", "real-time collection of traffic data", "wiretapping",
           "conditions and safeguards", "\"service provider\" /p secret", "preserv* /10 data"]


def lines(program, *words):
    """A program that answers a line with a line, as a function, and its number."""
    process = subprocess.Popen([program, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(message):
        process.stdin.write(json.dumps(message).encode() + b"\n")
        process.stdin.flush()
        return process.stdout.readline()
    return ask, process.pid


def processor(number):
    """Nanoseconds that a process has run; 0 for none."""
    if not number:
        return 0
    with open(f"/proc/{number}/schedstat", encoding="ascii") as stat:
        return int(stat.read().split()[0])


def doors(options):
    """Name: (function that searches for a query, number of the process that answers); the first is what the
    others are compared with."""
    import pinlex
    from pinlex import _library
    index = [options.index] if options.index else []
    words = [word for path in index for word in ("--index", path)]
    searcher = pinlex.open(*index)
    functions = _library.library()

    def interface(query):
        data = query.encode()
        functions.pinlex_answer_free(functions.pinlex_search(searcher._open(), data, len(data), None, None))

    serve, serve_number = lines(os.path.join(options.programs, "pinlex"), "serve", "--stdio", *words)
    mcp, mcp_number = lines(os.path.join(options.programs, "pinlex-mcp"), *words)
    mcp({"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {
        "protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "bench", "version": "1"}}})
    return {
        "C interface": (interface, 0),
        "Python": (searcher.search, 0),
        "pinlex serve": (lambda query: serve({"method": "search", "params": {"query": query}}), serve_number),
        "pinlex-mcp": (lambda query: mcp({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {
            "name": "search", "arguments": {"query": query}}}), mcp_number),
    }


def print_table(what, times):
    first = next(iter(times))
    medians = {name: [statistics.median(times[name][query][1:]) for query in QUERIES] for name in times}
    print(f"{'median of a search by ' + what + ', ms':<44}" + "".join(f"{name:>14}" for name in times))
    for i, query in enumerate(QUERIES):
        print(f"{query:<44}" + "".join(f"{medians[name][i]:14.3f}" for name in times))
    added = [statistics.median(m - c for m, c in zip(medians[name], medians[first])) for name in times]
    print(f"{'added to the first, median of queries':<44}" + "".join(f"{a:14.3f}" for a in added) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", required=True)
    parser.add_argument("--library", required=True)
    parser.add_argument("--index", help="else the built-in digest")
    parser.add_argument("--repeat", type=int, default=200)
    options = parser.parse_args()
    os.environ["PINLEX_LIBRARY"] = options.library
    sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "python", "src"))
    try:
        ways = doors(options)
    except ImportError as error:
        print(f"skipped: {error}")
        return SKIPPED
    clock = {name: {query: [] for query in QUERIES} for name in ways}
    work = {name: {query: [] for query in QUERIES} for name in ways}
    for _ in range(options.repeat + 1):  # the first round warms up
        for query in QUERIES:
            for name, (search, number) in ways.items():
                before, own, started = processor(number), time.process_time_ns(), time.perf_counter_ns()
                search(query)
                clock[name][query].append((time.perf_counter_ns() - started) / 1e6)
                work[name][query].append((time.process_time_ns() - own + processor(number) - before) / 1e6)
    for what, times in (("the clock", clock), ("the processor", work)):
        print_table(what, times)
    return 0


if __name__ == "__main__":
    sys.exit(main())
