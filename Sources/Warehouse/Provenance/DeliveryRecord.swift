internal import GRDB

/// A loaded delivery with its source, as summaries and status show it.
public struct DeliveryRecord: Hashable, Sendable {
  public var publisher: String
  public var publisherName: String
  public var title: String
  public var dataset: String
  public var licence: String
  public var isSynthetic: Bool
  public var delivery: String
  public var sha256: String
  public var descriptor: String
  public var receivedOn: Day
  public var rowsRead: Int
  public var rowsKept: Int
  public var rowsRefused: Int
  public var isCurrent: Bool

  /// `comune/richieste/2026-06-30.csv`, as `Store.deliveryNames` calls it.
  public var name: String { "\(publisher)/\(dataset)/\(delivery)" }

  /// Its receipt's, under the folder of the receipts: `comune/richieste/2026-06-30.csv-1a2b3c4d`.
  public var receiptFolder: String {
    "\(publisher)/\(dataset)/" + Self.receiptName(of: delivery, sha256)
  }

  /// Of the receipt's own folder: two files of one name have a receipt each.
  public static func receiptName(of delivery: String, _ sha256: String) -> String {
    "\(delivery)-\(sha256.prefix(8))"
  }
}

/// How often a finding occurred in a source's current deliveries.
public struct FindingCount: Hashable, Sendable {
  public var publisher: String
  public var publisherName: String
  public var dataset: String
  public var code: String
  public var severity: String
  public var count: Int
}

extension Store {
  /// By publisher, dataset and day.
  public func deliveries() throws -> [DeliveryRecord] {
    try rows(
      """
      SELECT publisher, publisher_name, title, dataset, licence, is_synthetic, delivery, sha256,
        descriptor, received_on, rows_read, rows_kept, rows_refused, is_current
      FROM snapshot JOIN source ON source.id = snapshot.source
      ORDER BY publisher, dataset, received_on, \(DeliveryOrder.key(of: "delivery"))
      """
    ) {
      DeliveryRecord(
        publisher: $0[0], publisherName: $0[1], title: $0[2], dataset: $0[3], licence: $0[4],
        isSynthetic: $0[5], delivery: $0[6], sha256: $0[7], descriptor: $0[8],
        receivedOn: Day(number: $0[9]), rowsRead: $0[10], rowsKept: $0[11], rowsRefused: $0[12],
        isCurrent: $0[13])
    }
  }

  public func findingCounts() throws -> [FindingCount] {
    try rows(
      """
      SELECT publisher, publisher_name, dataset, code, severity, count(*)
      FROM finding JOIN snapshot ON snapshot.id = finding.snapshot AND is_current
        JOIN source ON source.id = snapshot.source
      GROUP BY publisher, dataset, code, severity ORDER BY publisher, dataset, code, severity
      """
    ) {
      FindingCount(
        publisher: $0[0], publisherName: $0[1], dataset: $0[2], code: $0[3], severity: $0[4],
        count: $0[5])
    }
  }

  /// Everything current facts follow from, one line each: for telling whether anything has changed.
  public func inputsDescription() throws -> [String] {
    try rows(
      """
      SELECT publisher || '|' || dataset || '|' || delivery || '|' || sha256 || '|' || descriptor
        || '|' || received_on || '|' || policy
      FROM snapshot JOIN source ON source.id = snapshot.source
      UNION ALL
      SELECT 'comune|' || istat || '|' || name || '|' || residents || '|'
        || coalesce(inner_area_class, '') || '|' || coalesce(ats, '') FROM comune
      UNION ALL
      SELECT 'codice|' || list || '|' || code || '|' || name_it || '|' || name_en || '|'
        || coalesce(parent, '') || '|' || coalesce(age_from, '') || '|' || coalesce(age_to, '')
        || '|' || is_sensitive FROM code
      UNION ALL
      SELECT 'attesa|' || publisher || '|' || publisher_name || '|' || dataset || '|' || frequency
        || '|' || valid_from || '|' || coalesce(valid_to, '') || '|' || days_allowed || '|' || comuni
        FROM expected_delivery
      UNION ALL
      SELECT 'gemella|' || snapshot.delivery || '|' || twin.delivery || '|' || twin.received_on
        FROM twin JOIN snapshot ON snapshot.id = twin.snapshot
      UNION ALL
      SELECT 'persona|' || hex(former) || '|' || hex(person) || '|' || since FROM person_alias
      UNION ALL
      SELECT 'ente|' || former || '|' || code FROM organisation_alias
      UNION ALL
      SELECT 'copia|' || (copy & 4294967295) || '|' || (owner & 4294967295) || '|' || how
      FROM request_copy
      UNION ALL
      SELECT 'conservazione|' || object || '|' || cut FROM retention_cut
      ORDER BY 1
      """
    ) { $0[0] }
  }

  /// Which delivery a snapshot is.
  public func deliveryNames() throws -> [Int64: String] {
    Dictionary(
      uniqueKeysWithValues: try rows(
        """
        SELECT s.id, publisher || '/' || dataset || '/' || delivery FROM snapshot s
          JOIN source ON source.id = s.source
        """
      ) { ($0[0], $0[1]) })
  }
}

extension Store {
  /// Fiscal codes of organisations, which are public: the only eleven-digit numbers a report may show.
  public func organisationCodes() throws -> Set<String> {
    Set(
      try rows(
        """
        SELECT fiscal_code FROM provider UNION SELECT provider FROM service_offer
        UNION SELECT provider FROM service_delivery
        UNION SELECT manager FROM proximity_point WHERE length(manager) = 11
        """
      ) { $0[0] as String })
  }
}

extension Store {
  /// Findings of current deliveries, by delivery, line and code.
  public func findings() throws -> [Finding] {
    try rows(
      """
      SELECT line, header, code, finding.severity, cell, detail
      FROM finding JOIN snapshot ON snapshot.id = finding.snapshot AND is_current
      ORDER BY finding.snapshot, line, code, header
      """
    ) {
      Finding(
        line: $0[0], header: $0[1], code: $0[2], severity: Finding.Severity(rawValue: $0[3])!,
        cell: $0[4], detail: $0[5])
    }
  }
}
