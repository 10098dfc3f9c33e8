import Indicators

/// The words of the parts that the catalogue fills.
enum DeclaredPhrases {
  static let notReceived = Text(
    it: "Dati non pervenuti [..], perché nessuna fonte consegnata permette di calcolarli: {0}.",
    en: "Figures not received [..], as no delivered source allows them to be computed: {0}.")
  /// Whom to ask is who keeps what is missing.
  static let undelivered = Text(
    it: "Dati non pervenuti [..], perché mancano consegne di {0}: {1}.",
    en: "Figures not received [..], as nothing was delivered of {0}: {1}.")
  /// Before the items of a list.
  static let undeliveredLead = Text(
    it: "Dati non pervenuti [..], perché mancano queste consegne:",
    en: "Figures not received [..], as these deliveries are missing:")
  static let undeliveredItem = Text(it: "{0}: {1}.", en: "{0}: {1}.")
  static let withheld = Text(
    it: "Dati riservati [c], che riguardano troppo poche persone o le rivelerebbero: {0}.",
    en: "Confidential figures [c], on too few people or that would reveal them: {0}.")
  static let notComputable = Text(
    it: "Dati non calcolabili [x] con quanto è stato consegnato: {0}.",
    en: "Figures that cannot be computed [x] from what was delivered: {0}.")
  static let byComune = Text(
    it: "Pubblicati con altro dettaglio (per comune, per fonte o per programma), nelle loro pagine "
      + "e nei dati aperti: {0}.",
    en: "Published in another detail (by municipality, source or programme), on their pages and in "
      + "the open data: {0}.")
  static func phrase(of absence: DeclaredPart.Absence) -> Text {
    switch absence {
    case .byComune: byComune
    case .withheld: withheld
    case .notComputable: notComputable
    case .notReceived: notReceived
    }
  }

  static let caption = Text(
    it: "{0}: {1}, nell'ultimo periodo disponibile, con il confronto",
    en: "{0}: {1}, in the latest available period, with the comparison")

  /// Where there is nothing to compare with.
  static let captionAlone = Text(
    it: "{0}: {1}, nell'ultimo periodo disponibile", en: "{0}: {1}, in the latest available period")

  static let wholeCaption = Text(
    it:
      "{0}: ciò che si pubblica soltanto per tutto il territorio, nell'ultimo periodo disponibile",
    en: "{0}: what is published for the whole territory only, in the latest available period")

  /// At most 31 characters.
  static func wholeSheet(of part: DossierOutline.Part) -> Text {
    switch part {
    case .expressed: Text(it: "Bisogni, territorio intero", en: "Needs, whole territory")
    case .unexpressed:
      Text(it: "Senza risposta, terr. intero", en: "Unanswered, whole territory")
    case .listening: Text(it: "Ascolto, territorio intero", en: "Listening, whole territory")
    case .offer: Text(it: "Offerta, territorio intero", en: "Offer, whole territory")
    case .network: Text(it: "Rete, territorio intero", en: "Network, whole territory")
    case .access: Text(it: "Accesso, territorio intero", en: "Access, whole territory")
    case .gaps: Text(it: "Divari, territorio intero", en: "Gaps, whole territory")
    case .waiting: Text(it: "Tempi, territorio intero", en: "Waiting, whole territory")
    case .resources: Text(it: "Risorse, territorio intero", en: "Resources, whole territory")
    case .costs: Text(it: "Costi, territorio intero", en: "Costs, whole territory")
    case .quality: Text(it: "Qualità, territorio intero", en: "Quality, whole territory")
    }
  }

  static func sheet(of part: DossierOutline.Part) -> Text { title(of: part) }

  static func title(of part: DossierOutline.Part) -> Text {
    switch part {
    case .expressed: Text(it: "Altri bisogni espressi", en: "Other expressed needs")
    case .unexpressed:
      Text(it: "Bisogni senza risposta", en: "Needs nobody answers")
    case .listening: Text(it: "Ascolto", en: "Listening")
    case .offer: Text(it: "Altra offerta", en: "Other offer")
    case .network: Text(it: "Rete degli enti", en: "Network of organisations")
    case .access: Text(it: "Accesso", en: "Access")
    case .gaps: Text(it: "Altri divari", en: "Other gaps")
    case .waiting: Text(it: "Altri tempi", en: "Other waiting times")
    case .resources: Text(it: "Volontari e altre risorse", en: "Volunteers and other resources")
    case .costs: Text(it: "Costi", en: "Costs")
    case .quality: Text(it: "Qualità dei dati", en: "Data quality")
    }
  }
}
