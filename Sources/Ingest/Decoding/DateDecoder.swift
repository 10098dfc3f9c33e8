import Warehouse

/// Dates, kept as day numbers. Sentinels (31/12/9999…) mean "open": nothing, and no finding. A field
/// that holds months keeps the first day of each.
final class DateDecoder: FieldDecoder {
  /// Nil when the column proves none.
  private let order: DateOrder?
  private let assumesUTC: Bool
  private let readsMonths: Bool
  /// A month is all that the sheet shows of the column.
  private let isShownAsMonths: Bool
  /// Whether every cell has its place: `2026-03-1` has lost a digit.
  private let isFixedWidth: Bool
  /// Nil when bare numbers are no dates.
  private let serials: SerialSystem?

  init(
    order: DateOrder?, assumesUTC: Bool, readsMonths: Bool = false, isShownAsMonths: Bool = false,
    serials: SerialSystem? = nil, isFixedWidth: Bool = false
  ) {
    self.isFixedWidth = isFixedWidth
    self.order = order
    self.serials = serials
    self.assumesUTC = assumesUTC
    self.readsMonths = readsMonths
    self.isShownAsMonths = isShownAsMonths
  }

  /// 1 January 1970 and 1980: the days from which clocks of programs count.
  @inline(__always)
  private static func isZero(_ day: Day) -> Bool { day.number == 0 || day.number == 3652 }

  func decode(_ raw: RawColumn, slot: Int, into batch: DecodedBatch) {
    let days = batch.facts.columns[batch.layout.factIndex[slot]].a
    let field = batch.layout.slots[slot].field
    for row in 0..<raw.count {
      let cell = raw[row]
      if isSkipped(cell, row, slot: slot, in: batch) { continue }
      // What the format itself types as a date is ISO, whatever the column's texts look like.
      var reading =
        if let order = cell.kind.isDate ? .iso : order {
          ItalianDate.parse(cell.bytes, order: order, assumesUTC: assumesUTC)
        } else {
          ItalianDate.parseUndecided(cell.bytes, assumesUTC: assumesUTC)
        }
      if isFixedWidth, cell.bytes.count == 9, cell.bytes[4] == 0x2D, cell.bytes[7] == 0x2D {
        reading = .invalid(.notADate)
      }
      if case .invalid = reading, let serials, let day = serials.day(cell.bytes) { reading = day }
      if readsMonths, case .invalid = reading, let month = CompactMonth.read(cell.bytes) {
        reading = .month(month)
      }
      switch reading {
      case .day(let day, _) where readsMonths:
        days[row] = Int64(Period.month(day.year, day.month).firstDay.number)
      case .month(let month) where readsMonths: days[row] = Int64(month.firstDay.number)
      case .day where isShownAsMonths && cell.kind == .month && isFirstOfMonth(cell.bytes):
        batch.empty(
          .partialDate, row: row, field: field,
          detail: "il foglio non ne mostra il giorno: se è quello scritto nella cella, formato_data"
            + " «gg/mm/aaaa» in source.json")
      case .day(let day, _):
        days[row] = Int64(day.number)
        if DateDecoder.isZero(day) {
          batch.report(.zeroDate, row: row, slot: slot)
        } else if day.number < 0 {
          batch.report(.oldDate, row: row, slot: slot)
        }
      case .empty, .open: missing(row, slot: slot, in: batch)
      case .month: batch.empty(.partialDate, row: row, field: field)
      case .invalid(.ambiguous): batch.empty(.ambiguousDate, row: row, field: field)
      case .invalid(.otherWeekday):
        batch.empty(
          .invalidDate, row: row, field: field,
          detail: "quella data è un altro giorno della settimana")
      case .invalid:
        batch.empty(
          .invalidDate, row: row, field: field,
          detail: readsMonths ? "serve un mese come 2026-03" : OddDate.told(cell.bytes))
      }
    }
  }
}
