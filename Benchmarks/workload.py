"""The processes of one repetition at one size, and the checks that make their times comparable."""

import shutil
import sys
from pathlib import Path

from processes import Cost, measure

AS_OF = "2026-06-30"
HERE = Path(__file__).parent


class Workload:
    """A temporary workspace with one municipality's delivery of `requests` requests."""

    def __init__(self, tavolo: str, repository: Path, folder: Path, requests: int):
        self.tavolo = tavolo
        self.workspace = folder / f"w{requests}"
        self.peers = folder / f"p{requests}"
        for kept in ["reference", "tables"]:
            shutil.copytree(
                repository / "datasets" / kept, self.workspace / "datasets" / kept,
                dirs_exist_ok=True)
        self.peers.mkdir()
        sources = self.workspace / "datasets" / "sources"
        measure([
            tavolo, "sample", "--workspace", str(self.workspace), "--seed", "1", "--requests",
            str(requests), "--as-of", AS_OF, "--only", "comune", "--latest", "--out",
            str(sources), "--quiet",
        ])
        [self.delivery] = sources.glob("*/*/deliveries/*.csv")
        self.values = self.delivery.parent.parent / "values.csv"
        self.utf8 = self.peers / "utf8.csv"
        self.costs: dict[str, list[Cost]] = {}
        self.answers: dict[str, dict] = {}

    def repeat(self, turn: int) -> None:
        """Every process once; the order turns round, so that drift of the machine hits all."""
        chains = [self.run_tavolo, self.run_duckdb, self.run_polars]
        self.step("iconv", ["iconv", "-f", "CP1252", "-t", "UTF-8", "-o", str(self.utf8),
                            str(self.delivery)])
        for chain in chains if turn % 2 == 0 else reversed(chains):
            chain()

    def step(self, name: str, command: list[str]) -> dict:
        cost, answer = measure(command)
        self.costs.setdefault(name, []).append(cost)
        self.answers[name] = answer
        return answer

    def run_tavolo(self) -> None:
        for made in ["receipts", "reports"]:
            shutil.rmtree(self.workspace / made, ignore_errors=True)
        for made in ["tavolo.sqlite*", ".tavolo/edizione-*"]:
            for file in self.workspace.glob(made):
                file.unlink()
        for name in ["ingest", "compute", "publish", "run"]:
            self.step(name, [
                self.tavolo, name, "--workspace", str(self.workspace), "--as-of", AS_OF, "--json"
            ])
        again = self.answers["run"]
        require(
            again["consegne_caricate"] == 0 and not again["ricalcolato"]
            and not again["pubblicata"],
            f"la seconda esecuzione non ha trovato tutto invariato: {again}")

    def run_duckdb(self) -> None:
        self.run_peer("duckdb", self.peers / "requests.duckdb")

    def run_polars(self) -> None:
        self.run_peer("polars", self.peers / "requests.parquet")

    def run_peer(self, name: str, store: Path) -> None:
        store.unlink(missing_ok=True)
        out = self.peers / name
        out.mkdir(exist_ok=True)
        script = [sys.executable, "-B", str(HERE / f"peers_{name}.py")]
        self.step(f"{name} start", [sys.executable, "-B", "-c", f"import {name}"])
        self.step(f"{name} load", [*script, "load", str(self.utf8), str(store)])
        self.step(
            f"{name} groups", [*script, "groups", str(store), str(self.values), str(out)])

    def check(self) -> None:
        """The peers must agree with each other and with what Tavolo says it read and refused."""
        for step in ["load", "groups"]:
            duckdb, polars = self.answers[f"duckdb {step}"], self.answers[f"polars {step}"]
            require(duckdb == polars, f"{step}: DuckDB {duckdb}, polars {polars}")
        read, refused = (self.answers["ingest"][key] for key in ["righe_lette", "righe_rifiutate"])
        rows = self.answers["duckdb load"]["rows"]
        require(read - refused <= rows <= read, f"righe: {read} lette, {rows} nei confronti")

    @property
    def rows(self) -> int:
        return self.answers["ingest"]["righe_lette"]


def require(holds: bool, message: str) -> None:
    if not holds:
        sys.exit("il confronto non vale: " + message)
