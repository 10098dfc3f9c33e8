import Testing

@testable import Indicators

/// Garwood (1936) limits; digits from scipy 1.17.1 (`chi2.ppf(a, 2x)/2`, `chi2.ppf(1-a, 2x+2)/2`).
@Suite struct PoissonTests {
  @Test(arguments: [
    (0, 0.95, 0, 3.6888794541139354), (0, 0.998, 0, 6.907755278982137),
    (1, 0.95, 0.025317807984289897, 5.571643390938898),
    (1, 0.998, 0.0010005003335835346, 9.233413476451585),
    (5, 0.95, 1.623486390118421, 11.66833207932267),
    (5, 0.998, 0.7393717319178327, 16.454745203680105),
    (10, 0.95, 4.7953886961324335, 18.39035604201778),
    (50, 0.95, 37.110963737461866, 65.91876666433681),
    (1000, 0.998, 905.1207909349766, 1101.6269438790305),
  ])
  func garwood(_ count: Int, _ level: Double, _ lower: Double, _ upper: Double) {
    let interval = ExactPoisson.interval(count: count, level: level)
    #expect(near(interval.lower, lower, 1e-9 * max(1, lower)))
    #expect(near(interval.upper, upper, 1e-9 * upper))
  }

  @Test func garwoodLimitsHaveTheirTails() {
    // By plain summation of Poisson probabilities: P(X ≥ x | lower) = P(X ≤ x | upper) = 2.5 %.
    for x in [1, 2, 7, 30, 100] {
      let interval = ExactPoisson.interval(count: x)
      #expect(near(1 - cumulative(x - 1, interval.lower), 0.025, 1e-10))
      #expect(near(cumulative(x, interval.upper), 0.025, 1e-10))
    }
  }

  @Test func byarIsCloseToExact() {
    // PHE's rule of thumb: Byar's method is accurate from ten events.
    for x in 10...200 {
      let (byar, exact) = (Byar.interval(count: x), ExactPoisson.interval(count: x))
      #expect(near(byar.lower / exact.lower, 1, 0.003))
      #expect(near(byar.upper / exact.upper, 1, 0.002))
    }
    #expect(Byar.interval(count: 0).lower == 0)
    // The formula worked in Python for 10 events: 10(1 − 1/90 − z/(3√10))³ and 11(1 − 1/99 + z/(3√11))³.
    #expect(near(Byar.interval(count: 10).lower, 4.787449913967563, 1e-12))
    #expect(near(Byar.interval(count: 10).upper, 18.391458605756473, 1e-12))
  }

  private func cumulative(_ k: Int, _ mean: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for i in stride(from: 1, through: k, by: 1) {
      term *= mean / Double(i)
      sum += term
    }
    return sum * exponential(-mean)
  }

  /// e^x by its series, on a sixteenth of x.
  private func exponential(_ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for i in 1...40 {
      term *= x / 16 / Double(i)
      sum += term
    }
    var result = 1.0
    for _ in 0..<16 { result *= sum }
    return result
  }
}
