import Testing

@testable import Indicators

@Suite struct AalenJohansenTests {
  /// domain.md §7; standard errors from R 4.2.2, survival 3.5-3 (`summary(survfit(Surv(t, c) ~ 1))$std.err`, c a
  /// factor), to whose first digits statsmodels 0.15.0 comes too (`CumIncidenceRight(t, c).cinc_se`).
  @Test(arguments: [
    (3, 0.111111, 0, 0.888889, 0.1047565601757848, 0),
    (4, 0.111111, 0.111111, 0.777778, 0.1047565601757848, 0.1047565601757848),
    (5, 0.222222, 0.111111, 0.666667, 0.1385799032138497, 0.1047565601757848),
    (8, 0.355556, 0.111111, 0.533333, 0.1668229719734429, 0.1047565601757848),
    (9, 0.355556, 0.244444, 0.4, 0.1668229719734429, 0.1512998095607323),
    (15, 0.555556, 0.244444, 0.2, 0.1944356259023213, 0.1512998095607323),
  ])
  func vector(
    _ day: Int, _ activated: Double, _ withdrawn: Double, _ waiting: Double, _ error1: Double,
    _ error2: Double
  ) {
    let table = SurvivalTable(causes: 2, waits: Waits.aalenJohansen)
    let (first, second) = (AalenJohansen(table, cause: 1), AalenJohansen(table, cause: 2))
    #expect(near(first.incidence(within: day), activated, 1e-6))
    #expect(near(second.incidence(within: day), withdrawn, 1e-6))
    #expect(near(KaplanMeier(table).survival(at: day), waiting, 1e-6))
    #expect(near(first.standardError(within: day), error1, 1e-12))
    #expect(near(second.standardError(within: day), error2, 1e-12))
  }

  @Test func censoringWithdrawalsOverstates() {
    let naive = Waits.aalenJohansen.map { (day: $0.day, cause: $0.cause == 1 ? 1 : 0) }
    let wrong = KaplanMeier(SurvivalTable(waits: naive)).share(within: 15)?.value
    #expect(near(wrong, 0.695238, 1e-6), "the trap of domain.md §7")
  }

  /// Waits without ties, because lifelines 0.30.3 (`AalenJohansenFitter.fit(t, c, event_of_interest)`,
  /// `confidence_interval_`) jitters them.
  @Test func intervalsAndQuantiles() throws {
    let days = [2, 3, 5, 7, 8, 11, 13, 14, 17, 19, 23, 29, 31, 37, 41, 43]
    let causes = [1, 2, 1, 1, 0, 2, 1, 0, 1, 1, 2, 0, 1, 0, 1, 0]
    let table = SurvivalTable(causes: 2, waits: Array(zip(days, causes)))
    let first = AalenJohansen(table)
    let golden = [
      (2, 0.0625, 0.004098165321, 0.246994462218),
      (13, 0.255681818182, 0.078839390294, 0.480855577937),
      (31, 0.504971590909, 0.222155420721, 0.733214136952),
      (43, 0.648792613636, 0.298789955036, 0.856459841745),
    ]
    for (day, value, lower, upper) in golden {
      #expect(near(first.incidence(within: day), value, 1e-11))
      let interval = try #require(first.interval(within: day))
      #expect(near(interval.lower, lower, 1e-11) && near(interval.upper, upper, 1e-11))
    }
    #expect(near(AalenJohansen(table, cause: 2).interval(within: 23)?.upper, 0.437887099567, 1e-11))
    #expect(first.quantile(0.5) == DurationQuantile(day: 31, lower: 17, upper: nil))
    #expect(first.quantile(0.25) == DurationQuantile(day: 13, lower: 5, upper: 41))
    #expect(AalenJohansen(table, cause: 2).quantile(0.5).day == nil, "non raggiunta")
    #expect(first.incidence(within: 44) == nil && first.incidence(within: 1) == 0)
  }

  @Test func agreesWithRedistributionToTheRight() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<150 {
      let waits = Waits.random(Int.random(in: 1...80, using: &random), causes: 3, using: &random)
      let table = SurvivalTable(causes: 3, waits: waits)
      for cause in 1...3 {
        let curve = AalenJohansen(table, cause: cause)
        for day in 0...(table.lastDay ?? 0) {
          let left = redistributed(waits, causes: 3, by: day)[cause]
          #expect(near(curve.incidence(within: day), left, 1e-9))
        }
      }
    }
  }

  @Test func varianceByItsDoubleSum() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<40 {
      let waits = Waits.random(Int.random(in: 1...60, using: &random), causes: 2, using: &random)
      let table = SurvivalTable(causes: 2, waits: waits)
      let curve = AalenJohansen(table, cause: 2)
      let km = KaplanMeier(table)
      for row in table.rows {
        var sum = 0.0
        for j in 0...row {
          let (n, d) = (Double(table.atRisk[j]), Double(table.events(j)))
          let k = Double(table.events(j, cause: 2))
          let before = j == 0 ? 1 : km.survival[j - 1]
          let gap = curve.incidence[row] - curve.incidence[j]
          if n > d { sum += gap * gap * d / (n * (n - d)) }
          sum += before * before * k * (n - k) / (n * n * n) - 2 * gap * before * k / (n * n)
        }
        #expect(near(curve.standardError(within: table.days[row]), max(0, sum).squareRoot(), 1e-7))
      }
    }
  }

  @Test func oneCauseIsKaplanMeier() {
    var random = SeededGenerator(seed: 13)
    for _ in 0..<40 {
      let waits = Waits.random(Int.random(in: 1...60, using: &random), causes: 1, using: &random)
      let table = SurvivalTable(waits: waits)
      let (aj, km) = (AalenJohansen(table), KaplanMeier(table))
      for day in table.days {
        #expect(near(aj.incidence(within: day), km.share(within: day)?.value, 1e-12))
        if let error = km.standardError(at: day) {
          #expect(near(aj.standardError(within: day), error, 1e-7))
        }
      }
      #expect(aj.quantile(0.5).day == km.median.day)
    }
  }
}
