import Testing
import Warehouse

@testable import Indicators

/// What is not shown at all, and what is shown of all comuni together.
@Suite struct UntoldTests {
  /// Nothing of the last quarter is shown, of which only some days were seen: what is few there withholds
  /// nothing of the quarters before.
  @Test func whatIsNotShownWithholdsNothing() throws {
    let asOf = Day(year: 2026, month: 4, day: 3)!
    let shares = try Engine(
      store: EngineTests.world.store, settings: try DisclosureSettings(), asOf: asOf
    ).observations().filter {
      $0.indicator == "copertura-bisogni" && $0.dimension == "totale" && $0.period.year == 2025
        && $0.territory.kind == .ats
    }
    let ended = shares.filter { $0.period.lastDay + 180 <= asOf }
    #expect(ended.count >= 12)
    #expect(ended.filter { $0.status == .suppressed }.map(\.id) == [])
    #expect(shares.contains { $0.status == .notApplicable && $0.period == .quarter(2025, 4) })
  }

  /// One exact figure of all comuni and a handful withheld are an equation a reader can try numbers in.
  @Test func indicesOfComuniHaveFewDigitsAndManyUnknowns() throws {
    let slugs = ["gini-copertura", "concentrazione-svantaggio", "copertura-coda"]
    var (shown, withheld) = (0, 0)
    for seed in 21...24 as ClosedRange<UInt64> {
      let world = try RandomWarehouse(seed: seed, requests: seed % 2 == 0 ? 800 : 6000)
      let all = try Engine(
        store: world.store, settings: try DisclosureSettings(), asOf: RandomWarehouse.asOf
      ).observations()
      for o in all where slugs.contains(o.indicator) || o.indicator == "copertura-smorzata" {
        let hidden = all.count {
          $0.indicator == "copertura-popolazione" && $0.territory.kind == .comune
            && $0.dimension == "totale" && $0.period == o.period && $0.status == .suppressed
        }
        if (1..<10).contains(hidden) {
          #expect(o.value == nil, "\(o.id)")
          withheld += 1
        }
        let unit = o.indicator == "copertura-smorzata" ? 1e4 : 100
        for figure in [o.value, o.lower, o.upper].compactMap(\.self) {
          #expect(abs(figure * unit - (figure * unit).rounded()) < 1e-6, "\(o.id)")
          shown += 1
        }
      }
    }
    #expect(shown > 0 && withheld > 0)
  }
}
