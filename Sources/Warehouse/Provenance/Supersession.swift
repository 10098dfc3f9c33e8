internal import GRDB

/// A row whose id an earlier row of the same delivery has too.
public struct RepeatedRow: Hashable, Sendable {
  public let line: Int32
  public let earlier: Int32
  public let id: String
  /// Columns in which the two differ; none for the same row twice.
  public let different: [String]
}

/// Which facts are no longer current though their snapshot is: repetitions inside a delivery, older
/// versions of an incremental source, and exports of a request that another system owns.
///
/// Worked out once per load and kept as keys, so that reading the current facts stays one scan.
extension WriteAccess {
  /// Inside one delivery the last row of an id holds; the earlier ones are set aside.
  ///
  /// - Parameters:
  ///   - ids: the ids met more than once while reading (a superset is harmless).
  ///   - idColumn: as it was named to the `BulkLoad` that wrote the delivery.
  /// - Returns: line of each later row, with the line it replaces and the columns in which they differ.
  public func supersedeRepeated(
    ids: Set<String>, table: String, idColumn: String, snapshot: Int64
  ) throws -> [RepeatedRow] {
    guard !ids.isEmpty else { return [] }
    let rows = try RawQuery(
      """
      SELECT key, \(idColumn.quotedDatabaseIdentifier) FROM \(table.quotedDatabaseIdentifier)
      WHERE key = ?
      """, on: db)
    var lastKey: [String: Int64] = [:]
    var repeated: [RepeatedRow] = []
    let columns = try db.columns(in: table).map(\.name).filter { $0 != "key" }
    let pair = try PairOfRows(db, table, columns: columns)
    let setAside = try RawQuery(
      "INSERT OR REPLACE INTO superseded VALUES (?, 'ripetuta')", on: db)
    for place in try DeliveredIDs.lines(of: ids, on: db) {
      rows.start(snapshot << 32 | Int64(place))
      guard let row = try rows.next(), let id = row.text(1), ids.contains(id) else { continue }
      let key = row.integer(0)
      if let earlier = lastKey.updateValue(key, forKey: id) {
        let different = try pair.differing(earlier, key).map { columns[$0] }
        repeated.append(
          RepeatedRow(line: line(key), earlier: line(earlier), id: id, different: different))
        setAside.start(earlier)
        _ = try setAside.next()
      }
    }
    return repeated
  }

  /// Among the current snapshots of a source the newest version of an id holds, whatever the order of
  /// loading.
  ///
  /// An older version that was set aside as a copy becomes an older version: it must not come back
  /// when the request it copied is withdrawn.
  ///
  /// - Parameter happenedOn: column of the day of what a row tells; nil for registers. Of an incremental
  ///   source the rows whose id it had told before are counted by the month of that day.
  public func supersedeOlderVersions(
    table: String, idColumn: String, happenedOn: String?, source: Int64
  ) throws {
    let snapshots = try Int64.fetchOne(
      db, literal: "SELECT count(*) FROM snapshot WHERE source = \(source)")!
    guard snapshots > 1 else { return }
    let id = idColumn.quotedDatabaseIdentifier
    try db.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS version (
          key INTEGER PRIMARY KEY, newer INTEGER NOT NULL) STRICT;
        DELETE FROM temp.version;
        """)
    // One sort of the source's ids serves both: what has a newer version, and what is one.
    try db.execute(
      sql: """
        INSERT INTO temp.version
        SELECT key, newer FROM (
          SELECT f.key, lag(f.key) OVER (
            PARTITION BY f.\(id)
            ORDER BY s.received_on DESC, \(DeliveryOrder.key(of: "s.delivery")) DESC, f.key DESC) AS newer
          FROM snapshot s JOIN \(table.quotedDatabaseIdentifier) f
            ON f.key BETWEEN s.id << 32 AND (s.id << 32) + 4294967295
          WHERE s.source = ? AND s.is_current)
        WHERE newer IS NOT NULL
        """, arguments: [source])
    try db.execute(
      sql: """
        DELETE FROM superseded WHERE reason = 'aggiornata' AND key >> 32 IN
          (SELECT id FROM snapshot WHERE source = ?);
        """, arguments: [source])
    try db.execute(
      sql: """
        INSERT INTO superseded SELECT key, 'aggiornata' FROM temp.version WHERE true
        ON CONFLICT (key) DO UPDATE SET reason = 'aggiornata' WHERE reason = 'id_origine'
        """)
    if let happenedOn {
      try countRowsToldBefore(table: table, happenedOn: happenedOn, source: source)
    }
    try db.execute(sql: "DELETE FROM temp.version")
  }

  private func countRowsToldBefore(table: String, happenedOn: String, source: Int64) throws {
    try db.execute(
      sql: """
        UPDATE snapshot_month SET told_before = 0 WHERE snapshot IN (
          SELECT id FROM snapshot WHERE source = ?)
        """, arguments: [source])
    try db.execute(
      sql: """
        UPDATE snapshot_month SET told_before = told.rows FROM (
          SELECT v.newer >> 32 AS snapshot, \(Month.sql(of: "f", happenedOn)) AS month, count(*) AS rows
          FROM temp.version v JOIN \(table.quotedDatabaseIdentifier) f ON f.key = v.newer
          GROUP BY 1, 2) told
        WHERE told.snapshot = snapshot_month.snapshot AND told.month = snapshot_month.month
          AND EXISTS (SELECT 1 FROM source WHERE id = ? AND policy = 'incrementale')
        """, arguments: [source])
  }

  /// Works out anew which requests are another system's, unless a delivery has nothing to do with it: it
  /// names no request of another system, nobody names one of its, no request that others are copies of has
  /// vanished from its source, and neither overlaps nor decisions have a say.
  ///
  /// - Parameter isAgain: an earlier reading of the delivery was replaced.
  public func supersedeCopies(with snapshot: Int64, isAgain: Bool) throws {
    let rows = "key BETWEEN \(snapshot << 32) AND \(snapshot << 32 + 0xFFFF_FFFF)"
    func holds(_ condition: String) throws -> Bool {
      try Bool.fetchOne(db, sql: "SELECT EXISTS (\(condition))")!
    }
    // That somebody names another's the partial index answers at once; by itself the first of the others would go
    // through all the rows of the delivery.
    let naming = [
      "SELECT 1 FROM service_request WHERE \(rows) AND origin_id IS NOT NULL",
      """
      SELECT 1 FROM service_request copy INDEXED BY request_by_origin
      JOIN service_request owner ON copy.origin_id = owner.request_id AND copy.origin_id IS NOT NULL
      WHERE owner.\(rows)
      """,
    ]
    let mayChange =
      try isAgain
      || holds("SELECT 1 FROM source_overlap")
      || holds("SELECT 1 FROM request_decision WHERE is_merged")
      || holds("SELECT 1 FROM request_copy WHERE how <> 'id_origine'")
      || holds(
        """
        SELECT 1 FROM request_copy
        WHERE owner >> 32 NOT IN (SELECT id FROM snapshot WHERE is_current)
        """)
      || (holds("SELECT 1 FROM service_request WHERE origin_id IS NOT NULL")
        && naming.contains(where: holds))
    if mayChange { try supersedeCopies() }
  }

  /// A request that says it is another system's request (`id_origine`) gives way to that one, if it
  /// was delivered and the two agree in something; when two point at each other the one loaded first stays.
  ///
  /// So does a request of the same person, service, comune and day where both sources say that they
  /// overlap, and one that somebody decided is another. Which row stands for which is kept.
  public func supersedeCopies() throws {
    try db.execute(sql: "DELETE FROM superseded WHERE reason = 'id_origine'")
    try db.execute(sql: "DELETE FROM request_copy")
    if try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM service_request WHERE origin_id IS NOT NULL)")!
    {
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO request_copy
          SELECT copy.key, owner.key, 'id_origine' FROM \(UnlikeOrigin.named)
          WHERE (owner.origin_id IS NOT copy.request_id OR owner.key < copy.key)
            AND NOT (\(UnlikeOrigin.test))
          """)
    }
    try supersedeNoted()
    for pair in try SamePerson.pairs(db, isDeclared: true) {
      try db.execute(
        literal:
          "INSERT OR IGNORE INTO request_copy VALUES (\(pair.copy), \(pair.owner), 'stessa_persona')"
      )
    }
    try supersedeNoted()
    if try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM request_decision WHERE is_merged)")!
    {
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO request_copy
          SELECT second.key, first.key, 'decisione' FROM request_decision d
            JOIN current_service_request first ON first.request_id = d.first_id
            JOIN current_service_request second ON second.request_id = d.second_id
          WHERE is_merged AND d.first_source = (
              SELECT publisher || '/' || dataset FROM snapshot s JOIN source ON source.id = s.source
              WHERE s.id = first.snapshot)
            AND d.second_source = (
              SELECT publisher || '/' || dataset FROM snapshot s JOIN source ON source.id = s.source
              WHERE s.id = second.snapshot)
          """)
      try supersedeNoted()
    }
  }

  private func supersedeNoted() throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO superseded SELECT copy, 'id_origine' FROM request_copy")
  }

  private func line(_ key: Int64) -> Int32 { Int32(truncatingIfNeeded: key & 0xFFFF_FFFF) }
}

/// A month as snapshots count them: year × 12 + month − 1.
enum Month {
  /// Of a column of days.
  static func sql(of alias: String, _ column: String) -> String {
    let day = "\(alias).\(column.quotedDatabaseIdentifier) * 86400"
    return "strftime('%Y', \(day), 'unixepoch') * 12 + strftime('%m', \(day), 'unixepoch') - 1"
  }
}
