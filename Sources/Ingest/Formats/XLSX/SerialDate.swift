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
    var seconds = Int((serial * 86_400).rounded())
    // To the second, but never into the day after: 23:59:59.997 is how databases end a day.
    if seconds % 86_400 == 0, Double(seconds) - serial * 86_400 > 0.0005 { seconds -= 1 }
    let (day, second) = (seconds / 86_400, seconds % 86_400)
    let isDuration = format == .elapsed && day > 0
    // 1904-01-01, 1899-12-31 and (after the false leap day) 1899-12-30, as days from 1970.
    let epoch = is1904 ? -24_107 : day < 60 ? -25_568 : -25_569
    var (year, month, date) = Day(number: Int32(day + epoch)).civil
    guard year <= 9999 else { return nil }
    if !is1904, day == 60 { (year, month, date) = (1900, 2, 29) }
    bytes.removeLast(bytes.count - start)
    if day > 0, !isDuration {
      append(year, month, date, to: &bytes)
      if second == 0 { return format == .month ? .month : .date }
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

  /// `2026-03-12`, at once: a sheet has more days than anything else.
  private static func append(_ year: Int, _ month: Int, _ day: Int, to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 10) { text in
      func write(_ value: Int, at place: Int) {
        text[place] = UInt8(truncatingIfNeeded: 0x30 + value / 10)
        text[place + 1] = UInt8(truncatingIfNeeded: 0x30 + value % 10)
      }
      write(year / 100, at: 0)
      write(year % 100, at: 2)
      write(month, at: 5)
      write(day, at: 8)
      text[4] = UInt8(ascii: "-")
      text[7] = UInt8(ascii: "-")
      bytes.append(contentsOf: text)
    }
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
