internal import GRDB
internal import GRDBSQLite
import Glibc

/// A query stepped through the C API: GRDB's cursor costs half as much again, its records five times.
final class RawQuery {
  private let connection: SQLiteConnection?
  private let statement: OpaquePointer
  /// A statement stepped after its last row would start again from the first.
  private var isDone = false

  init(_ sql: String, on db: Database) throws {
    connection = db.sqliteConnection
    statement = try RawQuery.prepare(sql, on: db)
  }

  static func prepare(_ sql: String, on db: Database) throws -> OpaquePointer {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v2(db.sqliteConnection, sql, -1, &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw failure(code, db.sqliteConnection) }
    return prepared
  }

  /// Steps a statement without rows and makes it ready again.
  static func run(_ statement: OpaquePointer?, on db: Database) throws {
    let code = sqlite3_step(statement)
    // The message is of the step, before the statement is made ready again.
    let error = code == SQLITE_DONE ? nil : failure(code, db.sqliteConnection)
    sqlite3_reset(statement)
    if let error { throw error }
  }

  deinit { sqlite3_finalize(statement) }

  /// Starts again with these arguments.
  func start(_ arguments: Int64...) {
    sqlite3_reset(statement)
    isDone = false
    for (i, argument) in arguments.enumerated() {
      sqlite3_bind_int64(statement, CInt(i + 1), argument)
    }
  }

  /// The next row; nil when there are no more.
  func next() throws -> ScannedRow? {
    if isDone { return nil }
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return ScannedRow(statement: statement)
    case SQLITE_DONE:
      isDone = true
      return nil
    case let code: throw RawQuery.failure(code, connection)
    }
  }

  private static func failure(_ code: CInt, _ connection: SQLiteConnection?) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
  }
}

/// The row under the cursor of a raw query, read by column.
struct ScannedRow {
  let statement: OpaquePointer

  @inline(__always) func integer(_ i: CInt) -> Int64 { sqlite3_column_int64(statement, i) }
  @inline(__always) func real(_ i: CInt) -> Double { sqlite3_column_double(statement, i) }
  func text(_ i: CInt) -> String? {
    sqlite3_column_text(statement, i).map { bytes in
      String(
        decoding: UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, i))),
        as: UTF8.self)
    }
  }
  /// The text of a column, empty where there is none; what is already there is left when it is the same.
  func read(_ i: CInt, into text: inout String) {
    let cell = bytes(i)
    let isSame = text.withUTF8 {
      $0.count == cell.count
        && (cell.isEmpty || memcmp($0.baseAddress!, cell.baseAddress!, cell.count) == 0)
    }
    if !isSame { text = String(decoding: cell, as: UTF8.self) }
  }
  /// The first half of a 128-bit token: two people in ten million share it three times in a million
  /// tries.
  @inline(__always) func token(_ i: CInt) -> UInt64? {
    guard let blob = sqlite3_column_blob(statement, i) else { return nil }
    return UInt64(bigEndian: blob.loadUnaligned(as: UInt64.self))
  }

  func bytes(_ i: CInt) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: sqlite3_column_blob(statement, i), count: Int(sqlite3_column_bytes(statement, i)))
  }

  func isNull(_ i: CInt) -> Bool { sqlite3_column_type(statement, i) == SQLITE_NULL }

  /// As SQLite's `IS`: the same type and the same value, or both nothing.
  func isEqual(to other: ScannedRow, column i: CInt) -> Bool {
    let type = sqlite3_column_type(statement, i)
    guard type == sqlite3_column_type(other.statement, i) else { return false }
    switch type {
    case SQLITE_NULL: return true
    case SQLITE_INTEGER: return integer(i) == other.integer(i)
    case SQLITE_FLOAT: return real(i) == other.real(i)
    default:
      let (a, b) = (bytes(i), other.bytes(i))
      return a.count == b.count
        && (a.isEmpty || memcmp(a.baseAddress!, b.baseAddress!, a.count) == 0)
    }
  }

  /// A cell as slices hold it; codes have words.
  @inline(__always) func cell(_ i: CInt, _ meaning: FactShape.Meaning) -> Int64 {
    if sqlite3_column_type(statement, i) == SQLITE_NULL { return FactBatch.null }
    switch meaning {
    case .number, .code: return integer(i)
    case .real: return Int64(bitPattern: real(i).bitPattern)
    case .token: return token(i).map { Int64(bitPattern: $0) } ?? FactBatch.null
    }
  }
}
