public import Warehouse

/// The days an office works.
public struct WorkingDays: Sendable {
  /// Feasts on a date every year, `month * 100 + day`, with the first year from which they hold.
  private let fixed: [Int: Int]
  private let moving: Set<Day>
  private let saturdaysAreFree: Bool

  /// - Parameters:
  ///   - holidays: national feasts as month and day, with the year from which they are feasts.
  ///   - days: single days: the patron of the office's comune, closures.
  public init(
    holidays: [(month: Int, day: Int, from: Int)] = WorkingDays.national, days: Set<Day> = [],
    saturdaysAreFree: Bool = true
  ) {
    fixed = Dictionary(
      holidays.map { ($0.month * 100 + $0.day, $0.from) }, uniquingKeysWith: { min($0, $1) })
    moving = days
    self.saturdaysAreFree = saturdaysAreFree
  }

  /// L. 260/1949 and later acts; 4 October since 2026 (L. 151/2025). Easter Monday is reckoned.
  public static let national: [(month: Int, day: Int, from: Int)] = [
    (1, 1, 0), (1, 6, 0), (4, 25, 0), (5, 1, 0), (6, 2, 0), (8, 15, 0), (10, 4, 2026), (11, 1, 0),
    (12, 8, 0), (12, 25, 0), (12, 26, 0),
  ]

  public func isWorking(_ day: Day) -> Bool {
    if day.weekday == 7 || (saturdaysAreFree && day.weekday == 6) || moving.contains(day) {
      return false
    }
    let (year, month, date) = day.civil
    if let from = fixed[month * 100 + date], year >= from { return false }
    return day != WorkingDays.easter(year) + 1
  }

  /// Working days after the first day, the last one included: (d₀, d₁].
  public func count(after start: Day, through end: Day) -> Int {
    guard end > start else { return 0 }
    return (1...(end - start)).reduce(0) { $0 + (isWorking(start + $1) ? 1 : 0) }
  }

  /// Gregorian Easter Sunday (Meeus, *Astronomical Algorithms*, ch. 8: the anonymous algorithm of 1876).
  public static func easter(_ year: Int) -> Day {
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let f = (b + 8) / 25
    let g = (b - f + 1) / 3
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let n = h + l - 7 * m + 114
    return Day(year: year, month: n / 31, day: n % 31 + 1)!
  }
}
