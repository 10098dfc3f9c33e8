import Testing

@testable import Indicators

@Suite struct FunnelTests {
  /// domain.md §7, normal approximation.
  @Test(arguments: [
    (200, 0.95, 0.02833, 0.09500), (200, 0.998, 0.00910, 0.11423), (1000, 0.95, 0.04676, 0.07658),
    (1000, 0.998, 0.03816, 0.08517), (5000, 0.95, 0.05500, 0.06833),
    (5000, 0.998, 0.05115, 0.07218),
  ])
  func normalVector(_ n: Int, _ level: Double, _ lower: Double, _ upper: Double) throws {
    let limits = try #require(
      FunnelLimits.normal(proportion: 0.0616667, trials: n, level: level))
    #expect(near(limits.lower, lower, 6e-6) && near(limits.upper, upper, 6e-6))
    // The exact limits must agree with it where n is large, and stay inside 0…1.
    let exact = try #require(FunnelLimits.exact(proportion: 0.0616667, trials: n, level: level))
    #expect(near(exact.lower, limits.lower, 3 / Double(n)))
    #expect(near(exact.upper, limits.upper, 3 / Double(n)))
    #expect(exact.lower >= 0)
  }

  @Test func outsideMeansSmallMidP() {
    // By summation of the binomial probabilities.
    for (n, p, level) in [(40, 0.1, 0.95), (40, 0.1, 0.998), (97, 0.5, 0.95), (12, 0.9, 0.95)] {
      let limits = FunnelLimits.exact(proportion: p, trials: n, level: level)
      let binomial = BinomialDistribution(trials: n, probability: p)
      for k in 0...n {
        let below = (0..<k).reduce(0) { $0 + binomial.mass($1) } + binomial.mass(k) / 2
        let isOut = min(below, 1 - below) < (1 - level) / 2
        let share = Double(k) / Double(n)
        #expect((share < limits!.lower || share > limits!.upper) == isOut)
      }
    }
    #expect(FunnelLimits.exact(proportion: 0.1, trials: 0, level: 0.95) == nil)
  }

  @Test func overdispersionByHand() throws {
    // Overall 0.5; z = (0.1, −0.1)/√(0.25/100) = ±2, so φ = 4 > 1 + 2√(2/2).
    let strong = try #require(Overdispersion([(100, 60), (100, 40)]))
    #expect(near(strong.factor, 4, 1e-12) && strong.isSignificant)
    let none = try #require(Overdispersion([(100, 50), (100, 50)]))
    #expect(none.factor == 0 && !none.isSignificant)
    // Twenty areas with one monster: winsorised at a tenth it no longer counts.
    let areas = Array(repeating: (trials: 1000, successes: 50), count: 19) + [(1000, 400)]
    let tamed = try #require(Overdispersion(areas))
    let raw = try #require(Overdispersion(areas, winsorised: 0))
    #expect(tamed.factor < raw.factor / 10)
    #expect(Overdispersion([(10, 1)]) == nil)
  }
}
