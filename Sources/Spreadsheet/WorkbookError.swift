/// Why a workbook, or one of its cells, was not written.
public enum WorkbookError: Error, Hashable, Sendable {
  /// The file cannot be created or completed where it was asked for.
  case cannotWrite(path: String, reason: String)
  /// NaN or infinity: a sheet with one does not open.
  case notANumber(sheet: String, row: Int, column: Int)
  /// A day before 1 March 1900, which spreadsheets do not agree on.
  case dayOutOfRange(sheet: String, row: Int, column: Int)
  /// The library refused; `what` names the step.
  case refused(what: String, sheet: String, reason: String)
  /// The workbook is closed: nothing can be added to it.
  case closed
}

extension WorkbookError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .cannotWrite(let path, let reason):
      "\(path): il foglio di calcolo non si può scrivere (\(reason)); "
        + "controllare la cartella, lo spazio e i permessi."
    case .notANumber(let sheet, let row, let column):
      "Foglio «\(sheet)», riga \(row + 1), colonna \(column + 1): il valore non è un numero finito."
    case .dayOutOfRange(let sheet, let row, let column):
      "Foglio «\(sheet)», riga \(row + 1), colonna \(column + 1): "
        + "le date si scrivono dal 1º marzo 1900 in poi."
    case .refused(let what, let sheet, let reason):
      "Foglio «\(sheet)»: \(what) rifiutato dalla libreria (\(reason))."
    case .closed:
      "Il foglio di calcolo è già chiuso."
    }
  }
}
