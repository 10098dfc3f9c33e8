import Warehouse

extension FindingKind {
  static let samePerson = FindingKind(
    "stessa-persona", .error, it: "chi dà e chi riceve sono la stessa persona",
    en: "who gives and who receives are the same person",
    expected: "due persone diverse; controllare se una colonna è stata copiata sull'altra")
}

/// Nobody exchanges anything with themselves.
public struct DifferentPersons: RowRule {
  let one: String
  let other: String

  public init(_ one: String, _ other: String) {
    self.one = one
    self.other = other
  }

  public func check(_ batch: DecodedBatch) {
    guard let a = batch.column(one), let b = batch.column(other),
      let field = batch.layout.field(other)
    else { return }
    for row in 0..<batch.facts.count
    where a.a[row] != FactBatch.null && a.a[row] == b.a[row] && a.b[row] == b.b[row] {
      batch.empty(.samePerson, row: row, field: field)
    }
  }
}
