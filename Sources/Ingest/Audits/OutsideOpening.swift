import Warehouse

extension FindingKind {
  static let outsideOpening = FindingKind(
    "accesso-fuori-apertura", .warning,
    it: "l'accesso è in un giorno in cui il Punto di Prossimità non era aperto",
    en: "the visit is on a day on which the Proximity Point was not open",
    expected: "una data fra l'apertura e la chiusura del punto; controllare le une e l'altra")
}

extension [Audit] {
  /// Nobody visits a Punto di Prossimità before it opens or after it closes.
  static let outsideOpening: [Audit] = [
    (.before(.openedOn), "data_apertura"), (.after(.closedOn), "data_chiusura"),
  ].map { (contradiction: AuditQuery.Contradiction, name: String) in
    Audit(
      .outsideOpening,
      .contradiction(
        .accessedOn, of: .proximityAccess, with: .proximityPoint, by: .pointID, contradiction,
        called: name))
  }
}
