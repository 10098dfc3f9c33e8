"""A source that delivers every day, beside a database that keeps the newest version of each request."""

import datetime
import json
import random
import shutil
import sys
from pathlib import Path

from processes import Cost, measure
from workload import AS_OF, HERE, require

DAYS = 120
ROWS = 2_000
# Of the rows of a day, one in so many is a newer version of a request of an earlier day.
NEWER = 10


class Daily:
    """Everything is loaded cold, then one more day, then all again because a map has changed."""

    def __init__(self, tavolo: str, repository: Path, folder: Path):
        self.tavolo = tavolo
        self.workspace = folder / "daily"
        self.source = self.workspace / "datasets" / "sources" / "piattaforma" / "richieste"
        self.last = folder / "last-day"
        self.store = folder / "daily.duckdb"
        self.costs: dict[str, list[Cost]] = {}
        for kept in ["reference", "tables"]:
            shutil.copytree(
                repository / "datasets" / kept, self.workspace / "datasets" / kept,
                dirs_exist_ok=True)
        (self.source / "deliveries").mkdir(parents=True)
        self.last.mkdir()
        (self.source / "source.json").write_text(json.dumps({
            "editore": "Piattaforma sintetica", "titolo": "Richieste", "dataset": "richieste",
            "licenza": "dati inventati", "politica": "incrementale", "sintetico": True,
            "formato_data": {"data_richiesta": "gg/mm/aaaa"}}), encoding="utf-8")
        self.things = self.write_deliveries(repository)

    def write_deliveries(self, repository: Path) -> int:
        """The deliveries; how many requests they tell of."""
        draw = random.Random(1)
        table = (repository / "datasets" / "reference" / "comuni.csv").read_text(encoding="utf-8")
        comuni = [line.split(",")[0] for line in table.splitlines()[1:]]
        first, told = datetime.date(2025, 1, 1), 0
        for day in range(DAYS):
            date = first + datetime.timedelta(day)
            folder = self.last if day == DAYS - 1 else self.source / "deliveries"
            with open(folder / f"{date + datetime.timedelta(1)}.csv", "w", encoding="utf-8") as file:
                file.write("id_richiesta;comune;data_richiesta;canale;servizio;area_utenza\n")
                new = told
                for row in range(ROWS):
                    if new and row % NEWER == 0:
                        one = draw.randrange(new)
                    else:
                        one, told = told, told + 1
                    channel = draw.choice(["sportello", "telefono", "web"])
                    file.write(f"R{one};{draw.choice(comuni)};{date:%d/%m/%Y};{channel};C1;ANZ\n")
        return told

    def repeat(self, turn: int) -> None:
        sides = [self.run_tavolo, self.run_duckdb]
        for side in sides if turn % 2 == 0 else reversed(sides):
            side()

    def run_tavolo(self) -> None:
        for made in ["receipts", ".tavolo"]:
            shutil.rmtree(self.workspace / made, ignore_errors=True)
        for file in self.workspace.glob("tavolo.sqlite*"):
            file.unlink()
        (self.source / "values.csv").unlink(missing_ok=True)
        for file in self.last.iterdir():
            (self.source / "deliveries" / file.name).unlink(missing_ok=True)
        self.ingest("tavolo cold", DAYS - 1)
        shutil.copytree(self.last, self.source / "deliveries", dirs_exist_ok=True)
        self.ingest("tavolo more", 1)
        (self.source / "values.csv").write_text(
            "campo,valore,codice,motivo\ncanale,banco,sportello,un nome in più\n", encoding="utf-8")
        self.ingest("tavolo again", DAYS)

    def ingest(self, name: str, deliveries: int) -> None:
        cost, answer = measure([
            self.tavolo, "ingest", "--workspace", str(self.workspace), "--as-of", AS_OF, "--json",
            "--quiet"])
        self.costs.setdefault(name, []).append(cost)
        loaded, refused = answer["consegne_caricate"], answer["righe_rifiutate"]
        require(loaded == deliveries and refused == 0, f"{loaded} consegne, {refused} rifiutate")

    def run_duckdb(self) -> None:
        self.store.unlink(missing_ok=True)
        script = [sys.executable, "-B", str(HERE / "peers_duckdb_daily.py"), str(self.store)]
        answer = {}
        for name, folder in [("cold", self.source / "deliveries"), ("more", self.last)]:
            files = sorted(str(file) for file in folder.iterdir())
            # The last day is Tavolo's to add, whoever comes first.
            files = [file for file in files if name == "more" or Path(file).name not in self.last_names]
            cost, answer = measure([*script, *files])
            self.costs.setdefault(f"duckdb {name}", []).append(cost)
        require(answer["requests"] == self.things, f"{answer} invece di {self.things} richieste")

    @property
    def last_names(self) -> set[str]:
        return {file.name for file in self.last.iterdir()}
