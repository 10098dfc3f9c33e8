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

  /// One of a comune gave up at once. A reader who knows how many of its district did cannot tell of which
  /// comune, where more than one keeps its share: the district need not keep its own.
  @Test func aFewWhoGaveUpCostTheDistrictNothing() throws {
    func requests(
      _ comune: Int, started: Int, waiting: Int, gaveUp: Int = 0
    ) -> [[FactField: String]] {
      WorkedExample.requests(started, in: comune, [.startedOn: "2025-02-15"])
        + WorkedExample.requests(waiting, in: comune)
        + WorkedExample.requests(
          gaveUp, in: comune, [.outcome: "rinuncia", .closedOn: "2025-01-20"])
    }
    let residents = [5000, 5000, 5000, 5000, 5000]
    let store = try WorkedExampleTests().warehouse(
      of: WorkedExample(
        "", "", residents: residents,
        [
          .serviceRequest: requests(0, started: 30, waiting: 9, gaveUp: 1)
            // Two were not answered: withheld, whoever gave up.
            + requests(1, started: 18, waiting: 2) + requests(2, started: 30, waiting: 12)
            + requests(3, started: 25, waiting: 15) + requests(4, started: 22, waiting: 11)
        ], 0))
    let comuni = try store.comuni().enumerated().map { i, comune in
      var comune = comune
      (comune.ats, comune.innerAreaClass) = (i < 3 ? "NORD" : "SUD", "A")
      return comune
    }
    let codes = try ["servizio", "area_utenza", "canale"].flatMap { try store.codes($0) }
    try store.write {
      try $0.replaceReference(
        comuni: comuni,
        ats: ["NORD", "SUD"].map { ATSRecord(id: $0, name: $0, isProvisional: false) },
        codes: codes)
    }
    let all = try Engine(
      store: store, settings: try DisclosureSettings(), asOf: RandomWarehouse.asOf
    ).observations().filter {
      $0.indicator == "copertura-bisogni" && $0.period == .year(2025) && $0.dimension == "totale"
    }
    func status(_ kind: TerritoryKey.Kind, _ code: String) -> Observation.Status? {
      all.first { $0.territory == TerritoryKey(kind, code) }?.status
    }
    #expect(status(.comune, WorkedExample.code(0)) == .suppressed)
    #expect(status(.comune, WorkedExample.code(1)) == .suppressed)
    #expect(status(.ats, "NORD") == .published)
    #expect(all.first { $0.territory == .total }?.status == .published)
  }
}
