import Warehouse

/// Spreadsheet dates: days since the epoch of the workbook, with the time as a fraction.
enum SerialDate {
  /// Rewrites the serial number at `bytes[start...]` in ISO 8601 and says what it became; nil,
  /// leaving it alone, when it is no date.
  ///
  /// Below one it is a time of day. In the 1900 system day 60 is 29 February 1900, which never
  /// existed: it is written as it is, for the date parser to refuse.
  static func rewrite(
    _ bytes: inout [UInt8], from start: Int, format: NumberFormat, is1904: Bool
  ) -> RawCellKind? {
    guard let serial = ShortestDecimal.value(bytes, from: start), serial >= 0, serial < 2_958_466
    else { return nil }
    let seconds = Int((serial * 86_400).rounded())
    let (day, second) = (seconds / 86_400, seconds % 86_400)
    let isDuration = format == .elapsed && day > 0
    // 1904-01-01, 1899-12-31 and (after the false leap day) 1899-12-30, as days from 1970.
    let epoch = is1904 ? -24_107 : day < 60 ? -25_568 : -25_569
    var (year, month, date) = Day(number: Int32(day + epoch)).civil
    guard year <= 9999 else { return nil }
    if !is1904, day == 60 { (year, month, date) = (1900, 2, 29) }
    bytes.removeLast(bytes.count - start)
    if day > 0, !isDuration {
      append(year / 100, to: &bytes)
      append(year % 100, to: &bytes)
      bytes.append(UInt8(ascii: "-"))
      append(month, to: &bytes)
      bytes.append(UInt8(ascii: "-"))
      append(date, to: &bytes)
      if second == 0 { return .date }
      bytes.append(UInt8(ascii: "T"))
    }
    let time = isDuration ? seconds : second
    append(time / 3600, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(time / 60 % 60, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(time % 60, to: &bytes)
    return isDuration ? .text : .date
  }

  /// Two digits, or more for the hours of a long duration.
  private static func append(_ value: Int, to bytes: inout [UInt8]) {
    if value >= 100 {
      bytes.append(contentsOf: String(value).utf8)
    } else {
      bytes.append(UInt8(truncatingIfNeeded: 0x30 + value / 10))
      bytes.append(UInt8(truncatingIfNeeded: 0x30 + value % 10))
    }
  }
}
