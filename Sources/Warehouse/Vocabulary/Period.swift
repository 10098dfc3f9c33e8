/// A publication period: a year, half-year, quarter or month, named as the exchange contract names
/// them (`2026`, `2026-S1`, `2026-T1`, `2026-01`).
public enum Period: Hashable, Sendable {
  case year(Int)
  case half(Int, Int)
  case quarter(Int, Int)
  case month(Int, Int)

  /// Reads the contract's names; nil for anything else.
  public init?(_ name: String) {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 4, let year = digits(first), year > 0
    else { return nil }
    guard parts.count > 1 else {
      self = .year(year)
      return
    }
    let part = parts[1]
    guard parts.count == 2, part.utf8.count == 2 else { return nil }
    switch (part.first, digits(part), digits(part.dropFirst())) {
    case ("S", _, let half?) where (1...2).contains(half): self = .half(year, half)
    case ("T", _, let quarter?) where (1...4).contains(quarter): self = .quarter(year, quarter)
    case (_, let month?, _) where (1...12).contains(month): self = .month(year, month)
    default: return nil
    }
  }

  public static func quarter(of day: Day) -> Period { .quarter(day.year, (day.month + 2) / 3) }
  public static func half(of day: Day) -> Period { .half(day.year, (day.month + 5) / 6) }

  public var year: Int {
    switch self {
    case .year(let y), .half(let y, _), .quarter(let y, _), .month(let y, _): y
    }
  }

  /// First and last month, 1–12.
  public var months: ClosedRange<Int> {
    switch self {
    case .year: 1...12
    case .half(_, let h): (h * 6 - 5)...(h * 6)
    case .quarter(_, let q): (q * 3 - 2)...(q * 3)
    case .month(_, let m): m...m
    }
  }

  public var firstDay: Day { Day(year: year, month: months.lowerBound, day: 1)! }
  public var lastDay: Day {
    let month = months.upperBound
    return Day(year: year, month: month, day: Day.length(ofMonth: month, year: year))!
  }

  public func contains(_ day: Day) -> Bool { firstDay <= day && day <= lastDay }

  /// The same part of the year before.
  public var yearBefore: Period {
    switch self {
    case .year(let y): .year(y - 1)
    case .half(let y, let h): .half(y - 1, h)
    case .quarter(let y, let q): .quarter(y - 1, q)
    case .month(let y, let m): .month(y - 1, m)
    }
  }
}

extension Period: CustomStringConvertible {
  public var description: String {
    switch self {
    case .year(let y): zeroPadded(y, 4)
    case .half(let y, let h): "\(zeroPadded(y, 4))-S\(h)"
    case .quarter(let y, let q): "\(zeroPadded(y, 4))-T\(q)"
    case .month(let y, let m): "\(zeroPadded(y, 4))-\(zeroPadded(m, 2))"
    }
  }
}

extension Period {
  /// The order of the names as text, `2026` before `2026-06` before `2026-S1` before `2026-T1`.
  public var nameOrder: Int {
    switch self {
    case .year(let y): y * 100
    case .month(let y, let m): y * 100 + m
    case .half(let y, let h): y * 100 + 20 + h
    case .quarter(let y, let q): y * 100 + 30 + q
    }
  }
}

extension Period: Comparable {
  /// By first day, then the longer period first: a year before its halves before its quarters.
  public static func < (a: Period, b: Period) -> Bool {
    (a.firstDay.number, -a.lastDay.number) < (b.firstDay.number, -b.lastDay.number)
  }
}
