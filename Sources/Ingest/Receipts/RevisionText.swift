public import Warehouse

extension Revision {
  /// Rows in which a field changed, most often first.
  public func fields(contract: Contract?) -> [(name: String, rows: Int)] {
    columns.map { column, rows in
      (contract?.fields.first { $0.column == column }?.name ?? column, rows)
    }.sorted { ($1.rows, $0.name) < ($0.rows, $1.name) }
  }

  /// For a reader: what is new, changed and gone since the delivery before.
  public func sentence(contract: Contract?, _ language: ReceiptLanguage = .it) -> String {
    guard added + changed + vanished > 0 else {
      return language == .it
        ? "Rispetto a \(previous) nulla è cambiato: \(unchanged) righe uguali."
        : "Nothing changed since \(previous): \(unchanged) rows are the same."
    }
    let fields = fields(contract: contract).prefix(6).map { "\($0.name) \($0.rows)" }
    let places = fields.isEmpty ? "" : " (\(fields.joined(separator: ", ")))"
    return language == .it
      ? "Rispetto a \(previous): \(added) righe nuove, \(changed) cambiate\(places), "
        + "\(unchanged) uguali, \(vanished) scomparse."
      : "Since \(previous): \(added) new rows, \(changed) changed\(places), "
        + "\(unchanged) the same, \(vanished) gone."
  }
}
