"""comuni_nomi.csv: every name by which a comune of the province is known, and none that names two."""

from . import sources
from .common import Job, fold, read_csv, write_csv, write_origin

HEADER = "nome istat tipo nota".split()
RANK = ["ufficiale", "alternativo", "cessato", "frazione", "grafia"]


def write(job: Job, table: list[dict], country: list[dict]) -> None:
    known = {r["istat"] for r in table}
    in_force = [r for r in country if not r.get("valido_al")]
    elsewhere = {fold(r["nome"]): r for r in in_force if r["istat"] not in known}

    official = [(r["nome"], r["istat"], "ufficiale", "") for r in table]
    generated = [(r["nome_alternativo"], r["istat"], "alternativo", "") for r in table if r["nome_alternativo"]]
    generated += [(r["nome"], r["istat_successore"], "cessato", f"fino al {r['valido_al']}")
                  for r in country if r.get("istat_successore") in known]
    generated += [(short, r["istat"], "grafia", "abbreviazione di San") for r in table
                  for name in (r["nome"], r["nome_alternativo"]) for short in abbreviations(name)]
    kinds = {"lingua": "alternativo"}  # the name in another official language
    by_hand = [(r["nome"], r["istat"], kinds.get(r["tipo"], r["tipo"]), r["nota"]) for r in job.curated("nomi.csv") if r["istat"] in known]
    by_hand += [(r["comune_orig"], istat, "grafia", r["note"]) for r in read_csv(job.source(sources.SPELLINGS))
                for istat in [by_name(table, r["comune_fix"])] if istat]

    leads: dict[str, set[str]] = {}
    for name, istat, _, _ in official + generated + by_hand:
        leads.setdefault(fold(name), set()).add(istat)
    for name, istat, kind, _ in official + by_hand:
        if len(leads[fold(name)]) > 1 and kind != "ufficiale":
            raise SystemExit(f"{name} would name {' and '.join(sorted(leads[fold(name)]))}")
    for name, istat, kind, _ in by_hand:
        if any(fold(name) == fold(mine) for mine, *_ in official):
            continue  # an official name is nobody else's beginning: Montereale beside Montereale Valcellina
        beginnings = elsewhere if kind != "frazione" else {}
        other = elsewhere.get(fold(name)) or next(
            (r for key, r in beginnings.items() if key.startswith(fold(name) + " ")), None)
        if other:
            raise SystemExit(f"{name} could also be {other['nome']}, {other['istat']}")

    # What is generated gives way where it would be ambiguous: an old name another comune bears today.
    kept = official + by_hand + [n for n in generated if len(leads[fold(n[0])]) == 1 and fold(n[0]) not in elsewhere]
    first: dict[str, tuple] = {}
    for name in sorted(kept, key=lambda n: RANK.index(n[2])):
        first.setdefault(fold(name[0]), name)
    rows = [dict(zip(HEADER, name)) for name in sorted(first.values(), key=lambda n: (n[1], RANK.index(n[2]), n[0]))]
    path = job.reference / "comuni_nomi.csv"
    write_csv(path, HEADER, rows)
    write_origin(job, path, "Nomi dei comuni del territorio",
                 sources.cited(job, sources.SITUAS, sources.ARCHIVE, sources.SPELLINGS),
                 "Nomi ufficiali da SITUAS, storici dall'archivio ANPR, frazioni e grafie dall'elenco tenuto a mano "
                 "in input/nomi.csv, abbreviazioni di San generate. Due nomi uguali una volta tolti segni, maiuscole e "
                 "punteggiatura restano una riga; un nome dell'elenco a mano che ne indicherebbe due, qui o "
                 "altrove in Italia, ferma la derivazione; un nome storico che un altro comune porta oggi si omette.", "2026-08-14")


def by_name(table: list[dict], name: str) -> str:
    return next((r["istat"] for r in table if fold(r["nome"]) == fold(name)), "")


def abbreviations(name: str) -> list[str]:
    for saint in ("San ", "Santa ", "Santo ", "Sant'"):
        if name.startswith(saint):
            return ["S. " + name[len(saint):]]
        if " " + saint in name:
            return [name.replace(saint, "S. ")]
    return []
