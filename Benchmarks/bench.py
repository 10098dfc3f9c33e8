"""Measures Tavolo beside DuckDB and polars in one run and writes docs/performance.md.

Started by run.sh. Nothing here is a test: a time that changes fails nothing.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import tables
from daily import Daily
from publishing import Publishing
from sheet import SheetRead
from workbooks import Workbooks
from workload import Workload

REPOSITORY = Path(__file__).resolve().parent.parent
PAGE = REPOSITORY / "docs" / "performance.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
SIZES = [100_000, 1_000_000, 5_000_000]


def commit_of(binary: str) -> str:
    """The commit of the working copy the binary was built in; said if it had changes."""

    def git(*arguments: str) -> str:
        run = subprocess.run(
            ["git", "-C", str(Path(binary).resolve().parent), *arguments], text=True,
            capture_output=True, check=False)
        return run.stdout.strip()

    commit = git("rev-parse", "--short=12", "HEAD") or "not known"
    changed = git("status", "--porcelain", "--untracked-files=no", "--", ":/Sources")
    return commit + (" with local changes" if changed else "")


def machine() -> str:
    cpu = next(
        (line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo")
         if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{len(os.sched_getaffinity(0))} cores ({cpu}), {memory:.0f} GiB, Linux "
        f"{platform.release().split('-')[0]}, load average at the start {os.getloadavg()[0]:.1f}; "
        f"Python {platform.python_version()}, DuckDB {version('duckdb')}, "
        f"polars {version('polars')}")


def report(
    works: list[Workload], sheet: SheetRead, daily: Daily, edition: Publishing, workbooks: Workbooks,
    facts: str, commit: str, repetitions: int
) -> str:
    parts = [
        f"Measured at commit {commit}, {repetitions} repetitions.", f"Machine: {facts}.",
        tables.targets(works, sheet), tables.writing(edition, workbooks), tables.ratios(works),
    ]
    for work in works:
        size = work.delivery.stat().st_size / 1e6
        answer = work.answers["ingest"]
        parts += [
            f"### {work.rows:,} rows, {size:.0f} MB",
            f"Tavolo refused {answer['righe_rifiutate']:,} of them and wrote "
            f"{sum(answer['consegne'][0]['rilievi'].values()):,} findings.",
            tables.costs(work),
        ]
    return "\n\n".join([
        *parts, tables.sheets(sheet), tables.daily(daily), tables.edition(edition), tables.workbooks(workbooks)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tavolo", required=True)
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("sizes", nargs="*", type=int)
    options = parser.parse_args()
    tavolo = str(Path(options.tavolo).resolve())
    facts, commit = machine(), commit_of(tavolo)
    with tempfile.TemporaryDirectory(prefix="tavolo-bench-") as folder:
        works = []
        for requests in options.sizes or SIZES:
            print(f"{requests:,} richieste…", file=sys.stderr)
            work = Workload(tavolo, REPOSITORY, Path(folder), requests)
            for turn in range(options.repetitions):
                work.repeat(turn)
            work.check()
            works.append(work)
        sheet = SheetRead(works[min(1, len(works) - 1)])
        for turn in range(options.repetitions):
            sheet.repeat(turn)
        print("consegne di ogni giorno, edizione e fogli…", file=sys.stderr)
        daily = Daily(tavolo, REPOSITORY, Path(folder))
        edition = Publishing(tavolo, REPOSITORY, Path(folder))
        workbooks = Workbooks(REPOSITORY, Path(folder))
        for turn in range(options.repetitions):
            daily.repeat(turn)
            edition.repeat(turn)
            workbooks.repeat(turn)
        text = report(works, sheet, daily, edition, workbooks, facts, commit, options.repetitions)
    print(text)
    if not options.sizes:
        page = PAGE.read_text(encoding="utf-8")
        head, rest = page.split(BEGIN)
        _, tail = rest.split(END)
        PAGE.write_text(f"{head}{BEGIN}\n{text}\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
