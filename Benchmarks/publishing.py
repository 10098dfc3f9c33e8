"""What an edition of a metropolitan city costs: 97 comuni, 60 organisations, 10 tables, all programmes."""

import json
import shutil
from pathlib import Path

from processes import Cost, measure
from workload import AS_OF, require

ORGANISATIONS = 60
# Ambito and user areas of each table; the repository's own is one more.
TABLES = [
    ("CAU", "FAM"), ("LOC", "FAM"), ("MEL", "ANZ"), ("POL", "ANZ"), ("RC", "ANZ"), ("RC", "FAM"),
    ("ROS", "DIS"), ("TAU", "POV"), ("VSG", "ANZ"),
]


class Publishing:
    """The repository's own datasets with more organisations and tables, read and computed once."""

    def __init__(self, tavolo: str, repository: Path, folder: Path):
        self.tavolo = tavolo
        self.workspace = folder / "edition"
        shutil.copytree(
            repository / "datasets", self.workspace / "datasets",
            ignore=shutil.ignore_patterns("decisions"))
        self.add_organisations()
        self.add_tables()
        for command in ["ingest", "compute"]:
            self.run(command, "it")
        self.costs: dict[str, list[Cost]] = {}
        self.files = 0

    def add_organisations(self) -> None:
        """Invented ones, copies of the last but for code and name: those codes are never issued."""
        [register] = self.workspace.glob("datasets/sources/ets-uno-sintetico/enti/deliveries/*.csv")
        text = register.read_bytes().decode("utf-8-sig")
        rows = [row for row in text.splitlines() if row.startswith("9999")]
        known = len({row.split(";")[0] for row in rows})
        fields = rows[-1].split(";")
        for number in range(known + 1, ORGANISATIONS + 1):
            code = with_check_digit(f"9999{1000 + number:06d}")
            rows.append(";".join([code, f"Associazione in più n. {number}", *fields[2:]]))
        register.write_bytes(
            ("\ufeff" + "\r\n".join([text.splitlines()[0], *rows]) + "\r\n").encode())

    def add_tables(self) -> None:
        folder = self.workspace / "datasets" / "tables"
        model = json.loads((folder / "anziani-locride.json").read_text(encoding="utf-8"))
        for number, (ambito, area) in enumerate(TABLES, start=2):
            table = model | {
                "slug": f"tavolo-{number}", "titolo": f"Tavolo {number}", "titolo_en": f"Table {number}",
                "aree_utenza": [area], "territorio": {"tipo": "ats", "codici": [ambito]},
            }
            (folder / f"tavolo-{number}.json").write_text(json.dumps(table), encoding="utf-8")

    def run(self, command: str, language: str) -> tuple[Cost, dict]:
        return measure([
            self.tavolo, command, "--workspace", str(self.workspace), "--as-of", AS_OF,
            "--lang", language, "--json",
        ])

    def repeat(self, turn: int) -> None:
        """The edition in one language, then in the other, which takes its place; then nothing new."""
        for stamp in (self.workspace / ".tavolo").glob("edizione-*"):
            stamp.unlink()
        for language in ["it", "en"] if turn % 2 == 0 else ["en", "it"]:
            cost, answer = self.run("publish", language)
            require(answer["pubblicata"], f"l'edizione «{language}» non è stata scritta")
            self.costs.setdefault(f"publish {language}", []).append(cost)
        cost, answer = self.run("publish", language)
        require(not answer["pubblicata"], "un'edizione uguale è stata riscritta")
        self.costs.setdefault("publish again", []).append(cost)
        edition = self.workspace / "reports" / AS_OF
        kinds = {kind: len(list((edition / kind).glob("*.html"))) for kind in [
            "tavoli", "enti", "programmi", "territori"]}
        require(
            kinds["tavoli"] == len(TABLES) + 1 and kinds["enti"] == ORGANISATIONS
            and kinds["programmi"] >= 20 and kinds["territori"] >= 97, f"pagine: {kinds}")
        self.files = sum(1 for file in edition.rglob("*") if file.is_file())


def with_check_digit(ten: str) -> str:
    """The eleven digits of an organisation's fiscal code: the last is the complement of Luhn's sum."""
    total = 0
    for place, digit in enumerate(map(int, ten)):
        doubled = digit * 2 if place % 2 else digit
        total += doubled - 9 if doubled > 9 else doubled
    return ten + str(-total % 10)
