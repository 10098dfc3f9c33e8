import Indicators

/// The words inside the pictures.
enum ChartPhrases {
  static let days = Text(
    it: "giorni dalla richiesta; fra un valore segnato e l'altro il dato non è pubblicato",
    en: "days since the request; between one marked value and the next nothing is published")
  static let daysAlone = Text(it: "giorni dalla richiesta", en: "days since the request")
  static let withinDays = Text(it: "entro {0} giorni", en: "within {0} days")
  static let subjects = Text(
    it: "Richieste seguite dall'inizio:", en: "Requests followed from the start:")
  static let beyondError = Text(
    it: "pieno: oltre il margine d'errore", en: "full: beyond the margin of error")
  static let withinError = Text(
    it: "vuoto: non distinguibile dal caso", en: "empty: not distinguishable from chance")
  static let limits95 = Text(
    it: "limiti del caso al 95\u{A0}%", en: "limits of chance, 95%")
  static let limits998 = Text(
    it: "limiti del caso al 99,8\u{A0}%", en: "limits of chance, 99.8%")
  static let better = Text(it: "meglio, o di più →", en: "better, or more →")
  static let worse = Text(it: "← peggio, o di meno", en: "← worse, or less")
  static let allComuni = Text(it: "tutti i comuni", en: "all municipalities")
  static let middleHalf = Text(
    it: "la metà centrale dei comuni", en: "the middle half of the municipalities")
  static let today = Text(it: "data di riferimento", en: "as-of date")
  static let noOutlines = Text(
    it: "I confini dei comuni non sono stati consegnati: i valori sono nella tabella.",
    en: "No boundaries were delivered: the values are in the table.")
  static let noValue = Text(it: "dato non disponibile", en: "no figure available")
  static let inBrackets = Text(
    it: "tra parentesi: numero di comuni", en: "in brackets: number of municipalities")
  static let allValues = Text(it: "tutti i valori", en: "all values")
  static let lessThan = Text(it: "meno di {0}", en: "less than {0}")
  static let orMore = Text(it: "{0} e oltre", en: "{0} or more")
  static let fromTo = Text(it: "da {0} a meno di {1}", en: "{0} to less than {1}")
}
