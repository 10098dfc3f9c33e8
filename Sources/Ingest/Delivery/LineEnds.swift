extension DeliveredTable {
  /// Characters that some programs put between rows and no reader of CSV takes for a line end.
  private static let strangers: [(character: Unicode.Scalar, name: String)] = [
    ("\u{85}", "NEL (U+0085)"), ("\u{2028}", "U+2028"), ("\u{2029}", "U+2029"),
    ("\u{0B}", "tabulazioni verticali (U+000B)"), ("\u{1E}", "separatori RS (U+001E)"),
  ]

  /// A text of one row with such characters in it is a whole table on one line.
  ///
  /// - Throws: `UnreadableFile` for it.
  func refuseStrangeLineEnds(in first: RawBatch) throws {
    guard opened.survey.kind.value == .csv, first.rows.count == 1,
      first.rows[0].line == 1
    else { return }
    let row = first.rows[0]
    let texts = (0..<Int(row.cellCount)).map { first.text(row: 0, column: $0).unicodeScalars }
    for (character, name) in DeliveredTable.strangers
    where texts.contains(where: { $0.contains(character) }) {
      throw UnreadableFile(
        code: "fine-riga-insolita",
        message: "le righe non finiscono con un a capo ma con \(name), e il file ne ha una sola:"
          + " esportarlo di nuovo con le fine riga consuete (LF o CRLF).")
    }
  }
}
