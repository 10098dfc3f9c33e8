import Indicators

/// The words of the page of a comune.
enum ComunePhrases {
  static let districtTitle = Text(
    it: "Ambito territoriale sociale di {0}", en: "Social district of {0}")
  static let residents = Text(it: "{0} residenti", en: "{0} residents")
  static let innerClass = Text(it: "classe SNAI {0}", en: "SNAI class {0}")
  static let minutes = Text(it: "{0} minuti dal polo", en: "{0} minutes from the hub")
  static let code = Text(it: "codice ISTAT {0}", en: "ISTAT code {0}")
  static let keyTitle = Text(it: "In sintesi", en: "At a glance")
  static let withheldTitle = Text(
    it: "Perché qui non ci sono numeri", en: "Why there are no numbers here")
  static let withheldReason = Text(
    it:
      "In un comune così i dati principali riguardano troppo poche persone, o lascerebbero ricavare "
      + "quelli di un altro comune: sono riservati [c], non sono zero. Si leggono per i territori di cui "
      + "il comune fa parte.",
    en:
      "In such a municipality the main figures concern too few people, or would let those of another "
      + "be derived: they are confidential [c], not zero. Read them for the territories it belongs to."
  )
  static let offersTitle = Text(it: "Chi offre servizi qui", en: "Who offers services here")
  static let offersCaption = Text(
    it: "{0}: gli enti con un'offerta attiva e i servizi",
    en: "{0}: organisations with an active offer, and the services")
  static let offersSaid = Text(
    it: "Enti con un'offerta attiva qui: {0}. Tipi di servizio offerti: {1} su {2}.",
    en: "Organisations with an active offer here: {0}. Kinds of service offered: {1} of {2}.")
  static let offersNote = Text(
    it: "I servizi il cui luogo è riservato (centri antiviolenza) non vi sono.",
    en: "Services whose place is confidential (anti-violence centres) are not in it.")
  static let noOffers = Text(
    it: "Nessun ente conosciuto dichiara un'offerta attiva in questo comune.",
    en: "No known organisation declares an active offer in this municipality.")
  static let offeredByNobody = Text(
    it: "Nessun ente dichiara di offrire qui: {0}.",
    en: "No organisation declares it offers here: {0}.")
  static let offeredByOneAlone = Text(
    it: "Un ente solo dichiara di offrire qui: {0}.",
    en: "One organisation alone declares it offers here: {0}.")
  static let asked = Text(it: "Chi chiede e che cosa", en: "Who asks and for what")
  static let gapTitle = Text(
    it: "Rispetto a tutto il territorio", en: "Against the whole territory")
  static let gapLead = Text(
    it: "Il valore diviso per quello di tutto il territorio: 1 vuol dire uguale, 0,5 la metà, 2 il "
      + "doppio. Un pallino vuoto dice che la differenza può essere dovuta al caso.",
    en: "The value divided by the whole territory's: 1 means equal, 0.5 half, 2 double. An empty "
      + "dot says that chance can explain the difference.")
  static let gapCaption = Text(
    it: "{0}: rapporto con il valore di tutto il territorio",
    en: "{0}: ratio to the value of the whole territory")
  static let ratio = Text(
    it: "Rapporto con il territorio (1 = uguale)", en: "Ratio to the territory (1 = equal)")
  static let tableTitle = Text(it: "Tutti gli indicatori", en: "All indicators")
  static let tableCaption = Text(
    it: "{0}: indicatori nell'ultimo periodo disponibile",
    en: "{0}: indicators in the latest available period")
  static let wholeTerritory = Text(it: "Tutto il territorio", en: "Whole territory")
  static let standing = Text(it: "Confronto", en: "Comparison")

  // Ambiti e classi
  static let groupSubtitle = Text(it: "{0} · {1}", en: "{0} · {1}")
  static let provisional = Text(
    it: "La composizione di questo ambito è provvisoria, in attesa degli atti regionali.",
    en: "The composition of this district is provisional, pending regional acts.")
  static let comuniOf = Text(it: "I comuni", en: "The municipalities")
  static let comuniOfCaption = Text(
    it: "{0}: i comuni con i loro dati principali",
    en: "{0}: the municipalities with their main figures")
  static let coverageMap = Text(it: "Persone raggiunte", en: "People reached")
  static let sheetCoverage = Text(it: "Copertura", en: "Coverage")

  // Confronto
  static let compareTitle = Text(it: "Confronta i comuni", en: "Compare municipalities")
  static let compareSubtitle = Text(
    it: "Tutti i comuni e i loro indicatori principali in una tabella sola.",
    en: "All municipalities and their main indicators in one table.")
  static let compareLead = Text(
    it: "Due comuni si possono distinguere solo se i loro intervalli al 95\u{A0}% non si toccano. "
      + "Ordinare una colonna non è una classifica.",
    en: "Two municipalities can be told apart only if their 95% intervals do not touch. Sorting a "
      + "column is not a ranking.")
  static let compareCaption = Text(
    it: "I comuni, indicatore per indicatore", en: "Municipalities, indicator by indicator")
}
