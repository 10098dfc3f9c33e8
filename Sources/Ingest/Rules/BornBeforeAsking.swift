import Warehouse

extension FindingKind {
  static let bornAfterAsking = FindingKind(
    "nascita-non-plausibile", .warning,
    it: "l'anno di nascita non è compatibile con la data della richiesta",
    en: "the year of birth does not fit the date of the request",
    expected: "un anno di nascita che dia un'età fra 0 e 115 anni")
}

/// Nobody asks before being born, nor at more than 115 years of age.
public struct BornBeforeAsking: RowRule {
  let birthYear: String
  let date: String

  public init(birthYear: String, date: String) {
    self.birthYear = birthYear
    self.date = date
  }

  public func check(_ batch: DecodedBatch) {
    guard let field = batch.layout.field(birthYear), let years = batch.column(birthYear)?.a,
      let days = batch.column(date)?.a
    else { return }
    for row in 0..<batch.facts.count
    where years[row] != FactBatch.null && days[row] != FactBatch.null {
      let age = Int64(Day(number: Int32(truncatingIfNeeded: days[row])).year) - years[row]
      guard !(0...115).contains(age) else { continue }
      batch.empty(.bornAfterAsking, row: row, field: field)
    }
  }
}
