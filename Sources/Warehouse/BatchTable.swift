import GRDB
import GRDBSQLite

/// A batch as SQLite sees it: a virtual table whose rows are those that were not refused.
///
/// One statement, `INSERT INTO … SELECT … FROM` this, then writes a whole batch: SQLite opens its
/// cursors once for thousands of rows and asks for each value through a pointer, which is two thirds of
/// the cost of binding and stepping row by row. The table lives as long as the connection; what it shows
/// is whatever batch it holds at the moment.
final class BatchTable {
  private let name: String
  private let connection: SQLiteConnection
  private let state: UnsafeMutablePointer<State>

  /// What the callbacks read. Plain memory: they are called for every cell of every delivery.
  fileprivate struct State {
    let columns: UnsafeMutablePointer<Column>
    /// The sixteen bytes of each column's token, until SQLite has put them in its record.
    let tokens: UnsafeMutablePointer<UInt64>
    let columnCount: Int
    var snapshot: Int64 = 0
    var count = 0
    var lines: UnsafeMutablePointer<Int32>?
    var isRefused: UnsafeMutablePointer<Bool>?
    var bytes: UnsafePointer<UInt8>?
  }

  fileprivate struct Column {
    let kind: ColumnKind
    let a: UnsafeMutablePointer<Int64>
    let b: UnsafeMutablePointer<Int64>
    let words: UnsafeMutablePointer<CodeDictionary.Word>?

    init(_ column: FactColumn) {
      kind = column.kind
      a = column.a
      b = column.b
      words = column.dictionary?.words
    }
  }

  /// - Parameters:
  ///   - name: of the virtual table.
  ///   - columns: how many, the key not among them.
  init(_ name: String, columns: Int, on connection: SQLiteConnection) throws {
    self.name = name
    self.connection = connection
    state = .allocate(capacity: 1)
    state.initialize(
      to: State(
        columns: .allocate(capacity: columns), tokens: .allocate(capacity: 2 * columns),
        columnCount: columns))
    let code = sqlite3_create_module_v2(connection, name, BatchTable.module, state, nil)
    guard code == SQLITE_OK else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection))
      )
    }
  }

  deinit {
    // The connection forgets the virtual table before its memory goes.
    sqlite3_create_module_v2(connection, name, nil, nil, nil)
    state.pointee.columns.deallocate()
    state.pointee.tokens.deallocate()
    state.deallocate()
  }

  /// Shows a batch while `body` runs.
  func show<T>(_ batch: FactBatch, snapshot: Int64, _ body: () throws -> T) rethrows -> T {
    try withExtendedLifetime(batch) {
      try batch.bytes.withUnsafeBufferPointer { bytes in
        for (i, column) in batch.columns.enumerated() {
          (state.pointee.columns + i).initialize(to: Column(column))
        }
        state.pointee.snapshot = snapshot
        state.pointee.count = batch.count
        state.pointee.lines = batch.lines
        state.pointee.isRefused = batch.isRefused
        state.pointee.bytes = bytes.baseAddress
        defer { state.pointee.count = 0 }
        return try body()
      }
    }
  }
}

// MARK: - What SQLite calls

extension BatchTable {
  /// SQLite's own part must come first in both.
  private struct Table {
    var base = sqlite3_vtab()
    var state: UnsafeMutablePointer<State>
  }

  private struct Cursor {
    var base = sqlite3_vtab_cursor()
    var state: UnsafeMutablePointer<State>
    var row = 0
  }

  /// Kept for the life of the process: SQLite keeps its address.
  nonisolated(unsafe) private static let module: UnsafeMutablePointer<sqlite3_module> = {
    let module = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
    module.initialize(to: sqlite3_module())
    // Without xCreate the table needs no declaration: its name is enough.
    module.pointee.xConnect = { connection, state, _, _, table, _ in
      let state = state!.assumingMemoryBound(to: State.self)
      let names = (0...state.pointee.columnCount).map { "c\($0)" }.joined(separator: ", ")
      let code = sqlite3_declare_vtab(connection, "CREATE TABLE batch (\(names))")
      guard code == SQLITE_OK else { return code }
      let made = UnsafeMutablePointer<Table>.allocate(capacity: 1)
      made.initialize(to: Table(state: state))
      table!.pointee = UnsafeMutableRawPointer(made).assumingMemoryBound(to: sqlite3_vtab.self)
      return SQLITE_OK
    }
    module.pointee.xDisconnect = { table in
      UnsafeMutableRawPointer(table!).assumingMemoryBound(to: Table.self).deallocate()
      return SQLITE_OK
    }
    module.pointee.xBestIndex = { _, info in
      info!.pointee.estimatedCost = 1
      return SQLITE_OK
    }
    module.pointee.xOpen = { table, cursor in
      let state = UnsafeMutableRawPointer(table!).assumingMemoryBound(to: Table.self).pointee.state
      let made = UnsafeMutablePointer<Cursor>.allocate(capacity: 1)
      made.initialize(to: Cursor(state: state))
      cursor!.pointee = UnsafeMutableRawPointer(made).assumingMemoryBound(
        to: sqlite3_vtab_cursor.self)
      return SQLITE_OK
    }
    module.pointee.xClose = { cursor in
      BatchTable.cursor(cursor).deallocate()
      return SQLITE_OK
    }
    module.pointee.xFilter = { cursor, _, _, _, _ in
      BatchTable.cursor(cursor).pointee.row = -1
      return BatchTable.advance(cursor)
    }
    module.pointee.xNext = { BatchTable.advance($0) }
    module.pointee.xEof = { cursor in
      let cursor = BatchTable.cursor(cursor)
      return cursor.pointee.row < cursor.pointee.state.pointee.count ? 0 : 1
    }
    module.pointee.xColumn = { cursor, context, place in
      let cursor = BatchTable.cursor(cursor)
      BatchTable.give(cursor.pointee.state, cursor.pointee.row, Int(place), to: context)
      return SQLITE_OK
    }
    module.pointee.xRowid = { cursor, row in
      row!.pointee = Int64(BatchTable.cursor(cursor).pointee.row)
      return SQLITE_OK
    }
    return module
  }()

  @inline(__always)
  private static func cursor(
    _ base: UnsafeMutablePointer<sqlite3_vtab_cursor>?
  ) -> UnsafeMutablePointer<Cursor> {
    UnsafeMutableRawPointer(base!).assumingMemoryBound(to: Cursor.self)
  }

  /// To the next row that was not refused.
  @inline(__always)
  private static func advance(_ base: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> CInt {
    let cursor = cursor(base)
    let state = cursor.pointee.state
    var row = cursor.pointee.row + 1
    while row < state.pointee.count, state.pointee.isRefused![row] { row += 1 }
    cursor.pointee.row = row
    return SQLITE_OK
  }

  @inline(__always)
  private static func give(
    _ state: UnsafeMutablePointer<State>, _ row: Int, _ place: Int, to context: OpaquePointer?
  ) {
    guard place > 0 else {
      sqlite3_result_int64(
        context, state.pointee.snapshot << 32 | Int64(state.pointee.lines![row]))
      return
    }
    let column = state.pointee.columns + (place - 1)
    let value = column.pointee.a[row]
    // Nothing said is NULL.
    guard value != FactBatch.null else { return }
    switch column.pointee.kind {
    case .integer: sqlite3_result_int64(context, value)
    case .real: sqlite3_result_double(context, Double(bitPattern: UInt64(bitPattern: value)))
    case .code:
      let word = column.pointee.words![Int(value)]
      sqlite3_result_text(context, word.text, word.length, nil)
    case .text:
      // Empty texts may come in a batch without bytes: any address will do.
      let text =
        state.pointee.bytes.map { UnsafeRawPointer($0 + Int(value)) } ?? UnsafeRawPointer(column)
      sqlite3_result_text(
        context, text.assumingMemoryBound(to: CChar.self), CInt(column.pointee.b[row]), nil)
    case .token:
      let token = state.pointee.tokens + 2 * (place - 1)
      token[0] = UInt64(bitPattern: value).bigEndian
      token[1] = UInt64(bitPattern: column.pointee.b[row]).bigEndian
      sqlite3_result_blob(context, token, 16, nil)
    }
  }
}
