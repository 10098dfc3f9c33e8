import Testing
import Warehouse

@testable import Indicators

/// Reported requests beside an estimate of all, from the warehouse to the evidence of an edition.
@Suite struct TotalWithMissingTests {
  /// Told requests are those that stand, by comune and month.
  @Test func whatASenderToldIsCountedInTheWarehouse() throws {
    let world = try RandomWarehouse(seed: 3, requests: 800)
    let told = try RequestsTold.all(in: world.store, by: ["prova", "altro"])
    #expect(Set(told.keys) == ["prova"] && told["prova"]!.heard == RandomWarehouse.asOf)
    for quarter in [Period.quarter(2024, 3), .quarter(2025, 1), .month(2025, 12)] {
      for own in [Set<String>(), ["080002"], ["080001", "080007"]] {
        let counted = world.requests.count {
          quarter.contains($0.asked) && (own.isEmpty || own.contains($0.comune))
        }
        #expect(told["prova"]!.count(quarter, of: own) == counted)
      }
    }
  }

  /// Through an edition: the estimate stands beside the observation and changes no other.
  @Test func anEditionHasItBesideItsNumbers() throws {
    let world = try RandomWarehouse(seed: 6, requests: 3000)
    let asOf = RandomWarehouse.asOf
    try world.store.write {
      try $0.replaceCalendar([
        ExpectedDelivery(
          publisher: "altro", publisherName: "Altro", dataset: "richieste", frequency: .quarterly,
          from: Day(iso: "2026-04-01")!, daysAllowed: 30)
      ])
    }
    let observations = try Engine(store: world.store, settings: DisclosureSettings(), asOf: asOf)
      .observations()
    let evidence = try Evidence(
      store: world.store, observations: observations, asOf: asOf, name: "Prova", outlines: [:],
      words: { Text.both($0) })
    let total = try #require(evidence.totalsWithMissing.first)
    #expect(total.territory == .total && total.period == .quarter(2026, 2))
    #expect(total.reason == .neverTold && total.missing == ["Altro"])
    #expect(
      total.reported == world.requests.count { Period.quarter(2026, 2).contains($0.asked) })
    #expect(evidence.observation(total.observation)?.status == .provisional)
    #expect(evidence.totalsWithMissing.map(\.territory.code) == ["totale", "EST", "NORD", "SUD"])
  }
}
