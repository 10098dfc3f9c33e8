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
  /// Whole deliveries are compared with whole deliveries: what completes one has no revision.
  ///
  /// Works out the revision of a delivery, and of the one that follows it, which now follows another.
  ///
  /// - Parameter idColumn: nil for facts without an identity: then a changed row is one that vanished
  ///   and one that is new.
  public func revise(
    snapshot: Int64, source: Int64, table: String, idColumn: String?, policy: Source.Policy
  ) throws {
    let all = try Row.fetchAll(
      db,
      sql: """
        SELECT id, delivery FROM snapshot WHERE source = ? AND completes IS NULL
        ORDER BY received_on, delivery
        """,
      arguments: [source]
    ).map { (id: $0[0] as Int64, delivery: $0[1] as String) }
    guard all.count > 1, let place = all.firstIndex(where: { $0.id == snapshot }) else { return }
    // A version that comes late changes what every later delivery of an incremental source adds to.
    let touched =
      policy == .cumulative ? place...min(place + 1, all.count - 1) : place...all.count - 1
    for place in touched where place > 0 {
      let earlier = policy == .cumulative ? [all[place - 1].id] : all[..<place].map(\.id)
      var revision = Revision(previous: all[place - 1].delivery)
      let comparison = Comparison(db: db, table: table, idColumn: idColumn)
      try comparison.fill(
        &revision, new: all[place].id, old: earlier, forgets: policy == .cumulative)
      let columns = revision.columns.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
        .joined(separator: "|")
      try db.execute(
        literal: """
          INSERT OR REPLACE INTO revision VALUES (\(all[place].id), \(revision.previous),
            \(revision.added), \(revision.changed), \(revision.unchanged), \(revision.vanished),
            \(columns))
          """)
    }
  }

  /// The revision of a snapshot; nil for the first of its source.
  public func revision(of snapshot: Int64) throws -> Revision? {
    try Row.fetchOne(db, sql: "SELECT * FROM revision WHERE snapshot = ?", arguments: [snapshot])
      .map(Revision.init)
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

/// Two readings of a source side by side, in one pass of SQLite.
private struct Comparison {
  let db: Database
  let table: String
  let idColumn: String?

  private var name: String { table.quotedDatabaseIdentifier }

  private func range(_ alias: String, _ snapshots: [Int64]) -> String {
    "("
      + snapshots.map { "\(alias).key BETWEEN \($0 << 32) AND \($0 << 32 + 0xFFFF_FFFF)" }
      .joined(separator: " OR ") + ")"
  }

  func fill(
    _ revision: inout Revision, new: Int64, old: [Int64], forgets: Bool
  ) throws {
    let columns = try db.columns(in: table).map(\.name).filter { $0 != "key" }
    guard let idColumn else { return try fill(&revision, new, old, columns, forgets: forgets) }
    let id = idColumn.quotedDatabaseIdentifier
    let compared = columns.filter { $0 != idColumn }
    let differ = compared.map {
      let column = $0.quotedDatabaseIdentifier
      return "o.\(column) IS NOT n.\(column)"
    }
    try fill(&revision, new, old, id: id, differ: differ, compared: compared, forgets: forgets)
  }

  private func fill(
    _ revision: inout Revision, _ new: Int64, _ old: [Int64], id: String, differ: [String],
    compared: [String], forgets: Bool
  ) throws {
    let sums = differ.map { "total(o.key IS NOT NULL AND \($0))" }.joined(separator: ", ")
    let order = old.enumerated().map { "WHEN \($1) THEN \($0)" }.joined(separator: " ")
    let row = try Row.fetchOne(
      db,
      sql: """
        WITH ranked AS (
          SELECT f.key, f.\(id) AS id, row_number() OVER (PARTITION BY f.\(id)
            ORDER BY CASE f.key >> 32 \(order) END DESC, f.key DESC) AS place
          FROM \(name) f WHERE \(range("f", old))),
        before AS MATERIALIZED (SELECT key, id FROM ranked WHERE place = 1),
        now AS (
          SELECT f.* FROM \(name) f WHERE \(range("f", [new]))
            AND NOT EXISTS (SELECT 1 FROM superseded x WHERE x.key = f.key AND reason = 'ripetuta'))
        SELECT count(*), count(o.key),
          total(o.key IS NOT NULL AND (\(differ.isEmpty ? "0" : differ.joined(separator: " OR ")))),
          (SELECT count(*) FROM before)\(sums.isEmpty ? "" : ", " + sums)
        FROM now n LEFT JOIN before b ON b.id = n.\(id) LEFT JOIN \(name) o ON o.key = b.key
        """)!
    let (all, met, changed): (Int, Int, Double) = (row[0], row[1], row[2])
    revision.added = all - met
    revision.changed = Int(changed)
    revision.unchanged = met - Int(changed)
    revision.vanished = forgets ? (row[3] as Int) - met : 0
    for (i, column) in compared.enumerated() {
      let count = Int(row[4 + i] as Double)
      if count > 0 { revision.columns[column] = count }
    }
  }

  /// Facts without an identity are compared whole.
  private func fill(
    _ revision: inout Revision, _ new: Int64, _ old: [Int64], _ columns: [String], forgets: Bool
  ) throws {
    let list = columns.map(\.quotedDatabaseIdentifier).joined(separator: ", ")
    func count(_ a: [Int64], notIn b: [Int64]) throws -> Int {
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM (SELECT \(list) FROM \(name) f WHERE \(range("f", a))
            EXCEPT SELECT \(list) FROM \(name) f WHERE \(range("f", b)))
          """)!
    }
    let distinct = try Int.fetchOne(
      db,
      sql:
        "SELECT count(*) FROM (SELECT DISTINCT \(list) FROM \(name) f WHERE \(range("f", [new])))")!
    revision.added = try count([new], notIn: old)
    revision.unchanged = distinct - revision.added
    revision.vanished = forgets ? try count(old, notIn: [new]) : 0
  }
}
