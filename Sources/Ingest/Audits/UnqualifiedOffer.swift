import Warehouse

extension FindingKind {
  static let unqualifiedOffer = FindingKind(
    "ente-non-qualificato", .warning,
    it: "l'offerta comincia in un giorno in cui l'ente non era qualificato",
    en: "the offer begins on a day on which the organisation was not qualified",
    expected: "un inizio successivo alla qualifica, non sospesa né decaduta quel giorno")
}

extension [Audit] {
  /// Only a qualified organisation publishes offers.
  static let unqualifiedOffer: [Audit] = [Audit(.unqualifiedOffer, .unqualifiedOffers)]
}
