import Testing

@testable import Indicators
@testable import Warehouse

/// Where a service is whose users nobody may know, and where those who ask for it live, is told nowhere
/// (domain reference §4.5: anti-violence centres); its heading needs the stricter threshold (§3.0, K10).
@Suite struct WithheldPlaceTests {
  private static let asOf = RandomWarehouse.asOf

  /// Two comuni. One organisation offers and gives `A3` alone, in the first; the other offers `A1` in the
  /// second and gives `A1` there and `A3` in the first.
  private func world(sensitive: [String]) throws -> Store {
    func offer(_ provider: String, _ service: String, _ comune: Int) -> [FactField: String] {
      [
        .provider: provider, .service: service, .comuni: WorkedExample.code(comune),
        .startsOn: "2025-01-01", .capacity: "20", .capacityUnit: "posti",
      ]
    }
    func given(
      _ count: Int, _ provider: String, _ service: String, _ comune: Int
    ) -> [[FactField: String]] {
      (0..<count).map {
        [
          .provider: provider, .service: service, .comune: WorkedExample.code(comune),
          .deliveredOn: "2026-03-01", .person: "\(provider) \(service) \($0)",
        ]
      }
    }
    func provider(_ code: String, _ seat: Int) -> [FactField: String] {
      [
        .fiscalCode: code, .name: code, .kind: "odv", .comune: WorkedExample.code(seat),
        .servedComuni: WorkedExample.code(seat),
      ]
    }
    return try WorkedExampleTests().warehouse(
      of: WorkedExample(
        "", "", residents: [2000, 2000],
        [
          .serviceOffer: [offer("P1", "A3", 0), offer("P2", "A1", 1)],
          .serviceDelivery: given(12, "P1", "A3", 0) + given(13, "P2", "A1", 1)
            + given(14, "P2", "A3", 0),
          .provider: [provider("P1", 0), provider("P2", 1)],
          .serviceRequest: WorkedExample.requests(7)
            + WorkedExample.requests(30, [.service: "ND"]),
        ], 0), sensitiveServices: sensitive)
  }

  private func observations(_ store: Store) throws -> [String: Observation] {
    let all = try Engine(store: store, settings: DisclosureSettings(), asOf: Self.asOf)
      .observations()
    return Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
  }

  @Test func noIndicatorTellsWhereItIsOffered() throws {
    func shown(_ sensitive: [String]) throws -> [Double?] {
      let all = try observations(world(sensitive: sensitive))
      let comune = WorkedExample.code(0)
      return [
        "copertura-offerta~comune~\(comune)~2026~totale~totale",
        "copertura-offerta~comune~\(comune)~2026~servizio~A",
        "posti-per-100~comune~\(comune)~2026~totale~totale",
        "erogatore-unico~ats~ATS0~2026~servizio~A",
      ].map { all[$0]?.value }
    }
    #expect(try shown([]) == [1, 1, 1, 1])
    #expect(try shown(["A3"]) == [0, 0, 0, nil])
  }

  @Test func noCardTellsWhereItIsGiven() throws {
    func profiles(_ sensitive: [String]) throws -> [ProviderProfile] {
      try ProviderProfile.all(
        in: world(sensitive: sensitive), settings: DisclosureSettings(), asOf: Self.asOf)
    }
    let open = try profiles([])
    #expect(open[0].seat != nil && !open[0].served.isEmpty && !open[0].byComune.isEmpty)
    #expect(open[1].byComune.count == 2)

    let kept = try profiles(["A3"])
    #expect(kept[0].isPlaceWithheld && kept[0].seat == nil)
    #expect(kept[0].served.isEmpty && kept[0].byComune.isEmpty)
    #expect(kept[0].offers.allSatisfy { $0.isPlaceWithheld && $0.comuni.isEmpty })
    #expect(kept[0].deliveries == 10, "what it did is told, as a whole")
    #expect(!kept[1].isPlaceWithheld && kept[1].served.count == 1)
    #expect(kept[1].byComune.map(\.code) == [WorkedExample.code(1)])
  }

  /// Seven requests of a heading may be told, unless it holds a service of which nothing may be guessed.
  @Test func itsHeadingNeedsTheStricterThreshold() throws {
    let cell = "richieste-per-1000~totale~totale~2025~servizio~A"
    #expect(try observations(world(sensitive: []))[cell]?.numerator == 7)
    #expect(try observations(world(sensitive: ["A3"]))[cell]?.status == .suppressed)
  }
}
