"""aree_snai.csv: the SNAI project areas that touch the province."""

from collections import Counter

from . import sources
from .comuni import AREA_SHEETS
from .common import Job, fold, read_sheet, write_csv, write_origin

CYCLES = ["confermata", "riperimetrata", "nuova"]
HEADER = "area_snai nome ciclo comuni_provincia comuni_totali residenti_2020".split()


def write(job: Job, table: list[dict]) -> None:
    mine = Counter(r["area_snai"] for r in table if r["area_snai"])
    path = job.source(sources.SNAI_AREAS)
    rows = []
    for (sheet, column), cycle in zip(AREA_SHEETS, CYCLES):
        everywhere = Counter(" ".join(str(r[column]).split()) for r in read_sheet(path, sheet, "PRO_COM_T"))
        for name in sorted(mine):
            if name in everywhere:
                rows.append({
                    "area_snai": fold(name).replace(" ", "-").lower(), "nome": name, "ciclo": cycle,
                    "comuni_provincia": mine[name], "comuni_totali": everywhere[name],
                    "residenti_2020": total([r["residenti_2020"] for r in table if r["area_snai"] == name]),
                })
    target = job.reference / "aree_snai.csv"
    write_csv(target, HEADER, rows)
    write_origin(job, target, "Aree di progetto SNAI 2021-2027 nel territorio",
                 sources.cited(job, sources.SNAI_AREAS, sources.INNER_AREAS),
                 "Aree con almeno un comune della provincia; residenti (censimento 2020) dei soli comuni della provincia.")


def total(residents: list[str]) -> int | str:
    """Blank where one of them is not known: a part is not the whole."""
    return sum(map(int, residents)) if all(residents) else ""
