import Dispatch
internal import GRDB
import Synchronization

/// Hands out the current facts of a table in slices: one connection, any number of threads.
///
/// Current means what the views mean by it: facts of current snapshots that nothing has superseded. A
/// snapshot is served packed if it was packed whole, by its rows if not.
final class FactFeed: @unchecked Sendable {
  private let turn = Mutex(())
  private let snapshots: [(id: Int64, isPacked: Bool)]
  private var place = 0
  private var isStarted = false
  private let packed: RawQuery
  private let rows: RawQuery
  private let superseded: RawQuery

  /// Facts of a slice that is filled from rows.
  private static let rowsPerSlice = 8192

  /// - Parameters:
  ///   - onlyCurrent: false for the facts of every delivery, those that no longer hold included.
  ///   - isWanted: of which deliveries, by snapshot.
  init(
    _ shape: FactShape, on db: Database, onlyCurrent: Bool = true,
    isWanted: (Int64) -> Bool = { _ in true }
  ) throws {
    var snapshots: [(id: Int64, isPacked: Bool)] = []
    let known = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, rows_kept > 0 AND rows_kept = (
            SELECT sum(count) FROM packed_facts
            WHERE key BETWEEN id << 32 AND (id << 32) + 4294967295 AND layout = ?)
        FROM snapshot WHERE is_current OR NOT ? ORDER BY id
        """, arguments: [shape.layout, onlyCurrent])
    while let row = try known.next() {
      if isWanted(row[0]) { snapshots.append((row[0], row[1] ?? false)) }
    }
    self.snapshots = snapshots
    packed = try RawQuery(
      "SELECT key, last, cells FROM packed_facts WHERE key BETWEEN ? AND ? ORDER BY key", on: db)
    let names = shape.columns.map(\.name.quotedDatabaseIdentifier).joined(separator: ", ")
    rows = try RawQuery(
      "SELECT key, \(names) FROM \(shape.table) WHERE key BETWEEN ? AND ? ORDER BY key", on: db)
    superseded = try RawQuery(
      "SELECT key FROM superseded WHERE key BETWEEN ? AND ? ORDER BY key", on: db)
  }

  /// Fills the slice with the next facts; false when there are no more.
  func next(into slice: FactSlice) throws -> Bool {
    try turn.withLock { _ in
      while place < snapshots.count {
        let (id, isPacked) = snapshots[place]
        if !isStarted {
          (isPacked ? packed : rows).start(id << 32, id << 32 + 0xFFFF_FFFF)
          isStarted = true
        }
        if try isPacked ? takePacked(slice) : takeRows(slice) { return true }
        isStarted = false
        place += 1
      }
      return false
    }
  }

  private func takePacked(_ slice: FactSlice) throws -> Bool {
    guard let row = try packed.next() else { return false }
    slice.packed.removeAll(keepingCapacity: true)
    slice.packed.append(contentsOf: row.bytes(2))
    try takeSuperseded(slice, row.integer(0), row.integer(1))
    return true
  }

  private func takeRows(_ slice: FactSlice) throws -> Bool {
    slice.resize(to: FactFeed.rowsPerSlice)
    for words in slice.words { words.removeAll() }
    var texts = [[String: Int64]](repeating: [:], count: slice.shape.columns.count)
    var count = 0
    while count < FactFeed.rowsPerSlice, let row = try rows.next() {
      slice.keys[count] = row.integer(0)
      for (i, column) in slice.shape.columns.enumerated() where slice.isWanted[i] {
        let place = CInt(i + 1)
        slice.columns[i][count] =
          column.meaning == .code
          ? word(of: row, place, in: slice.words[i], &texts[i]) : row.cell(place, column.meaning)
      }
      count += 1
    }
    slice.resize(to: count)
    guard count > 0 else { return false }
    try takeSuperseded(slice, slice.keys[0], slice.keys[count - 1])
    return true
  }

  /// The place of a text in the list, to which it is added if it is new.
  private func word(
    of row: ScannedRow, _ place: CInt, in words: FactWords, _ known: inout [String: Int64]
  ) -> Int64 {
    guard let text = row.text(place) else { return FactBatch.null }
    if let found = known[text] { return found }
    known[text] = Int64(words.count)
    words.append(text)
    return Int64(words.count - 1)
  }

  private func takeSuperseded(_ slice: FactSlice, _ first: Int64, _ last: Int64) throws {
    slice.superseded.removeAll(keepingCapacity: true)
    superseded.start(first, last)
    while let row = try superseded.next() { slice.superseded.append(row.integer(0)) }
  }
}

extension FactFeed {
  func forEachSlice(_ slice: FactSlice, _ body: (FactSlice) throws -> Void) throws {
    while try next(into: slice) {
      slice.unpack()
      try body(slice)
    }
  }
}

extension Store {
  /// The current facts of a table, slice by slice, in loading order.
  func forEachSlice(
    _ shape: FactShape, reading fields: [FactField]? = nil, _ body: (FactSlice) throws -> Void
  ) throws {
    try queue.read { db in
      try FactFeed(shape, on: db).forEachSlice(FactSlice(shape, reading: fields), body)
    }
  }

  /// Shares the current facts of a table out among as many threads as there are parts.
  ///
  /// A part belongs to one thread while this runs; which facts it gets depends on chance, so what is
  /// made of the parts must not.
  func share<Part: Sendable>(
    _ shape: FactShape, reading fields: [FactField]? = nil, among parts: [Part],
    _ body: @Sendable (Part, FactSlice) -> Void
  ) throws {
    try queue.read { db in
      let feed = try FactFeed(shape, on: db)
      let failure = Mutex<(any Error)?>(nil)
      DispatchQueue.concurrentPerform(iterations: parts.count) { i in
        do {
          let slice = FactSlice(shape, reading: fields)
          while failure.withLock({ $0 == nil }), try feed.next(into: slice) {
            slice.unpack()
            body(parts[i], slice)
          }
        } catch {
          failure.withLock { $0 = error }
        }
      }
      if let error = failure.withLock({ $0 }) { throw error }
    }
  }
}
