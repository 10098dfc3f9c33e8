import Warehouse

extension FindingKind {
  static let datesOutOfOrder = FindingKind(
    "date-in-disordine", .warning,
    it: "la data precede quella da cui dovrebbe seguire",
    en: "the date comes before the one it should follow",
    expected: "una data uguale o successiva; controllare se i due giorni sono stati scambiati")
}

/// What follows cannot come before what it follows: an answer before its request, an end before its
/// beginning. The later date is emptied, so that it feeds no duration.
public struct DatesInOrder: RowRule {
  let first: String
  let later: [String]

  public init(first: String, later: [String]) {
    self.first = first
    self.later = later
  }

  public func check(_ batch: DecodedBatch) {
    guard let firstDays = batch.column(first)?.a else { return }
    for name in later {
      guard let field = batch.layout.field(name), let column = batch.column(name) else { continue }
      let days = column.a
      for row in 0..<batch.facts.count
      where days[row] < firstDays[row] && days[row] != FactBatch.null {
        batch.empty(
          .datesOutOfOrder, row: row, field: field,
          detail: "\(first) \(Day(number: Int32(truncatingIfNeeded: firstDays[row])))")
      }
    }
  }
}
