import Testing
import Warehouse

@testable import Indicators

/// Somebody who has undertaken to deliver has not.
@Suite struct ReportsNotHereTests {
  @Test func whatLacksASendersReportIsProvisional() throws {
    let world = try RandomWarehouse(seed: 6, requests: 1500)
    func compute() throws -> [Observation] {
      try Engine(store: world.store, settings: DisclosureSettings(), asOf: RandomWarehouse.asOf)
        .observations()
    }
    let before = try compute()
    let comune = world.comuni[0]
    try world.store.write {
      try $0.replaceCalendar([
        ExpectedDelivery(
          publisher: "comune", publisherName: "Comune", dataset: "richieste",
          frequency: .quarterly, from: Day(year: 2026, month: 4, day: 1)!, daysAllowed: 30,
          comuni: [comune.istat])
      ])
    }
    let after = try compute()
    #expect(after.map(\.value) == before.map(\.value), "what was reported is what is shown")
    func status(_ indicator: String, _ territory: TerritoryKey, _ period: Period) throws
      -> Observation.Status
    {
      try #require(
        after.first {
          $0.indicator == indicator && $0.territory == territory && $0.period == period
            && $0.dimension == "totale" && $0.value != nil
        }
      ).status
    }
    let requests = "richieste-per-1000"
    #expect(try status(requests, .total, .quarter(2026, 2)) == .provisional)
    #expect(try status(requests, .total, .half(2026, 1)) == .provisional)
    #expect(
      try status(requests, TerritoryKey(.comune, comune.istat), .half(2026, 1)) == .provisional)
    // Neither the quarter before, nor where others report.
    #expect(try status(requests, .total, .quarter(2026, 1)) == .published)
    #expect(try status(requests, .total, .year(2025)) == .published)
    let elsewhere = ["NORD", "SUD", "EST"].first { $0 != comune.ats! }!
    #expect(try status(requests, TerritoryKey(.ats, elsewhere), .quarter(2026, 2)) == .published)
    #expect(after.allSatisfy { $0.status != .provisional || $0.value != nil })
  }
}
