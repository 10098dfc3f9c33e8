public import Indicators

/// The words of the method page.
enum MethodPhrases {
  static let title = Text(it: "Metodo", en: "Method")
  static let subtitle = Text(
    it: "Come si calcola ogni indicatore e come si leggono i numeri.",
    en: "How each indicator is computed and how to read the numbers.")
  static let readingTitle = Text(it: "Come leggere i numeri", en: "How to read the numbers")
  static let marksTitle = Text(it: "I segni", en: "The marks")
  static let principles = [
    Text(
      it:
        "Un numero che il caso può spostare ha il suo intervallo al 95\u{A0}%, che dice di quanto; "
        + "non ne hanno i semplici conteggi e i dati dichiarati. Quando due intervalli si "
        + "sovrappongono, la differenza non è distinguibile dal caso e non si fanno classifiche.",
      en:
        "A number that chance can move has its 95% interval, which says how far; plain counts and "
        + "declared figures have none. When two intervals overlap the difference is not "
        + "distinguishable from chance, and nothing is ranked."),
    Text(
      it: "Un intervallo «da … in su» è di un'attesa che non ha ancora una fine: molte richieste "
        + "aspettano.",
      en: "An interval of “… or more” is that of a wait whose end is not known yet: many requests "
        + "are still waiting."),
    Text(
      it:
        "Due periodi si confrontano soltanto se sono gli stessi mesi di anni diversi, e se le consegne "
        + "parlano di tutti.",
      en:
        "Two periods are compared only when they are the same months of different years, and when "
        + "deliveries tell of all of them."),
    Text(
      it: "Un dato che manca è una parola, mai uno zero: vedi i segni.",
      en: "A missing figure is a word, never a zero: see the marks."),
    Text(
      it: "I dati su poche persone non si pubblicano, e con loro quanto basterebbe a ricavarli per "
        + "differenza.",
      en: "Figures about few people are not published, nor is what would let them be derived."),
    Text(
      it: "Le classi E e F delle aree interne si mostrano insieme: una classe può essere un solo "
        + "paese.",
      en: "Inner-area classes E and F are shown together: a class may be a single village."),
    Text(
      it: "Ogni numero ha un identificativo: con esso si risale alle righe delle consegne da cui "
        + "viene.",
      en: "Every number has an identifier: it leads back to the delivered rows it comes from."),
  ]
  static let identifier = Text(it: "Identificativo", en: "Identifier")
  static let unit = Text(it: "Unità", en: "Unit")
  static let direction = Text(it: "Verso", en: "Direction")
  static let formula = Text(it: "Formula", en: "Formula")
  static let caveats = Text(it: "Cautele", en: "Caveats")
  static let source = Text(it: "Riferimento", en: "Reference")
  static let minimum = Text(it: "Soglia di pubblicazione", en: "Publication threshold")

  static func name(of direction: Definition.Direction) -> Text {
    switch direction {
    case .higherIsBetter: Text(it: "più alto è meglio", en: "higher is better")
    case .lowerIsBetter: Text(it: "più basso è meglio", en: "lower is better")
    case .target: Text(it: "c'è un valore obiettivo", en: "there is a target value")
    case .descriptive: Text(it: "descrive, non giudica", en: "descriptive, not judged")
    }
  }

  /// The minimum-cell rules of the catalogue.
  static func meaning(ofMinimum code: String) -> Text {
    switch code {
    case "": Text(it: "dati pubblici, nessuna soglia", en: "public facts, no threshold")
    case "KP":
      Text(
        it: "almeno 5 persone (10 nei casi delicati) sia tra chi è contato sia tra chi non lo è",
        en: "at least 5 people (10 in sensitive cases) both among those counted and those not")
    case "K5": Text(it: "almeno 5 persone", en: "at least 5 people")
    case "K10": Text(it: "almeno 10 persone", en: "at least 10 people")
    case "KM":
      Text(
        it: "almeno 5 eventi, e curve solo finché restano in osservazione 10 persone",
        en: "at least 5 events, and curves only while 10 people remain under observation")
    case "KO":
      Text(
        it: "riguarda organizzazioni: nessuna soglia sulle persone",
        en: "about organisations: no threshold on people")
    case "KS": Text(it: "almeno 10 sessioni di ricerca", en: "at least 10 search sessions")
    default: Text(it: code, en: code)
    }
  }

  static func family(_ code: String) -> Text {
    switch code {
    case "NC": Text(it: "Copertura dei bisogni", en: "Coverage of needs")
    case "RT": Text(it: "Tempi di risposta", en: "Response times")
    case "TG": Text(it: "Divari territoriali", en: "Territorial gaps")
    case "DD": Text(it: "Canali e accesso digitale", en: "Channels and digital access")
    case "PN": Text(it: "Avanzamento dei programmi", en: "Progress of programmes")
    case "RG": Text(it: "Reciprocità", en: "Reciprocity")
    case "SF": Text(it: "Ricerca e domanda inevasa", en: "Search and unmet demand")
    case "NE": Text(it: "Rete degli enti", en: "Network of organisations")
    case "DQ": Text(it: "Qualità dei dati", en: "Data quality")
    case "CM": Text(it: "Incontro con gli assistenti familiari", en: "Matching with carers")
    case "TR": Text(it: "Trasporto sociale", en: "Social transport")
    case "PP": Text(it: "Punti di Prossimità", en: "Proximity Points")
    case "IN": Text(it: "Integrazione e risorse", en: "Integration and resources")
    case "PR": Text(it: "Progetti pluriennali", en: "Multi-year projects")
    // Of this product or declared by an analyst: the reference catalogue has no code for them.
    case "": Text(it: "Altri indicatori", en: "Other indicators")
    default: Text(it: "Altri indicatori (\(code))", en: "Other indicators (\(code))")
    }
  }
}

extension Definition {
  /// Its minimum cell in words.
  public var minimumCellMeaning: Text { MethodPhrases.meaning(ofMinimum: minimumCell) }
}
