import Warehouse

extension FindingKind {
  static let paymentsAboveFunding = FindingKind(
    "pagamenti-oltre-il-finanziamento", .warning,
    it: "i pagamenti dell'intervento superano ogni finanziamento dichiarato",
    en: "the payments of the intervention exceed every funding that was stated",
    expected: "pagamenti entro il finanziamento; controllare se una delle due fonti è più vecchia")
}

extension [Audit] {
  /// Nobody pays more than was given.
  static let paymentsAboveFunding: [Audit] = [
    Audit(.paymentsAboveFunding, .paymentsAboveFunding)
  ]
}
