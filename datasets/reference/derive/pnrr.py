"""The integrated urban plans (M5C2 I2.2) located in the province, as ReGiS open data tells them."""

import json
import sys

from . import sources
from .common import Job, read_csv, write_csv, write_origin

MEASURE = "M5C2I2.02"
MEASURE_END = "2026-06-30"  # target M5C2-14, second quarter 2026
EXTRACTED = "2025-03-31"
# Shown to readers as it is: a day as Italians write it.
STATED = f"ReGiS, dati aperti, estrazione del {'/'.join(reversed(EXTRACTED.split('-')))}"

# contract source of funds <- columns of the payments file, added together
PAID = {
    "totale": ["pagamenti_totali"],
    "pnrr": ["pagamenti_totali_pnrr"],
    "pnc": ["pagamenti_totali_pnc"],
    "stato": ["pagamenti_totali_stato_foi", "pagamento_stato", "pagamento_stato_bilancio",
              "pagamenti_totali_prosecuzione_opere_pubbliche_fpop"],
    "regione": ["pagamenti_totali_regione"],
    "provincia": ["pagamenti_totali_provincia"],
    "comune": ["pagamenti_totali_comune"],
    "altro_pubblico": ["pagamenti_totali_altro_pubblico", "pagamenti_totali_ue_diverso_da_pnrr"],
    "privato": ["pagamenti_totali_privato"],
    "altro": ["pagamenti_totali_da_reperire", "pagamenti_totali_altri_fondi"],
}


def write(job: Job, letters: str) -> None:
    files = [job.source(name).name for name in (sources.PLACES, sources.PAYMENTS, sources.TARGETS) if job.has(name)]
    # `RC__…` holds the rows of one province: of another it would tell a part as if it were all.
    if len(files) < 3 or any("__" in name and not name.startswith(letters + "__") for name in files):
        print(f"no ReGiS files for province {letters}: no programmes", file=sys.stderr)
        return
    places = [r for r in of_measure(job, sources.PLACES) if int(r["provincia"]) == int(job.province)]
    here = {r["cup"] for r in places}
    payments, targets = ([r for r in of_measure(job, name) if r["cup"] in here]
                         for name in (sources.PAYMENTS, sources.TARGETS))
    if not here:
        return
    deliver(job, "interventi", "Piani urbani integrati nel territorio: anagrafica dei CUP",
            [sources.PAYMENTS, sources.TARGETS, sources.PLACES],
            "cup clp titolo missione componente misura soggetto_attuatore comuni data_inizio_prevista "
            "data_inizio_effettiva data_fine_prevista data_fine_effettiva stato".split(),
            projects(places, {r["cup"] for r in payments + targets}, job.province),
            "I CUP presenti a quella data fra pagamenti e indicatori. Titolo: la descrizione della submisura, perché questi file non portano il titolo del progetto. Comuni: "
            "localizzazione al 2023-03-01 (`tutti` dove ReGiS scrive comune 0, TUTTI I COMUNI). Fine prevista: il "
            "termine della misura (target M5C2-14, secondo trimestre 2026), non del singolo progetto. Inizio, stato "
            "e soggetto attuatore non sono in questi file e restano vuoti.")
    deliver(job, "finanziamenti", "Piani urbani integrati nel territorio: finanziamento totale e quota PNRR",
            [sources.PAYMENTS], "cup fonte importo data_riferimento fonte_dato".split(), funding(payments),
            "Due affermazioni per CUP, come pubblicate; le altre fonti non sono in questo file e non si deducono.")
    deliver(job, "pagamenti", "Piani urbani integrati nel territorio: pagamenti cumulati per fonte", [sources.PAYMENTS],
            "cup fonte data importo fonte_dato cumulato".split(), paid(payments),
            "Totale e quota PNRR sempre; le altre fonti solo se diverse da zero, con FOI, bilancio e FPOP sommati in "
            "`stato`. Il totale è quello pubblicato anche dove le fonti sommate danno di meno.")
    deliver(job, "indicatori_fisici", "Piani urbani integrati nel territorio: indicatori target", [sources.TARGETS],
            "cup codice descrizione unita programmato realizzato data_riferimento".split(), indicators(targets),
            "Valori programmati e realizzati come pubblicati, anche dove sembrano errori (T0146 = 28 o 1000 "
            "interventi per un solo CUP). Il mese che il file dà accanto ad alcuni valori (T0146 di B41H22000020006: "
            "marzo 2024) in nessuna riga viene dopo l'estrazione, neppure dove non è realizzato nulla: non è una "
            "scadenza, e non se ne fa una milestone.")


def of_measure(job: Job, name: str) -> list[dict]:
    return [r for r in read_csv(job.source(name), ";") if r["codice_univoco_submisura"].startswith(MEASURE)]


def projects(places: list[dict], alive: set[str], province: str) -> list[dict]:
    first = {row["cup"]: row for row in reversed(places) if row["cup"] in alive}
    rows = []
    for cup, row in sorted(first.items()):
        codes = sorted({int(p["comune"]) for p in places if p["cup"] == cup})
        rows.append({"cup": cup, "clp": row["codice_locale_progetto"], "titolo": row["descrizione_submisura"],
                     "missione": "M5", "componente": "M5C2", "misura": row["codice_univoco_submisura"],
                     "comuni": "tutti" if codes == [0] else "|".join(f"{province}{c:03d}" for c in codes if c),
                     "data_fine_prevista": MEASURE_END})
    return rows


def funding(payments: list[dict]) -> list[dict]:
    return [{"cup": r["cup"], "fonte": source, "importo": f"{float(r[column]):.2f}",
             "data_riferimento": EXTRACTED, "fonte_dato": STATED}
            for r in sorted(payments, key=lambda r: r["cup"])
            for source, column in (("totale", "finanziamento_totale"), ("pnrr", "finanziamento_pnrr"))]


def paid(payments: list[dict]) -> list[dict]:
    rows = []
    for r in sorted(payments, key=lambda r: r["cup"]):
        for source, columns in PAID.items():
            amount = sum(float(r[c]) for c in columns)
            if amount or source in ("totale", "pnrr"):
                rows.append({"cup": r["cup"], "fonte": source, "data": EXTRACTED, "importo": f"{amount:.2f}",
                             "fonte_dato": STATED, "cumulato": "si"})
    return rows


def indicators(targets: list[dict]) -> list[dict]:
    return [{"cup": r["cup"], "codice": r["codice_indicatore"], "descrizione": r["descrizione_indicatore"],
             "unita": r["descrizione_unita_di_misura"], "programmato": decimal(r["valore_programmato"]),
             "realizzato": decimal(r["valore_realizzato"]), "data_riferimento": EXTRACTED}
            for r in sorted(targets, key=lambda r: (r["cup"], r["codice_indicatore"]))]


def decimal(italian: str) -> str:
    return f"{float(italian.replace('.', '').replace(',', '.')):.2f}"


def deliver(job: Job, dataset: str, title: str, files: list[str], header: list[str], rows: list[dict],
            done: str) -> None:
    folder = job.out / "sources" / "regis" / dataset
    path = folder / "deliveries" / f"{EXTRACTED}.csv"
    write_csv(path, header, rows)
    write_origin(job, path, title, sources.cited(job, *files), done, EXTRACTED)
    # What is said of money is kept from every extraction, to be held against the next.
    policy = "incrementale" if dataset in ("finanziamenti", "pagamenti") else "cumulativa"
    describe = {"editore": "Italia Domani, ReGiS (dati aperti)", "titolo": title, "dataset": dataset,
                "licenza": "CC BY 4.0", "politica": policy, "formato": "csv", "sintetico": False,
                "contatto": "", "note": f"Misura M5C2 I2.2, provincia {job.province}. {done}"}
    (folder / "source.json").write_text(json.dumps(describe, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
