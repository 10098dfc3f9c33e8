import Indicators

/// Headers and captions of the common views.
enum ViewPhrases {
  static let comune = Text(it: "Comune", en: "Municipality")
  static let period = Text(it: "Periodo", en: "Period")
  static let interval = Text(it: "Intervallo al 95\u{A0}%", en: "95% interval")
  static let intervalOf = Text(it: "{0}, intervallo al 95\u{A0}%", en: "{0}, 95% interval")
  static let numerator = Text(it: "Numeratore", en: "Numerator")
  static let denominator = Text(it: "Denominatore", en: "Denominator")
  static let counted = Text(it: "{0} ({1})", en: "{0} ({1})")
  /// How many of each there are, in order; those that are not there are left out.
  static func tally<Name: Equatable>(
    _ names: [Name], in order: [Name], _ language: Language, _ text: (Name) -> String
  ) -> String {
    order.compactMap { name in
      let count = names.count { $0 == name }
      return count == 0 ? nil : counted(language, text(name), language.integer(count))
    }.joined(separator: "; ")
  }
  static let against = Text(it: "Rispetto a: {0}", en: "Against: {0}")
  static let higher = Text(it: "più alto", en: "higher")
  static let lower = Text(it: "più basso", en: "lower")
  /// After a comparison: nothing where neither direction is better.
  static func verdict(_ verdict: Verdict?) -> Text {
    switch verdict {
    case .better: Text(it: " (meglio)", en: " (better)")
    case .worse: Text(it: " (peggio)", en: " (worse)")
    case nil: Text(it: "", en: "")
    }
  }
  static let standingNote = Text(
    it:
      "Confronto: «più alto» o «più basso» soltanto dove l'intervallo del valore e quello di tutto "
      + "il territorio, che qui non è scritto, non si toccano. Il nome di un indicatore porta a come "
      + "si calcola.",
    en:
      "Comparison: “higher” or “lower” only where the interval of the value and that of the whole "
      + "territory, which is not printed here, do not touch. The name of an indicator leads to how "
      + "it is computed.")
  static let indistinct = Text(
    it: "non distinguibile dal caso", en: "not distinguishable from chance")
  static let unjudged = Text(it: "senza intervallo", en: "no interval")
  /// In place of columns of marks.
  static let mute = Text(
    it: "Per nessun comune si pubblicano, perché {0}: {1}.",
    en: "Published for no municipality, as {0}: {1}.")
  static func muteReason(_ mark: Mark) -> Text {
    switch mark {
    case .confidential: Text(it: "riservati [c]", en: "confidential [c]")
    case .notApplicable: Text(it: "non calcolabili [x]", en: "not computable [x]")
    case .notReceived: Text(it: "non pervenuti [..]", en: "not received [..]")
    case .provisional: Text(it: "provvisori [p]", en: "provisional [p]")
    }
  }
  static let muteWithoutCases = Text(it: "senza casi", en: "without cases")
  static let or = Text(it: " o ", en: " or ")
  static let noComparison = Text(it: "non confrontabile", en: "no comparison")
  static let whiskers = Text(
    it: "le barrette sono l'intervallo al 95\u{A0}%", en: "whiskers: 95% interval")
  static let whiskersAndBand = Text(
    it: "le barrette e la fascia sono gli intervalli al 95\u{A0}%",
    en: "whiskers and band: 95% intervals")
  static let byComuneCaption = Text(it: "{0}, per comune", en: "{0}, by municipality")
  static let byDimensionCaption = Text(it: "{0}, per {1}", en: "{0}, by {1}")
  static let overTimeCaption = Text(it: "{0}, nel tempo", en: "{0}, over time")
  static let mapTitle = Text(it: "Mappa: {0}", en: "Map: {0}")
  static let mapDescription = Text(
    it:
      "Mappa dei comuni colorati e numerati per classe. {0}. {1} I valori di ogni comune sono nella "
      + "tabella che segue.",
    en: "Map of the municipalities, coloured and numbered by class. {0}. {1} The value of each "
      + "municipality is in the table that follows.")
  static let absent = Text(
    it: "{0}: dato non pervenuto [..]. Nessuna fonte consegnata permette di calcolarlo.",
    en: "{0}: figure not received [..]. No delivered source allows it to be computed.")

  static func standing(_ separation: Separation) -> Text {
    switch separation {
    case .above: higher
    case .below: lower
    case .indistinct: indistinct
    case .unjudged: unjudged
    case .unlike, .unknown: noComparison
    }
  }

  /// What a comparison says where there is none to make.
  static func silent(_ language: Language) -> Set<String> {
    [unjudged[language], noComparison[language]]
  }

  /// The datasets it takes are named: whom to ask is who keeps them.
  static let undelivered = Text(
    it: "{0}: dato non pervenuto [..]. Per calcolarlo mancano consegne di: {1}.",
    en: "{0}: figure not received [..]. It takes deliveries that are missing: {1}.")

  static let withheld = Text(
    it: "{0}: per questi territori i dati non sono pubblicati, per riservatezza [c].",
    en: "{0}: for these territories the figures are withheld for confidentiality [c].")
  static let notComputable = Text(
    it: "{0}: per questi territori i dati non sono calcolabili [x].",
    en: "{0}: for these territories the figures cannot be computed [x].")
  static let withheldOrNotComputable = Text(
    it: "{0}: per questi territori i dati non sono pubblicati, per riservatezza [c] o perché non "
      + "calcolabili [x].",
    en: "{0}: for these territories the figures are not published, for confidentiality [c] or "
      + "because they cannot be computed [x].")
  static let allAreas = Text(it: "tutte le aree di utenza", en: "all user areas")
  static let userArea = Text(it: "Area di utenza", en: "User area")
  static let service = Text(it: "Servizio", en: "Service")
  static let channel = Text(it: "Canale", en: "Channel")
  static let territory = Text(it: "Territorio", en: "Territory")
  static let indicator = Text(it: "Indicatore", en: "Indicator")
  static let value = Text(it: "Valore", en: "Value")
  static let withValue = CountedText(
    one: Text(it: "{1}: il comune con un dato", en: "{1}: the municipality with a figure"),
    many: Text(it: "{1}: i {0} comuni con un dato", en: "{1}: the {0} municipalities with a figure")
  )
  static let unit = Text(it: "Unità", en: "Unit")
  static let residents = Text(it: "Residenti", en: "Residents")
}
