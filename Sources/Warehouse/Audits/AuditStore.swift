internal import GRDB

/// An audit with the words its findings are kept under.
public struct AuditOrder: Sendable {
  public var query: AuditQuery
  public var code: String
  public var severity: Finding.Severity
  /// Name of the field at fault in the exchange contract.
  public var header: String

  public init(query: AuditQuery, code: String, severity: Finding.Severity, header: String) {
    self.query = query
    self.code = code
    self.severity = severity
    self.header = header
  }
}

/// A delivery the questions were asked about.
public struct AuditedDelivery: Sendable {
  public var publisher: String
  public var dataset: String
  public var delivery: String
  public var sha256: String
}

extension Store {
  /// Whether anything the answers follow from has changed since the questions were last asked.
  public func isAuditDue(_ orders: [AuditOrder]) throws -> Bool {
    try queue.read { db in
      let inputs = try Store.auditInputs(db, orders)
      return try String.fetchOne(db, sql: "SELECT inputs FROM audit") != inputs
    }
  }

  /// Asks every question anew, if anything its answer follows from has changed since the last time.
  ///
  /// The answers are findings of the deliveries they concern; those of the last time go. Nothing is
  /// refused or emptied: which of two tables is wrong is not for the warehouse to say.
  ///
  /// - Parameter tell: told of every delivery with what the questions found in it, before the answers
  ///   are kept: where it fails nothing has changed, and everything is asked again.
  /// - Returns: how many findings each code has; nil when nothing had changed.
  public func audit(
    _ orders: [AuditOrder], tell: (AuditedDelivery, [Finding]) throws -> Void = { _, _ in }
  ) throws -> [String: Int]? {
    try queue.write { db in
      let inputs = try Store.auditInputs(db, orders)
      guard try String.fetchOne(db, sql: "SELECT inputs FROM audit") != inputs else { return nil }
      let codes = Set(orders.map(\.code)).sorted()
      for code in codes { try db.execute(literal: "DELETE FROM finding WHERE code = \(code)") }
      var isPresent: [FactTable: Bool] = [:]
      for order in orders
      where try order.query.needs.allSatisfy({ table in
        if let known = isPresent[table] { return known }
        let found = try Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM current_\(table.name))")!
        isPresent[table] = found
        return found
      }) {
        try db.execute(
          sql: """
            INSERT INTO finding (snapshot, line, header, code, severity, cell, detail)
            SELECT key >> 32, key & 4294967295, ?, ?, ?, cell, detail FROM (\(order.query.sql))
            ORDER BY key, cell
            """,
          arguments: [order.header, order.code, order.severity.rawValue])
      }
      try Store.tell(db, codes, tell)
      try db.execute(literal: "INSERT OR REPLACE INTO audit (id, inputs) VALUES (1, \(inputs))")
      var counts: [String: Int] = [:]
      for code in codes {
        counts[code] = try Int.fetchOne(
          db, sql: "SELECT count(*) FROM finding WHERE code = ?", arguments: [code])
      }
      return counts.filter { $0.value > 0 }
    }
  }

  private static func tell(
    _ db: Database, _ codes: [String], _ tell: (AuditedDelivery, [Finding]) throws -> Void
  ) throws {
    let marks = codes.map { _ in "?" }.joined(separator: ", ")
    let answers = try Row.fetchCursor(
      db,
      sql: """
        SELECT snapshot, line, header, code, severity, cell, detail FROM finding
        WHERE code IN (\(marks)) ORDER BY snapshot, line, code, header, cell
        """, arguments: StatementArguments(codes))
    var answer = try answers.next()
    let deliveries = try Row.fetchAll(
      db,
      sql: """
        SELECT snapshot.id, publisher, dataset, delivery, sha256
        FROM snapshot JOIN source ON source.id = snapshot.source ORDER BY snapshot.id
        """)
    for row in deliveries {
      var findings: [Finding] = []
      while let found = answer, found[0] as Int64 == row[0] {
        findings.append(
          Finding(
            line: found[1], header: found[2], code: found[3],
            severity: Finding.Severity(rawValue: found[4])!, cell: found[5], detail: found[6]))
        answer = try answers.next()
      }
      try tell(
        AuditedDelivery(publisher: row[1], dataset: row[2], delivery: row[3], sha256: row[4]),
        findings)
    }
  }

  /// Everything the answers follow from: what is in the warehouse, and the questions themselves.
  private static func auditInputs(_ db: Database, _ orders: [AuditOrder]) throws -> String {
    let questions = orders.map { "\($0.code) \($0.severity) \($0.header) \($0.query.sql)" }
    return try (contents(db) + questions).joined(separator: "\n")
  }

  /// Which deliveries are there and current, as they were read, and what was superseded.
  static func contents(_ db: Database) throws -> [String] {
    let snapshots = try String.fetchAll(
      db,
      sql: """
        SELECT id || ' ' || sha256 || ' ' || descriptor || ' ' || is_current FROM snapshot
        ORDER BY id
        """)
    let superseded = try String.fetchOne(
      db, sql: "SELECT count(*) || ' ' || coalesce(sum(key), 0) FROM superseded")!
    return snapshots + [superseded]
  }
}
