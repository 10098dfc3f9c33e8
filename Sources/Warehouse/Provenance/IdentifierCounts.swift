internal import GRDB

/// How many rows of a source's current deliveries told a person in which way.
public struct IdentifierCount: Hashable, Sendable {
  public var publisher: String
  public var dataset: String
  /// Field of the contract.
  public var field: String
  /// Class of identifier, `CF_VALIDO`.
  public var kind: String
  public var rows: Int
}

extension WriteAccess {
  public func count(identifiers: [String: [String: Int]], snapshot: Int64) throws {
    for (field, classes) in identifiers {
      for (kind, rows) in classes where rows > 0 {
        try db.execute(
          literal: "INSERT INTO identifier_count VALUES (\(snapshot), \(field), \(kind), \(rows))")
      }
    }
  }
}

extension Store {
  public func identifierCounts() throws -> [IdentifierCount] {
    try rows(
      """
      SELECT publisher, dataset, field, class, sum(rows)
      FROM identifier_count JOIN snapshot ON snapshot.id = snapshot AND is_current
        JOIN source ON source.id = source
      GROUP BY publisher, dataset, field, class ORDER BY publisher, dataset, field, class
      """
    ) {
      IdentifierCount(
        publisher: $0[0], dataset: $0[1], field: $0[2], kind: $0[3], rows: $0[4])
    }
  }
}
