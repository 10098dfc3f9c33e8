import Warehouse

extension FindingKind {
  static let toldTwice = FindingKind(
    "detto-in-due-consegne", .warning,
    it:
      "un'altra consegna ha già un numero della stessa cosa e periodo: contano tutti e due",
    en: "another delivery already has a number of the same thing and period: both of them count",
    expected:
      "ogni numero una volta sola: politica «cumulativa» se ogni consegna ripete o corregge le precedenti, una"
      + " fonte sola se due dicono lo stesso; nulla, se sono parti che si sommano")
}

extension [Audit] {
  /// Rows without an identifier have no versions: one delivered again, mended or not, is another that counts.
  static let toldTwice: [Audit] = [
    Audit(
      .toldTwice,
      .toldTwice(.socialSpending, by: [.place, .year, .userArea, .service, .spendingSource])),
    Audit(.toldTwice, .toldTwice(.staff, by: [.place, .year, .profile, .isPermanent])),
    Audit(.toldTwice, .toldTwice(.capacity, by: [.comune, .observedOn, .provider, .service])),
    Audit(.toldTwice, .toldTwice(.volunteering, by: [.provider, .month, .activity])),
  ]
}
