import Indicators

/// What the script of a page says, in the language of the page: the words are in one place, and the
/// script has none of its own.
enum ScriptWords {
  static func json(_ language: Language) -> String {
    let pairs = words.map { (key: $0.0, text: $0.1[language]) }
    return "{" + pairs.map { quoted($0.key) + ":" + quoted($0.text) }.joined(separator: ",") + "}"
  }

  private static let words: [(String, Text)] = [
    ("dark", ScriptPhrases.dark), ("light", ScriptPhrases.light), ("saved", ScriptPhrases.saved),
    ("copied", ScriptPhrases.copied), ("filter", ScriptPhrases.filter),
    ("rows", ScriptPhrases.rows), ("copy", ScriptPhrases.copy), ("csv", ScriptPhrases.csv),
    ("link", ScriptPhrases.link), ("linked", ScriptPhrases.linked), ("keys", ScriptPhrases.keys),
    ("table", ScriptPhrases.table), ("chart", ScriptPhrases.chart),
    ("picture", ScriptPhrases.picture), ("search", ScriptPhrases.search),
    ("results", ScriptPhrases.results), ("compare", ScriptPhrases.compare),
    ("first", ScriptPhrases.first), ("second", ScriptPhrases.second),
    ("indicator", ViewPhrases.indicator), ("standing", ScriptPhrases.standing),
    ("noComparison", ViewPhrases.noComparison), ("unjudged", ViewPhrases.unjudged),
    ("higher", ViewPhrases.higher), ("lower", ViewPhrases.lower),
    ("indistinct", ViewPhrases.indistinct),
  ]

  /// A string of JSON that can stand inside an element of HTML.
  private static func quoted(_ text: String) -> String {
    "\""
      + text.unicodeScalars.map { scalar in
        "\"\\<>&".unicodeScalars.contains(scalar)
          ? "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
            + String(scalar.value, radix: 16) : String(scalar)
      }.joined() + "\""
  }
}

/// The words of the script.
enum ScriptPhrases {
  static let dark = Text(it: "Aspetto scuro", en: "Dark theme")
  static let light = Text(it: "Aspetto chiaro", en: "Light theme")
  static let saved = Text(it: "Salvato il file {0}.", en: "Saved the file {0}.")
  static let copied = Text(it: "Copiato negli appunti.", en: "Copied to the clipboard.")
  static let filter = Text(it: "Cerca nella tabella", en: "Search in the table")
  static let rows = Text(it: "Righe: {0} di {1}.", en: "Rows: {0} of {1}.")
  static let copy = Text(it: "Copia i dati", en: "Copy the data")
  static let csv = Text(it: "Scarica i dati (CSV)", en: "Download the data (CSV)")
  static let link = Text(it: "Collegamenti ai numeri", en: "Links to the numbers")
  static let linked = Text(
    it: "Ogni numero è un collegamento: copiarlo per condividerlo.",
    en: "Every number is a link: copy it to share it.")
  static let keys = Text(
    it: "Frecce: da un valore all'altro. Esc: fine.",
    en: "Arrow keys: from one value to the next. Esc: stop.")
  static let table = Text(it: "Mostra la tabella", en: "Show the table")
  static let chart = Text(it: "Mostra il grafico", en: "Show the chart")
  static let picture = Text(it: "Scarica l'immagine, {0}", en: "Download the picture, {0}")
  static let search = Text(
    it: "Cerca un comune, un ambito, un ente, un programma, un indicatore, un termine",
    en: "Search for a municipality, district, organisation, programme, indicator or term")
  static let results = Text(it: "Risultati: {0}.", en: "Results: {0}.")
  static let compare = Text(it: "Confronta due comuni", en: "Compare two municipalities")
  static let first = Text(it: "Primo", en: "First")
  static let second = Text(it: "Secondo", en: "Second")
  static let standing = Text(
    it: "Il primo rispetto al secondo", en: "The first against the second")
}
