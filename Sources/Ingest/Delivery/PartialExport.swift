import Warehouse

/// What gives away that a delivery is a part of something longer: an export that stopped, one page of a list, a
/// table as long as a spreadsheet can be. Its rows are sound and its numbers too small, and nothing else would
/// say so.
enum PartialExport {
  /// Where spreadsheets stop, of old and today, with a header and without.
  private static let fullSheets: Set = [65_535, 65_536, 1_048_575, 1_048_576]

  static func isFull(rows: Int) -> Bool { fullSheets.contains(rows) }

  /// A title or note of a table: what a program says when it fails, or how many of the rows it shows.
  static func told(by text: String) -> Bool {
    let words = Folding.fold(String(text.prefix(1000)))
    if words.contains(failure) || words.contains(limit) { return true }
    return words.matches(of: shown).contains {
      guard let part = number($0.output.1), let whole = number($0.output.2) else { return false }
      return part < whole
    }
  }

  private static func number(_ words: Substring) -> Int? { Int(words.filter { $0 != " " }) }

  /// `PHP Fatal error`, `ORA-01555`, `Msg 1205, Level 13`, `esportazione interrotta`.
  nonisolated(unsafe) private static let failure =
    #/\b(?:FATAL ERROR|OUT OF MEMORY|MEMORY SIZE OF|EXECUTION TIME OF|TIMEOUT|TIMED OUT|TRACEBACK|SERVER ERROR|ORA \d{5}|MSG \d+ LEVEL|LOST CONNECTION|(?:ESPORTAZIONE|ESTRAZIONE|ELABORAZIONE|EXPORT) (?:NON COMPLETATA|INCOMPLETA|PARZIALE|INTERROTTA|INTERRUPTED|INCOMPLETE))\b/#
  /// `Report limited to 2,000 rows`, `elenco troncato alle prime 1.000 righe`.
  nonisolated(unsafe) private static let limit =
    #/\b(?:LIMITAT[OAIE]|LIMITED|TRONCAT[OAIE]|TRUNCATED|LIMITE)\b.{0,30}\b(?:RIGHE|RECORDS?|ROWS|RISULTATI|RESULTS)\b/#
  /// `Vista da 1 a 25 di 1.234 elementi`, `pagina 1 di 12`.
  nonisolated(unsafe) private static let shown =
    #/\b(?:(?:VISTA|SHOWING|RECORDS?|RIGHE|ROWS|RISULTATI|RESULTS)\b.*\b(?:A|TO)|RECORDS?|RIGHE|ROWS|PAG|PAGINA|PAGE) (\d+(?: \d{3})*) (?:DI|OF|SU) (\d+(?: \d{3})*)\b/#
}

extension FindingKind {
  static let partialExport = FindingKind(
    "consegna-parziale", .error,
    it: "il file sembra solo una parte di ciò che doveva portare: altre righe possono mancare",
    en: "the file seems only a part of what it should bring: other rows may be missing",
    expected:
      "tutte le righe: esportare di nuovo senza limiti, o tutte le pagine; nulla, se ci sono già")
}
