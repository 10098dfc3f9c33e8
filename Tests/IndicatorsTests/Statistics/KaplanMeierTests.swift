import Testing

@testable import Indicators

@Suite struct KaplanMeierTests {
  /// domain.md §7; further digits from lifelines 0.30.3 (`KaplanMeierFitter`) and statsmodels 0.15.0
  /// (`SurvfuncRight`, whose standard errors are Greenwood's).
  @Test(arguments: [
    (3, 7, 0.857142857143, 0.132260014253, 0.334053879292, 0.978561058526),
    (5, 6, 0.714285714286, 0.170746944191, 0.258153665459, 0.919797456045),
    (8, 4, 0.535714285714, 0.200786536491, 0.131988176963, 0.824997042040),
    (15, 2, 0.267857142857, 0.214365418850, 0.013124793079, 0.670013466821),
  ])
  func vector(
    _ day: Int, _ atRisk: Int, _ s: Double, _ error: Double, _ lower: Double, _ upper: Double
  ) throws {
    let curve = KaplanMeier(SurvivalTable(waits: Waits.kaplanMeier))
    let row = try #require(curve.table.row(onOrBefore: day))
    #expect(curve.table.days[row] == day && curve.table.atRisk[row] == atRisk)
    #expect(near(curve.survival(at: day), s, 1e-11))
    #expect(near(curve.standardError(at: day), error, 1e-11))
    #expect(near(curve.interval(at: day)?.lower, lower, 1e-11))
    #expect(near(curve.interval(at: day)?.upper, upper, 1e-11))
    #expect(near(curve.share(within: day)?.value, 1 - s, 1e-11))
    #expect(near(curve.share(within: day)?.interval?.lower, 1 - upper, 1e-11))
  }

  @Test func vectorSummaries() {
    let curve = KaplanMeier(SurvivalTable(waits: Waits.kaplanMeier))
    // statsmodels: SurvfuncRight(t, e).quantile_ci(0.5, method="cloglog") = (3, inf).
    #expect(curve.median == DurationQuantile(day: 15, lower: 3, upper: nil))
    #expect(near(curve.restrictedMean(until: 20)?.value, 11.946429, 1e-6))
    #expect(curve.quantile(0.9) == DurationQuantile(day: nil, lower: 15, upper: nil))
    #expect(curve.restrictedMean(until: 21) == nil, "nobody was followed that long")
    #expect(curve.survival(at: 21) == nil)
    #expect(curve.survival(at: 2) == 1 && curve.interval(at: 2) == nil)
  }

  /// Freireich 1963: lifelines 0.30.3 and statsmodels 0.15.0, `quantile_ci(p, method="cloglog")`.
  @Test func freireich() {
    let curve = KaplanMeier(SurvivalTable(waits: Waits.freireich))
    #expect(near(curve.survival(at: 10), 0.752941176471, 1e-11))
    #expect(near(curve.interval(at: 10)?.lower, 0.503199510800, 1e-11))
    #expect(near(curve.interval(at: 10)?.upper, 0.889361835169, 1e-11))
    #expect(near(curve.standardError(at: 23), 0.13459145675576048, 1e-13))
    #expect(curve.median == DurationQuantile(day: 23, lower: 13, upper: nil))
    #expect(curve.quantile(0.25) == DurationQuantile(day: 13, lower: 6, upper: 22))
    #expect(near(curve.restrictedMean(until: 20)?.value, 16.116526610644254, 1e-12))
    #expect(near(curve.restrictedMean(until: 35)?.value, 23.287394957983185, 1e-12))
    // R 4.2.2, survival 3.5-3: summary(survfit(Surv(t, e) ~ 1), rmean = 20 and 35)$table, "se(rmean)"; Klein &
    // Moeschberger (2003), §4.5, have 23.3 weeks of 35 with √7.993 = 2.827.
    #expect(near(curve.restrictedMean(until: 20)?.standardError, 1.251560196005047, 1e-12))
    let mean = curve.restrictedMean(until: 35)
    #expect(near(mean?.standardError, 2.827467623371439, 1e-12))
    let limits = KaplanMeier.interval(ofMean: mean ?? (0, 0), until: 35)
    #expect(near(limits.lower, 17.74566024872211, 1e-11))
    #expect(near(limits.upper, 28.829129667244274, 1e-11))
    let placebo = KaplanMeier(SurvivalTable(waits: Waits.placebo))
    #expect(placebo.median == DurationQuantile(day: 8, lower: 4, upper: 11))
    #expect(placebo.quantile(0.25) == DurationQuantile(day: 4, lower: 1, upper: 5))
    #expect(placebo.survival(at: 400) == 0, "everybody left: the curve is known for ever")
  }

  @Test func agreesWithRedistributionToTheRight() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<150 {
      let waits = Waits.random(Int.random(in: 1...80, using: &random), causes: 1, using: &random)
      let curve = KaplanMeier(SurvivalTable(waits: waits))
      let last = try #require(curve.table.lastDay)
      for day in 0...last {
        let left = redistributed(waits, causes: 1, by: day)[1]
        #expect(near(curve.share(within: day)?.value, left, 1e-9))
      }
      // The mean, day by day instead of step by step.
      let days = (0..<last).map { curve.survival(at: $0) ?? .nan }
      if last > 0 {
        #expect(near(curve.restrictedMean(until: last)?.value, days.reduce(0, +), 1e-9))
      }
      let median = curve.median.day
      #expect(median == (0...last).first { (curve.survival(at: $0) ?? 1) <= 0.5 + 1e-12 })
    }
  }

  @Test func withoutCensoringEverythingIsTheSampleItself() throws {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<50 {
      let n = Int.random(in: 2...60, using: &random)
      let days = (0..<n).map { _ in Int.random(in: 0...40, using: &random) }
      let curve = KaplanMeier(SurvivalTable(waits: days.map { ($0, 1) }))
      let tau = 25
      let cut = days.map { Double(min($0, tau)) }
      let mean = cut.reduce(0, +) / Double(n)
      let variance = cut.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n * n)
      let estimate = try #require(curve.restrictedMean(until: tau))
      #expect(near(estimate.value, mean, 1e-9))
      #expect(near(estimate.standardError, variance.squareRoot(), 1e-9))
      // Greenwood without censoring is the binomial variance.
      let s = Double(days.filter { $0 > tau }.count) / Double(n)
      #expect(near(curve.survival(at: tau), s, 1e-12))
      if s > 0 {
        #expect(near(curve.standardError(at: tau), (s * (1 - s) / Double(n)).squareRoot(), 1e-12))
      }
    }
  }

  @Test func sameDayAnswersCountFromDayZero() {
    let table = SurvivalTable(entries: [
      .init(day: 10, cause: 0, count: 5), .init(day: 0, cause: 1, count: 3),
      .init(day: 0, cause: 0, count: 2),
    ])
    #expect(table.subjects == 10 && table.atRisk == [10, 5])
    let curve = KaplanMeier(table)
    #expect(near(curve.survival(at: 0), 0.7, 1e-15))
    #expect(curve.median.day == nil)
    let empty = KaplanMeier(SurvivalTable(entries: []))
    #expect(empty.survival(at: 0) == nil && empty.median.day == nil)
    #expect(empty.restrictedMean(until: 10) == nil)
  }
}
