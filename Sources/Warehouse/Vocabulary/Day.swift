/// A calendar day (proleptic Gregorian), counted from 1970-01-01.
///
/// Days are integers so that durations are subtractions; no time zone is involved. What arrives with
/// a time and a zone is turned into the local day (Europe/Rome) while it is parsed.
public struct Day: Hashable, Comparable, Sendable, Codable {
  /// Days since 1970-01-01; negative before.
  public var number: Int32

  public init(number: Int32) { self.number = number }

  /// Nil when the three numbers do not name a day that exists (31 February, month 13…).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    // Howard Hinnant's days_from_civil: March-based years make leap days fall at the end.
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `yyyy-mm-dd` and nothing else.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, let y = digits(parts[0]), let m = digits(parts[1]),
      let d = digits(parts[2]), let day = Day(year: y, month: m, day: d)
    else { return nil }
    self = day
  }

  /// Year, month (1–12) and day of the month (1–31).
  public var civil: (year: Int, month: Int, day: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1
    )
  }

  public var year: Int { civil.year }
  public var month: Int { civil.month }

  /// 1 = Monday … 7 = Sunday (ISO 8601).
  public var weekday: Int { (Int(number) % 7 + 10) % 7 + 1 }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
  public static func - (a: Day, b: Day) -> Int { Int(a.number) - Int(b.number) }
  public static func + (a: Day, days: Int) -> Day { Day(number: a.number + Int32(days)) }
  public static func - (a: Day, days: Int) -> Day { Day(number: a.number - Int32(days)) }

  /// Days of a month, leap years included.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: CustomStringConvertible {
  /// ISO 8601, `2026-06-30`.
  public var description: String {
    let (y, m, d) = civil
    return "\(zeroPadded(y, 4))-\(zeroPadded(m, 2))-\(zeroPadded(d, 2))"
  }
}

/// A non-negative integer written with at least `width` digits.
package func zeroPadded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// The number a text of digits alone stands for: `Int` would take a sign too.
func digits(_ text: Substring) -> Int? {
  text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
}
