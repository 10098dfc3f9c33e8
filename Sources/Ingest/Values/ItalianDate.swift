import Warehouse

/// Reads the dates that Italian offices and their programs write.
///
/// Read: `12/03/2026`, `1/3/26`, with `/`, `-`, `.` or blanks; `2026-03-12`, `20260312`, `12032026`;
/// any of them followed by a time (`T` or blanks, `10:15`, `10.15`, seconds, a fraction, AM/PM) and by
/// `Z` or an offset, which turns the instant into the local day of Europe/Rome; `12 marzo 2026`,
/// `1° mar. 26`, `giovedì 12 marzo 2026`, `gio 12/03/2026`, `12-JAN-26`; months alone, `marzo 2024`, `03/2024`, `2024-03`.
/// Two-digit years follow the POSIX pivot: 00–68 are 2000–2068, 69–99 are 1969–1999.
/// A date that does not exist is refused, never rolled over to another day.
public enum ItalianDate {
  /// Years outside this range are not believed.
  static let plausibleYears = 1800...2199

  /// - Parameter assumesUTC: times without a zone are universal time, as the source declares.
  public static func parse(
    _ bytes: CellBytes, order: DateOrder, assumesUTC: Bool = false
  ) -> DateReading {
    guard let p = bytes.baseAddress, bytes.count > 0 else { return .empty }
    if bytes.count >= 10 {
      if p[2] == p[5], p[2] == 0x2F || p[2] == 0x2D || p[2] == 0x2E, !order.isYearFirst {
        let a = ByteText.pair(p)
        let b = ByteText.pair(p + 3)
        let century = ByteText.pair(p + 6)
        let year = ByteText.pair(p + 8)
        if (a | b | century | year) < 128 {
          let swapped = order == .monthFirst
          return dated(
            century * 100 + year, swapped ? a : b, swapped ? b : a, bytes, from: 10, assumesUTC)
        }
      } else if p[4] == 0x2D, p[7] == 0x2D, order != .yearDayMonth {
        let century = ByteText.pair(p)
        let year = ByteText.pair(p + 2)
        let month = ByteText.pair(p + 5)
        let day = ByteText.pair(p + 8)
        if (century | year | month | day) < 128 {
          return dated(century * 100 + year, month, day, bytes, from: 10, assumesUTC)
        }
      }
    }
    return DateScanner.scan(bytes, order, assumesUTC)
  }

  /// Reads a cell of a column whose order nothing proves: what can be read in one way only is.
  static func parseUndecided(_ bytes: CellBytes, assumesUTC: Bool) -> DateReading {
    let dayFirst = parse(bytes, order: .dayFirst, assumesUTC: assumesUTC)
    let monthFirst = parse(bytes, order: .monthFirst, assumesUTC: assumesUTC)
    switch (dayFirst, monthFirst) {
    case (.day(let a, _), .day(let b, _)) where a != b: return .invalid(.ambiguous)
    case (.invalid, .day): return monthFirst
    default: return dayFirst
    }
  }

  public static func parse(
    _ text: String, order: DateOrder = .dayFirst, assumesUTC: Bool = false
  ) -> DateReading {
    text.withCellBytes { parse($0, order: order, assumesUTC: assumesUTC) }
  }

  /// A two-digit year made whole: 00–68 → 2000–2068, 69–99 → 1969–1999.
  static func fullYear(_ twoDigits: Int) -> Int {
    twoDigits <= 68 ? 2000 + twoDigits : 1900 + twoDigits
  }

  /// A day followed by whatever the cell holds from `start` on.
  @inline(__always)
  static func dated(
    _ year: Int, _ month: Int, _ day: Int, _ bytes: CellBytes, from start: Int,
    _ assumesUTC: Bool
  ) -> DateReading {
    if start == bytes.count { return reading(year, month, day, .none) }
    if let clock = plainClock(bytes, start, assumesUTC) { return reading(year, month, day, clock) }
    switch ClockTime.scan(bytes, from: start) {
    case .absent: return reading(year, month, day, .none)
    case .time(let minute, let offset):
      return reading(year, month, day, (minute, offset ?? (assumesUTC ? 0 : nil)))
    case .impossible: return .invalid(.impossibleTime)
    case .unreadable: return .invalid(.notADate)
    }
  }

  /// The common clocks, ` hh:mm`, `Thh:mm:ss`, `Thh:mm:ssZ`; nil for any other, right or wrong.
  @inline(__always)
  private static func plainClock(
    _ bytes: CellBytes, _ start: Int, _ assumesUTC: Bool
  ) -> (minute: Int, offset: Int?)? {
    let length = bytes.count - start
    guard length == 6 || length == 9 || length == 10, let base = bytes.baseAddress else {
      return nil
    }
    let p = base + start
    guard p[0] == 0x20 || p[0] == 0x54, p[3] == 0x3A else { return nil }
    let hour = ByteText.pair(p + 1)
    let minute = ByteText.pair(p + 4)
    guard hour < 24, minute < 60 else { return nil }
    if length == 6 { return (hour * 60 + minute, assumesUTC ? 0 : nil) }
    guard p[6] == 0x3A, ByteText.pair(p + 7) < 60 else { return nil }
    if length == 9 { return (hour * 60 + minute, assumesUTC ? 0 : nil) }
    return p[9] == 0x5A ? (hour * 60 + minute, 0) : nil
  }

  /// `clock` holds the minute of the day, up to 1440 for 24:00, and the minutes ahead of UTC.
  static func reading(
    _ year: Int, _ month: Int, _ day: Int, _ clock: (minute: Int, offset: Int?)?
  ) -> DateReading {
    if !plausibleYears.contains(year) || year == 1899 || year == 1900, isSentinel(year, month, day)
    {
      return .open
    }
    guard let date = Day(year: year, month: month, day: day) else {
      return .invalid(
        day <= 12 && Day(year: year, month: day, day: month) != nil ? .otherOrder : .impossible)
    }
    guard plausibleYears.contains(year) else { return .invalid(.implausibleYear) }
    guard let clock else { return .day(date, minuteOfDay: nil) }
    if let offset = clock.offset {
      let minute = clock.minute - offset
      let instant = Int(date.number) * 1440 + minute
      let local =
        minute >= 0 && minute < 1440
        ? RomeTime.local(utcMinute: instant, year: year, month: month)
        : RomeTime.local(utcMinute: instant)
      return .day(local.day, minuteOfDay: Int16(local.minuteOfDay))
    }
    if clock.minute == 1440 { return .day(date + 1, minuteOfDay: 0) }
    return .day(date, minuteOfDay: Int16(clock.minute))
  }

  private static func isSentinel(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    switch (year, month, day) {
    // The last two are the zero of spreadsheets and data bases.
    case (9999, 12, 31), (1, 1, 1), (1900, 1, 1), (0, 0, 0), (1899, 12, 30), (1899, 12, 31): true
    default: false
    }
  }
}
