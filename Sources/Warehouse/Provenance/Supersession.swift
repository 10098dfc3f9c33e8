internal import GRDB

/// Which facts are no longer current though their snapshot is: repetitions inside a delivery, older
/// versions of an incremental source, and exports of a request that another system owns.
///
/// Worked out once per load and kept as keys, so that reading the current facts stays one scan.
extension WriteAccess {
  /// Inside one delivery the last row of an id holds; the earlier ones are set aside.
  ///
  /// - Parameter ids: the ids met more than once while reading (a superset is harmless).
  /// - Returns: line of each later row, with the line it replaces.
  public func supersedeRepeated(
    ids: Set<String>, table: String, idColumn: String, snapshot: Int64
  ) throws -> [(line: Int32, earlier: Int32, id: String)] {
    guard !ids.isEmpty else { return [] }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT key, \(idColumn.quotedDatabaseIdentifier) FROM \(table.quotedDatabaseIdentifier)
        WHERE key BETWEEN ? AND ? ORDER BY key
        """, arguments: [snapshot << 32, snapshot << 32 + 0xFFFF_FFFF])
    var lastKey: [String: Int64] = [:]
    var repeated: [(line: Int32, earlier: Int32, id: String)] = []
    while let row = try rows.next() {
      let id: String = row[1]
      guard ids.contains(id) else { continue }
      let key: Int64 = row[0]
      if let earlier = lastKey.updateValue(key, forKey: id) {
        repeated.append((line(key), line(earlier), id))
        try db.execute(
          literal: "INSERT OR REPLACE INTO superseded VALUES (\(earlier), 'ripetuta')")
      }
    }
    return repeated
  }

  /// In an incremental source the newest version of an id holds, whatever the order of loading.
  ///
  /// An older version that was set aside as a copy becomes an older version: it must not come back
  /// when the request it copied is withdrawn.
  public func supersedeOlderVersions(table: String, idColumn: String, source: Int64) throws {
    let snapshots = try Int64.fetchOne(
      db, literal: "SELECT count(*) FROM snapshot WHERE source = \(source)")!
    guard snapshots > 1 else { return }
    let id = idColumn.quotedDatabaseIdentifier
    try db.execute(
      sql: """
        DELETE FROM superseded WHERE reason = 'aggiornata' AND key >> 32 IN
          (SELECT id FROM snapshot WHERE source = ?);
        """, arguments: [source])
    try db.execute(
      sql: """
        INSERT INTO superseded
        SELECT key, 'aggiornata' FROM (
          SELECT f.key, row_number() OVER (
            PARTITION BY f.\(id) ORDER BY s.received_on DESC, s.delivery DESC, f.key DESC) AS place
          FROM snapshot s JOIN \(table.quotedDatabaseIdentifier) f
            ON f.key BETWEEN s.id << 32 AND (s.id << 32) + 4294967295
          WHERE s.source = ?)
        WHERE place > 1
        ON CONFLICT (key) DO UPDATE SET reason = 'aggiornata' WHERE reason = 'id_origine'
        """, arguments: [source])
  }

  /// A request that says it is another system's request (`id_origine`) gives way to that one, if it
  /// was delivered; when two point at each other the one loaded first stays.
  public func supersedeCopies() throws {
    try db.execute(sql: "DELETE FROM superseded WHERE reason = 'id_origine'")
    guard
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM service_request WHERE origin_id IS NOT NULL)")!
    else { return }
    // The partial index on origin_id makes this one scan of the requests with a probe each.
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO superseded
        SELECT copy.key, 'id_origine'
        FROM current_service_request owner
        CROSS JOIN service_request copy INDEXED BY request_by_origin
          ON copy.origin_id = owner.request_id AND copy.origin_id IS NOT NULL
        WHERE copy.key <> owner.key
          AND (SELECT source FROM snapshot WHERE id = copy.key >> 32)
            <> (SELECT source FROM snapshot WHERE id = owner.snapshot)
          AND (owner.origin_id IS NOT copy.request_id OR owner.key < copy.key)
        """)
  }

  private func line(_ key: Int64) -> Int32 { Int32(truncatingIfNeeded: key & 0xFFFF_FFFF) }
}
