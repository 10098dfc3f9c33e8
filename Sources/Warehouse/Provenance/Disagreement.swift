internal import GRDB

/// What two systems say differently of the requests they both hold.
public struct Disagreement: Hashable, Sendable {
  /// `publisher/dataset` of the rows that stand and of those that gave way.
  public var kept: String
  public var other: String
  /// How they were known to be one: `id_origine`, `stessa_persona`, `decisione`.
  public var how: String
  /// Requests both hold.
  public var requests: Int
  /// Requests that have another value, by column; where one of the two says nothing there is no
  /// disagreement.
  public var columns: [String: Int]
}

extension Store {
  /// By pair of sources. Ids, and the origin they name, are each system's own.
  public func disagreements() throws -> [Disagreement] {
    try queue.read { db in
      guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM request_copy)")! else {
        return []
      }
      let own: Set<String> = ["key", "request_id", "origin_id", "person", "household"]
      let columns = try db.columns(in: "service_request").map(\.name).filter { !own.contains($0) }
      let sums = columns.map(\.quotedDatabaseIdentifier).map { "total(a.\($0) <> b.\($0))" }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT oa.publisher || '/' || oa.dataset, ob.publisher || '/' || ob.dataset, how, count(*),
            \(sums.joined(separator: ", "))
          FROM request_copy c JOIN superseded x ON x.key = c.copy AND x.reason = 'id_origine'
            JOIN service_request a ON a.key = c.owner JOIN service_request b ON b.key = c.copy
            JOIN snapshot sa ON sa.id = a.key >> 32 JOIN source oa ON oa.id = sa.source
            JOIN snapshot sb ON sb.id = b.key >> 32 AND sb.is_current
            JOIN source ob ON ob.id = sb.source
          GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
          """
      ).map { row in
        var different: [String: Int] = [:]
        for (i, column) in columns.enumerated() {
          let count = Int(row[4 + i] as Double)
          if count > 0 { different[column] = count }
        }
        return Disagreement(
          kept: row[0], other: row[1], how: row[2], requests: row[3], columns: different)
      }
    }
  }
}
