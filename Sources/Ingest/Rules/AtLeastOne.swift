import Warehouse

extension FindingKind {
  static let nothingTold = FindingKind(
    "riga-senza-contenuto", .error,
    it: "mancano tutti i valori che direbbero che cosa è successo",
    en: "all the values that would tell what happened are missing",
    expected: "almeno uno dei valori indicati")
}

/// A row that tells neither one thing nor the other tells nothing, and is refused.
public struct AtLeastOne: RowRule {
  let names: [String]

  public init(_ names: [String]) { self.names = names }

  public func check(_ batch: DecodedBatch) {
    let columns = names.compactMap { batch.column($0)?.a }
    for row in 0..<batch.facts.count
    where !batch.facts.isRefused[row] && columns.allSatisfy({ $0[row] == FactBatch.null }) {
      batch.refuse(.nothingTold, row: row, detail: names.joined(separator: " o "))
    }
  }
}
