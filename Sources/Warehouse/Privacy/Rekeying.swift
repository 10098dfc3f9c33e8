internal import Foundation
internal import GRDB

extension WriteAccess {
  /// Changes every token of the warehouse, knowing nobody: those of columns and those that stand in
  /// texts for an identifier somebody wrote in the wrong place (`id~…`, `pf~…`).
  ///
  /// - Returns: how many cells were changed.
  public func rekey(
    to id: String, _ change: @escaping @Sendable (PersonToken) -> PersonToken
  ) throws -> Int {
    let rekey = DatabaseFunction("tavolo_rekey", argumentCount: 1, pure: true) { values in
      let bytes = Data.fromDatabaseValue(values[0])
      guard let token = bytes.flatMap({ PersonToken(bytes: $0) }) else { return values[0] }
      return Data(change(token).bytes)
    }
    let rekeyText = DatabaseFunction("tavolo_rekey_text", argumentCount: 1, pure: true) { values in
      guard let text = String.fromDatabaseValue(values[0]) else { return values[0] }
      return NamesOfPersons.changing(text) { change($0).hexadecimal }
    }
    db.add(function: rekey)
    db.add(function: rekeyText)
    defer {
      db.remove(function: rekey)
      db.remove(function: rekeyText)
    }
    var changed = 0
    for (table, columns) in try TokenColumns.all(db) {
      for column in columns.map(\.name.quotedDatabaseIdentifier) {
        try db.execute(
          sql: """
            UPDATE \(table.quotedDatabaseIdentifier) SET \(column) = tavolo_rekey(\(column))
            WHERE \(column) IS NOT NULL
            """)
        changed += db.changesCount
      }
    }
    for (table, columns) in try NamesOfPersons.columns(db) {
      for column in columns.map(\.name.quotedDatabaseIdentifier) {
        try db.execute(
          sql: """
            UPDATE \(table.quotedDatabaseIdentifier) SET \(column) = tavolo_rekey_text(\(column))
            WHERE \(NamesOfPersons.test(column)) AND \(column) <> tavolo_rekey_text(\(column))
            """)
        changed += db.changesCount
      }
    }
    try setPersonKey(id: id)
    return changed
  }
}
