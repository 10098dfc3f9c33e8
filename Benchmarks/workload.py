"""The processes of one repetition at one size, and the checks that make their times comparable."""

import csv
import json
import re
import shutil
import sys
import unicodedata
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
        self.places = self.peers / "places.csv"
        write_places(repository / "datasets" / "reference" / "comuni.csv", self.places)
        self.more = folder / f"m{requests}"
        self.deliver_more(requests // 100)
        self.costs: dict[str, list[Cost]] = {}
        self.answers: dict[str, dict] = {}

    def deliver_more(self, requests: int) -> None:
        """A hundredth of the requests once more, as another municipality would deliver them."""
        measure([
            self.tavolo, "sample", "--workspace", str(self.workspace), "--seed", "2",
            "--requests", str(requests), "--as-of", AS_OF, "--only", "comune", "--latest", "--out",
            str(self.more), "--quiet",
        ])
        [publisher] = self.more.iterdir()
        publisher.rename(self.more / "altro-comune-sintetico")
        [descriptor] = self.more.glob("*/*/source.json")
        settings = json.loads(descriptor.read_text(encoding="utf-8"))
        descriptor.write_text(
            json.dumps(settings | {"editore": "Altro comune sintetico"}), encoding="utf-8")

    def repeat(self, turn: int) -> None:
        """Every process once; the order turns round, so that drift of the machine hits all."""
        chains = [self.run_tavolo, self.run_duckdb, self.run_polars, self.run_sqlite]
        self.step("iconv", ["iconv", "-f", "CP1252", "-t", "UTF-8", "-o", str(self.utf8),
                            str(self.delivery)])
        for chain in chains if turn % 2 == 0 else reversed(chains):
            chain()

    def step(self, name: str, command: list[str], quiet: bool = False) -> dict:
        cost, answer = measure(command, quiet)
        self.costs.setdefault(name, []).append(cost)
        self.answers[name] = answer
        return answer

    def run_tavolo(self) -> None:
        for made in ["receipts", "reports"]:
            shutil.rmtree(self.workspace / made, ignore_errors=True)
        for made in ["tavolo.sqlite*", ".tavolo/edizione-*"]:
            for file in self.workspace.glob(made):
                file.unlink()
        sources = self.workspace / "datasets" / "sources"
        shutil.rmtree(sources / "altro-comune-sintetico", ignore_errors=True)
        for name in ["ingest", "compute", "publish", "run"]:
            self.step_tavolo(name, name)
        again = self.answers["run"]
        require(
            again["consegne_caricate"] == 0 and not again["ricalcolato"]
            and not again["pubblicata"],
            f"la seconda esecuzione non ha trovato tutto invariato: {again}")
        shutil.copytree(self.more, sources, dirs_exist_ok=True)
        self.step_tavolo("ingest more", "ingest")
        require(
            self.answers["ingest more"]["consegne_caricate"] == 1, "la seconda consegna non entra")
        self.step_tavolo("compute more", "compute")

    def step_tavolo(self, name: str, command: str) -> None:
        self.step(name, [
            self.tavolo, command, "--workspace", str(self.workspace), "--as-of", AS_OF, "--json"
        ])

    def run_duckdb(self) -> None:
        store = self.peers / "requests.duckdb"
        self.run_peer("duckdb", store)
        self.step("duckdb tables", [
            sys.executable, "-B", str(HERE / "peers_duckdb_tables.py"), str(store),
            str(self.values), str(self.places)])

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

    def run_sqlite(self) -> None:
        """What SQLite itself does with a CSV: every cell as text, into one table."""
        store = self.peers / "requests.sqlite"
        store.unlink(missing_ok=True)
        # The title above the header is skipped; the header names the columns.
        self.step("sqlite import", [
            "sqlite3", str(store), ".mode csv", ".separator ;",
            f".import --skip 1 {self.utf8} request",
        ], quiet=True)  # It remarks on every row too long.

    def check(self) -> None:
        """The peers must agree with each other and with what Tavolo says it read and refused."""
        for step in ["load", "groups"]:
            duckdb, polars = self.answers[f"duckdb {step}"], self.answers[f"polars {step}"]
            require(duckdb == polars, f"{step}: DuckDB {duckdb}, polars {polars}")
        asked, told = (
            self.answers[f"duckdb {step}"]["requested"] for step in ["load", "tables"])
        require(asked == told, f"richieste: {asked} caricate, {told} nelle tavole di DuckDB")
        read, refused = (self.answers["ingest"][key] for key in ["righe_lette", "righe_rifiutate"])
        rows = self.answers["duckdb load"]["rows"]
        require(read - refused <= rows <= read, f"righe: {read} lette, {rows} nei confronti")

    @property
    def rows(self) -> int:
        return self.answers["ingest"]["righe_lette"]


def write_places(comuni: Path, places: Path) -> None:
    """The comune, district and inner-area class of each code and name, as the peer looks them up."""

    def key(text: str) -> str:
        return re.sub(r"[^A-Z0-9]", "", unicodedata.normalize("NFD", text.upper()))

    with comuni.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = {
        key(spelling): [row["istat"], row["ats"], row["snai"]] for row in rows
        for spelling in [row["istat"], row["istat"].lstrip("0"), row["belfiore"], row["nome"]]}
    with places.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["key", "istat", "ats", "snai"])
        writer.writerows([name, *place] for name, place in found.items())


def require(holds: bool, message: str) -> None:
    if not holds:
        sys.exit("il confronto non vale: " + message)
