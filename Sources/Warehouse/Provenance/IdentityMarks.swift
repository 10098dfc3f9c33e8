internal import Foundation
internal import GRDB

/// On which rows of a source's deliveries some things may be told of, without reading all its rows again
/// for every delivery.
///
/// The marks of `DeliveredIDs`, in a table of the connection: a delivery is read for them the first time
/// they are asked for.
struct IdentityMarks {
  private let db: Database
  private let table: String
  private let idColumn: String

  init(_ db: Database, table: String, idColumn: String) throws {
    self.db = db
    self.table = table.quotedDatabaseIdentifier
    self.idColumn = idColumn.quotedDatabaseIdentifier
    try db.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS identity_mark (
          snapshot INTEGER NOT NULL, lines BLOB NOT NULL, marks BLOB NOT NULL) STRICT
        """)
  }

  /// Every row of a delivery that has an identifier.
  func forEachRow(of snapshot: Int64, _ body: (_ key: Int64, _ id: String) throws -> Void) throws {
    let rows = try RawQuery(
      """
      SELECT key, \(idColumn) FROM \(table)
      WHERE key BETWEEN \(snapshot << 32) AND \(snapshot << 32 + 0xFFFF_FFFF)
        AND \(idColumn) IS NOT NULL
      """, on: db)
    while let row = try rows.next() { try body(row.integer(0), row.text(1)!) }
  }

  /// Forgets a delivery that is discarded: another may get its number.
  func forget(_ snapshot: Int64) throws {
    try db.execute(literal: "DELETE FROM temp.identity_mark WHERE snapshot = \(snapshot)")
  }

  /// Rows of these deliveries that tell of these things.
  func rows(of ids: Set<String>, in snapshots: Set<Int64>) throws -> [(key: Int64, id: String)] {
    let marked = try Int64.fetchSet(db, sql: "SELECT DISTINCT snapshot FROM temp.identity_mark")
    for snapshot in snapshots.subtracting(marked) { try mark(snapshot) }
    let wanted = WantedMarks(of: ids)
    let marks = try RawQuery("SELECT snapshot, lines, marks FROM temp.identity_mark", on: db)
    let one = try RawQuery("SELECT \(idColumn) FROM \(table) WHERE key = ?", on: db)
    var found: [(Int64, String)] = []
    while let row = try marks.next() {
      let snapshot = row.integer(0)
      guard snapshots.contains(snapshot) else { continue }
      for line in wanted.lines(row.bytes(1), marks: row.bytes(2)) {
        let key = snapshot << 32 | Int64(line)
        one.start(key)
        // One in millions has the mark of another.
        if let id = try one.next()?.text(0), ids.contains(id) { found.append((key, id)) }
      }
    }
    return found
  }

  private func mark(_ snapshot: Int64) throws {
    var (lines, marks): ([Int32], [UInt32]) = ([], [])
    func keep() throws {
      try lines.withUnsafeBytes { lines in
        try marks.withUnsafeBytes { marks in
          try db.execute(
            sql: "INSERT INTO temp.identity_mark VALUES (?, ?, ?)",
            arguments: [snapshot, Data(lines), Data(marks)])
        }
      }
      lines.removeAll(keepingCapacity: true)
      marks.removeAll(keepingCapacity: true)
    }
    try forEachRow(of: snapshot) { key, id in
      lines.append(Int32(truncatingIfNeeded: key & 0xFFFF_FFFF))
      marks.append(WantedMarks.mark(id))
      if lines.count == 1 << 16 { try keep() }
    }
    // One without rows has a row too: it is not read again.
    try keep()
  }
}
