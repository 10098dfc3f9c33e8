@testable import Indicators

/// One wait: the day it ended and why (0 = still open).
typealias Wait = (day: Int, cause: Int)

extension SurvivalTable {
  init(causes: Int = 1, waits: [Wait]) {
    self.init(causes: causes, entries: waits.map { Entry(day: $0.day, cause: $0.cause) })
  }
}

enum Waits {
  /// domain.md §7, Kaplan–Meier.
  static let kaplanMeier: [Wait] = [
    (3, 1), (5, 1), (5, 0), (8, 1), (12, 0), (15, 1), (20, 0),
  ]
  /// domain.md §7, Aalen–Johansen.
  static let aalenJohansen: [Wait] = [
    (3, 1), (4, 2), (5, 1), (5, 0), (8, 1), (9, 2), (12, 0), (15, 1), (20, 0),
  ]
  /// Remission under 6-MP, weeks (Freireich et al. 1963; Kalbfleisch & Prentice, table 1.1).
  static let freireich: [Wait] =
    [
      (6, 1), (6, 1), (6, 1), (6, 0), (7, 1), (9, 0), (10, 1), (10, 0), (11, 0), (13, 1), (16, 1),
      (17, 0), (19, 0), (20, 0), (22, 1), (23, 1), (25, 0), (32, 0), (32, 0), (34, 0), (35, 0),
    ]
  /// Remission under placebo in the same trial: nobody censored.
  static let placebo: [Wait] =
    [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23].map { ($0, 1) }

  /// Short and long waits, ties on purpose, some on day 0.
  static func random(_ count: Int, causes: Int, using random: inout SeededGenerator) -> [Wait] {
    (0..<count).map { _ in
      let day = Int.random(in: 0...Int.random(in: 1...60, using: &random), using: &random)
      return (day, Int.random(in: 0...causes, using: &random))
    }
  }
}

/// Efron's redistribution to the right (1967): everyone starts with the same mass; who is censored
/// hands it in equal parts to those who outlast them. Shares no arithmetic with the product limit.
///
/// Returns the mass that left by each day for each cause (index 0 unused).
func redistributed(_ waits: [Wait], causes: Int, by day: Int) -> [Double] {
  // Events before censorings within a day.
  let order = waits.sorted { ($0.day, $0.cause == 0 ? 1 : 0) < ($1.day, $1.cause == 0 ? 1 : 0) }
  var mass = [Double](repeating: 1 / Double(order.count), count: order.count)
  var left = [Double](repeating: 0, count: causes + 1)
  for i in order.indices where order[i].day <= day {
    if order[i].cause > 0 {
      left[order[i].cause] += mass[i]
    } else if i + 1 < order.count {
      let part = mass[i] / Double(order.count - i - 1)
      for j in (i + 1)..<order.count { mass[j] += part }
    }
  }
  return left
}
