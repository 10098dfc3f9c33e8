import Indicators

/// The words of what opens an organisation's card and of the deliveries it owes.
enum CardPhrases {
  static let deliveries = Text(it: "Prestazioni rese", en: "Services delivered")
  static let inTwelveMonths = Text(it: "In dodici mesi.", en: "In twelve months.")
  static let toldInPart = Text(
    it:
      "Le consegne parlano solo dal {0} al {1}: le prestazioni rese non si confrontano con quelle di "
      + "chi ha raccontato dodici mesi.",
    en:
      "Deliveries tell only of {0} to {1}: services delivered are not compared with those of organisations "
      + "that told of all twelve months.")
  static let persons = Text(it: "Persone aiutate", en: "People helped")
  static let personsRounded = Text(
    it: "In dodici mesi, arrotondate a cinque.", en: "In twelve months, rounded to five.")
  static let responseDays = Text(
    it: "Attesa fino alla prima prestazione", en: "Wait until the first service")
  static let responseCaption = Text(
    it: "Mediana delle richieste a cui ha risposto.", en: "Median of the requests it answered.")
  static let othersMiddle = Text(
    it: "Metà degli altri enti ({0} con un dato) non supera {1}.",
    en: "Half of the other organisations ({0} with a figure) do not exceed {1}.")
  static let alikeMiddle = Text(
    it: "Metà degli altri enti dello stesso tipo ({0} con un dato) non supera {1}.",
    en: "Half of the other organisations of the same kind ({0} with a figure) do not exceed {1}.")
  static let comparisonSaid = Text(
    it: "Misure in cui questo ente supera il valore che metà degli altri non supera: {0}; in cui "
      + "sta sotto: {1}; in cui è alla pari: {2}.",
    en: "Measures in which this organisation exceeds the value that half of the others "
      + "do not exceed: {0}; in which it is below it: {1}; in which it equals it: {2}.")
  static let comparisonMissing = Text(
    it: "Senza il dato di questo ente: riservato [c] in {0}, non pervenuto [..] in {1}.",
    en: "Without a figure of this organisation: confidential [c] in {0}, not received [..] in {1}.")
  static let missing = Text(it: "Richieste con poca offerta", en: "Requests with little offer")
  static let missingCaption = Text(
    it: "Comuni e servizi in cui c'è chi chiede e nessuno, o un ente solo, offre.",
    en: "Municipalities and services where people ask and nobody, or one organisation, offers.")
  static let undeclared = Text(
    it:
      "Nelle consegne ci sono prestazioni anche in comuni che l'ente non dichiara di servire: {0}. Da "
      + "verificare: o va aggiornato l'elenco dei comuni serviti, o il comune della consegna è sbagliato.",
    en:
      "The deliveries also have services in municipalities the organisation does not state it serves: "
      + "{0}. To be checked: either the list of municipalities served is out of date, or the "
      + "municipality delivered is wrong.")
  static let next = Text(it: "Prossima consegna, entro il", en: "Next delivery, due by")
  static let nextCaption = Text(it: "{0}, {1}.", en: "{0}, {1}.")
  static let nextTable = Text(
    it: "Le prossime consegne attese", en: "The next deliveries expected")
  static let nextSaid = Text(
    it: "Consegne attese: {0}; già scadute: {1}. La prima scadenza è il {2}.",
    en: "Deliveries expected: {0}; already past due: {1}. The first is due by {2}.")
  static let nextSheet = Text(it: "Prossime consegne", en: "Next deliveries")
  static let notEnded = Text(it: "periodo non ancora concluso", en: "period not ended yet")
  static let noCalendar = Text(
    it: "Prossima consegna: nessun accordo nel calendario dice quando è attesa.",
    en: "Next delivery: no agreement in the calendar says when it is expected.")
}
