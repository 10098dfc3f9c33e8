import Warehouse

extension FindingKind {
  static let futureDate = FindingKind(
    "data-futura", .warning,
    it: "la data è successiva alla consegna del file",
    en: "the date is later than the delivery of the file",
    expected: "una data non successiva al giorno della consegna; correggere l'anno o il mese")
}

/// No date that says what happened may be later than the day the file was handed over.
///
/// Planned dates and ends of validity may: a contract names them.
public struct FutureDate: RowRule {
  let exempt: Set<String>

  public init(except exempt: Set<String> = []) { self.exempt = exempt }

  public func check(_ batch: DecodedBatch) {
    let limit = Int64(batch.receivedOn.number)
    for (field, column) in batch.dateColumns where !exempt.contains(field.name) {
      let days = column.a
      for row in 0..<batch.facts.count where days[row] > limit {
        batch.empty(.futureDate, row: row, field: field)
      }
    }
  }
}
