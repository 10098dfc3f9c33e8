internal import GRDB

/// Two whole deliveries of a source read side by side, as one compares two lists.
///
/// An export repeats the one before in the same order, with a few rows more, fewer or changed: a row that
/// does not stand where its other version does waits for it. Memory holds those that wait; where too many
/// do, the order is another and SQLite's join, some ten times slower, is what compares the two.
struct SideBySide {
  /// Rows that may wait.
  static let patience = 50_000

  private let old: Rows
  private let new: Rows
  private let columns: [String]
  private let patience: Int
  /// For a pair that is not under the two cursors.
  private let pair: PairOfRows

  init(
    db: Database, table: String, id: String, columns: [String], old: Int64, new: Int64,
    patience: Int = SideBySide.patience
  ) throws {
    self.columns = columns
    self.patience = patience
    self.old = try Rows(db, table, [id] + columns, snapshot: old)
    self.new = try Rows(db, table, [id] + columns, snapshot: new)
    pair = try PairOfRows(db, table, columns: columns)
  }

  /// - Returns: false, and nothing is filled, when too many rows had to wait.
  func fill(_ revision: inout Revision, forgets: Bool) throws -> Bool {
    var (waitingOld, waitingNew): ([String: Int64], [String: Int64]) = ([:], [:])
    var counts = [Int](repeating: 0, count: columns.count)
    var (changed, unchanged, nameless) = (0, 0, 0)
    func note(_ differing: some Sequence<Int>) {
      var isChanged = false
      for column in differing {
        counts[column] += 1
        isChanged = true
      }
      if isChanged { changed += 1 } else { unchanged += 1 }
    }
    var (a, b) = (try old.next(), try new.next())
    while a != nil || b != nil {
      if let was = a, let now = b, was.isEqual(to: now, column: Rows.id),
        !was.isNull(Rows.id)
      {
        note(columns.indices.lazy.filter { !was.isEqual(to: now, column: Rows.first + CInt($0)) })
        (a, b) = (try old.next(), try new.next())
        continue
      }
      // One that was waited for goes by alone, until the two lists are in step again.
      if let now = b, let id = now.text(Rows.id), let key = waitingOld.removeValue(forKey: id) {
        note(try pair.differing(key, now.integer(Rows.key)))
        b = try new.next()
        continue
      }
      if let was = a, let id = was.text(Rows.id), let key = waitingNew.removeValue(forKey: id) {
        note(try pair.differing(was.integer(Rows.key), key))
        a = try old.next()
        continue
      }
      if let was = a {
        if let id = was.text(Rows.id) { waitingOld[id] = was.integer(Rows.key) }
        a = try old.next()
      }
      if let now = b {
        if let id = now.text(Rows.id) {
          waitingNew[id] = now.integer(Rows.key)
        } else {
          nameless += 1
        }
        b = try new.next()
      }
      if waitingOld.count + waitingNew.count > patience { return false }
    }
    revision.added = waitingNew.count + nameless
    revision.changed = changed
    revision.unchanged = unchanged
    revision.vanished = forgets ? waitingOld.count : 0
    for (column, count) in zip(columns, counts) where count > 0 { revision.columns[column] = count }
    return true
  }

  /// The rows of a snapshot in the order of its lines, those without that the snapshot itself repeats.
  private struct Rows {
    static let key: CInt = 0
    static let id: CInt = 1
    static let first: CInt = 2

    private let query: RawQuery
    private let repeated: Set<Int64>

    init(_ db: Database, _ table: String, _ columns: [String], snapshot: Int64) throws {
      let range = "key BETWEEN \(snapshot << 32) AND \(snapshot << 32 + 0xFFFF_FFFF)"
      query = try RawQuery(
        """
        SELECT key, \(columns.map(\.quotedDatabaseIdentifier).joined(separator: ", "))
        FROM \(table.quotedDatabaseIdentifier) WHERE \(range) ORDER BY key
        """, on: db)
      repeated = try Int64.fetchSet(
        db, sql: "SELECT key FROM superseded WHERE reason = 'ripetuta' AND \(range)")
    }

    func next() throws -> ScannedRow? {
      while let row = try query.next() {
        if repeated.isEmpty || !repeated.contains(row.integer(Rows.key)) { return row }
      }
      return nil
    }
  }
}
