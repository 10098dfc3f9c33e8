import Warehouse

/// Dates, kept as day numbers. Sentinels (31/12/9999…) mean "open": nothing, and no finding.
final class DateDecoder: FieldDecoder {
  private let order: DateOrder
  private let assumesUTC: Bool

  init(order: DateOrder, assumesUTC: Bool) {
    self.order = order
    self.assumesUTC = assumesUTC
  }

  func decode(_ raw: RawColumn, slot: Int, into batch: DecodedBatch) {
    let days = batch.facts.columns[batch.layout.factIndex[slot]].a
    let field = batch.layout.slots[slot].field
    for row in 0..<raw.count {
      let cell = raw[row]
      if isSkipped(cell, row, slot: slot, in: batch) { continue }
      // What the format itself types as a date is ISO, whatever the column's texts look like.
      let reading = ItalianDate.parse(
        cell.bytes, order: cell.kind == .date ? .iso : order, assumesUTC: assumesUTC)
      switch reading {
      case .day(let day, _): days[row] = Int64(day.number)
      case .empty, .open: missing(row, slot: slot, in: batch)
      case .month: batch.empty(.partialDate, row: row, field: field)
      case .invalid:
        batch.empty(.invalidDate, row: row, field: field)
      }
    }
  }
}
