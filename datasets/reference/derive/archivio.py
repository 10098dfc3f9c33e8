"""comuni_archivio.csv: names, codes and provinces that are gone, with the days they held, and other spellings."""

from . import sources
from .common import Job, fold, read_csv, write_csv, write_origin
from .italia import OPEN, Succession, readable

HEADER = "istat nome belfiore sigla valido_dal valido_al istat_successore metodo".split()


def write(job: Job) -> None:
    current = read_csv(job.source(sources.SITUAS), ";")
    archive = read_csv(job.source(sources.ARCHIVE))
    by_hand = {r["belfiore"]: r for r in job.curated("successori.csv")}
    istat_of = {r["Codice catasto"]: r["Codice Comune (alfanumerico)"] for r in current}
    name_of = {r["Codice catasto"]: r["Comune (dizione italiana)"] for r in current}
    in_force = {fold(name) for name in name_of.values()}
    by_name = {(fold(r["Comune (dizione italiana)"]), r["Sigla automobilistica"]): r["Codice Comune (alfanumerico)"]
               for r in current}

    succession = Succession(archive, istat_of, by_hand)
    rows: dict[tuple[str, str, str], dict] = {}

    def add(istat: str, name: str, sigla: str, successor: str, method: str,
            belfiore: str = "", born: str = "", end: str = "") -> None:
        rows[(istat, fold(name), end)] = {
            "istat": istat, "nome": readable(name), "belfiore": belfiore, "sigla": sigla, "valido_dal": born,
            "valido_al": end, "istat_successore": successor, "metodo": method}

    for r in archive:
        code, name, end = r["CODCATASTALE"], r["DENOMINAZIONE_IT"], r["DATACESSAZIONE"]
        if end == OPEN and code in istat_of:
            # another spelling, or a name changed after the archive was closed
            if fold(name) not in in_force:
                add(istat_of[code], name, r["SIGLAPROVINCIA"], istat_of[code], "grafia")
            if r["CODISTAT"] == istat_of[code]:
                continue
            # the province, and the code with it, changed after the archive was closed
        if end == OPEN:
            end = by_hand.get(code, {}).get("valido_al") or sources.ABOUT[sources.SITUAS][2]
        successor, method = succession.follow(code)
        add(r["CODISTAT"], name, r["SIGLAPROVINCIA"], successor, method, code, r["DATAISTITUZIONE"], end)
    for r in job.curated("nomi.csv"):
        if r["istat"] in istat_of.values() and r["istat"][:3] != job.province and r["tipo"] == "grafia":
            add(r["istat"], r["nome"], "", r["istat"], "grafia")
    for r in read_csv(job.source(sources.SPELLINGS)):
        istat = by_name.get((fold(r["comune_fix"]), r["prov_fix"]))
        if istat and fold(r["comune_orig"]) not in in_force:
            add(istat, r["comune_orig"], r["prov_fix"], istat, "grafia")

    path = job.reference / "comuni_archivio.csv"
    write_csv(path, HEADER, sorted(rows.values(), key=lambda r: (r["istat"], r["valido_al"] or OPEN, r["nome"])))
    write_origin(job, path, "Comuni cessati, rinominati, passati di provincia, e altre grafie",
                 sources.cited(job, sources.SITUAS, sources.ARCHIVE, sources.SPELLINGS),
                 "Ogni nome, codice o provincia che l'archivio ANPR chiude, dal 1861, con i giorni in cui valeva; il "
                 "successore è trovato come in comuni_italia.csv e manca dove nessun metodo decide. grafia = altro modo "
                 "di scrivere un comune in vigore: nomi in due lingue, nomi cambiati dopo l'archivio, grafie del "
                 "vocabolario onData e, fuori dalla provincia, di input/nomi.csv. Un codice che l'archivio dà in vigore "
                 "e SITUAS non ha più (le province sarde riordinate) porta la data dell'elenco SITUAS. I codici con progressivo 800 e oltre sono di ANPR, non di ISTAT.", "2026-08-14")
