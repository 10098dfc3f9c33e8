internal import Warehouse

/// Dates in the shapes of the files.
extension ByteWriter {
  /// `2026-06-30`.
  mutating func isoDate(_ day: Day) {
    let (y, m, d) = day.civil
    number(y, width: 4)
    byte(UInt8(ascii: "-"))
    number(m, width: 2)
    byte(UInt8(ascii: "-"))
    number(d, width: 2)
  }

  /// `30/06/2026`.
  mutating func italianDate(_ day: Day) {
    let (y, m, d) = day.civil
    number(d, width: 2)
    byte(UInt8(ascii: "/"))
    number(m, width: 2)
    byte(UInt8(ascii: "/"))
    number(y, width: 4)
  }

  /// `2026-06-30T22:15:07Z`: a local (Europe/Rome) day and second of the day, as the UTC instant.
  mutating func utcInstant(_ day: Day, second: Int) {
    let utc = second - RomeClock.offset(on: day, second: second)
    let shifted = utc < 0 ? day - 1 : day
    let rest = utc < 0 ? utc + 86_400 : utc
    isoDate(shifted)
    byte(UInt8(ascii: "T"))
    number(rest / 3600, width: 2)
    byte(UInt8(ascii: ":"))
    number(rest / 60 % 60, width: 2)
    byte(UInt8(ascii: ":"))
    number(rest % 60, width: 2)
    byte(UInt8(ascii: "Z"))
  }
}

/// The legal time of Italy since 1996: summer time from the last Sunday of March to the last Sunday
/// of October, changing at 01:00 UTC (Directive 2000/84/EC).
enum RomeClock {
  /// Seconds ahead of UTC at a local time. In the hour that happens twice, winter time.
  static func offset(on day: Day, second: Int) -> Int {
    let year = day.year
    let spring = lastSunday(of: 3, year)
    let autumn = lastSunday(of: 10, year)
    if day < spring || day > autumn { return 3600 }
    if day == spring { return second < 2 * 3600 ? 3600 : 7200 }
    if day == autumn { return second < 2 * 3600 ? 7200 : 3600 }
    return 7200
  }

  private static func lastSunday(of month: Int, _ year: Int) -> Day {
    let last = Day(year: year, month: month, day: 31)!
    return last - last.weekday % 7
  }
}
