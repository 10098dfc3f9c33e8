import Warehouse

/// The words of the annotated copy.
enum AnnotatedPhrases {
  static let sheet = Words("Consegna annotata", "Annotated delivery")
  static let legend = Words("Legenda", "Legend")
  static let line = Words("Riga nel file", "Row in the file")
  static let fate = Words("Esito", "Outcome")
  static let reason = Words("Perché e che cosa correggere", "Why, and what to mend")
  static let expected = Words("Atteso: {0}.", "Expected: {0}.")
  static let corrected = Words(
    "letta come «{0}», per una correzione registrata", "read as «{0}», by a recorded correction")
  static let unread = Words("(non letta)", "(not read)")
  static let notCopied = Words(
    "la riga non è riportata qui: si trova nel file dal suo numero",
    "the row is not copied here: it is found in the file by its number")
  static let synthetic = Words("Dati di esempio (sintetici)", "Sample data (synthetic)")
  static let rowsWord = Words("Righe", "Rows")
  static let wholeFile = Words(
    "Tutte le righe del file: {0}.", "Every row of the file: {0}.")
  static let flaggedOnly = Words(
    "Il file è grande: qui ci sono solo le righe in cui è stato trovato qualcosa ({0}).",
    "The file is large: only the rows in which something was found are here ({0}).")
  static let cutFile = Words(
    "Il file è grande: qui ci sono le prime righe in cui è stato trovato qualcosa ({0}), con esempi di "
      + "ogni causa. I rilievi sono elencati in rilievi.csv, le righe rifiutate in scarti.csv.",
    "The file is large: the first rows in which something was found are here ({0}), with examples of "
      + "every cause. Findings are listed in rilievi.csv, refused rows in scarti.csv.")
  static let refusedCell = Words("Cella da correggere", "Cell to mend")
  static let refusedMeaning = Words(
    "Per questa cella la riga è stata rifiutata: nella colonna «Esito» c'è RIFIUTATA.",
    "The row was refused because of this cell: the column “Outcome” says REFUSED.")
  static let doubtfulCell = Words("Cella non usata", "Cell not used")
  static let doubtfulMeaning = Words(
    "La riga è stata tenuta, ma questa cella non si è potuta usare come è scritta.",
    "The row was kept, but this cell could not be used as it is written.")
  static let notedCell = Words("Cella annotata", "Cell with a note")
  static let notedMeaning = Words(
    "Niente è andato perso: c'è qualcosa da sapere.",
    "Nothing was lost: there is something to know.")
  static let hiddenCell = Words("Cella non riprodotta", "Cell not reproduced")
  static let hiddenMeaning = Words(
    "Dei dati personali si mostra la forma (L una lettera, 9 una cifra); le colonne che Tavolo non "
      + "legge non sono copiate. La riga si ritrova dal numero nella colonna «Riga nel file».",
    "Of personal data only the shape is shown (L a letter, 9 a digit); columns Tavolo does not read are "
      + "not copied. The row is found by its number in the column “Row in the file”.")

  static func fate(_ fate: RowCopies.Fate, _ worst: Finding.Severity?) -> Words {
    switch (fate, worst) {
    case (.refused, _): Words("RIFIUTATA", "REFUSED")
    case (.aside, _): Words("non è un dato: non caricata", "not data: not loaded")
    case (.kept, .error?), (.kept, .warning?): Words("tenuta, con avvisi", "kept, with warnings")
    case (.kept, .note?): Words("tenuta, con note", "kept, with notes")
    case (.kept, nil): Words("tenuta", "kept")
    }
  }
}
