import Warehouse

/// Kept rows of a delivery by the month they are dated in: what tells which periods it answers for.
struct RowsByMonth {
  /// Place of the date among the columns of facts.
  let column: Int
  /// By year × 12 + month − 1.
  private(set) var counts: [Int: Int] = [:]
  /// First and last day of the month met last: rows come in runs of the same month.
  private var days: ClosedRange<Int64> = 1...1
  private var month = 0

  init(column: Int) { self.column = column }

  mutating func add(_ facts: FactBatch) {
    let dates = facts.columns[column].a
    var run = 0
    for row in 0..<facts.count where !facts.isRefused[row] && dates[row] != FactBatch.null {
      if !days.contains(dates[row]) {
        if run > 0 { counts[month, default: 0] += run }
        run = 0
        meet(Day(number: Int32(truncatingIfNeeded: dates[row])))
      }
      run += 1
    }
    if run > 0 { counts[month, default: 0] += run }
  }

  private mutating func meet(_ day: Day) {
    let (year, number, _) = day.civil
    month = year * 12 + number - 1
    let period = Period.month(year, number)
    days = Int64(period.firstDay.number)...Int64(period.lastDay.number)
  }
}
