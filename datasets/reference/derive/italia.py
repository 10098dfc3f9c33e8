"""comuni_italia.csv: every comune of the country, and since 1990 the names and codes that are gone.

Of those in force also the facts a workspace of another province starts from (`tavolo init`)."""

from datetime import date, timedelta

from . import sources
from .common import Job, fold, number, read_csv, read_sheet, write_csv, write_origin

FACTS = "residenti residenti_m residenti_f kmq altitudine snai minuti_polo".split()
HEADER = "istat nome belfiore sigla valido_al istat_successore metodo".split() + FACTS
SINCE = "1990-01-01"  # an address older than this is not met; the province's own history is kept whole
OPEN = "9999-12-31"


def write(job: Job) -> list[dict]:
    current = read_csv(job.source(sources.SITUAS), ";")
    archive = read_csv(job.source(sources.ARCHIVE))
    by_hand = {r["belfiore"]: r for r in job.curated("successori.csv")}
    istat_of = {r["Codice catasto"]: r["Codice Comune (alfanumerico)"] for r in current}
    name_of = {r["Codice catasto"]: r["Comune (dizione italiana)"] for r in current}
    rows = [{"istat": r["Codice Comune (alfanumerico)"], "nome": r["Comune (dizione italiana)"],
             "belfiore": r["Codice catasto"], "sigla": r["Sigla automobilistica"]} for r in current]

    measured = facts(job, archive, istat_of)
    for row in rows:
        row.update(measured.get(row["istat"], {}))

    succession = Succession(archive, istat_of, by_hand)
    gone: dict[tuple[str, str, str], dict] = {}
    for r in sorted(archive, key=lambda r: (r["DATACESSAZIONE"], r["CODISTAT"], r["ID"])):
        code, name, end = r["CODCATASTALE"], r["DENOMINAZIONE_IT"], r["DATACESSAZIONE"]
        if code in istat_of and istat_of[code] == r["CODISTAT"] and fold(name_of[code]) == fold(name):
            continue
        if end == OPEN:
            if code in istat_of:
                continue  # a spelling of the archive, not an end
            end = by_hand.get(code, {}).get("valido_al") or sources.ABOUT[sources.SITUAS][2]
        if end < SINCE and r["IDPROVINCIAISTAT"] != job.province:
            continue
        successor, method = succession.follow(code)
        gone[(r["CODISTAT"], name, code)] = {
            "istat": r["CODISTAT"], "nome": readable(name), "belfiore": code, "sigla": r["SIGLAPROVINCIA"],
            "valido_al": end, "istat_successore": successor, "metodo": method}
    rows += gone.values()
    rows.sort(key=lambda r: (r["istat"], r.get("valido_al", "") or OPEN, r["nome"]))
    path = job.reference / "comuni_italia.csv"
    write_csv(path, HEADER, rows)
    write_origin(job, path, "Comuni italiani, in vigore e cessati", sources.cited(
                     job, sources.SITUAS, sources.ARCHIVE, sources.POPULATION, sources.CLASSES, sources.INNER_AREAS),
                 "In vigore da SITUAS; cessati, rinominati o ricodificati dal 1990 (per la provincia: dal 1861) "
                 "dall'archivio ANPR, che non nomina il successore. Metodo: belfiore = stesso codice catastale oggi; "
                 "mano = elenco in input/successori.csv; data = unico comune della stessa provincia istituito il "
                 "giorno dopo, o unico fra questi con una parola del nome in comune (solo dal 1990; esiti riletti uno "
                 "a uno, non riscontrati su un elenco ufficiale). Dove nessun metodo decide il successore resta vuoto. "
                 "Chi l'archivio dà in vigore ma SITUAS non ha più porta la "
                 "data dell'elenco SITUAS, se quella vera non è in input/successori.csv. I codici con progressivo "
                 "800 e oltre sono di ANPR, non di ISTAT. Residenti al 1 gennaio 2022, superficie e altitudine, classe SNAI e "
                 "minuti come in comuni.csv; un codice cambiato dopo si ritrova dal Belfiore, e dove il comune è nato "
                 "dopo restano vuoti.", "2026-08-14")
    return rows


def facts(job: Job, archive: list[dict], istat_of: dict[str, str]) -> dict[str, dict]:
    """What comuni.csv says of a comune of the territory, for every comune: by its code of today."""
    today = {r["CODISTAT"]: istat_of[r["CODCATASTALE"]] for r in archive if r["CODCATASTALE"] in istat_of}
    found: dict[str, dict] = {}

    def add(code: str, values: dict) -> None:
        found.setdefault(today.get(code, code), {}).update(values)

    for r in read_csv(job.source(sources.POPULATION)):
        add(r["municipality_code"].zfill(6), {
            "residenti": number(r["population"], 0), "residenti_m": number(r["population_M"], 0),
            "residenti_f": number(r["population_F"], 0)})
    for r in read_sheet(job.source(sources.CLASSES), "Comuni 01-01-2023", "Codice Istat del Comune (alfanumerico)"):
        add(r["Codice Istat del Comune (alfanumerico)"], {
            "kmq": number(r["Superficie territoriale (kmq) al 01/01/2023"], 4),
            "altitudine": number(r["Altitudine del centro (metri)"], 0)})
    for r in read_sheet(job.source(sources.INNER_AREAS), "DATI", "PROCOM_T"):
        add(r["PROCOM_T"], {
            "snai": r["MAPPA AI 2020 COD_AI_2020"] or "",
            "minuti_polo": number(
                r["MAPPA AI 2020 MEDIA tempi di percorrenza (arrotondata alla prima cifra ddcimale)"], 1)})
    return found


class Succession:
    """Where each cadastral code leads today; a heir may have had its own heir (Quero, Quero Vas, Setteville)."""

    def __init__(self, archive: list[dict], current: dict[str, str], by_hand: dict[str, dict]):
        self.current, self.by_hand = current, by_hand
        self.last: dict[str, dict] = {}
        self.founded: dict[tuple[str, str], set[str]] = {}
        for record in sorted(archive, key=lambda r: r["DATACESSAZIONE"]):
            self.last[record["CODCATASTALE"]] = record
            born = (record["IDPROVINCIAISTAT"], record["DATAISTITUZIONE"])
            self.founded.setdefault(born, set()).add(record["CODCATASTALE"])

    def follow(self, code: str) -> tuple[str, str]:
        if code in self.current:
            return self.current[code], "belfiore"
        if code in self.by_hand:
            return self.by_hand[code]["istat_successore"], "mano"
        record = self.last[code]
        end = record["DATACESSAZIONE"]
        if end < SINCE or end == OPEN:
            return "", ""
        next_day = (date.fromisoformat(end) + timedelta(1)).isoformat()
        heirs = self.founded.get((record["IDPROVINCIAISTAT"], next_day), set()) - {code}
        if len(heirs) > 1:
            mine = words(record["DENOMINAZIONE_IT"])
            heirs = {h for h in heirs if mine & words(self.last[h]["DENOMINAZIONE_IT"])}
        successor = self.follow(heirs.pop())[0] if len(heirs) == 1 else ""
        return successor, "data" if successor else ""


def words(name: str) -> set[str]:
    return {w for w in fold(name).split() if len(w) >= 4} - {"VALLE", "SANTA", "SANTO", "MONTE", "BORGO", "CASTEL"}


def readable(name: str) -> str:
    """The archive writes in capitals; small words and apostrophes as Italian writes them."""
    small = set("di del della delle dei degli da dal in sul sulla con e ed a al nel".split())
    out = []
    for i, word in enumerate(name.lower().split()):
        parts = word.split("'")
        out.append(word if i and word in small else "'".join(
            p if i and n == 0 and len(parts) > 1 and p in {"d", "dell", "nell", "sull", "all"} else p.title()
            for n, p in enumerate(parts)))
    return " ".join(out)
