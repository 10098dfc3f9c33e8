/// How many waits ended, of what, and were still open, by whole day: all that survival curves need.
///
/// A wait of day 0 ended on the day it began. Within a day events come before censorings, so who is
/// censored on day t is still at risk of the events of day t.
public struct SurvivalTable: Hashable, Sendable {
  /// Waits that left the risk set on one day for one reason.
  public struct Entry: Hashable, Sendable {
    /// Whole days since the clock started, from 0.
    public var day: Int
    /// 0 = still open when observation ended (censored); 1 = the event of interest; 2… = the others.
    public var cause: Int
    public var count: Int

    public init(day: Int, cause: Int, count: Int = 1) {
      self.day = day
      self.cause = cause
      self.count = count
    }
  }

  /// Number of causes of exit, censoring not among them.
  public let causes: Int
  /// Distinct days on which anybody left the risk set, increasing.
  public private(set) var days: [Int] = []
  /// Who was still waiting at the start of the day, by row.
  public private(set) var atRisk: [Int] = []
  /// Rows × (causes + 1): censored, cause 1, cause 2…
  private var exits: [Int] = []

  /// Entries in any order; the same day and cause may come more than once and add up.
  public init(causes: Int = 1, entries: [Entry]) {
    precondition(causes >= 1, "at least one cause")
    self.causes = causes
    var inOrder = true
    for (a, b) in zip(entries, entries.dropFirst()) where a.day > b.day {
      inOrder = false
      break
    }
    gather(inOrder ? entries : entries.sorted { $0.day < $1.day })
  }

  private mutating func gather(_ entries: [Entry]) {
    let width = causes + 1
    days.reserveCapacity(entries.count)
    atRisk.reserveCapacity(entries.count)
    exits.reserveCapacity(entries.count * width)
    var total = 0
    for entry in entries where entry.count != 0 {
      precondition(
        entry.day >= 0 && entry.count > 0 && (0...causes).contains(entry.cause),
        "a day from 0, a positive count, a known cause")
      if days.last != entry.day {
        days.append(entry.day)
        // For now: who left before this row. Turned into who is left once the total is known.
        atRisk.append(total)
        for _ in 0..<width { exits.append(0) }
      }
      exits[exits.count - width + entry.cause] += entry.count
      total += entry.count
    }
    for row in atRisk.indices { atRisk[row] = total - atRisk[row] }
  }

  /// Everyone who ever entered.
  public var subjects: Int { atRisk.first ?? 0 }
  /// The longest wait seen; nil when the table is empty.
  public var lastDay: Int? { days.last }
  public var rows: Range<Int> { days.indices }

  public func censored(_ row: Int) -> Int { exits[row * (causes + 1)] }
  /// Exits for one cause on the day of the row.
  public func events(_ row: Int, cause: Int) -> Int { exits[row * (causes + 1) + cause] }
  /// Exits for any cause on the day of the row.
  public func events(_ row: Int) -> Int {
    var sum = 0
    for i in (row * (causes + 1) + 1)..<((row + 1) * (causes + 1)) { sum += exits[i] }
    return sum
  }
  /// Exits for one cause over all days.
  public func totalEvents(cause: Int) -> Int { rows.reduce(0) { $0 + events($1, cause: cause) } }
  /// Exits for any cause over all days.
  public var totalEvents: Int { rows.reduce(0) { $0 + events($1) } }

  /// The last row whose day is not after `day`; nil when the first exit comes later.
  func row(onOrBefore day: Int) -> Int? {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }
}
