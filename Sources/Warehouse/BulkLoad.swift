import GRDB
import GRDBSQLite

/// The only hot path into SQLite: one prepared statement, bound and stepped through the C API on
/// GRDB's own connection.
///
/// Only the columns a delivery carries are named in the statement. Texts are bound in place (the
/// batch outlives the step), so a row costs no allocation.
public final class BulkLoad {
  private let db: Database
  private let connection: SQLiteConnection
  private var facts: OpaquePointer?
  private var finding: OpaquePointer?
  private let snapshot: Int64

  /// - Parameter columns: the table's columns in the order of the batches' columns.
  public init(_ access: WriteAccess, table: String, columns: [String], snapshot: Int64) throws {
    db = access.db
    connection = access.db.sqliteConnection!
    self.snapshot = snapshot
    let names = (["key"] + columns).map { "\"\($0)\"" }.joined(separator: ", ")
    let marks = Array(repeating: "?", count: columns.count + 1).joined(separator: ", ")
    facts = try prepare("INSERT INTO \"\(table)\" (\(names)) VALUES (\(marks))")
    finding = try prepare(
      """
      INSERT INTO finding (snapshot, line, header, code, severity, cell, detail)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
  }

  deinit {
    sqlite3_finalize(facts)
    sqlite3_finalize(finding)
  }

  private func prepare(_ sql: String) throws -> OpaquePointer? {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(connection, sql, -1, &statement, nil)
    guard code == SQLITE_OK else { throw failure(code) }
    return statement
  }

  private func failure(_ code: CInt) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
  }

  /// Writes the rows that were not refused, and all findings.
  public func write(_ batch: FactBatch) throws {
    try writeFacts(batch)
    for finding in batch.findings { try write(finding) }
  }

  private func writeFacts(_ batch: FactBatch) throws {
    let statement = facts
    let columns = batch.columns.map(ColumnPointers.init)
    try withExtendedLifetime(batch) {
      try batch.bytes.withUnsafeBufferPointer { bytes in
        let base = UnsafeRawPointer(bytes.baseAddress)
        for row in 0..<batch.count where !batch.isRefused[row] {
          sqlite3_bind_int64(statement, 1, snapshot << 32 | Int64(batch.lines[row]))
          for (i, column) in columns.enumerated() {
            column.bind(row, to: statement, at: CInt(i + 2), bytes: base)
          }
          let code = sqlite3_step(statement)
          sqlite3_reset(statement)
          guard code == SQLITE_DONE else { throw failure(code) }
        }
      }
    }
    sqlite3_clear_bindings(statement)
  }

  public func write(_ f: Finding) throws {
    sqlite3_bind_int64(finding, 1, snapshot)
    sqlite3_bind_int64(finding, 2, Int64(f.line))
    for (i, text) in [f.header, f.code, f.severity.rawValue, f.cell, f.detail].enumerated() {
      sqlite3_bind_text(finding, CInt(i + 3), text, -1, transient)
    }
    let code = sqlite3_step(finding)
    sqlite3_reset(finding)
    guard code == SQLITE_DONE else { throw failure(code) }
  }
}

/// SQLite copies what it is given (the macro is not imported).
nonisolated(unsafe) let transient = unsafeBitCast(
  OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type.self)

/// A column's storage as raw pointers: the loop above runs for every cell of every delivery.
private struct ColumnPointers {
  let kind: ColumnKind
  let a: UnsafeMutablePointer<Int64>
  let b: UnsafeMutablePointer<Int64>
  let words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>>?

  init(_ column: FactColumn) {
    kind = column.kind
    a = column.a
    b = column.b
    words = column.dictionary?.words
  }

  @inline(__always)
  func bind(
    _ row: Int, to statement: OpaquePointer?, at index: CInt, bytes: UnsafeRawPointer?
  ) {
    let value = a[row]
    guard value != FactBatch.null else {
      sqlite3_bind_null(statement, index)
      return
    }
    switch kind {
    case .integer: sqlite3_bind_int64(statement, index, value)
    case .real: sqlite3_bind_double(statement, index, Double(bitPattern: UInt64(bitPattern: value)))
    case .code: sqlite3_bind_text(statement, index, words![Int(value)], -1, nil)
    case .text:
      sqlite3_bind_text(
        statement, index,
        bytes!.advanced(by: Int(value)).assumingMemoryBound(to: CChar.self), CInt(b[row]), nil)
    case .token:
      var halves = (UInt64(bitPattern: value).bigEndian, UInt64(bitPattern: b[row]).bigEndian)
      sqlite3_bind_blob(statement, index, &halves, 16, transient)
    }
  }
}
