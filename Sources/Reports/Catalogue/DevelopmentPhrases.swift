import Indicators

/// The words of the reporting triangle.
enum DevelopmentPhrases {
  static let title = Text(
    it: "Quanto si conosce di un trimestre, mese dopo mese",
    en: "How much is known of a quarter, month after month")
  static let meaning = Text(
    it:
      "Dopo la fine di un trimestre arrivano ancora righe su ciò che vi è accaduto. Da come sono "
      + "cresciuti i trimestri passati (metodo chain ladder, Mack 1993) si stima quanto si conosca già "
      + "di quelli recenti: sotto il 95\u{A0}% i numeri che vi poggiano sono provvisori [p].",
    en:
      "After a quarter has ended, rows about what happened in it still arrive. How past quarters grew "
      + "(chain-ladder method, Mack 1993) tells how much is already known of recent ones: below 95% the "
      + "figures that rest on them are provisional [p].")
  static let stable = Text(
    it: "{0}: {1} si conosce di solito il {2} di quanto si sa dopo {3}.",
    en: "{0}: {1}, usually {2} of what is known after {3} is known.")
  static let growing = Text(
    it: "{0}: {1} si conosce di solito il {2} di quanto si sa dopo {3}; il 95\u{A0}% dopo {4}.",
    en: "{0}: {1}, usually {2} of what is known after {3} is known; 95% after {4}.")
  static let atTheEnd = Text(it: "alla fine del trimestre", en: "at the end of the quarter")
  static let after = Text(
    it: "{0} dopo la fine del trimestre", en: "{0} after the end of the quarter")
  static let silent = Text(
    it:
      "Non si può ancora dire quanto si conosca di: {0}. Servono almeno {1} trimestri di cui si sappia "
      + "che cosa è arrivato dopo.",
    en:
      "How much is known cannot be told yet of: {0}. At least {1} quarters are needed of which it is known "
      + "what arrived later.")
  static let caption = Text(
    it: "Righe datate nel trimestre, per mesi dalla sua fine",
    en: "Rows dated in the quarter, by months after its end")
  static let sheet = Text(it: "Triangolo", en: "Triangle")
  static let quarter = Text(it: "Trimestre", en: "Quarter")
  static let sources = Text(it: "Fonti", en: "Sources")
  static let knownAtEnd = Text(it: "Alla fine", en: "At the end")
  static let knownAfter = Text(it: "Dopo {0}", en: "After {0}")
  static let share = Text(it: "Noto, stimato", en: "Known, estimated")
  static let error = Text(it: "Errore standard", en: "Standard error")
  static let note = Text(
    it:
      "Righe di chi ha consegnato; quelle su persone sono arrotondate a cinque. [..] il mese non è "
      + "ancora passato, o non tutti avevano ancora consegnato; [x] la storia non basta a dirlo.",
    en:
      "Rows of those who have delivered; those about people are rounded to five. [..] the month has not "
      + "gone by yet, or not everybody had delivered; [x] there is too little history to tell.")
}
