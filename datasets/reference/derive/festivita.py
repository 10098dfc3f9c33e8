"""festivita.csv: the days on which offices are closed, national and of single comuni."""

from datetime import date, timedelta

from .common import Job, write_csv, write_origin

YEARS = range(2019, 2031)
FIXED = [(1, 1, "Capodanno"), (1, 6, "Epifania"), (4, 25, "Liberazione"), (5, 1, "Festa del lavoro"),
         (6, 2, "Festa della Repubblica"), (8, 15, "Assunzione"), (11, 1, "Ognissanti"),
         (12, 8, "Immacolata Concezione"), (12, 25, "Natale"), (12, 26, "Santo Stefano")]
SAINT_FRANCIS_SINCE = 2026  # L. 8 ottobre 2025 n. 151


def write(job: Job) -> None:
    rows = []
    for year in YEARS:
        days = [(date(year, month, day), name, "L. 260/1949 e successive") for month, day, name in FIXED]
        days.append((easter(year) + timedelta(1), "Lunedì dell'Angelo", "L. 260/1949 e successive"))
        if year >= SAINT_FRANCIS_SINCE:
            days.append((date(year, 10, 4), "San Francesco d'Assisi", "L. 151/2025"))
        rows += [{"data": day.isoformat(), "nome": name, "ambito": "nazionale", "istat": "", "fonte": law,
                  "verificato": "S"} for day, name, law in days]
    rows += [{"data": r["data"], "nome": r["nome"], "ambito": "comune", "istat": r["istat"], "fonte": r["fonte"],
              "verificato": "N"} for r in job.curated("patroni.csv") if r["istat"].startswith(job.province)]
    rows.sort(key=lambda r: (r["data"], r["istat"], r["nome"]))
    path = job.reference / "festivita.csv"
    write_csv(path, ["data", "nome", "ambito", "istat", "fonte", "verificato"], rows)
    write_origin(job, path, "Giorni festivi 2019-2030", [
        {"editore": "Normattiva", "titolo": "L. 260/1949, L. 54/1977, D.P.R. 792/1985, L. 336/2000, L. 151/2025"}],
        "Feste nazionali in vigore: Pasqua calcolata (Meeus), 4 ottobre dal 2026. Il testo consolidato della "
        "L. 260/1949 elenca anche feste abolite, che qui non ci sono. I patroni vengono da input/patroni.csv "
        "e restano non verificati finché il Comune non dice quale giorno chiude gli uffici.", "2026-01-01",
        "atti normativi, pubblico dominio")


def easter(year: int) -> date:
    """Gregorian Easter, after Meeus."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * l) // 433
    month = (h + l - 7 * m + 90) // 25
    return date(year, month, (h + l - 7 * m + 33 * month + 19) % 32)
