import Indicators

/// The words of the totals estimated where a report is missing.
enum MissingTotalsPhrases {
  static let meaning = Text(
    it:
      "Dove manca la consegna di qualcuno, accanto alle richieste pervenute c'è una stima del totale: di chi "
      + "manca si riporta quanto aveva detto dello stesso periodo dell'anno prima o, se non c'è, dell'ultimo "
      + "detto. Stima e intervallo sono arrotondati alle decine e non entrano in nessun altro numero; chi non "
      + "ha mai consegnato non si stima, e non è zero.",
    en:
      "Where somebody's delivery is missing, an estimate of the total stands beside the requests reported: "
      + "for whoever is missing it carries forward what they had told of the same period of the year before "
      + "or, failing that, of the last one told. Estimate and interval are rounded to tens and enter no other "
      + "figure; who never delivered is not estimated, and is not zero.")
  private static let percentiles = Text(
    it:
      "L'intervallo dice quanto numeri riportati così sono stati lontani da quelli poi arrivati: dal 10º al "
      + "90º percentile di {0} confronti.",
    en:
      "The interval tells how far numbers carried so have been from those that then came: from the 10th to "
      + "the 90th percentile of {0} comparisons.")
  private static let widest = Text(
    it:
      "L'intervallo dice quanto numeri riportati così sono stati lontani da quelli poi arrivati: i confronti "
      + "sono solo {0}, e vale il più largo che si è visto.",
    en:
      "The interval tells how far numbers carried so have been from those that then came: there are only {0} "
      + "comparisons, and the widest seen holds.")
  private static let tooFew = Text(
    it:
      "Quanto numeri riportati così sarebbero lontani da quelli veri non si sa ancora (confronti: {0}): per "
      + "ora non si stima.",
    en:
      "How far numbers carried so would be from the true ones is not known yet (comparisons: {0}): nothing is "
      + "estimated for now.")
  static func band(of pairs: Int) -> Text {
    switch TotalWithMissing.Band(pairs: pairs) {
    case .percentiles: percentiles
    case .widest: widest
    case .none: tooFew
    }
  }
  static let caption = Text(
    it: "Richieste pervenute e stima del totale, dove manca una consegna",
    en: "Requests reported and estimate of the total, where a delivery is missing")
  static let sheet = Text(it: "Stima con chi manca", en: "Estimate with missing")
  static let territory = Text(it: "Territorio", en: "Territory")
  static let missing = Text(it: "Chi manca", en: "Missing")
  static let reported = Text(it: "Richieste pervenute", en: "Requests reported")
  static let estimate = Text(
    it: "Totale con chi manca (stima)", en: "Total with missing (estimate)")
  static let interval = Text(it: "Intervallo della stima", en: "Interval of the estimate")
  static let reason = Text(it: "Perché non si stima", en: "Why there is no estimate")
  static let notEstimable = Text(it: "non stimabile", en: "not estimable")
  static let lacking = Text(
    it: "{0}, {1}: manca la consegna delle richieste di {2}; quelle pervenute sono {3}.",
    en: "{0}, {1}: the delivery of requests by {2} is missing; {3} were reported.")
  static let estimated = Text(
    it: "Con chi manca sarebbero circa {0} (stima; tra {1} e {2}).",
    en: "With those missing there would be about {0} (estimate; between {1} and {2}).")
  static let notEstimated = Text(
    it: "Quante ne manchino non si può stimare, e non sono zero.",
    en: "How many are missing cannot be estimated, and it is not zero.")

  static func name(of reason: TotalWithMissing.Reason) -> Text {
    switch reason {
    case .neverTold:
      Text(
        it: "qualcuno non ha mai consegnato un periodo intero",
        en: "somebody has never delivered a whole period")
    case .longerReport:
      Text(
        it: "una consegna mancante è di un periodo più lungo",
        en: "a missing delivery is of a longer period")
    case .widerSender:
      Text(
        it: "chi manca consegna per un territorio più ampio",
        en: "who is missing delivers for a wider territory")
    case .confidential:
      Text(
        it: "il numero da riportare è di un territorio riservato",
        en: "the number to carry is of a confidential territory")
    case .few:
      Text(it: "si aggiungerebbe troppo poco", en: "too little would be added")
    case .noHistory:
      Text(
        it: "troppo pochi confronti con numeri poi arrivati",
        en: "too few comparisons with numbers that then came")
    }
  }
}
