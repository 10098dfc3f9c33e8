#!/usr/bin/env python3
"""Writes reports/sample, the small edition the repository keeps: one district of the reference tables,
invented deliveries of `tavolo sample` alone, one table.

    scripts/sample-report.py --tavolo .build/release/tavolo

Same tables and same program, same bytes. Only Python's standard library."""

import argparse
import csv
import json
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
# What a dossier is made of; the rest of the sample would only make the edition larger.
PARTS = ["ambito", "piattaforma", "pdp", "popolazione", "ets", "tavolo"]


def keep(source, target, wanted):
    """Copies the rows of a small table that are wanted, and returns how many."""
    with open(source, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kept = [row for row in rows if wanted(row)]
    with open(target, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)
    return len(kept)


def brief(district):
    """The table of the edition. Its words name no place, as its place is whichever was asked for."""
    return {
        "slug": "anziani",
        "id_procedimento": "COP-01",
        "titolo": "Anziani e domiciliarità: un tavolo di esempio",
        "titolo_en": "Older people and living at home: an example of a table",
        "avviso": "Esempio di tavolo: nessun avviso è stato pubblicato.",
        "avviso_en": "An example of a table: no notice was published.",
        "base_giuridica": "art. 55 D.Lgs. 117/2017; DM 72/2021; Corte cost. 131/2020",
        "aree_utenza": ["ANZ", "ANN"],
        "servizi": ["C"],
        "attivita_art5": ["a", "c"],
        "territorio": {"tipo": "ats", "codici": [district]},
        "periodo": "2025",
        "confronto": "2024",
        "domande": ["In quali comuni chi ha 65 anni e più chiede aiuto a casa e non lo trova?"],
    }


def prepare(folder, district):
    reference = folder / "datasets/reference"
    shutil.copytree(ROOT / "datasets/reference", reference)
    for name in ["ats.csv", "comuni.csv"]:
        if not keep(reference / name, reference / name, lambda row: row["ats"] == district):
            raise SystemExit(f"no row of {name} has the district {district}")
    (reference / "territorio.json").write_text(
        json.dumps({"nome": "Territorio di esempio"}) + "\n", encoding="utf-8")
    tables = folder / "datasets/tables"
    tables.mkdir()
    (tables / "anziani.json").write_text(
        json.dumps(brief(district), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--tavolo", required=True, help="the program")
    arguments.add_argument("--as-of", default="2026-06-30")
    arguments.add_argument("--district", default="MEL", help="id of ats.csv")
    arguments.add_argument("--requests", default="900")
    arguments.add_argument("--out", default=ROOT / "reports/sample", type=pathlib.Path)
    given = arguments.parse_args()
    tavolo = pathlib.Path(given.tavolo).resolve()

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        prepare(folder, given.district)

        def run(command, *options):
            subprocess.run(
                [tavolo, command, "--quiet", "--workspace", folder, "--as-of", given.as_of, *options],
                check=True)

        for part in PARTS:
            run("sample", "--seed", "1", "--requests", given.requests, "--only", part,
                "--out", folder / "datasets/sources")
        run("run")
        shutil.rmtree(given.out, ignore_errors=True)
        shutil.copytree(folder / "reports" / given.as_of, given.out)


main()
