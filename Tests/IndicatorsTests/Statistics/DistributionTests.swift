import Testing

@testable import Indicators

/// Numbers: scipy 1.17.1 (`scipy.special.ndtri`, `scipy.stats.gamma.cdf`, `scipy.stats.binom`).
@Suite struct DistributionTests {
  @Test(arguments: [
    (1e-300, -37.0470962993612), (1e-12, -7.034483825301131), (0.001, -3.090232306167813),
    (0.025, -1.9599639845400545), (0.25, -0.6744897501960817), (0.5, 0), (0.6, 0.2533471031357997),
    (0.925, 1.4395314709384563), (0.975, 1.959963984540054), (0.999, 3.090232306167813),
    (0.9999999999, 6.361340889697422),
  ])
  func normalQuantile(_ p: Double, _ z: Double) {
    #expect(near(NormalDistribution.quantile(p), z, 1e-13 * max(1, abs(z))))
  }

  @Test func normalQuantileInvertsTheDistribution() {
    for i in 1...199 {
      let p = Double(i) / 200
      #expect(near(NormalDistribution.cumulative(NormalDistribution.quantile(p)), p, 1e-15))
    }
    #expect(NormalDistribution.halfWidth(level: 0.95) == 1.959963984540054)
    #expect(near(NormalDistribution.halfWidth(level: 0.998), 3.090232306167813, 1e-13))
  }

  @Test(arguments: [
    (0.5, 0.5, 0.6826894921370859), (3, 10, 0.0011024881301154815), (10, 3, 0.9972306042844884),
    (1000, 1010, 0.38010487476705734),
  ])
  func gammaDistribution(_ x: Double, _ shape: Double, _ p: Double) {
    #expect(near(GammaDistribution.cumulative(x, shape: shape), p, 1e-12))
    #expect(near(GammaDistribution.quantile(p, shape: shape) / x, 1, 1e-10))
  }

  @Test(arguments: [
    (3, 12, 0.3, 0.4925157734350003, 0.23970042557999985),
    (0, 5, 0.1, 0.59049, 0.59049), (60, 1000, 0.0616667, 0.44649838413561915, 0.05177873302763555),
    (10500, 170_000, 0.0616667, 0.5692463651040975, 0.00396306661151068),
    (170, 200, 0.9, 0.016326565931766394, 0.0068182539847931704),
  ])
  func binomialDistribution(_ k: Int, _ n: Int, _ p: Double, _ cumulative: Double, _ mass: Double) {
    let binomial = BinomialDistribution(trials: n, probability: p)
    #expect(near(binomial.cumulative(k), cumulative, 1e-9))
    #expect(near(binomial.mass(k), mass, 1e-10))
  }

  @Test func binomialAgainstItsOwnSum() {
    for (n, p) in [(1, 0.5), (7, 0.01), (40, 0.3), (40, 0.97), (300, 0.06)] {
      let binomial = BinomialDistribution(trials: n, probability: p)
      var sum = 0.0
      for k in 0...n {
        sum += binomial.mass(k)
        #expect(near(binomial.cumulative(k), sum, 1e-12))
      }
      #expect(near(sum, 1, 1e-12))
    }
  }

  @Test func midQuantileIsWhereTheMidDistributionGetsThere() {
    for p in [0.001, 0.025, 0.3, 0.5, 0.975, 0.999] {
      let binomial = BinomialDistribution(trials: 60, probability: 0.2)
      let q = binomial.midQuantile(p)
      let below = Int(q)
      let share = q - Double(below)
      let reached =
        binomial.midCumulative(below) * (1 - share) + binomial.midCumulative(below + 1) * share
      #expect(near(reached, p, 1e-12))
    }
  }
}
