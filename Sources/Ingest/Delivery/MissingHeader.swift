/// Why the header of a delivery is not where one looks for it, as far as its first rows tell. Of what was
/// delivered only names that are expected are shown.
struct MissingHeader {
  let table: OpenedTable
  let first: RawBatch
  let expected: [String]

  var error: UnreadableFile {
    UnreadableFile(
      code: "intestazione-non-trovata",
      message: "nelle prime righe non c'è un'intestazione con le colonne attese ("
        + expected.prefix(4).joined(separator: ", ") + "…); " + advice)
  }

  private var advice: String {
    let isOneColumn = !first.rows.contains { $0.cellCount > 1 }
    if table.survey.kind.value == .csv, isOneColumn {
      return MissingHeader.advice(onOneColumn: lineInOneCell)
    }
    var parts = undivided.map { [$0] } ?? []
    if let nearest {
      let (line, found) = nearest
      parts.append(
        "la più vicina è la riga \(line), con "
          + found.prefix(3).map { "«\($0)»" }.joined(separator: ", ")
          + (found.count > 3 ? "… (\(found.count) su \(expected.count))" : ""))
    }
    if let sheet = table.sheet, table.sheetNames.count > 1 {
      let others = table.sheetNames.filter { $0 != sheet }.prefix(5)
      parts.append(
        "il foglio letto è «\(DeliveredTable.withoutPersons(sheet))», ci sono anche "
          + others.map {
            "«\(DeliveredTable.withoutPersons($0))»"
              + (table.hiddenSheetNames.contains($0) ? " (nascosto)" : "")
          }.joined(separator: ", ")
          + ": se è un altro, dichiarare «foglio» in source.json")
    }
    parts.append("controllare columns.csv o riga_intestazione")
    return parts.joined(separator: "; ")
  }

  /// What to do about a text none of whose rows is divided.
  ///
  /// - Parameter line: the row whose only cell holds delimiters.
  private static func advice(onOneColumn line: Int32?) -> String {
    if let line {
      return
        "la riga \(line) ha i nomi delle colonne tutti in una cella: il file è stato aperto in una"
        + " sola colonna e salvato di nuovo, con le virgolette attorno a ogni riga; riesportarlo"
    }
    return "nessuno dei separatori consueti (; tabulazione | ,) divide le righe: se è un altro,"
      + " dichiarare «separatore» in source.json; se le colonne hanno larghezza fissa, «tracciato»"
  }

  /// The same, when nobody knows the names to expect: a text in one column is no table.
  static func undivided(_ first: RawBatch) -> UnreadableFile {
    let lines = first.rows.indices.prefix(HeaderLocator.rowLimit)
    let quoted = lines.first { row in
      let text = first.text(row: row, column: 0, upTo: HeaderText.longestName).utf8
      return DialectDecision.delimiters.contains { delimiter in text.count { $0 == delimiter } > 1 }
    }
    return UnreadableFile(
      code: "una-sola-colonna",
      message: "il file ha una sola colonna: "
        + advice(onOneColumn: quoted.map { first.rows[$0].line })
        + ".")
  }

  /// A row of one cell that holds expected names, and the delimiters between them: quotes were put
  /// around whole lines.
  private var lineInOneCell: Int32? {
    let names = Set(expected.map(Folding.fold))
    return first.rows.indices.prefix(HeaderLocator.rowLimit).first { row in
      let text = first.text(row: row, column: 0, upTo: HeaderText.longestName)
      return DialectDecision.delimiters.contains { delimiter in
        text.utf8.split(separator: delimiter).count {
          names.contains(Folding.fold(String(Substring($0))))
        } > 1
      }
    }.map { first.rows[$0].line }
  }

  /// The first row is one cell and those below are not.
  private var undivided: String? {
    guard table.survey.kind.value == .csv, let row = first.rows.first, row.cellCount == 1,
      let delimiter = table.survey.delimiter?.value
    else { return nil }
    let text = first.text(row: 0, column: 0).utf8
    let other = DialectDecision.delimiters.first { other in
      other != delimiter && text.count { $0 == other } > 1
    }
    return other.map {
      "la riga \(row.line) è divisa da «\(UnicodeScalar($0))» e quelle che seguono da"
        + " «\(UnicodeScalar(delimiter))»: usare lo stesso separatore in tutto il file"
    }
  }

  /// The row with most expected names, and those.
  private var nearest: (line: Int32, found: [String])? {
    let wanted = expected.map { ($0, Folding.fold($0)) }
    var best: (line: Int32, found: [String])?
    for (index, row) in first.rows.prefix(HeaderLocator.rowLimit).enumerated() {
      let cells = Set(
        (0..<Int(row.cellCount)).map {
          Folding.fold(first.text(row: index, column: $0, upTo: HeaderText.longestName))
        })
      let found = wanted.filter { !$0.1.isEmpty && cells.contains($0.1) }.map(\.0)
      if found.count > best?.found.count ?? 0 { best = (row.line, found) }
    }
    return best
  }
}
