import Indicators

/// The words of the open data.
enum OpenDataPhrases {
  static let geography = Text(
    it: "Confini dei comuni con l'ultimo valore di ogni indicatore",
    en: "Boundaries of the municipalities with the newest value of each indicator")
  static let points = Text(
    it: "Punti di Prossimità, dove sono e quanto sono aperti",
    en: "Proximity Points, where they are and how long they are open")
  static let keywords: [Text] = [
    Text(it: "co-programmazione", en: "co-programming"),
    Text(it: "Terzo settore", en: "third sector"),
    Text(it: "servizi sociali", en: "social services"),
    Text(it: "bisogni sociali", en: "social needs"),
    Text(it: "tempi di attesa", en: "waiting times"),
    Text(it: "divari territoriali", en: "territorial gaps"),
    Text(it: "PNRR", en: "recovery plan"),
  ]
  static let distribution = Text(
    it: "{0}: il file {1}; colonne, unità e codici sono nel README.md accanto.",
    en: "{0}: the file {1}; columns, units and codes are in the README.md beside it.")
  static let title = Text(it: "# Dati aperti: {0}", en: "# Open data: {0}")
  static let intro = Text(
    it: "Edizione al {0}. CSV secondo RFC 4180: UTF-8, virgola, una riga di intestazione, decimali "
      + "con il punto, osservazioni con dodici cifre significative al più, date ISO 8601, codici come testo. "
      + "Un valore che manca è vuoto e lo stato dice perché: soppresso, non applicabile e non pervenuto non "
      + "sono zero. Un numero elencato in `osservazioni_in_parte.csv` racconta una parte del suo periodo e non "
      + "si confronta con quello di uno intero. Un testo che un foglio di calcolo "
      + "prenderebbe per una formula ha davanti un apostrofo.",
    en: "Edition as of {0}. CSV following RFC 4180: UTF-8, comma, one header row, decimal points, "
      + "observations of twelve significant digits at most, ISO 8601 dates, codes as text. A missing value "
      + "is empty and its state says why: suppressed, not applicable and not received are not zero. A figure "
      + "listed in `osservazioni_in_parte.csv` tells part of its period and is not to be compared with that "
      + "of a whole one. A text a spreadsheet would take for a formula has "
      + "an apostrophe before it.")
  static let licence = Text(
    it:
      "Licenza: Creative Commons Attribuzione 4.0 (CC BY 4.0), codice A.2.1 del vocabolario controllato "
      + "AgID delle licenze, <{0}>. Le fonti sono in `fonti.csv`.",
    en:
      "Licence: Creative Commons Attribution 4.0 (CC BY 4.0), code A.2.1 of the AgID controlled "
      + "vocabulary of licences, <{0}>. Sources are in `fonti.csv`.")
  static let described = Text(
    it: "`datapackage.json` descrive le tabelle per i programmi (Frictionless Data Package); "
      + "`dcat.ttl` è la scheda per i cataloghi (DCAT-AP_IT); `territori.geojson` porta i confini dei "
      + "comuni e l'ultimo valore di ogni indicatore; `punti_prossimita.geojson` i Punti di Prossimità, con "
      + "la geometria vuota dove le coordinate non sono state consegnate. Ogni numero ha un `id` "
      + "stabile.",
    en: "`datapackage.json` describes the tables for programs (Frictionless Data Package); "
      + "`dcat.ttl` is the record for catalogues (DCAT-AP_IT); `territori.geojson` holds the "
      + "boundaries and the newest value of each indicator; `punti_prossimita.geojson` the Proximity "
      + "Points, with an empty geometry where no coordinates were delivered. Every number has a "
      + "stable `id`.")
  static let provisional = Text(
    it:
      "**Composizione provvisoria.** Nessun atto ufficiale ha ancora confermato quali comuni formano "
      + "questi ambiti: {0}. Se l'elenco cambia, cambiano anche i loro numeri; in `codici.csv` e in "
      + "`territori.csv` la colonna `composizione_provvisoria` li segna.",
    en: "**Provisional composition.** No official act has yet confirmed which municipalities form "
      + "these districts: {0}. If the list changes, their figures change too; the column "
      + "`composizione_provvisoria` of `codici.csv` and `territori.csv` marks them.")
  static let dictionary = Text(it: "## Dizionario", en: "## Dictionary")
  static let header = Text(it: "| Colonna | Tipo | Che cos'è |", en: "| Column | Type | Meaning |")
  static let oneOf = Text(it: "uno tra", en: "one of")
  static let vocabulary = Text(
    it: "codici del vocabolario controllato AgID", en: "codes of the AgID controlled vocabulary")
  static let catalogue = Text(
    it: "Dati per la co-programmazione: {0}", en: "Evidence for co-programming: {0}")
}
