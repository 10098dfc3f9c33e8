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
      after.allSatisfy { one in
        if case .month = one.period { return one.note != Observation.toldInPart }
        return one.status != .provisional || one.note == Observation.toldInPart
      },
      "held against a half whose senders have all reported, it would seem to fall")
    #expect(
      try status(requests, TerritoryKey(.comune, comune.istat), .half(2026, 1)) == .provisional)
    // Neither the quarter before, nor where others report.
    #expect(try status(requests, .total, .quarter(2026, 1)) == .published)
    #expect(try status(requests, .total, .year(2025)) == .published)
    let elsewhere = ["NORD", "SUD", "EST"].first { $0 != comune.ats! }!
    #expect(try status(requests, TerritoryKey(.ats, elsewhere), .quarter(2026, 2)) == .published)
    #expect(after.allSatisfy { $0.status != .provisional || $0.value != nil })
  }

  /// Deliveries of a source of quarters that double within three months of their end.
  private func deliver(_ days: [String], to store: Store) throws {
    for day in days.map({ Day(iso: $0)! }) {
      var snapshot = Snapshot(
        delivery: "\(day).csv", receivedOn: day, sha256: String(repeating: "2", count: 64),
        bytes: 1,
        descriptor: String(repeating: "3", count: 64))
      let ended = Period.quarter(of: day)
      snapshot.months = [:]
      for months in stride(from: 0, through: 24, by: 3) {
        let month = day.year * 12 + day.month - 1 - months
        snapshot.months![month] = months == 0 ? 100 : 200
      }
      snapshot.rowsRead = 1700
      snapshot.rowsKept = 1700
      #expect(day == ended.lastDay)
      let closed = snapshot
      try store.write { access in
        let source = try access.save(
          Source(
            publisher: "tardivo", dataset: "richieste", title: "Prova", licence: "prova",
            policy: .cumulative, isSynthetic: true))
        let id = try access.open(closed, source: source, table: "service_request")
        try access.close(closed, id: id, source: source, policy: .cumulative)
      }
    }
  }

  @Test func whatIsTooYoungToBeWholeIsProvisional() throws {
    let world = try RandomWarehouse(seed: 6, requests: 1500)
    func provisional() throws -> Set<Period> {
      Set(
        try Engine(store: world.store, settings: DisclosureSettings(), asOf: RandomWarehouse.asOf)
          .observations().filter {
            $0.indicator == "richieste-per-1000" && $0.status == .provisional
          }
          .map(\.period))
    }
    // Two quarters seen to grow are not history enough.
    try deliver(["2025-09-30", "2025-12-31", "2026-03-31"], to: world.store)
    #expect(try provisional().isEmpty)
    try deliver(["2026-06-30"], to: world.store)
    // Half of the quarter is known, a quarter of the half-year is not; of the year before all is.
    #expect(try provisional() == [.quarter(2026, 2), .half(2026, 1)])
    let development = ReportingDevelopment(
      try world.store.reportingTriangles(asOf: RandomWarehouse.asOf)[0])
    #expect(development.usualShares.map(\.age) == Array(0...11))
    #expect(development.known(of: .quarter(2026, 2))?.share == 0.5)
    #expect(development.known(of: .quarter(2026, 1))?.share == 1)
    #expect(development.known(of: .half(2026, 1))?.share == 0.75)
  }
}
