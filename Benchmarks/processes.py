"""One process measured from its start to its end, as the kernel accounts for it."""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    """What a whole process cost: start-up, work and exit."""

    wall: float  # seconds
    cpu: float  # seconds, user and system, all threads
    peak: float  # MiB resident at the most


def measure(command: list[str], quiet: bool = False) -> tuple[Cost, dict]:
    """Runs a command; its cost, and the JSON object it printed (empty if it printed none).

    What a quiet one says on standard error is not shown.

    A command that fails ends the benchmark: a time without its work means nothing.
    """
    os.sync()  # What the process before has left to write is not this one's business.
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=output, stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL if quiet else None)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"comando fallito ({process.returncode}): {' '.join(command)}")
        output.seek(0)
        text = output.read()
    # A child starts with the resident memory of its parent: this process must stay small.
    cost = Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
    return cost, json.loads(text) if text.startswith(b"{") else {}
