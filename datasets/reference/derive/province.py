"""province_italia.csv: the provinces of the country, by the three digits their comuni's codes begin with."""

from . import sources
from .common import Job, read_csv, write_csv, write_origin

HEADER = "codice sigla nome".split()


def write(job: Job) -> None:
    rows = {r["Codice Comune (alfanumerico)"][:3]: {
        "codice": r["Codice Comune (alfanumerico)"][:3], "sigla": r["Sigla automobilistica"],
        "nome": r["Provincia/Uts"].strip()}
        for r in read_csv(job.source(sources.SITUAS), ";")}
    path = job.reference / "province_italia.csv"
    write_csv(path, HEADER, [rows[code] for code in sorted(rows)])
    write_origin(job, path, "Province italiane", sources.cited(job, sources.SITUAS),
                 "Una riga per ogni provincia, città metropolitana o unità corrispondente dei comuni in vigore; il codice "
                 "sono le prime tre cifre dei loro codici ISTAT.", "2026-08-14")
