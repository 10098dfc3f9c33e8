import GRDB
import GRDBSQLite

/// The only hot path into SQLite: a batch at a time, through the C API on GRDB's own connection.
///
/// Only the columns a delivery carries are named in the statement. Values are read in place (the batch
/// outlives the statement's run), so a row costs no allocation. Facts that indicators read are packed
/// beside their rows in the same transaction.
public final class BulkLoad {
  private let db: Database
  private let batches: BatchTable
  private var facts: OpaquePointer?
  private var finding: OpaquePointer?
  private var packed: OpaquePointer?
  private let shape: FactShape?
  private let ids: DeliveredIDs?
  private let snapshot: Int64

  /// - Parameters:
  ///   - columns: the table's columns in the order of the batches' columns.
  ///   - idColumn: the one of them whose identifiers should not be repeated.
  public init(
    _ access: WriteAccess, table: String, columns: [String], idColumn: String? = nil,
    snapshot: Int64
  ) throws {
    db = access.db
    self.snapshot = snapshot
    // Every key this will write is of this delivery: one look does for all what a foreign key does for each.
    guard
      try Int64.fetchOne(db, literal: "SELECT 1 FROM snapshot WHERE id = \(snapshot)") != nil
    else {
      throw DatabaseError(
        resultCode: .SQLITE_CONSTRAINT_FOREIGNKEY, message: "there is no snapshot \(snapshot)")
    }
    shape = FactShape.all.first { $0.table == table }
    ids = try idColumn.flatMap(columns.firstIndex).map {
      try DeliveredIDs(column: $0, on: access.db)
    }
    batches = try BatchTable(
      "tavolo_batch", columns: columns.count, on: access.db.sqliteConnection!)
    let names = (["key"] + columns).map { "\"\($0)\"" }.joined(separator: ", ")
    // A batch that fails takes the transaction with it: nothing need be kept to undo the batch alone.
    facts = try RawQuery.prepare(
      "INSERT OR FAIL INTO \"\(table)\" (\(names)) SELECT * FROM tavolo_batch", on: db)
    finding = try RawQuery.prepare(
      """
      INSERT INTO finding (snapshot, line, header, code, severity, cell, detail)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, on: db)
    packed = try RawQuery.prepare(
      "INSERT INTO packed_facts (key, last, count, layout, cells) VALUES (?, ?, ?, ?, ?)", on: db)
  }

  deinit {
    sqlite3_finalize(facts)
    sqlite3_finalize(finding)
    sqlite3_finalize(packed)
  }

  private func run(_ statement: OpaquePointer?) throws { try RawQuery.run(statement, on: db) }

  /// Writes the rows that were not refused, and all findings.
  public func write(_ batch: FactBatch) throws {
    try batches.show(batch, snapshot: snapshot) { try run(facts) }
    if let shape, let part = PackedFacts(batch, shape, snapshot: snapshot) {
      try write(part, layout: shape.layout)
    }
    try ids?.add(batch)
    for finding in batch.findings { try write(finding) }
  }

  private func write(_ part: PackedFacts, layout: String) throws {
    sqlite3_bind_int64(packed, 1, part.first)
    sqlite3_bind_int64(packed, 2, part.last)
    sqlite3_bind_int64(packed, 3, Int64(part.count))
    sqlite3_bind_text(packed, 4, layout, -1, transient)
    try part.bytes.withUnsafeBytes {
      sqlite3_bind_blob(packed, 5, $0.baseAddress, CInt($0.count), nil)
      try run(packed)
    }
  }

  public func write(_ f: Finding) throws {
    sqlite3_bind_int64(finding, 1, snapshot)
    sqlite3_bind_int64(finding, 2, Int64(f.line))
    for (i, text) in [f.header, f.code, f.severity.rawValue, f.cell, f.detail].enumerated() {
      sqlite3_bind_text(finding, CInt(i + 3), text, -1, transient)
    }
    try run(finding)
  }
}

/// SQLite copies what it is given (the macro is not imported).
nonisolated(unsafe) let transient = unsafeBitCast(
  OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type.self)
