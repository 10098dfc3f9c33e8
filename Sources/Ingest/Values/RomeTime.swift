public import Warehouse

/// The local time of Italy, from instants given in universal time.
///
/// Summer time: since 1996 from the last Sunday of March to the last Sunday of October, both at
/// 01:00 UTC (directive 2000/84/EC and those before it); from 1981 to 1995 it ended on the last
/// Sunday of September at the same hour. Earlier instants are read in winter time.
public enum RomeTime {
  /// Minutes ahead of UTC, 60 or 120, at a UTC instant in minutes since 1970-01-01T00:00Z.
  public static func offset(atUTCMinute minute: Int) -> Int {
    let (year, month, _) = Day(number: Int32(floorDivide(minute, 1440))).civil
    return offset(atUTCMinute: minute, year: year, month: month)
  }

  /// The local day and minute of the day (0–1439) of a UTC instant.
  public static func local(utcMinute: Int) -> (day: Day, minuteOfDay: Int) {
    local(utcMinute, offset: offset(atUTCMinute: utcMinute))
  }

  /// The same, when the UTC year and month are known already.
  static func local(utcMinute: Int, year: Int, month: Int) -> (day: Day, minuteOfDay: Int) {
    local(utcMinute, offset: offset(atUTCMinute: utcMinute, year: year, month: month))
  }

  private static func local(_ utcMinute: Int, offset: Int) -> (day: Day, minuteOfDay: Int) {
    let local = utcMinute + offset
    let day = floorDivide(local, 1440)
    return (Day(number: Int32(day)), local - day * 1440)
  }

  private static func offset(atUTCMinute minute: Int, year: Int, month: Int) -> Int {
    guard year >= 1981 else { return 60 }
    let lastMonth = year >= 1996 ? 10 : 9
    switch month {
    case 3: return minute >= changeMinute(year: year, month: 3) ? 120 : 60
    case lastMonth: return minute < changeMinute(year: year, month: lastMonth) ? 120 : 60
    case 4..<lastMonth: return 120
    default: return 60
    }
  }

  /// 01:00 UTC of the last Sunday of a month.
  private static func changeMinute(year: Int, month: Int) -> Int {
    guard let last = Day(year: year, month: month, day: Day.length(ofMonth: month, year: year))
    else { return 0 }
    return (Int(last.number) - last.weekday % 7) * 1440 + 60
  }

  @inline(__always)
  private static func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }
}
