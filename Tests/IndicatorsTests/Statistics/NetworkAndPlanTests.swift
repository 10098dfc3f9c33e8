import Glibc
import Testing
import Warehouse

@testable import Indicators

@Suite struct NetworkAndPlanTests {
  /// Krackhardt's kite (1990): networkx 3.6.1, betweenness_centrality(normalized=False).
  @Test func betweenness() {
    let kite = Network(
      nodes: 10,
      ties: [
        (0, 1), (0, 2), (0, 3), (0, 5), (1, 3), (1, 4), (1, 6), (2, 3), (2, 5), (3, 4), (3, 5),
        (3, 6), (4, 6), (5, 6), (5, 7), (6, 7), (7, 8), (8, 9),
      ], isDirected: false)
    let expected = [
      0.8333333333, 0.8333333333, 0, 3.6666666667, 0, 8.3333333333, 8.3333333333, 14, 8, 0,
    ]
    #expect(zip(kite.betweenness, expected).allSatisfy { near($0, $1, 1e-9) })
    #expect(near(kite.density, 18.0 / 45, 1e-12))
  }

  /// networkx strongly_connected_components; domain.md §7: a ⇄ b, a → c.
  @Test func stronglyConnected() {
    let net = Network(
      nodes: 6, ties: [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 3), (5, 0)], isDirected: true)
    #expect(net.stronglyConnectedComponents == [[0, 1, 2], [3, 4], [5]])
    let exchange = Network(nodes: 3, ties: [(0, 1), (1, 0), (0, 2)], isDirected: true)
    #expect(exchange.stronglyConnectedComponents.first == [0, 1])
  }

  /// Two nodes are together exactly when each reaches the other: plain reachability on random networks.
  @Test func componentsAgreeWithReachability() {
    var random = SeededRandom(seed: 12)
    for _ in 0..<60 {
      let n = 12
      let ties = (0..<20).map { _ in (random.below(n), random.below(n)) }
      let net = Network(nodes: n, ties: ties, isDirected: true)
      var reach = (0..<n).map { i in (0..<n).map { $0 == i || net.ties[i].contains($0) } }
      for k in 0..<n {
        for i in 0..<n where reach[i][k] {
          for j in 0..<n where reach[k][j] { reach[i][j] = true }
        }
      }
      for component in net.stronglyConnectedComponents {
        for i in 0..<n {
          let isTogether = reach[component[0]][i] && reach[i][component[0]]
          #expect(component.contains(i) == isTogether)
        }
      }
    }
  }

  /// Every subset of k candidates.
  private func bruteForce(_ n: Int, _ k: Int, _ value: ([Int]) -> Double) -> Double {
    var best = 0.0
    func extend(_ chosen: [Int], _ from: Int) {
      best = max(best, value(chosen))
      if chosen.count < k { for i in from..<max(n, from) { extend(chosen + [i], i + 1) } }
    }
    extend([], 0)
    return best
  }

  @Test func siteSelectionIsExact() {
    var random = SeededRandom(seed: 21)
    for _ in 0..<30 {
      let n = 12
      let weights = (0..<n).map { _ in Double(random.below(1000)) }
      let spots = (0..<n).map { _ in (Double(random.below(60)), Double(random.below(60))) }
      let minutes = spots.map { a in
        spots.map { b in (pow(a.0 - b.0, 2) + pow(a.1 - b.1, 2)).squareRoot() }
      }
      let reach = minutes.map { row in row.indices.filter { row[$0] <= 15 } }
      let now = [Double](repeating: 45, count: n)
      for k in 1...3 {
        let cover = SiteSelection.maximalCovering(weights: weights, reach: reach, k: k)
        let covered = bruteForce(n, k) { sites in
          Set(sites.flatMap { reach[$0] }).reduce(0) { $0 + weights[$1] }
        }
        #expect(near(cover.value, covered, 1e-6) && cover.sites.count <= k)
        let median = SiteSelection.median(
          weights: weights, times: Ways(minutes), now: now, k: k)
        let saved = bruteForce(n, k) { sites in
          (0..<n).reduce(0) { sum, i in
            let nearest = sites.map { minutes[$0][i] }.min() ?? 45
            return sum + weights[i] * max(0, now[i] - nearest)
          }
        }
        #expect(near(median.value, saved, 1e-6))
      }
    }
  }

  @Test func aHundredSitesAreFew() {
    var random = SeededRandom(seed: 2)
    let spots = (0..<97).map { _ in (Double(random.below(90)), Double(random.below(60))) }
    let weights = (0..<97).map { _ in Double(random.below(5000) + 100) }
    let minutes = spots.map { a in
      spots.map { b in (pow(a.0 - b.0, 2) + pow(a.1 - b.1, 2)).squareRoot() }
    }
    let reach = minutes.map { row in row.indices.filter { row[$0] <= 15 } }
    let one = SiteSelection.maximalCovering(weights: weights, reach: reach, k: 1)
    let three = SiteSelection.maximalCovering(weights: weights, reach: reach, k: 3)
    #expect(three.value > one.value && three.value <= 3 * one.value)
    #expect(three.sites.count == 3)
  }

  /// The formulas computed with numpy and scipy: S 58, variance 402.667, p 0.0045036; Sen's slope from
  /// scipy.stats.theilslopes. (Data with ties.)
  @Test func mannKendall() throws {
    let result = try #require(
      Trend.mannKendall([23, 24, 29, 6, 29, 24, 21, 29, 23, 30, 31, 28, 35, 33, 36]))
    #expect(result.score == 58)
    #expect(near(result.variance, 402.6666666667, 1e-9))
    #expect(near(result.pValue, 0.00450362024475659, 1e-12))
    #expect(near(result.slope, 0.8333333333333334, 1e-12))
    #expect(Trend.mannKendall([1, 2, 3]) == nil)
  }

  /// A strong season with no trend: the plain test is not fooled only if seasons are compared with
  /// themselves; with one season both are the same test.
  @Test func seasonalTrend() throws {
    let flat = (0..<24).map { [10.0, 40, 30, 20][$0 % 4] }
    #expect(try #require(Trend.seasonal(flat, seasons: 4)).pValue == 1)
    let rising = (0..<24).map { [10.0, 40, 30, 20][$0 % 4] + Double($0 / 4) }
    let result = try #require(Trend.seasonal(rising, seasons: 4))
    #expect(result.score == 4 * 15 && near(result.slope, 1, 1e-12) && result.pValue < 1e-5)
    let series = (0..<12).map { Double($0 * 7 % 11) }
    #expect(Trend.seasonal(series, seasons: 1) == Trend.mannKendall(series))
  }

  @Test func earnedSchedule() {
    let plan: [(time: Double, value: Double)] = [(0, 0), (6, 10), (12, 40), (18, 100)]
    #expect(near(EarnedSchedule.time(of: 25, plan: plan), 9, 1e-12))
    #expect(near(EarnedSchedule.time(of: 10, plan: plan), 6, 1e-12))
    #expect(EarnedSchedule.time(of: 200, plan: plan) == 18)
    #expect(EarnedSchedule.time(of: 0, plan: plan) == 0)
    #expect(EarnedSchedule.time(of: 1, plan: []) == nil)
  }

  /// scipy.optimize.curve_fit on the same twelve points.
  @Test func logisticCurve() throws {
    let values: [Double] = [2, 3, 6, 9, 16, 25, 38, 52, 66, 76, 85, 90]
    let curve = try #require(
      LogisticCurve(fitting: values.enumerated().map { (Double($0.offset), $0.element) }))
    #expect(near(curve.ceiling, 97.33686708, 1e-4))
    #expect(near(curve.rate, 0.59026665, 1e-6))
    #expect(near(curve.middle, 6.77065516, 1e-5))
    #expect(near(curve.time(of: curve.value(at: 9)), 9, 1e-9))
    #expect(LogisticCurve(fitting: [(0, 1), (1, 2), (2, 3)]) == nil)
  }

  /// domain.md §7.
  @Test func workingDays() throws {
    func day(_ text: String) -> Day { Day(iso: text)! }
    let easters = ["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16"]
    for text in easters { #expect(WorkingDays.easter(day(text).year) == day(text)) }
    let plain = WorkingDays()
    #expect(plain.count(after: day("2026-12-04"), through: day("2026-12-11")) == 4)
    #expect(plain.count(after: day("2027-10-01"), through: day("2027-10-05")) == 1)
    #expect(plain.count(after: day("2025-12-23"), through: day("2026-01-07")) == 7)
    #expect(plain.count(after: day("2025-09-12"), through: day("2025-09-17")) == 3)
    let patron = WorkingDays(days: [day("2025-09-16")])
    #expect(patron.count(after: day("2025-09-12"), through: day("2025-09-17")) == 2)
    #expect(plain.isWorking(day("2024-10-04")) && !plain.isWorking(day("2028-10-04")))
    #expect(!plain.isWorking(day("2026-04-06")))
    #expect(plain.count(after: day("2026-01-09"), through: day("2026-01-08")) == 0)
  }
}
