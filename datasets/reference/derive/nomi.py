"""comuni_nomi.csv: every name by which a comune of the province is known, and none that names two."""

from . import sources
from .common import Job, fold, read_csv, write_csv, write_origin

HEADER = "nome istat tipo nota".split()
RANK = ["ufficiale", "alternativo", "cessato", "frazione", "grafia"]


def write(job: Job, table: list[dict], country: list[dict]) -> None:
    known = {r["istat"] for r in table}
    names = [(r["nome"], r["istat"], "ufficiale", "") for r in table]
    names += [(r["nome_alternativo"], r["istat"], "alternativo", "") for r in table if r["nome_alternativo"]]
    names += [(r["nome"], r["istat_successore"], "cessato", f"fino al {r['valido_al']}")
              for r in country if r.get("istat_successore") in known]
    names += [(r["nome"], r["istat"], r["tipo"], r["nota"]) for r in job.curated("nomi.csv") if r["istat"] in known]
    names += [(short, r["istat"], "grafia", "abbreviazione di San") for r in table
              for name in (r["nome"], r["nome_alternativo"]) for short in abbreviations(name)]
    names += [(r["comune_orig"], istat, "grafia", r["note"]) for r in read_csv(job.source(sources.SPELLINGS))
              for istat in [by_name(table, r["comune_fix"])] if istat]

    names.sort(key=lambda n: RANK.index(n[2]))
    taken: dict[str, tuple] = {}
    for name in names:
        first = taken.setdefault(fold(name[0]), name)
        if first[1] != name[1]:
            raise SystemExit(f"{name[0]} would name both {first[1]} and {name[1]}")
    elsewhere = {fold(r["nome"]): r["istat"] for r in country if not r.get("valido_al")}
    for key, name in taken.items():
        if elsewhere.get(key, name[1]) != name[1]:
            raise SystemExit(f"{name[0]} is also the comune {elsewhere[key]}")

    for key, name in taken.items():
        longer = next((r["nome"] for r in country if not r.get("valido_al") and name[2] in ("alternativo", "grafia")
                       and r["istat"] not in known and (fold(r["nome"]) + " ").startswith(key + " ")), "")
        if longer:
            raise SystemExit(f"{name[0]} could also be short for {longer}")

    rows = [dict(zip(HEADER, name)) for name in sorted(taken.values(), key=lambda n: (n[1], RANK.index(n[2]), n[0]))]
    path = job.reference / "comuni_nomi.csv"
    write_csv(path, HEADER, rows)
    write_origin(job, path, "Nomi dei comuni del territorio",
                 sources.cited(job, sources.SITUAS, sources.ARCHIVE, sources.SPELLINGS),
                 "Nomi ufficiali da SITUAS, storici dall'archivio ANPR, frazioni e grafie dall'elenco tenuto a mano "
                 "in input/nomi.csv, abbreviazioni di San generate. Due nomi uguali una volta tolti segni, maiuscole e "
                 "punteggiatura restano una riga; un nome che ne indicherebbe due, qui o altrove in Italia, "
                 "ferma la derivazione.", "2026-08-14")


def by_name(table: list[dict], name: str) -> str:
    return next((r["istat"] for r in table if fold(r["nome"]) == fold(name)), "")


def abbreviations(name: str) -> list[str]:
    for saint in ("San ", "Santa ", "Santo ", "Sant'"):
        if name.startswith(saint):
            return ["S. " + name[len(saint):]]
        if " " + saint in name:
            return [name.replace(saint, "S. ")]
    return []
