import Warehouse

extension FindingKind {
  static let outsideInterval = FindingKind(
    "intervallo-incoerente", .error,
    it: "il valore è fuori dal suo intervallo di confidenza",
    en: "the value lies outside its confidence interval",
    expected: "un valore fra l'estremo inferiore e il superiore; controllare se sono scambiati")
}

/// An estimate lies within its own interval; a row where it does not has columns exchanged.
public struct WithinInterval: RowRule {
  let value: String
  let lower: String
  let upper: String

  public init(_ value: String, lower: String, upper: String) {
    self.value = value
    self.lower = lower
    self.upper = upper
  }

  public func check(_ batch: DecodedBatch) {
    guard let field = batch.layout.field(value), let values = batch.column(value)?.a else { return }
    let lowers = batch.column(lower)?.a
    let uppers = batch.column(upper)?.a
    func real(_ bits: Int64) -> Double { Double(bitPattern: UInt64(bitPattern: bits)) }
    for row in 0..<batch.facts.count where values[row] != FactBatch.null {
      let isBelow = lowers.map { $0[row] != FactBatch.null && real(values[row]) < real($0[row]) }
      let isAbove = uppers.map { $0[row] != FactBatch.null && real(values[row]) > real($0[row]) }
      if isBelow ?? false || isAbove ?? false {
        batch.empty(.outsideInterval, row: row, field: field)
      }
    }
  }
}
