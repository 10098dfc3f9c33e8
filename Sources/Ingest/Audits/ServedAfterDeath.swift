import Warehouse

extension FindingKind {
  static let servedAfterDeath = FindingKind(
    "prestazione-dopo-il-decesso", .warning,
    it: "la prestazione è successiva alla chiusura della richiesta per decesso",
    en: "the service was delivered after the request was closed by death",
    expected: "una data non successiva al decesso; controllare l'esito della richiesta")
}

extension [Audit] {
  /// Nothing is delivered for a request that ended with a death.
  static let afterDeath: [Audit] = [
    Audit(
      .servedAfterDeath,
      .contradiction(
        .deliveredOn, of: .serviceDelivery, with: .serviceRequest, by: .requestID,
        .afterWhere(.closedOn, .outcome, is: "decesso"), called: "data_chiusura"))
  ]
}
