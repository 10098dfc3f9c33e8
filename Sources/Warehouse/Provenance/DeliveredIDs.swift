internal import GRDB
internal import GRDBSQLite

/// On which lines of a delivery an identifier may stand, kept beside the facts while they are written:
/// who occurs twice is found without reading a million rows again.
///
/// Thirty-two bits of a hash a row, in a table of the connection: a long delivery's go to a temporary file,
/// not to memory.
final class DeliveredIDs {
  private let db: Database
  private let column: Int
  private var insertion: OpaquePointer?

  /// - Parameter column: place of the identifiers, a column of text, in the batches.
  init(column: Int, on db: Database) throws {
    self.db = db
    self.column = column
    try db.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS delivered_id (lines BLOB NOT NULL, marks BLOB NOT NULL) STRICT;
        DELETE FROM temp.delivered_id
        """)
    insertion = try RawQuery.prepare("INSERT INTO temp.delivered_id VALUES (?, ?)", on: db)
  }

  deinit { sqlite3_finalize(insertion) }

  func add(_ batch: FactBatch) throws {
    // Locals: a property of an object is checked for exclusive access at every row.
    var lines: [Int32] = []
    var marks: [UInt32] = []
    lines.reserveCapacity(batch.count)
    marks.reserveCapacity(batch.count)
    let ids = batch.columns[column]
    batch.bytes.withUnsafeBytes { bytes in
      for row in 0..<batch.count where !batch.isRefused[row] && ids.a[row] != FactBatch.null {
        let start = Int(ids.a[row])
        lines.append(batch.lines[row])
        marks.append(
          DeliveredIDs.mark(
            UnsafeRawBufferPointer(rebasing: bytes[start..<start + Int(ids.b[row])])))
      }
    }
    try lines.withUnsafeBytes { lines in
      try marks.withUnsafeBytes { marks in
        for (i, blob) in [lines, marks].enumerated() {
          sqlite3_bind_blob(insertion, CInt(i + 1), blob.baseAddress, CInt(blob.count), nil)
        }
        try RawQuery.run(insertion, on: db)
      }
    }
  }

  /// Lines of the delivery written last on which one of these may stand, in their order: all on which one
  /// does, and one in millions of the others.
  static func lines(of ids: Set<String>, on db: Database) throws -> [Int32] {
    let wanted = WantedMarks(of: ids)
    var found: [Int32] = []
    let rows = try RawQuery("SELECT lines, marks FROM temp.delivered_id", on: db)
    while let row = try rows.next() { found += wanted.lines(row.bytes(0), marks: row.bytes(1)) }
    return found.sorted()
  }

  fileprivate static func mark(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var i = 0
    while i + 8 <= bytes.count {
      hash =
        (hash ^ bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)) &* 0xA076_1D64_78BD_642F
      hash ^= hash >> 32
      i += 8
    }
    while i < bytes.count {
      hash = (hash ^ UInt64(bytes[i])) &* 0x0000_0100_0000_01B3
      i += 1
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 29)
  }
}

/// The marks of some identifiers, to be looked for among those of many rows.
struct WantedMarks {
  private let wanted: Set<UInt32>
  /// Most marks are told apart by their last bits.
  private var few = [Bool](repeating: false, count: 1 << 16)

  init(of ids: Set<String>) {
    wanted = Set(ids.map(WantedMarks.mark))
    for mark in wanted { few[Int(mark & 0xFFFF)] = true }
  }

  static func mark(_ id: String) -> UInt32 { Array(id.utf8).withUnsafeBytes(DeliveredIDs.mark) }

  /// The lines whose marks are among these.
  func lines(_ lines: UnsafeRawBufferPointer, marks: UnsafeRawBufferPointer) -> [Int32] {
    stride(from: 0, to: marks.count, by: 4).compactMap { place in
      let mark = marks.loadUnaligned(fromByteOffset: place, as: UInt32.self)
      guard few[Int(mark & 0xFFFF)], wanted.contains(mark) else { return nil }
      return lines.loadUnaligned(fromByteOffset: place, as: Int32.self)
    }
  }
}
