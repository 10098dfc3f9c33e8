"""Checks the reference tables as they stand, without the publishers' files.

    python3 datasets/reference/check.py [--province 080]

Every broken promise is one line; exit code 1 if there is any. What is expected of a province (how many
comuni and residents per class) is in input/attesi.csv.
"""

import argparse
import csv
import json
import sys
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True

from derive.common import fold, read_csv  # noqa: E402
from derive.confini import crossings  # noqa: E402

HERE = Path(__file__).resolve().parent
problems: list[str] = []


def expect(truth: bool, message: str) -> None:
    if not truth:
        problems.append(message)


def unique(rows: list[dict], message: str, key) -> None:
    for value, count in Counter(map(key, rows)).items():
        expect(count == 1, f"{message}: {value} {count} times")


def comuni(province: str) -> list[dict]:
    rows = read_csv(HERE / "comuni.csv")
    unique(rows, "comuni.csv istat", lambda r: r["istat"])
    unique(rows, "comuni.csv Belfiore", lambda r: r["belfiore"])
    for r in rows:
        expect(r["istat"].startswith(province) and len(r["istat"]) == 6, f"{r['istat']} is not of province {province}")
        both = int(r["residenti_m"]) + int(r["residenti_f"])
        expect(int(r["residenti"]) == both, f"{r['istat']}: sexes do not add up")
    for want in read_csv(HERE / "input" / "attesi.csv"):
        if want["provincia"] == province:
            mine = [r for r in rows if r[want["campo"]] == want["valore"] or want["valore"] == "*"]
            low, high = int(want["comuni_min"]), int(want["comuni_max"])
            expect(low <= len(mine) <= high, f"{want['campo']} {want['valore']}: {len(mine)} comuni, not {low}-{high}")
            residents = sum(int(r["residenti_2020"]) for r in mine)
            expect(want["residenti_2020"] in ("", str(residents)),
                   f"{want['campo']} {want['valore']}: {residents} residents, not {want['residenti_2020']}")
    return rows


def names(known: set[str]) -> None:
    rows = read_csv(HERE / "comuni_nomi.csv")
    unique(rows, "comuni_nomi.csv folded name", lambda r: fold(r["nome"]))
    for r in rows:
        expect(r["istat"] in known, f"comuni_nomi.csv: {r['nome']} leads to {r['istat']}")
    country = read_csv(HERE / "comuni_italia.csv")
    current = {r["istat"] for r in country if not r["valido_al"]}
    unique([r for r in country if not r["valido_al"]], "comuni_italia.csv istat", lambda r: r["istat"])
    for r in country:
        expect(r["istat_successore"] in current | {""}, f"comuni_italia.csv: successor of {r['nome']} is not in force")
    provinces = {r["codice"]: r["sigla"] for r in read_csv(HERE / "province_italia.csv")}
    for r in country:
        expect(r["valido_al"] or provinces.get(r["istat"][:3]) == r["sigla"],
               f"province_italia.csv: province of {r['nome']}")
    for r in read_csv(HERE / "comuni_archivio.csv"):
        expect(r["istat_successore"] in current | {""}, f"comuni_archivio.csv: successor of {r['nome']} is not in force")
        expect(not r["valido_dal"] or r["valido_dal"] <= r["valido_al"], f"comuni_archivio.csv: days of {r['nome']}")


def territory(rows: list[dict]) -> None:
    classes = {r["classe"] for r in read_csv(HERE / "snai.csv")}
    areas = {r["nome"] for r in read_csv(HERE / "aree_snai.csv")} | {""}
    ats = {r["ats"]: r for r in read_csv(HERE / "ats.csv")}
    for r in rows:
        expect(r["snai"] in classes, f"{r['istat']}: SNAI class {r['snai']}")
        expect(r["area_snai"] in areas, f"{r['istat']}: SNAI area {r['area_snai']}")
        expect(r["ats"] in ats, f"{r['istat']}: ATS {r['ats']}")
    for code, r in ats.items():
        expect(any(c["istat"] == r["capofila"] and c["ats"] == code for c in rows), f"{code}: capofila {r['capofila']}")


def boundaries(rows: list[dict]) -> None:
    features = json.loads((HERE / "confini.geojson").read_text(encoding="utf-8"))["features"]
    shapes = {f["properties"]["istat"]: f["geometry"] for f in features}
    expect(set(shapes) == {r["istat"] for r in rows}, "confini.geojson: not the comuni of comuni.csv")
    for r in rows:
        geometry = shapes.get(r["istat"], {"type": "Polygon", "coordinates": []})
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        rings = [ring for polygon in polygons for ring in polygon]
        for ring in rings:
            expect(len(ring) >= 4 and ring[0] == ring[-1], f"{r['istat']}: ring open or too short")
        west = sum(x < float(r["lon"]) for ring in rings for x in crossings(ring, float(r["lat"])))
        expect(west % 2 == 1, f"{r['istat']}: its point lies outside its boundary")


def taxonomy() -> None:
    services = read_csv(HERE / "servizi.csv")
    areas = {r["codice"] for r in read_csv(HERE / "aree_utenza.csv")}
    codes = {r["codice"] for r in services}
    unique(services, "servizi.csv codice", lambda r: r["codice"])
    for r in services:
        expect(r["padre"] in codes | {""}, f"servizi.csv: {r['codice']} under {r['padre']}")
        expect(set(filter(None, r["aree_utenza"].split("|"))) <= areas, f"servizi.csv: areas of {r['codice']}")
    links = read_csv(HERE / "servizi_raccordo.csv")
    unique(links, "servizi_raccordo.csv",
           lambda r: (r["sistema"], r["codice_sorgente"] or fold(r["descrizione_sorgente"])))
    for r in links:
        expect(r["codice"] in codes | {"ND"}, f"servizi_raccordo.csv: {r['descrizione_sorgente']} to {r['codice']}")
    unique(read_csv(HERE / "leps_soglie.csv"), "leps_soglie.csv id", lambda r: r["id"])


def calendar() -> None:
    days = {(r["data"], r["ambito"]) for r in read_csv(HERE / "festivita.csv")}
    for day in ("2024-04-01", "2025-04-21", "2026-04-06", "2027-03-29", "2028-04-17", "2026-10-04", "2027-10-04"):
        expect((day, "nazionale") in days, f"festivita.csv: {day} missing")
    expect(("2025-10-04", "nazionale") not in days, "festivita.csv: 4 October before 2026")


def files() -> None:
    for path in sorted([*HERE.glob("*.csv"), *HERE.glob("*.geojson"), HERE / "disclosure.json"]):
        raw = path.read_bytes()
        expect(not raw.startswith(b"\xef\xbb\xbf") and b"\r" not in raw, f"{path.name}: BOM or CR")
        expect(path.with_name(path.name + ".origin.json").exists(), f"{path.name}: no origin")
        if path.suffix == ".csv":
            widths = {len(r) for r in csv.reader(raw.decode().splitlines())}
            expect(len(widths) == 1, f"{path.name}: rows of different width")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--province", default="080")
    rows = comuni(options.parse_args().province)
    names({r["istat"] for r in rows})
    territory(rows)
    boundaries(rows)
    taxonomy()
    calendar()
    files()
    print("\n".join(problems) or "ok")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
