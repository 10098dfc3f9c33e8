"""Reading a spreadsheet, beside the reader polars uses."""

import sys
from pathlib import Path

from processes import Cost, measure
from workload import HERE, Workload, require

ROWS = 200_000


class SheetRead:
    """One workbook of the first requests of a workload, read by both from start to end."""

    def __init__(self, work: Workload):
        self.work = work
        self.file = work.peers / "requests.xlsx"
        self.script = [sys.executable, "-B", str(HERE / "peers_sheet.py")]
        self.costs: dict[str, list[Cost]] = {}
        self.answers: dict[str, dict] = {}
        _, answer = measure(
            [*self.script, "write", str(work.utf8), str(self.file), str(ROWS)])
        self.rows = answer["rows"]

    def repeat(self, turn: int) -> None:
        # Without a contract a file is read to its end and nothing is made of it, like its peer.
        ours = ("tavolo", [
            self.work.tavolo, "check", str(self.file), "--workspace", str(self.work.workspace),
            "--json"])
        theirs = ("calamine", [*self.script, "read", str(self.file)])
        for name, command in [ours, theirs] if turn % 2 == 0 else [theirs, ours]:
            cost, answer = measure(command)
            self.costs.setdefault(name, []).append(cost)
            self.answers[name] = answer
        rows = [self.answers[name]["rows"] for name in ["tavolo", "calamine"]]
        require(rows == [self.rows, self.rows], f"foglio: righe {rows}")

    @property
    def size(self) -> int:
        return Path(self.file).stat().st_size
