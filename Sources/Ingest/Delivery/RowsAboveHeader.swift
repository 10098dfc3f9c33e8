/// Rows above the header that are no title: those of a sheet sorted together with its header, of two exports
/// put one under the other, of a template whose example was written over. They would be lost without a word.
enum RowsAboveHeader {
  /// What stops the delivery, when there is such a row.
  ///
  /// - Parameters:
  ///   - header: index of the header among the rows read first.
  ///   - required: columns that no row of data leaves blank, under the header that was found.
  static func error(
    in first: RawBatch, above header: Int, required: [Int]
  ) -> UnreadableFile? {
    guard !required.isEmpty else { return nil }
    let found = (0..<header).first { row in
      required.allSatisfy { first.kind(row: row, column: $0) != .empty }
        && required.contains { isNumber(first.text(row: row, column: $0)) }
    }
    return found.map { row in
      UnreadableFile(
        code: "dati-sopra-l-intestazione",
        message: "la riga \(first.rows[row].line) ha i valori di una riga di dati ma sta sopra"
          + " l'intestazione, alla riga \(first.rows[header].line): andrebbe perduta; portarla sotto"
          + " l'intestazione, oppure, se è un titolo, dichiarare riga_intestazione in source.json",
        line: Int(first.rows[row].line))
    }
  }

  /// Digits and marks alone, as dates and amounts are; a name of a column, a year or a note never is.
  private static func isNumber(_ cell: String) -> Bool {
    cell.utf8.count(where: ByteText.isDigit) > 4 && !cell.contains(where: \.isLetter)
  }
}
