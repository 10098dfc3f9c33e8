import Warehouse

/// Cells of a sheet whose formula nobody has worked out: programs that write workbooks without being
/// spreadsheets leave the result out, or put a zero in its place and ask that it be worked out later.
struct UncalculatedCells {
  private(set) var count = 0
  private var first: [String] = []

  /// Cells named at most.
  private static let named = 5

  mutating func add(row: Int, column: Int) {
    count += 1
    if first.count < UncalculatedCells.named {
      first.append(CellReference.letters(of: column) + "\(row)")
    }
  }

  /// `12 celle: G2, G3…`
  var words: String {
    "\(count) \(count == 1 ? "cella" : "celle"): " + first.joined(separator: ", ")
      + (count > first.count ? "…" : "")
  }
}

extension FindingKind {
  static let formulaWithoutValue = FindingKind(
    "formula-senza-valore", .warning,
    it: "il foglio ha formule di cui il file non porta il risultato: quelle celle sono lette vuote",
    en: "the sheet has formulas whose result is not in the file: those cells are read as empty",
    expected: "aprire il file con Excel o LibreOffice, salvarlo e riconsegnarlo")
  static let formulaToCalculate = FindingKind(
    "formula-da-calcolare", .warning,
    it:
      "il foglio ha formule che nessun foglio di calcolo ha ancora calcolato: il valore letto, zero "
      + "o vuoto, può non essere il loro risultato",
    en:
      "the sheet has formulas that no spreadsheet has worked out yet: the value read, zero or empty, "
      + "may not be their result",
    expected: "aprire il file con Excel o LibreOffice, salvarlo e riconsegnarlo")
}
