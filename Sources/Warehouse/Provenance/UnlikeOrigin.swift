internal import GRDB

/// A request that names as its origin (`id_origine`) one with which it agrees in nothing: a number of one office may
/// be anybody's elsewhere, so that only a person makes one of the two.
enum UnlikeOrigin {
  /// Comune, day and service are known of both, and are others.
  static let test = """
    copy.comune <> owner.comune AND copy.requested_on <> owner.requested_on
      AND copy.service <> owner.service
      AND 'ND' NOT IN (copy.comune, owner.comune, copy.service, owner.service)
    """

  /// The requests another system says are its own, each with that system's: `owner` and `copy`.
  ///
  /// The partial index on `origin_id` makes this one scan of the requests with a probe each, and none where nobody
  /// names another's.
  static let named = """
    (SELECT 1 FROM service_request WHERE origin_id IS NOT NULL LIMIT 1) told
    CROSS JOIN current_service_request owner
    CROSS JOIN service_request copy INDEXED BY request_by_origin
      ON copy.origin_id = owner.request_id AND copy.origin_id IS NOT NULL
        AND copy.key <> owner.key
        AND (SELECT source FROM snapshot WHERE id = copy.key >> 32)
          <> (SELECT source FROM snapshot WHERE id = owner.snapshot)
    """

  /// What is left to be decided: keys of the origin and of the request that names it.
  static let undecided = """
    SELECT owner.key AS owner, copy.key AS copy FROM \(named)
    WHERE \(test) AND copy.key NOT IN (SELECT key FROM superseded)
      AND (SELECT is_current FROM snapshot WHERE id = copy.key >> 32)
    """

  static func pairs(_ db: Database) throws -> [(owner: Int64, copy: Int64)] {
    try Row.fetchAll(db, sql: undecided + " ORDER BY 1, 2").map { ($0[0], $0[1]) }
  }
}

extension AuditQuery {
  /// Requests that agree in nothing with the one they name as their origin.
  public static let unlikeOrigins = AuditQuery(
    table: .serviceRequest, field: .originID, needs: [.serviceRequest],
    sql: """
      SELECT f.key AS key, f.origin_id AS cell,
        (SELECT '«' || publisher || '/' || dataset || '»' FROM snapshot s
          JOIN source ON source.id = s.source WHERE s.id = u.owner >> 32) AS detail
      FROM (SELECT min(owner) AS owner, copy FROM (\(UnlikeOrigin.undecided)) GROUP BY copy) u
        JOIN service_request f ON f.key = u.copy
      """)
}
