import Testing

@testable import Indicators

/// Tests and intervals held to other programs: lifelines 0.30.3, statsmodels 0.15.0, scipy 1.17.1.
@Suite struct ComparisonTests {
  /// lifelines.statistics.logrank_test on the trial of Freireich et al.; R's survdiff prints 16.8.
  @Test func logRankOfTwoGroups() throws {
    let result = try #require(
      LogRank.test([
        SurvivalTable(waits: Waits.freireich), SurvivalTable(waits: Waits.placebo),
      ]))
    #expect(near(result.statistic, 16.792940989216547, 1e-10))
    #expect(result.degrees == 1)
    #expect(near(result.pValue, 4.168809109334511e-05, 1e-14))
  }

  /// lifelines.statistics.multivariate_logrank_test, the same waits dealt to three groups in turn.
  @Test func logRankOfThreeGroups() throws {
    let all = Waits.freireich + Waits.placebo
    let groups = (0..<3).map { g in
      SurvivalTable(
        waits: stride(from: g, to: all.count, by: 3).map { all[$0] })
    }
    let result = try #require(LogRank.test(groups))
    #expect(near(result.statistic, 0.7163805891691822, 1e-10))
    #expect(near(result.pValue, 0.6989400578427428, 1e-10))
  }

  @Test func logRankEdges() {
    let table = SurvivalTable(waits: Waits.kaplanMeier)
    #expect(LogRank.test([table]) == nil)
    #expect(LogRank.test([table, SurvivalTable(waits: [])]) == nil)
    #expect(near(LogRank.test([table, table])?.statistic, 0, 1e-12))
  }

  /// Under no difference p-values are uniform: a twentieth below 0.05, within what 400 trials allow.
  @Test func logRankHoldsItsLevel() {
    var random = SeededGenerator(seed: 5)
    var refused = 0
    for _ in 0..<400 {
      let groups = (0..<2).map { _ in
        SurvivalTable(waits: Waits.random(60, causes: 1, using: &random))
      }
      if let p = LogRank.test(groups)?.pValue, p < 0.05 { refused += 1 }
    }
    #expect((8...34).contains(refused))
  }

  /// scipy.stats.chi2.sf.
  @Test func chiSquareTails() {
    #expect(near(ChiSquare.upperTail(3.84, degrees: 1), 0.05004352, 1e-8))
    #expect(near(ChiSquare.upperTail(10, degrees: 3), 0.01856614, 1e-8))
    #expect(near(ChiSquare.upperTail(0.5, degrees: 2), 0.77880078, 1e-8))
  }

  /// domain.md §7: activation 0.5556 against the same waits reversed; the variance is that of the curves.
  @Test func incidenceDifference() throws {
    let first = AalenJohansen(SurvivalTable(causes: 2, waits: Waits.aalenJohansen), cause: 1)
    let second = AalenJohansen(SurvivalTable(causes: 2, waits: Waits.aalenJohansen), cause: 2)
    let result = try #require(IncidenceDifference.at(15, first, minus: second))
    #expect(near(result.value, 0.555556 - 0.244444, 1e-6))
    let s = first.standardError(within: 15)!
    let t = second.standardError(within: 15)!
    let half = 1.959963984540054 * (s * s + t * t).squareRoot()
    #expect(near(result.interval.upper - result.value, half, 1e-12))
    #expect(IncidenceDifference.at(99, first, minus: second) == nil)
  }

  /// statsmodels proportion_confint(method="beta"); mid-P by scipy brentq on the tails.
  @Test(arguments: [
    (3, 12, 0.05486064452799272, 0.5718584618781892, 0.0678544103838438, 0.5412349537636058),
    (0, 7, 0, 0.4096163972250034, 0, 0.3481636551311608),
    (7, 7, 0.5903836027749966, 1, 0.6518363448688391, 1),
    (1, 40, 0.0006327449320494191, 0.13158585848276574, 0.001250471945075902, 0.1171676872858333),
  ])
  func exactProportions(
    k: Int, n: Int, low: Double, high: Double, midLow: Double, midHigh: Double
  ) throws {
    let exact = try #require(ExactProportion.interval(successes: k, of: n))
    let mid = try #require(ExactProportion.midP(successes: k, of: n))
    #expect(near(exact.lower, low, 1e-9) && near(exact.upper, high, 1e-9))
    #expect(near(mid.lower, midLow, 1e-9) && near(mid.upper, midHigh, 1e-9))
    #expect(ExactProportion.interval(successes: 0, of: 0) == nil)
  }

  /// statsmodels GEE, Gaussian, independence working correlation, intercept only: robust standard error
  /// 0.10590453694811175, 1.4279 times the variance of 31 independent units.
  @Test func designEffect() throws {
    let sizes = [1, 2, 5, 3, 1, 1, 4, 2, 6, 1, 3, 2]
    let successes = [1, 0, 4, 1, 1, 0, 4, 1, 2, 0, 3, 1]
    let result = try #require(
      DesignEffect(zip(sizes, successes).map { (units: $0, successes: $1) }))
    #expect(near(result.proportion, 0.5806451612903226, 1e-12))
    #expect(near(result.factor, 1.427901847256686, 1e-10))
    #expect(near(result.effectiveSize, 31 / 1.427901847256686, 1e-9))
    let single = try #require(
      DesignEffect([Int](repeating: 1, count: 12).enumerated().map { ($1, $0 < 3 ? 1 : 0) }))
    #expect(near(single.factor, 1, 1e-12))
    // Without clusters it is Wilson's interval (domain.md §7).
    #expect(near(single.interval().lower, 0.0889, 5e-5))
    #expect(near(single.interval().upper, 0.5323, 5e-5))
  }

  /// Breast cancer after fluoroscopy (Boice & Monson 1977), in Rothman, Greenland & Lash (2008), ch. 14: 41
  /// cases in 28,010 person-years, 15 in 19,017: 1.86 (1.03–3.35). Further digits from statsmodels 0.15.0,
  /// `confint_poisson_2indep(41, 28010, 15, 19017, method="wald-log", compare="ratio")`.
  @Test func rateRatio() throws {
    let ratio = try #require(RateRatio((41, 28_010), over: (15, 19_017)))
    #expect(near(ratio.value, 1.8557586576222778, 1e-12))
    #expect(near(ratio.interval.lower, 1.0272259976476372, 1e-12))
    #expect(near(ratio.interval.upper, 3.3525633144278704, 1e-12))
    #expect(RateRatio((0, 100), over: (3, 100)) == nil && RateRatio((3, 100), over: (0, 1)) == nil)
  }
}
