import Foundation

extension DeliveredTable {
  /// A JSON document that is one object with its rows in a list inside, as the answers of many services
  /// are, is no table of one row: the list is named, so that the source can declare it.
  ///
  /// - Throws: `UnreadableFile` for such a document.
  func refuseNestedRows(in first: RawBatch) throws {
    guard folder.settings.recordPath == nil, !folder.contract.fields.isEmpty,
      let nested = try NestedRows(opened, first, known: expectedHeaders)
    else { return }
    let path = nested.path.joined(separator: "/")
    throw UnreadableFile(
      code: "percorso-mancante",
      message: "il file è un solo oggetto, e le righe sembrano nell'elenco «\(path)»: scrivere"
        + " \"percorso\": \"\(path)\" in source.json.", line: Int(first.rows[0].line))
  }
}

/// The list of a JSON document in which its rows are, where the document itself is no table.
struct NestedRows {
  /// From the root.
  let path: [String]

  /// A document with more rows than this is a table, whatever lists its rows hold.
  private static let mostRows = 5

  /// Nil for a document that is a table.
  ///
  /// - Parameter known: names of columns that are expected; none where nobody knows.
  /// - Throws: `UnreadableFile` for a table written as one object, which no path makes into rows.
  init?(_ table: OpenedTable, _ first: RawBatch, known: [String]) throws {
    guard [.json, .ndjson].contains(table.survey.kind.value), !first.rows.isEmpty,
      first.rows.count <= NestedRows.mostRows
    else { return nil }
    let names = table.reader.columnNames
    if first.rows.count == 1,
      let layout = TransposedTable(names: names, first, known: known)
    {
      throw layout.refusal
    }
    // Beside the rows services list the fields they have: the rows are the longer list.
    var longest: (column: Int, size: Int)?
    for row in first.rows.indices {
      for column in 0..<min(names.count, Int(first.rows[row].cellCount)) {
        let text = first.text(row: row, column: column).utf8
        guard NestedRows.isList(text), text.count > longest?.size ?? 0,
          !(names[column] == NestedRows.related && names.contains("data"))
        else { continue }
        longest = (column, text.count)
      }
    }
    let expected = Set(known.map { Folding.fold($0) })
    guard let list = longest?.column,
      !names.enumerated().contains(where: { $0 != list && expected.contains(Folding.fold($1)) })
    else { return nil }
    var path = names[list].split(separator: ".").map(String.init)
    while path.count < NestedRows.deepest,
      let list = try? NestedRows.pages(of: table, at: path, expected)
    {
      path += list
    }
    self.path = path
  }

  /// What the rows of `data` refer to, in the answers of services that follow JSON:API.
  private static let related = "included"
  private static let deepest = 8
  /// A page says little else than its rows.
  private static let besides = 4
  private static let bulk = 0.75

  private static func isList(_ text: String.UTF8View) -> Bool {
    text.first == UInt8(ascii: "[")
      && text.dropFirst().first(where: { $0 > 0x20 }) == UInt8(ascii: "{")
  }

  /// The list in which each row of a list has its own, where that is nearly all it has: the rows are pages,
  /// as a service gives them. Nil for rows.
  ///
  /// - Parameter expected: folded names of columns.
  private static func pages(
    of table: OpenedTable, at path: [String], _ expected: Set<String>
  ) throws -> [String]? {
    let batch = RawBatch()
    let outer = try table.turned(to: path)
    guard try outer.reader.next(into: batch) else { return nil }
    let names = outer.reader.columnNames
    let own = names.indices.filter { !names[$0].hasPrefix("$.") }
    guard own.count <= besides, !own.contains(where: { expected.contains(Folding.fold(names[$0])) })
    else { return nil }
    let sizes = own.map { column in
      batch.rows.indices.reduce((lists: 0, others: 0)) { sizes, row in
        let text = batch.text(row: row, column: column).utf8
        return isList(text)
          ? (sizes.lists + text.count, sizes.others) : (sizes.lists, sizes.others + text.count)
      }
    }
    let all = sizes.reduce(0) { $0 + $1.lists + $1.others }
    guard let place = sizes.firstIndex(where: { Double($0.lists) >= bulk * Double(max(1, all)) })
    else { return nil }
    return names[own[place]].split(separator: ".").map(String.init)
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
  /// `{"comune": ["Locri", …], …}`
  case lists

  init?(names: [String], _ first: RawBatch, known: [String]) {
    let plain = Set(names)
    if plain.isSuperset(of: ["columns", "data"]), plain.isSubset(of: ["columns", "index", "data"]) {
      self = .split
      return
    }
    let lengths = names.indices.map { column in
      first.text(row: 0, column: column).utf8.count { $0 == UInt8(ascii: "|") } + 1
    }
    if names.count > 1, let length = lengths.first, length > TransposedTable.longestList,
      lengths.allSatisfy({ $0 == length })
    {
      self = .lists
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

  /// Values of one field in a row; more of them, and as many in every column, are rows.
  private static let longestList = 4

  var refusal: UnreadableFile {
    let what =
      switch self {
      case .lists: "un elenco di valori per colonna"
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
