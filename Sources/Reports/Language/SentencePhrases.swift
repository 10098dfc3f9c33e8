import Indicators

/// The words of the generated sentences. They are built so that no gender or number has to agree.
enum SentencePhrases {
  static let opening = Text(it: "{0}, {1}: {2} ", en: "{0}, {1}: {2} ")
  static let openingAbsence = Text(it: "{0}, {1}, {2}: ", en: "{0}, {1}, {2}: ")
  static let inComune = Text(it: "A {0}", en: "In {0}")
  /// Before a name that begins with the same vowel.
  static let inComuneWithA = Text(it: "Ad {0}", en: "In {0}")
  static let everywhere = Text(it: "Su tutto il territorio", en: "Across the whole territory")
  static let inProvince = Text(it: "Nel territorio «{0}»", en: "In the territory “{0}”")
  static let inAmbito = Text(it: "Nell'ambito «{0}»", en: "In the “{0}” district")
  static let inClass = Text(
    it: "Nei comuni di classe {0} delle aree interne",
    en: "In the municipalities of inner-area class {0}")
  static let inZone = Text(it: "Nella zona «{0}»", en: "In the zone “{0}”")

  static let interval = Text(
    it: "intervallo al 95\u{A0}%: da {0} a {1}", en: "95% interval: {0} to {1}")
  /// Of a wait not followed for long enough to know its other end.
  static let openInterval = Text(
    it: "intervallo al 95\u{A0}%: da {0} in su", en: "95% interval: {0} or more")
  static let upwards = Text(it: "da {0} in su", en: "{0} or more")
  static let trend = Text(it: "{0}: {1}; {2}.", en: "{0}: {1}; {2}.")

  /// What has become of a figure since an earlier period.
  static func since(_ separation: Separation, _ verdict: Verdict?) -> Text {
    let (change, mark) = (change(separation), ViewPhrases.verdict(verdict))
    return Text(it: change.it + mark.it, en: change.en + mark.en)
  }

  private static func change(_ separation: Separation) -> Text {
    switch separation {
    case .above:
      Text(
        it: "ora più in alto, oltre il margine d'errore",
        en: "now higher, beyond the margin of error")
    case .below:
      Text(
        it: "ora più in basso, oltre il margine d'errore",
        en: "now lower, beyond the margin of error")
    case .indistinct:
      Text(
        it: "la differenza non è distinguibile dal caso",
        en: "the difference is not distinguishable from chance")
    case .unjudged:
      Text(
        it: "senza un intervallo la differenza non si giudica",
        en: "without an interval the difference is not judged")
    case .unlike(let reason): Text(it: notHeld.it + reason.said.it, en: notHeld.en + reason.said.en)
    case .unknown: ViewPhrases.noComparison
    }
  }

  private static let notHeld = Text(it: "non si confronta: ", en: "not compared: ")
  static let unlike = Text(
    it: "Non si confronta con il riferimento ({0}): {1}.",
    en: "It is not compared with the reference ({0}): {1}.")

  static let source = Text(it: "Fonte: {0}.", en: "Source: {0}.")
  static let outOf = Text(it: "{0} su {1}", en: "{0} out of {1}")
  static let toldInPart = Text(
    it: "Le consegne parlano solo di una parte del periodo.",
    en: "Deliveries tell of only a part of the period.")
  static let provisional = Text(
    it: "Il dato è provvisorio [p].", en: "The figure is provisional [p].")

  static let suppressed = Text(
    it: "dato non pubblicato per riservatezza [c]", en: "figure withheld for confidentiality [c]")
  static let notReceived = Text(it: "dato non pervenuto [..]", en: "figure not received [..]")
  static let notApplicable = Text(
    it: "dato non applicabile [x]", en: "figure not applicable [x]")
  static let notComputable = Text(
    it: "dato non calcolabile ({0}) [x]", en: "figure not computable ({0}) [x]")

  static let higher = Text(
    it: "È più alto del riferimento ({0}) di {1}, oltre il margine d'errore.",
    en: "It is higher than the reference ({0}) by {1}, beyond the margin of error.")
  static let lower = Text(
    it: "È più basso del riferimento ({0}) di {1}, oltre il margine d'errore.",
    en: "It is lower than the reference ({0}) by {1}, beyond the margin of error.")
  static let better = Text(
    it: "Per questo indicatore è un risultato migliore.",
    en: "For this indicator that is a better result.")
  static let worse = Text(
    it: "Per questo indicatore è un risultato peggiore.",
    en: "For this indicator that is a worse result.")
  static let indistinct = Text(
    it: "La differenza dal riferimento ({0}) non è distinguibile dal caso: gli intervalli si "
      + "sovrappongono.",
    en: "The difference from the reference ({0}) is not distinguishable from chance: the "
      + "intervals overlap.")
  static let equal = Text(
    it: "È uguale al riferimento ({0}).", en: "It equals the reference ({0}).")
  static let higherUnjudged = Text(
    it: "È più alto del riferimento ({0}) di {1}; senza un intervallo non si può dire quanto la "
      + "differenza sia sicura.",
    en: "It is higher than the reference ({0}) by {1}; without an interval there is no saying how "
      + "certain the difference is.")
  static let lowerUnjudged = Text(
    it: "È più basso del riferimento ({0}) di {1}; senza un intervallo non si può dire quanto la "
      + "differenza sia sicura.",
    en: "It is lower than the reference ({0}) by {1}; without an interval there is no saying how "
      + "certain the difference is.")
  static let noComparison = Text(
    it: "Il confronto non è possibile ({0}: {1}).", en: "No comparison is possible ({0}: {1}).")

  static let against = Text(
    it: "Rispetto al valore di riferimento ({0}: {1}): ",
    en: "Against the reference value ({0}: {1}): ")
  static let againstMean = Text(
    it: "Rispetto alla media di tutto il territorio: ",
    en: "Against the mean of the whole territory: ")
  static let highestOf = Text(
    it: "Il valore più alto, {0}, è di {1}", en: "The highest value, {0}, is that of {1}")
  static let lowestOf = Text(
    it: "Il valore più basso, {0}, è di {1}", en: "The lowest value, {0}, is that of {1}")
  static let allEqual = Text(
    it: "Tutti hanno lo stesso valore, {0}.", en: "All have the same value, {0}.")
  static let notToldFrom = Text(
    it: "; la differenza non è distinguibile dal caso per {0}",
    en: "; the difference is not distinguishable from chance for {0}")
  static let quoted = Text(it: "«{0}»", en: "“{0}”")
  static let noReference = Text(
    it: "Manca il valore di riferimento ({0}: {1}): i comuni non si confrontano.",
    en: "The reference value is missing ({0}: {1}): municipalities are not compared.")
  /// Of what the phrases under it speak.
  static let comuni = CountedText(
    one: Text(it: "comune", en: "municipality"), many: Text(it: "comuni", en: "municipalities"))
  static let districts = CountedText(
    one: Text(it: "ambito", en: "district"), many: Text(it: "ambiti", en: "districts"))
  static let apartBelow = CountedText(
    one: Text(
      it: "un {2} è più in basso, oltre il margine d'errore ({1})",
      en: "one {2} is lower, beyond the margin of error ({1})"),
    many: Text(
      it: "{0} {2} sono più in basso, oltre il margine d'errore ({1})",
      en: "{0} {2} are lower, beyond the margin of error ({1})"))
  static let apartAbove = CountedText(
    one: Text(
      it: "un {2} è più in alto, oltre il margine d'errore ({1})",
      en: "one {2} is higher, beyond the margin of error ({1})"),
    many: Text(
      it: "{0} {2} sono più in alto, oltre il margine d'errore ({1})",
      en: "{0} {2} are higher, beyond the margin of error ({1})"))
  static let andOthers = Text(it: " e altri {0}", en: " and {0} more")

  static let indistinctCount = CountedText(
    one: Text(
      it: "per un {1} la differenza non è distinguibile dal caso",
      en: "for one {1} the difference is not distinguishable from chance"),
    many: Text(
      it: "per {0} {1} la differenza non è distinguibile dal caso",
      en: "for {0} {1} the difference is not distinguishable from chance"))

  static let unjudgedCount = CountedText(
    one: Text(
      it: "per un {1} la differenza non si giudica, perché il dato non ha un intervallo",
      en: "for one {1} the difference is not judged, as the figure has no interval"),
    many: Text(
      it: "per {0} {1} la differenza non si giudica, perché il dato non ha un intervallo",
      en: "for {0} {1} the difference is not judged, as the figure has no interval"))

  static let withheldCount = CountedText(
    one: Text(
      it: "un dato non è pubblicato per riservatezza [c]",
      en: "one figure is withheld for confidentiality [c]"),
    many: Text(
      it: "{0} dati non sono pubblicati per riservatezza [c]",
      en: "{0} figures are withheld for confidentiality [c]"))

  static let missingCount = CountedText(
    one: Text(it: "un dato non è pervenuto [..]", en: "one figure was not received [..]"),
    many: Text(it: "{0} dati non sono pervenuti [..]", en: "{0} figures were not received [..]"))

  static let notApplicableCount = CountedText(
    one: Text(it: "un dato non è calcolabile [x]", en: "one figure cannot be computed [x]"),
    many: Text(
      it: "{0} dati non sono calcolabili [x]", en: "{0} figures cannot be computed [x]"))

  static let noCaseCount = CountedText(
    one: Text(
      it: "un dato non c'è, perché non c'è nessun caso",
      en: "one figure does not exist, as there is no case"),
    many: Text(
      it: "{0} dati non ci sono, perché non c'è nessun caso",
      en: "{0} figures do not exist, as there is no case"))
}

extension Observation.Unlikeness {
  /// Why two periods are not held against each other.
  var said: Text {
    switch self {
    case .otherMonths:
      Text(it: "non sono gli stessi mesi dell'anno", en: "they are not the same months of the year")
    case .toldInPart:
      Text(
        it: "di uno dei due periodi le consegne raccontano solo una parte",
        en: "of one of the two periods deliveries tell only a part")
    }
  }
}
