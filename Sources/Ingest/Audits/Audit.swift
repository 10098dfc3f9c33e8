import Warehouse

/// A check between tables: it runs after all sources are loaded, changes when the other table
/// arrives, and stops nothing. Its findings belong to the delivery they concern.
struct Audit: Sendable {
  let kind: FindingKind
  let query: AuditQuery

  init(_ kind: FindingKind, _ query: AuditQuery) {
    self.kind = kind
    self.query = query
  }

  /// Every check, in the order of the manual. A test compares the list with the folder.
  static let all: [[Audit]] = [
    .beforeTheRequest, .afterDeath, .outsideOpening, .unqualifiedOffer, .paymentsAboveFunding,
    .agesCountedTwice, .toldTwice, .unlikeOrigins,
    .unknownOrganisations, .unknownThings,
  ]

  var order: AuditOrder {
    let field = Contract.all.first { $0.table == query.table.name }?.fields
      .first { $0.column == query.field.name }
    return AuditOrder(
      query: query, code: kind.code, severity: kind.severity,
      header: field?.name ?? query.field.name)
  }
}

extension Ingestion {
  /// Whether anything has changed since the checks between tables last ran.
  public func hasNews() throws -> Bool { try store.isAuditDue(Audit.all.joined().map(\.order)) }

  /// Runs the checks between tables, if anything they follow from has changed, and says what they found
  /// in the receipts of the deliveries they concern.
  ///
  /// - Returns: findings by code; nil when nothing had changed.
  public func audit() throws -> [String: Int]? {
    try finishReceipts()
    return try store.audit(Audit.all.joined().map(\.order)) { delivery, findings in
      try AuditedReceipt(of: delivery, in: receipts)?.tell(findings)
    }
  }
}
