import Warehouse

/// A month as registers and statistical services write it, which in a column of days would be no date:
/// `202503`, `2025M03`, `2025-M3`.
enum CompactMonth {
  static func read(_ cell: CellBytes) -> Period? {
    var s = ByteScanner(cell.blankTrimmed)
    guard let (value, digits) = s.number(upTo: 6) else { return nil }
    var (year, month) = (value / 100, value % 100)
    if digits == 4 {
      _ = s.skip(0x2D)
      guard s.skip(0x4D), let (number, width) = s.number(upTo: 2), width <= 2 else { return nil }
      (year, month) = (value, number)
    } else if digits != 6 {
      return nil
    }
    guard s.isAtEnd, (1...12).contains(month), ItalianDate.plausibleYears.contains(year) else {
      return nil
    }
    return .month(year, month)
  }
}
