import Warehouse

extension FindingKind {
  static let beforeTheRequest = FindingKind(
    "prima-della-richiesta", .warning,
    it: "la data precede quella della richiesta a cui risponde",
    en: "the date comes before that of the request it answers",
    expected: "una data non precedente alla richiesta, o l'id di un'altra richiesta")
}

extension [Audit] {
  /// Nothing is served, proposed or referred before it is asked.
  static let beforeTheRequest: [Audit] = [
    (.serviceDelivery, .deliveredOn), (.matchProposal, .proposedOn),
  ].map { (table: FactTable, day: FactField) in
    Audit(
      .beforeTheRequest,
      .contradiction(
        day, of: table, with: .serviceRequest, by: .requestID, .before(.requestedOn),
        called: "data_richiesta"))
  }
}
