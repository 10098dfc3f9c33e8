import Indicators

/// The words of the data-quality page.
enum QualityPhrases {
  static let title = Text(it: "Qualità dei dati", en: "Data quality")
  static let subtitle = Text(
    it: "Su quali consegne si reggono i numeri e che cosa vi è stato trovato.",
    en: "Which deliveries the numbers rest on and what was found in them.")
  static let sourcesTitle = Text(it: "Le fonti", en: "Sources")
  static let findingsTitle = Text(it: "I problemi trovati", en: "Problems found")
  static let statesTitle = Text(it: "Che cosa è pubblicato", en: "What is published")
  static let rows = Text(
    it: "{0} in {1}; {2}.", en: "{0} in {1}; {2}.")
  static let findingsLead = Text(
    it:
      "Quante volte, per fonte. I valori delle righe non compaiono mai: chi ha consegnato trova il "
      + "numero di riga nella sua ricevuta.",
    en: "How many times, by source. Row values never appear: the provider finds the line number in "
      + "its receipt.")
  static let findingsSaid = Text(
    it: "Righe della tabella: {0}. Volte in tutto, per gravità: {1}.",
    en: "Rows of the table: {0}. Times in all, by severity: {1}.")
  static let statesSaid = Text(it: "Osservazioni: {0}.", en: "Observations: {0}.")
  static let noFindings = Text(it: "Nessun problema trovato.", en: "No problem found.")
  static let statesLead = Text(
    it: "Quante osservazioni hanno un numero e perché le altre non l'hanno.",
    en: "How many observations have a number, and why the others have none.")
  static let sourcesCaption = Text(
    it: "Consegne su cui si regge l'edizione", en: "Deliveries behind the edition")
  static let findingsCaption = Text(
    it: "Problemi trovati, per fonte", en: "Problems found, by source")
  static let statesCaption = Text(
    it: "Osservazioni per indicatore e stato", en: "Observations by indicator and state")
  static let sheetSources = Text(it: "Fonti", en: "Sources")
  static let sheetFindings = Text(it: "Problemi", en: "Problems")
  static let sheetStates = Text(it: "Completezza", en: "Completeness")
  static let publisher = Text(it: "Ente", en: "Publisher")
  static let source = Text(it: "Fonte", en: "Source")
  static let dataset = Text(it: "Tracciato", en: "Dataset")
  static let delivery = Text(it: "Consegna", en: "Delivery")
  static let received = Text(it: "Ricevuta il", en: "Received on")
  static let read = Text(it: "Righe lette", en: "Rows read")
  static let kept = Text(it: "Righe tenute", en: "Rows kept")
  static let refused = Text(it: "Righe rifiutate", en: "Rows refused")
  static let licence = Text(it: "Licenza", en: "Licence")
  static let nature = Text(it: "Natura", en: "Nature")
  static let synthetic = Text(it: "sintetica", en: "synthetic")
  static let real = Text(it: "reale", en: "real")
  static let severity = Text(it: "Gravità", en: "Severity")
  static let code = Text(it: "Codice", en: "Code")
  static let message = Text(it: "Problema", en: "Problem")
  static let count = Text(it: "Volte", en: "Times")

  static let severities = ["errore", "avviso", "nota"]

  /// Of the findings of a delivery.
  static func name(ofSeverity severity: String) -> Text {
    switch severity {
    case "errore": Text(it: "errore", en: "error")
    case "avviso": Text(it: "avviso", en: "warning")
    case "nota": Text(it: "nota", en: "note")
    default: Text(it: severity, en: severity)
    }
  }

  static func name(of status: Observation.Status) -> Text {
    switch status {
    case .published: Text(it: "Pubblicate", en: "Published")
    case .provisional: Text(it: "Provvisorie [p]", en: "Provisional [p]")
    case .suppressed: Text(it: "Riservate [c]", en: "Confidential [c]")
    case .notApplicable: Text(it: "Non applicabili [x]", en: "Not applicable [x]")
    case .notReceived: Text(it: "Non pervenute [..]", en: "Not received [..]")
    }
  }
}
