import Testing
import Warehouse

@testable import Indicators

/// Limits of waits in which nothing competes with the awaited day. Golden values: `lifelines` 0.30.3,
/// `KaplanMeierFitter`, on thirty waits: 5 ended after 60 days, 4 after 200, 3 after 300, 18 open at 545.
@Suite struct WaitLimitsTests {
  /// Of organisations, and of persons through the only door to a duration.
  @Test(arguments: [nil, 5]) func areThoseOfTheShareThatIsLeft(_ threshold: Int?) throws {
    var tally = CellTally()
    for (days, cause, count) in [(60, 1, 5), (200, 1, 4), (300, 1, 3), (545, 0, 18)] {
      tally.waits.add(count, to: UInt64(days << 2 | cause))
    }
    tally.cases = 30
    let counting = Counting(
      .providerApplication, when: .day(.decidedOn), place: nil,
      measure: .wait(Indicators.Wait(.decidedOn, .lapsedOn, horizons: [180, 365], meanUntil: 365)))
    let estimates = CellEstimates(
      counting: counting, settings: try DisclosureSettings(), residents: { _, _, _ in nil },
      total: { _ in nil }, threshold: { _ in threshold })
    let key = CellTable.Key(unit: 0, period: .year(2025), dimension: 0, code: "totale")
    let figures = estimates.figures(key, tally)
    func figure(_ suffix: String) throws -> CellEstimates.Figure {
      try #require(figures.first { $0.suffix == suffix })
    }
    let half = try figure(".entro-180")
    #expect(near(half.lower, 0.072994, 1e-6) && near(half.upper, 0.355039, 1e-6))
    let year = try figure(".entro-365")
    #expect(near(year.lower, 0.250477, 1e-6) && near(year.upper, 0.595479, 1e-6))
    #expect(try figure(".mediana").value == nil, "not reached")
    // (5 × 60 + 4 × 200 + 3 × 300 + 18 × 365) / 30; the areas that follow the three days weigh the variance:
    // 225.67² × 5/(30 × 25) + 109² × 4/(25 × 21) + 39² × 3/(21 × 18) = 21.026².
    let mean = try figure(".media-365")
    // R 4.2.2, survival 3.5-3, rmean = 365: 285.66666666666669, se 21.02608609076583; to a tenth of a day.
    #expect(mean.value == 285.7 && mean.denominator == 30)
    #expect(mean.lower == 244.5 && mean.upper == 326.9)
  }
}
