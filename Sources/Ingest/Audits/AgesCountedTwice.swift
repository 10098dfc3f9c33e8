import Warehouse

extension FindingKind {
  static let agesCountedTwice = FindingKind(
    "eta-sovrapposte", .warning,
    it:
      "le età di questo comune, anno e sesso sono già in altre righe: i residenti contano due volte",
    en: "the ages of this municipality, year and sex are in other rows too: residents count twice",
    expected: "ogni età una volta sola: fasce che non si sovrappongono, e una fonte per ogni comune"
  )
}

extension [Audit] {
  /// Bands beside the ages they hold, a table delivered twice, two publishers of the same residents.
  static let agesCountedTwice: [Audit] = [Audit(.agesCountedTwice, .overlappingAges)]
}
