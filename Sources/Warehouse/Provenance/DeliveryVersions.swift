internal import GRDB

/// What a delivery makes of the versions its source had told: which rows are no longer the newest of
/// something, and how the deliveries after it differ from what came before them.
///
/// Of an incremental source only the things the delivery names are looked at, in all its deliveries: one
/// that delivers every day would otherwise be sorted whole every day, and when a map changes be sorted
/// and compared as many times as it has deliveries, for each of them.
public final class DeliveryVersions {
  private let db: Database
  private let access: WriteAccess
  private let source: Int64
  private let policy: Source.Policy
  private let table: String
  private let idColumn: String
  private let happenedOn: String?
  /// The other deliveries of the source, by day and name.
  private let others: [Int64]
  /// How many of them come before this one.
  private let place: Int
  /// What an earlier reading of the delivery had brought.
  private let replaced: Int64?
  /// What is known of the source holds for all its deliveries but this one, and stays true of what this one
  /// does not name.
  private let isLocal: Bool

  /// Rows of a delivery that are looked at one by one; with more everything is sorted once.
  private static let patience = 50_000

  fileprivate init(
    _ access: WriteAccess, of snapshot: Snapshot, source: Int64, policy: Source.Policy,
    table: String, idColumn: String, happenedOn: String?
  ) throws {
    db = access.db
    self.access = access
    self.source = source
    self.policy = policy
    self.table = table
    self.idColumn = idColumn
    self.happenedOn = happenedOn
    let all = try Row.fetchAll(
      db,
      sql: """
        SELECT id, delivery, received_on, is_current AND completes IS NULL, rows_kept FROM snapshot
        WHERE source = ? ORDER BY received_on, \(DeliveryOrder.key(of: "delivery"))
        """, arguments: [source])
    let here = (Int(snapshot.receivedOn.number), DeliveryOrder.key(snapshot.delivery))
    let before = all.filter { ($0[2] as Int, DeliveryOrder.key($0[1])) < here }
    let same = all.first { $0[1] == snapshot.delivery }
    others = all.filter { $0[1] != snapshot.delivery }.map { $0[0] }
    place = before.count
    replaced = same.map { $0[0] }
    isLocal =
      policy == .incremental && others.count > 1 && all.allSatisfy { $0[3] }
      && (same.map { $0[2] == here.0 && $0[4] <= DeliveryVersions.patience }
        ?? (before.count == all.count))
  }

  /// The delivery was loaded before.
  public var isAgain: Bool { replaced != nil }

  /// Takes back what the reading to be replaced had changed, while its rows are still there.
  public func leave() throws {
    guard let replaced else { return }
    let marks = try IdentityMarks(db, table: table, idColumn: idColumn)
    if isLocal {
      let things = try ThingsMet(of: replaced, at: place, among: others, marks)
      try countToldBefore(things, by: -1)
      try revise(things, isEntering: false)
      let raise = try db.makeStatement(
        sql: "DELETE FROM superseded WHERE key = ? AND reason = 'aggiornata'")
      for key in things.newestWithout { try raise.execute(arguments: [key]) }
    }
    try marks.forget(replaced)
  }

  /// Once the delivery is in and the source's policy has said which are current.
  public func enter(_ id: Int64, _ snapshot: Snapshot) throws {
    guard isLocal, snapshot.completes == nil, snapshot.rowsKept <= DeliveryVersions.patience else {
      if try access.hasVersions(source: source, policy: policy) {
        try access.supersedeOlderVersions(
          table: table, idColumn: idColumn, happenedOn: happenedOn, source: source)
      }
      return try access.revise(
        snapshot: id, source: source, table: table, idColumn: idColumn, policy: policy)
    }
    let things = try ThingsMet(
      of: id, at: place, among: others, IdentityMarks(db, table: table, idColumn: idColumn))
    try countToldBefore(things, by: 1)
    try revise(things, isEntering: true)
    let supersede = try db.makeStatement(
      sql: """
        INSERT INTO superseded VALUES (?, 'aggiornata')
        ON CONFLICT (key) DO UPDATE SET reason = 'aggiornata' WHERE reason = 'id_origine'
        """)
    for key in things.outdated { try supersede.execute(arguments: [key]) }
  }

  /// By month, rows of every delivery that are newer versions of something: those that are because of this
  /// delivery, and its own.
  private func countToldBefore(_ things: ThingsMet, by sign: Int) throws {
    guard let happenedOn else { return }
    let day = try RawQuery(
      """
      SELECT \(Month.sql(of: "f", happenedOn)) FROM \(table.quotedDatabaseIdentifier) f WHERE key = ?
      """, on: db)
    var counts: [Int64: [Int64: Int]] = [:]
    for key in things.toldBefore {
      day.start(key)
      guard let row = try day.next(), !row.isNull(0) else { continue }
      counts[key >> 32, default: [:]][row.integer(0), default: 0] += sign
    }
    for (snapshot, months) in counts {
      for (month, rows) in months {
        try db.execute(
          literal: """
            UPDATE snapshot_month SET told_before = told_before + \(rows)
            WHERE snapshot = \(snapshot) AND month = \(month)
            """)
      }
    }
  }

  /// The revision of this delivery, and what it changes in those of the deliveries after it.
  private func revise(_ things: ThingsMet, isEntering: Bool) throws {
    let columns = try db.columns(in: table).map(\.name).filter { $0 != "key" && $0 != idColumn }
    let pair = try PairOfRows(db, table, columns: columns)
    var revisions: [Int64: Revision] = [:]
    if isEntering, place > 0 {
      revisions[things.snapshot] = Revision(
        previous: try String.fetchOne(
          db, sql: "SELECT delivery FROM snapshot WHERE id = ?", arguments: [others[place - 1]])!)
    }
    func count(_ key: Int64, after before: Int64?, _ by: Int) throws {
      let snapshot = key >> 32
      // The first delivery of a source has none.
      guard var revision = try revisions[snapshot] ?? access.revision(of: snapshot) else { return }
      if let before {
        let differing = try pair.differing(before, key).map { columns[$0] }
        if differing.isEmpty { revision.unchanged += by } else { revision.changed += by }
        for column in differing { revision.columns[column, default: 0] += by }
      } else {
        revision.added += by
      }
      revisions[snapshot] = revision
    }
    let by = isEntering ? 1 : -1
    for one in things.compared {
      let isOwn = one.key >> 32 == things.snapshot
      if isEntering || !isOwn { try count(one.key, after: one.with, by) }
      if !isOwn { try count(one.key, after: one.without, -by) }
    }
    for (snapshot, revision) in revisions.sorted(by: { $0.key < $1.key }) {
      try access.keep(revision, of: snapshot)
    }
  }
}

extension WriteAccess {
  /// To be asked for before the delivery is opened.
  ///
  /// - Parameter happenedOn: column of the day of what a row tells; nil for registers. Of an incremental
  ///   source the rows whose id it had told before are counted by the month of that day.
  public func versions(
    of snapshot: Snapshot, source: Int64, policy: Source.Policy, table: String, idColumn: String,
    happenedOn: String?
  ) throws -> DeliveryVersions {
    try DeliveryVersions(
      self, of: snapshot, source: source, policy: policy, table: table, idColumn: idColumn,
      happenedOn: happenedOn)
  }
}
