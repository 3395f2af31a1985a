# SPDX-License-Identifier: GPL-2.0-or-later
"""What a process costs: seconds on the clock and of the processor, and the peak of its memory."""
import os
import statistics
import time


class Run:
    """One process: wall-clock and processor seconds, peak memory in MiB, exit status. What its own
    children cost counts as well."""

    def __init__(self, command):
        started = time.perf_counter()
        quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                 (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
        child = os.posix_spawnp(command[0], command, os.environ, file_actions=quiet)
        _, status, usage = os.wait4(child, 0)
        self.wall = time.perf_counter() - started
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss / 1024
        self.status = os.waitstatus_to_exitcode(status)


def size_of(folder):
    return sum(os.path.getsize(os.path.join(place, file))
               for place, _, files in os.walk(folder) for file in files)


def median(values):
    return statistics.median(values) if values else None


def percentile(values, percent):
    """The value that so many percent do not exceed; nearest rank."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)] if ordered else None
