internal import Warehouse

/// When a source delivers, and what each delivery holds.
struct DeliveryPlan: Sendable {
  enum Policy: String {
    case cumulative = "cumulativa"
    case incremental = "incrementale"
  }

  let policy: Policy
  /// Reference day of each delivery, oldest first; the file is named after it.
  let days: [Day]

  /// Whether a need is in a delivery: all of them if cumulative, new and changed ones if not.
  func holds(_ need: Need, _ view: NeedView, delivery: Int) -> Bool {
    if need.received > days[delivery] { return false }
    return policy == .cumulative || delivery == 0 || view.lastChange > days[delivery - 1]
  }

  /// Whether an earlier delivery already had it.
  func isRepeat(_ need: Need, delivery: Int) -> Bool {
    delivery > 0 && need.received <= days[delivery - 1]
  }

  /// The last day of the quarter before the one of a day.
  static func quarterEnd(before day: Day) -> Day {
    let (year, month, _) = day.civil
    return Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1)! - 1
  }
}
