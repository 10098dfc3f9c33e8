import Foundation

extension DeliveredTable {
  /// A JSON document that is one object with its rows in a list inside, as the answers of many services
  /// are, is no table of one row: the list is named, so that the source can declare it.
  ///
  /// - Throws: `UnreadableFile` for such a document.
  func refuseNestedRows(in first: RawBatch) throws {
    guard [.json, .ndjson].contains(opened.survey.kind.value), first.rows.count == 1,
      folder.settings.recordPath == nil, !folder.contract.fields.isEmpty
    else { return }
    let row = first.rows[0]
    let names = opened.reader.columnNames
    let lists = (0..<min(names.count, Int(row.cellCount))).filter { column in
      let text = first.text(row: 0, column: column).utf8
      return text.first == UInt8(ascii: "[")
        && text.dropFirst().first { $0 > 0x20 } == UInt8(ascii: "{")
    }
    // Beside the rows services list the fields they have: the rows are the longer list.
    let size = { (column: Int) in first.cells[Int(row.firstCell) + column].length }
    let list = lists.max { (size($0), $1) < (size($1), $0) }
    let known = Set(expectedHeaders.map { Folding.fold($0) })
    guard let list,
      !names.enumerated().contains(where: { $0 != list && known.contains(Folding.fold($1)) })
    else { return }
    let path = names[list].replacingOccurrences(of: ".", with: "/")
    throw UnreadableFile(
      code: "percorso-mancante",
      message: "il file è un solo oggetto, e le righe sembrano nell'elenco «\(path)»: scrivere"
        + " \"percorso\": \"\(path)\" in source.json.", line: Int(row.line))
  }
}
