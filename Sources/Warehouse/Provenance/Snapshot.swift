internal import GRDB

/// One delivered file as it was loaded: what it was, how it was understood, what came of it.
public struct Snapshot: Hashable, Sendable {
  /// File name inside the source's `deliveries/`.
  public var delivery: String
  public var receivedOn: Day
  /// Of the delivered bytes, lower-case hexadecimal.
  public var sha256: String
  public var bytes: Int
  /// Fingerprint of everything that decided how the file was read: descriptor, maps, reference
  /// lists, contract, key. Another fingerprint means the file must be read again.
  public var descriptor: String
  public var rowsRead = 0
  public var rowsKept = 0
  public var rowsRefused = 0
  /// The whole-file decisions with their evidence, as a JSON object.
  public var decisions = "{}"
  /// Kept rows by the month they are dated in (year × 12 + month − 1); nil for registers.
  public var months: [Int: Int]?
  /// The delivery of the same source that this one completes: it brings mended rows of it.
  public var completes: String?

  public init(
    delivery: String, receivedOn: Day, sha256: String, bytes: Int, descriptor: String
  ) {
    self.delivery = delivery
    self.receivedOn = receivedOn
    self.sha256 = sha256
    self.bytes = bytes
    self.descriptor = descriptor
  }
}

extension Store {
  /// True when exactly these bytes were already loaded under exactly this descriptor, receipt and all.
  public func isLoaded(_ s: Snapshot, publisher: String, dataset: String) throws -> Bool {
    try queue.read { db in
      try Int64.fetchOne(
        db,
        literal: """
          SELECT count(*) FROM snapshot JOIN source ON source.id = snapshot.source
          WHERE publisher = \(publisher) AND dataset = \(dataset) AND delivery = \(s.delivery)
            AND sha256 = \(s.sha256) AND descriptor = \(s.descriptor)
            AND received_on = \(s.receivedOn.number)
            AND snapshot.id NOT IN (SELECT snapshot FROM receipt_due)
          """)! > 0
    }
  }

  /// True when a delivery of this name was loaded, whatever its bytes were.
  public func knows(delivery: String, publisher: String, dataset: String) throws -> Bool {
    try queue.read { db in
      try Int64.fetchOne(
        db,
        literal: """
          SELECT count(*) FROM snapshot JOIN source ON source.id = snapshot.source
          WHERE publisher = \(publisher) AND dataset = \(dataset) AND delivery = \(delivery)
          """)! > 0
    }
  }

  /// The delivery that already brought the same bytes under another name, if any, and still held: of a cumulative
  /// source one to which something else has succeeded meanwhile is a good export delivered again.
  public func twin(of s: Snapshot, publisher: String, dataset: String) throws -> String? {
    let place = { (name: String) in
      "(\(name).received_on, \(DeliveryOrder.key(of: name + ".delivery")))"
    }
    return try queue.read { db in
      try String.fetchOne(
        db,
        sql: """
          WITH this (delivery, received_on) AS (VALUES (?, ?))
          SELECT one.delivery FROM this, snapshot one JOIN source ON source.id = one.source
          WHERE publisher = ? AND dataset = ? AND one.delivery <> this.delivery AND sha256 = ?
            AND (policy = 'incrementale' OR one.completes IS NOT NULL OR NOT EXISTS (
              SELECT 1 FROM snapshot other
              WHERE other.source = one.source AND other.completes IS NULL AND other.sha256 <> one.sha256
                AND (\(place("other")) > \(place("one"))) = (\(place("other")) < \(place("this")))))
          """,
        arguments: [s.delivery, s.receivedOn.number, publisher, dataset, s.sha256])
    }
  }
}

extension WriteAccess {
  /// True when several snapshots of a source may bring versions of the same thing.
  public func hasVersions(source: Int64, policy: Source.Policy) throws -> Bool {
    try policy == .incremental
      || Int64.fetchOne(
        db,
        literal: """
          SELECT count(*) FROM snapshot WHERE source = \(source) AND completes IS NOT NULL
          """)! > 0
  }

  /// Remembers that the bytes of a loaded delivery were handed over again.
  public func note(_ s: Snapshot, twinOf delivery: String, publisher: String, dataset: String)
    throws
  {
    try db.execute(
      literal: """
        INSERT OR REPLACE INTO twin
        SELECT snapshot.id, \(s.delivery), \(s.receivedOn.number)
        FROM snapshot JOIN source ON source.id = snapshot.source
        WHERE publisher = \(publisher) AND dataset = \(dataset) AND delivery = \(delivery)
        """)
  }

  /// Adds a finding to a delivery that is already loaded, unless it is there.
  public func add(
    _ finding: Finding, publisher: String, dataset: String, delivery: String
  ) throws {
    try db.execute(
      literal: """
        INSERT INTO finding (snapshot, line, header, code, severity, cell, detail)
        SELECT snapshot.id, \(finding.line), \(finding.header), \(finding.code),
          \(finding.severity.rawValue), \(finding.cell), \(finding.detail)
        FROM snapshot JOIN source ON source.id = snapshot.source
        WHERE publisher = \(publisher) AND dataset = \(dataset) AND delivery = \(delivery)
          AND NOT EXISTS (
            SELECT 1 FROM finding f WHERE f.snapshot = snapshot.id AND f.line = \(finding.line)
              AND f.code = \(finding.code) AND f.detail = \(finding.detail))
        """)
  }

  /// Opens a snapshot, discarding what an earlier reading of the same delivery had brought.
  public func open(_ s: Snapshot, source: Int64, table: String) throws -> Int64 {
    if let old = try Int64.fetchOne(
      db,
      literal: "SELECT id FROM snapshot WHERE source = \(source) AND delivery = \(s.delivery)")
    {
      let first = old << 32
      let last = first + 0xFFFF_FFFF
      try db.execute(literal: "DELETE FROM packed_facts WHERE key BETWEEN \(first) AND \(last)")
      try db.execute(
        sql: "DELETE FROM \(table.quotedDatabaseIdentifier) WHERE key BETWEEN ? AND ?",
        arguments: [first, last])
      try db.execute(literal: "DELETE FROM superseded WHERE key BETWEEN \(first) AND \(last)")
      try db.execute(literal: "DELETE FROM snapshot WHERE id = \(old)")
    }
    // What was a copy may be one no longer.
    try db.execute(
      literal: """
        DELETE FROM twin WHERE delivery = \(s.delivery)
          AND snapshot IN (SELECT id FROM snapshot WHERE source = \(source))
        """)
    try db.execute(
      literal: """
        INSERT INTO snapshot (source, delivery, received_on, sha256, bytes, descriptor, rows_read,
          rows_kept, rows_refused, is_current, decisions)
        VALUES (\(source), \(s.delivery), \(s.receivedOn.number), \(s.sha256), \(s.bytes),
          \(s.descriptor), 0, 0, 0, 1, '{}')
        """)
    return db.lastInsertedRowID
  }

  /// Writes what came of it, then lets the source's policy decide which snapshots are current.
  public func close(_ s: Snapshot, id: Int64, source: Int64, policy: Source.Policy) throws {
    try db.execute(
      literal: """
        UPDATE snapshot SET rows_read = \(s.rowsRead), rows_kept = \(s.rowsKept),
          rows_refused = \(s.rowsRefused), decisions = \(s.decisions),
          is_dated = \(s.months != nil), completes = \(s.completes)
        WHERE id = \(id)
        """)
    for (month, rows) in s.months ?? [:] {
      try db.execute(
        literal:
          "INSERT INTO snapshot_month (snapshot, month, rows) VALUES (\(id), \(month), \(rows))")
    }
    // What completes a delivery stands and falls with it.
    let newest: SQL = """
      (SELECT delivery FROM snapshot WHERE source = \(source) AND completes IS NULL
       ORDER BY received_on DESC, \(sql: DeliveryOrder.key(of: "delivery")) DESC LIMIT 1)
      """
    switch policy {
    case .cumulative:
      try db.execute(
        literal: """
          UPDATE snapshot SET is_current = (coalesce(completes, delivery) IS \(newest))
          WHERE source = \(source)
          """)
    case .incremental:
      try db.execute(literal: "UPDATE snapshot SET is_current = 1 WHERE source = \(source)")
    }
  }
}

extension Store {
  /// By snapshot, the day of its source's last current delivery: what a later delivery of an incremental
  /// source does not bring again has not changed. Mended rows of a delivery tell nothing of later days.
  public func lastHeardDays() throws -> [Int64: Day] {
    let days: [(Int64, Day)] = try rows(
      """
      SELECT one.id, \(Store.lastWhole("other"))
      FROM snapshot one JOIN snapshot other ON other.source = one.source
      WHERE other.is_current GROUP BY one.id
      """
    ) { ($0[0], Day(number: $0[1])) }
    return Dictionary(uniqueKeysWithValues: days)
  }

  /// The last day of those snapshots that do not complete another; of all, when the others are gone.
  private static func lastWhole(_ snapshot: String) -> String {
    "coalesce(max(iif(\(snapshot).completes IS NULL, \(snapshot).received_on, NULL)),"
      + " max(\(snapshot).received_on))"
  }

  /// By dataset, the days its current deliveries can tell of: from the first month with a fact in it to the
  /// last delivery. A dataset whose facts have no day of their own is not there.
  public func daysTold() throws -> [String: ClosedRange<Day>] { try daysTold(by: "s.dataset") }

  /// The same by source.
  func daysToldBySource() throws -> [Int64: ClosedRange<Day>] { try daysTold(by: "s.id") }

  private func daysTold<Key: Hashable & DatabaseValueConvertible>(
    by column: String
  ) throws -> [Key: ClosedRange<Day>] {
    let spans: [(Key, Int?, Int32)] = try rows(
      """
      SELECT \(column), min(m.month), \(Store.lastWhole("n"))
      FROM snapshot n JOIN source s ON s.id = n.source LEFT JOIN snapshot_month m ON m.snapshot = n.id
      WHERE n.is_current GROUP BY 1
      """
    ) { ($0[0], $0[1], $0[2]) }
    return Dictionary(
      uniqueKeysWithValues: spans.compactMap { key, month, last in
        guard let month, let first = Day(year: month / 12, month: month % 12 + 1, day: 1) else {
          return nil
        }
        return (key, first...max(first, Day(number: last)))
      })
  }
}
