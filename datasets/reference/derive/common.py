"""What every step shares: reading publishers' files, folding names, writing tables with their origin."""

import csv
import hashlib
import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path

COMMAND = "python3 datasets/reference/derive.py --data DIR --province {province}"


@dataclass(frozen=True)
class Job:
    data: Path
    province: str
    out: Path
    input: Path

    @property
    def reference(self) -> Path:
        return self.out / "reference"

    def source(self, name: str) -> Path:
        """A publisher's file, wherever it lies under the data folder."""
        found = sorted(self.data.rglob(name))
        if len(found) != 1:
            raise SystemExit(f"{name}: expected one file under {self.data}, found {len(found)}")
        return found[0]

    def has(self, name: str) -> bool:
        return any(self.data.rglob(name))

    def curated(self, name: str) -> list[dict[str, str]]:
        """A small list kept by hand in `input/`: what no publisher's file says."""
        return read_csv(self.input / name)


def read_csv(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def read_sheet(path: Path, sheet: str, key: str) -> list[dict]:
    """Rows of a worksheet below the row that holds the header `key`; headers folded to one line."""
    from openpyxl import load_workbook

    rows = load_workbook(path, read_only=True, data_only=True)[sheet].iter_rows(values_only=True)
    for row in rows:
        headers = [" ".join(str(cell).split()) if cell is not None else "" for cell in row]
        if key in headers:
            break
    else:
        raise SystemExit(f"{path.name}: no column {key} in sheet {sheet}")
    return [dict(zip(headers, row)) for row in rows if row[headers.index(key)] is not None]


def fold(name: str) -> str:
    """How names are compared: no marks, upper case, everything that is not a letter or digit a space."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain.upper()).split())


def number(value, decimals: int) -> str:
    """A dot-decimal number without trailing zeros; blank, or the publisher's `N.d.`, stays blank."""
    if value is None or value in ("", "N.d."):
        return ""
    text = f"{float(value):.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def write_csv(path: Path, header: list[str], rows: list[dict]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write_origin(job: Job, path: Path, title: str, sources: list[dict], done: str, date: str = "",
                 licence: str = "CC BY 4.0") -> None:
    """`<name>.origin.json`: whose facts these are, and what was done to them."""
    origin = {
        "titolo": title,
        "licenza": licence,
        "data_riferimento": date,
        "fonti": sources,
        "elaborazione": done,
        "comando": COMMAND.format(province=job.province),
    }
    path.with_name(path.name + ".origin.json").write_text(
        json.dumps(origin, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def cite(path: Path, publisher: str, title: str, date: str, licence: str = "CC BY 4.0") -> dict:
    """One source in an origin: what was read, fixed by its digest."""
    return {
        "editore": publisher,
        "titolo": title,
        "licenza": licence,
        "data_riferimento": date,
        "file": path.name,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }
