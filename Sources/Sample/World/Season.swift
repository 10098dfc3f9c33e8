internal import Warehouse

/// When requests arrive: more on Mondays and in autumn, few in August, a little more every year.
///
/// Request 0 is the first to arrive and the last one arrives on the last day, so that any period is
/// a range of indices.
struct Season: Sendable {
  let firstDay: Day
  let lastDay: Day
  /// Requests arrived before each day; one more entry than there are days.
  private let before: [Int]

  private static let months = [1.1, 1, 1.05, 0.95, 1, 0.95, 0.8, 0.55, 1.2, 1.15, 1.05, 0.85]
  private static let weekdays = [1.3, 1.15, 1.1, 1.05, 0.9, 0.22, 0.1]

  init(from firstDay: Day, to lastDay: Day, requests: Int) {
    self.firstDay = firstDay
    self.lastDay = lastDay
    var sum = 0.0
    let totals = (0...(lastDay - firstDay)).map { offset in
      let day = firstDay + offset
      let growth = 1 + 0.12 * Double(offset) / 365
      sum += Season.months[day.month - 1] * Season.weekdays[day.weekday - 1] * growth
      return sum
    }
    before = [0] + totals.map { Int($0 / sum * Double(requests) + 0.5) }
  }

  /// The requests of a day.
  func requests(on day: Day) -> Range<Int> {
    let offset = day - firstDay
    guard before.indices.dropLast().contains(offset) else { return 0..<0 }
    return before[offset]..<before[offset + 1]
  }

  /// How many requests arrived up to a day, included.
  func requests(upTo day: Day) -> Int {
    let offset = day - firstDay
    return offset < 0 ? 0 : before[min(offset + 1, before.count - 1)]
  }

  /// The day of a request.
  func day(of index: Int) -> Day {
    var low = 0
    var high = before.count - 2
    while low < high {
      let middle = (low + high) / 2
      if before[middle + 1] > index { high = middle } else { low = middle + 1 }
    }
    return firstDay + low
  }

  /// The progressive number of a request inside its year, from 1.
  func progressive(of index: Int, year: Int) -> Int {
    let newYear = Day(year: year, month: 1, day: 1)!
    return index - (newYear <= firstDay ? 0 : requests(upTo: newYear - 1)) + 1
  }
}
