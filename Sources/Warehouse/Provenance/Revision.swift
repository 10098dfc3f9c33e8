internal import GRDB

/// How a delivery differs from what its source had said before.
public struct Revision: Hashable, Sendable {
  /// The delivery it is compared with: of a cumulative source the one before it, of an incremental one
  /// the last of those before it.
  public var previous: String
  public var added = 0
  public var changed = 0
  public var unchanged = 0
  /// In the previous delivery of a cumulative source and not in this one.
  public var vanished = 0
  /// Rows in which a column changed.
  public var columns: [String: Int] = [:]

  public init(previous: String) { self.previous = previous }
}

extension WriteAccess {
  /// Deliveries are compared with what completes them: that has no revision of its own.
  ///
  /// Works out the revision of a delivery, or of the one it completes, and of the one that follows, which now
  /// follows another.
  ///
  /// - Parameter idColumn: nil for facts without an identity: then a changed row is one that vanished
  ///   and one that is new.
  public func revise(
    snapshot: Int64, source: Int64, table: String, idColumn: String?, policy: Source.Policy
  ) throws {
    let all = try Row.fetchAll(
      db,
      sql: """
        SELECT id, delivery, completes FROM snapshot WHERE source = ?
        ORDER BY received_on, \(DeliveryOrder.key(of: "delivery"))
        """,
      arguments: [source]
    ).map { (id: $0[0] as Int64, delivery: $0[1] as String, completes: $0[2] as String?) }
    let mended = Dictionary(grouping: all) { $0.completes }
    let whole = mended[nil] ?? []
    let parts = whole.map { one in [one.id] + (mended[one.delivery] ?? []).map(\.id) }
    guard whole.count > 1, let place = parts.firstIndex(where: { $0.contains(snapshot) }) else {
      return
    }
    // A version that comes late changes what every later delivery of an incremental source adds to.
    let touched =
      policy == .cumulative ? place...min(place + 1, whole.count - 1) : place...whole.count - 1
    for place in touched where place > 0 {
      let earlier = policy == .cumulative ? parts[place - 1] : parts[..<place].flatMap(\.self)
      var revision = Revision(previous: whole[place - 1].delivery)
      let comparison = RevisionComparison(db: db, table: table, idColumn: idColumn)
      try comparison.fill(
        &revision, new: parts[place], old: earlier, forgets: policy == .cumulative)
      try keep(revision, of: whole[place].id)
    }
  }

  func keep(_ revision: Revision, of snapshot: Int64) throws {
    let columns = revision.columns.filter { $0.value > 0 }.sorted { $0.key < $1.key }
      .map { "\($0)=\($1)" }.joined(separator: "|")
    try db.execute(
      literal: """
        INSERT OR REPLACE INTO revision VALUES (\(snapshot), \(revision.previous),
          \(revision.added), \(revision.changed), \(revision.unchanged), \(revision.vanished),
          \(columns))
        """)
  }

  /// The revision of a snapshot; nil for the first of its source.
  public func revision(of snapshot: Int64) throws -> Revision? {
    try Row.fetchOne(db, sql: "SELECT * FROM revision WHERE snapshot = ?", arguments: [snapshot])
      .map(Revision.init)
  }

  /// The delivery that is compared with this one; nil for the last of its source.
  public func successor(of snapshot: Int64) throws -> (delivery: String, revision: Revision)? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT next.delivery, revision.* FROM snapshot one JOIN snapshot next ON next.source = one.source
          JOIN revision ON revision.snapshot = next.id AND revision.previous = one.delivery
        WHERE one.id = ?
        """, arguments: [snapshot]
    ).map { ($0["delivery"], Revision(row: $0)) }
  }
}

extension Store {
  /// Every revision, by `publisher/dataset/delivery`.
  public func revisions() throws -> [String: Revision] {
    Dictionary(
      uniqueKeysWithValues: try rows(
        """
        SELECT publisher || '/' || dataset || '/' || delivery AS name, revision.*
        FROM revision JOIN snapshot s ON s.id = snapshot JOIN source ON source.id = s.source
        """
      ) { ($0["name"], Revision(row: $0)) })
  }
}

extension Revision {
  init(row: Row) {
    previous = row["previous"]
    added = row["added"]
    changed = row["changed"]
    unchanged = row["unchanged"]
    vanished = row["vanished"]
    for pair in (row["columns"] as String).split(separator: "|") {
      let parts = pair.split(separator: "=")
      columns[String(parts[0])] = Int(parts[1])
    }
  }
}
