"""The project's workbooks beside the same cells and charts by libxlsxwriter alone, written in C."""

import subprocess
import sys
from pathlib import Path

from processes import Cost, measure
from workload import require

ROWS, SHEETS = 1_000_000, 97
KINDS = {"tidy": ROWS, "charts": SHEETS}
# What takes a tenth of a second is done several times in turn: a median of one would be a throw of dice.
TIMES = {"tidy": 1, "charts": 7}


class Workbooks:
    """Two programs compiled for the purpose: main.swift with Sources/Spreadsheet, and raw.c."""

    def __init__(self, repository: Path, folder: Path):
        self.folder = folder
        here, sources = repository / "Benchmarks" / "Sheets", repository / "Sources"
        self.programs = {"tavolo": folder / "sheets", "raw": folder / "raw"}
        build([
            "swiftc", "-O", "-wmo", "-module-name", "Spreadsheet", "-swift-version", "6",
            "-enable-upcoming-feature", "InternalImportsByDefault", "-I", sources / "CXLSXWriter",
            *sorted((sources / "Spreadsheet").glob("*.swift")), here / "main.swift",
            "-o", self.programs["tavolo"],
        ])
        build(["clang", "-O2", here / "raw.c", "-lxlsxwriter", "-o", self.programs["raw"]])
        self.costs: dict[str, list[Cost]] = {}

    def repeat(self, turn: int) -> None:
        for kind, count in KINDS.items():
            order = list(self.programs)[:: 1 if turn % 2 == 0 else -1]
            for name in order * TIMES[kind]:
                file = self.folder / f"{name}-{kind}.xlsx"
                cost, answer = measure([str(self.programs[name]), kind, str(count), str(file)])
                require(answer == {"written": count}, f"{name} {kind}: {answer}")
                self.costs.setdefault(f"{kind} {name}", []).append(cost)
            sizes = [(self.folder / f"{name}-{kind}.xlsx").stat().st_size for name in self.programs]
            require(
                abs(sizes[0] - sizes[1]) < sizes[1] / 50, f"{kind}: fogli di {sizes} byte")


def build(command: list) -> None:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"non si compila «{command[0]}»: {done.stderr[-2000:]}")
