/// What a cell holds. A text is always a text: nothing written here can become a formula.
public enum SheetValue: Hashable, Sendable {
  case blank
  /// Longer texts than a cell may hold are cut where a reader sees it (see `CellText`).
  case text(String)
  /// A finite number; NaN and infinity are refused when written.
  case number(Double)
  case boolean(Bool)
  /// A calendar day, counted from 1970-01-01; from 1 March 1900 on. Needs a date number format.
  case day(Int)
  /// A local date and time, seconds from 1970-01-01 00:00; needs a date-time number format.
  case moment(Int)
  /// A link to cell A1 of another sheet of the same workbook.
  case sheetLink(text: String, sheet: String)

  /// Day number of the spreadsheet epoch: serial 1 is 1 January 1900, and the spreadsheet world
  /// counts a 29 February 1900 that never was, so serials agree with the calendar from 1 March on.
  static let daysBefore1970 = 25_569
  static let firstSafeSerial = 61.0

  /// The number a spreadsheet stores for this value, nil when it does not store a number.
  var serial: Double? {
    switch self {
    case .number(let value): value
    case .day(let day): Double(day + SheetValue.daysBefore1970)
    case .moment(let second): Double(second) / 86_400 + Double(SheetValue.daysBefore1970)
    case .blank, .text, .boolean, .sheetLink: nil
    }
  }
}
