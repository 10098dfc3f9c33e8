import Indicators

/// The words of the workbooks.
enum SheetPhrases {
  static let cover = Text(it: "Leggimi", en: "Read me")
  static let contents = Text(it: "Indice", en: "Contents")
  static let lists = Text(it: "Elenchi", en: "Lists")
  static let form = Text(it: "Modulo", en: "Form")
  static let texts = Text(it: "In parole", en: "In words")
  static let notes = Text(it: "Note", en: "Notes")
  static let sheet = Text(it: "Foglio", en: "Sheet")
  static let table = Text(it: "Tabella", en: "Table")
  static let rows = Text(it: "Righe", en: "Rows")
  static let section = Text(it: "Sezione", en: "Section")
  static let sentence = Text(it: "Testo", en: "Text")
  static let observations = Text(it: "Identificativi", en: "Identifiers")
  static let note = Text(it: "Nota", en: "Note")
  static let general = Text(it: "tutti i fogli", en: "all sheets")
  static let mark = Text(it: "{0} – segno", en: "{0} – mark")
  static let map = Text(it: "Mappa {0}", en: "Map {0}")
  static let onTheMap = Text(it: "Sulla mappa", en: "On the map")
  static let municipalities = Text(it: "Comuni", en: "Municipalities")
  /// How what has no class looks.
  static func sign(_ fill: MapClasses.Fill) -> Text {
    switch fill {
    case .withheld: Text(it: "righe", en: "lines")
    case .missing: Text(it: "punti", en: "dots")
    case .noCase, .shade: Text(it: "bianco", en: "white")
    }
  }
  static let lower = Text(it: "{0}, da", en: "{0}, from")
  static let upper = Text(it: "{0}, a", en: "{0}, to")
  /// In place of the upper end of an interval that has none.
  static let open = Text(it: "in su", en: "or more")
  static let observation = Text(it: "Id: {0}", en: "Id: {0}")
  static let page = Text(it: "Pagina", en: "Page")
  static let of = Text(it: "di", en: "of")
  static let structure = Text(
    it:
      "Una tabella per foglio, dalla cella A1, con l'intestazione nella prima riga. I numeri sono "
      + "numeri e le date sono date. Un valore che manca lascia la cella vuota e il segno accanto "
      + "dice perché.",
    en: "One table per sheet, from cell A1, with its header in the first row. Numbers are numbers "
      + "and dates are dates. A missing value leaves its cell empty and the mark beside it says why."
  )
  static let ids = Text(
    it: "Le colonne «Id» portano l'identificativo di ogni numero, lo stesso di "
      + "dati/osservazioni.csv.",
    en: "The “Id” columns carry the identifier of each number, the same as in "
      + "dati/osservazioni.csv.")
}
