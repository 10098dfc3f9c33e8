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
    if let layout = TransposedTable(names: names, known: expectedHeaders) { throw layout.refusal }
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

/// A table that a program wrote as one object and not as a list of rows: pandas, of a data frame, in every way
/// but one.
private enum TransposedTable {
  /// `{"columns": […], "index": […], "data": [[…]]}`
  case split
  /// `{"comune": {"0": "Locri", …}, …}`
  case byColumn
  /// `{"0": {"comune": "Locri", …}, …}`
  case byRow

  init?(names: [String], known: [String]) {
    let plain = Set(names)
    if plain.isSuperset(of: ["columns", "data"]), plain.isSubset(of: ["columns", "index", "data"]) {
      self = .split
      return
    }
    // Every outer name with every inner one: no object of one row is like that.
    let pairs = names.map { $0.split(separator: ".", maxSplits: 1).map(String.init) }
    guard pairs.allSatisfy({ $0.count == 2 }) else { return nil }
    let (outer, inner) = (Set(pairs.map { $0[0] }), Set(pairs.map { $0[1] }))
    guard outer.count > 1 || inner.count > 1, outer.count * inner.count == names.count else {
      return nil
    }
    let fields = Set(known.map { Folding.fold($0) })
    let (outside, inside) = (
      outer.count { fields.contains(Folding.fold($0)) },
      inner.count { fields.contains(Folding.fold($0)) }
    )
    guard max(outside, inside) > 1 else { return nil }
    self = outside > inside ? .byColumn : .byRow
  }

  var refusal: UnreadableFile {
    let what =
      switch self {
      case .split: "i nomi delle colonne da una parte e i valori da un'altra"
      case .byColumn: "un oggetto per colonna"
      case .byRow: "un solo oggetto con dentro una riga per chiave"
      }
    return UnreadableFile(
      code: "json-trasposto",
      message: "il file ha \(what): serve un elenco con un oggetto per riga; riesportarlo così"
        + " (in pandas, orient=\"records\") oppure in CSV.", line: 1)
  }
}
