import GRDB

/// Requests of one person for one service, in one comune and day, told by two sources that share their
/// persons.
///
/// The first of two is that of the publisher that comes first by name. Where a person asked twice on
/// one day, the first of one source goes with the first of the other.
enum SamePerson {
  /// - Parameter isDeclared: of sources that both say they overlap; otherwise of those that do not.
  static func pairs(_ db: Database, isDeclared: Bool) throws -> [(owner: Int64, copy: Int64)] {
    let shared = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM (SELECT scope FROM source_scope JOIN source ON source.id = source
          WHERE dataset = 'richieste' GROUP BY scope HAVING count(*) > 1)
        """)!
    guard shared > 0 else { return [] }
    return try Row.fetchAll(
      db,
      sql: """
        WITH asked AS MATERIALIZED (
          SELECT f.key, source.id AS source, publisher, f.person, f.service, f.comune,
            f.requested_on, row_number() OVER (
              PARTITION BY source.id, f.person, f.service, f.comune, f.requested_on
              ORDER BY f.key) AS turn
          FROM current_service_request f JOIN snapshot s ON s.id = f.snapshot
            JOIN source ON source.id = s.source
          WHERE f.person IS NOT NULL AND f.service <> 'ND' AND f.comune <> 'ND'
            AND source.id IN (SELECT source FROM source_scope WHERE scope IN (
              SELECT scope FROM source_scope GROUP BY scope HAVING count(*) > 1)))
        SELECT a.key, b.key FROM asked a JOIN asked b
          ON b.person = a.person AND b.service = a.service AND b.comune = a.comune
            AND b.requested_on = a.requested_on AND b.turn = a.turn AND a.publisher < b.publisher
        WHERE (
            EXISTS (SELECT 1 FROM source_overlap o WHERE o.source = a.source
              AND o.publisher = b.publisher)
            AND EXISTS (SELECT 1 FROM source_overlap o WHERE o.source = b.source
              AND o.publisher = a.publisher)
          ) = ?
        ORDER BY a.key, b.key
        """, arguments: [isDeclared]
    ).map { ($0[0], $0[1]) }
  }
}
