import Warehouse

/// Whether the dates of a column, all of three numbers of two digits, have the year first: `26-01-31`.
///
/// One cell says little, because `26-01-08` is a day of January 2008 as well. The whole column does: years
/// hardly change from row to row, and days do.
struct YearFirstEvidence {
  private var count = 0
  private var isContradicted = false
  private var first = Int.max...Int.max
  private var months: Set<Int> = []
  private var last = Int.max...Int.max

  /// Fewer cells than these, or days on fewer, may be a coincidence.
  private static let fewestCells = 5
  private static let fewestDays = 12
  /// Years that the first numbers may go back, and how far they may spread.
  private static let yearsBack = 10
  private static let yearsSpread = 2

  /// A date that is written otherwise.
  mutating func contradict() { isContradicted = true }

  mutating func add(_ a: Int, _ b: Int, _ c: Int, areTwoDigits: Bool) {
    guard areTwoDigits, (1...12).contains(b), (1...31).contains(c) else { return contradict() }
    first = YearFirstEvidence.widened(first, a, isEmpty: count == 0)
    last = YearFirstEvidence.widened(last, c, isEmpty: count == 0)
    months.insert(b)
    count += 1
  }

  private static func widened(
    _ range: ClosedRange<Int>, _ value: Int, isEmpty: Bool
  ) -> ClosedRange<Int> {
    isEmpty ? value...value : min(range.lowerBound, value)...max(range.upperBound, value)
  }

  /// - Parameter latest: the last day a date of the column can be.
  func isProved(latest: Day) -> Bool {
    let year = latest.year % 100
    return !isContradicted && count >= YearFirstEvidence.fewestCells && months.count > 1
      && first.upperBound <= year && first.lowerBound >= year - YearFirstEvidence.yearsBack
      && first.upperBound - first.lowerBound <= YearFirstEvidence.yearsSpread
      && last.upperBound - last.lowerBound >= YearFirstEvidence.fewestDays
  }

  var because: String {
    "i primi numeri vanno da \(first.lowerBound) a \(first.upperBound), gli ultimi da"
      + " \(last.lowerBound) a \(last.upperBound): l'anno è scritto per primo, con due cifre"
      + " (celle: \(count))"
  }
}
