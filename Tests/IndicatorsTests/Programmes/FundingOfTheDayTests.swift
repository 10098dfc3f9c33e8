import Testing

@testable import Indicators
@testable import Warehouse

/// Money is that of the day of the edition, whatever was stated afterwards.
@Suite struct FundingOfTheDayTests {
  private func observations(
    _ facts: [FactTable: [[FactField: String]]]
  ) throws -> [String: Observation] {
    let store = try WorkedExampleTests().warehouse(
      of: WorkedExample("", "", residents: [1000], facts, 0), months: [:])
    let all = try Engine(
      store: store, settings: DisclosureSettings(), asOf: RandomWarehouse.asOf
    ).observations()
    return Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
  }

  /// 30 paid of 100 granted by the day of the edition; that the grant became 200 was stated later.
  @Test func fundingIsThatOfTheDay() throws {
    func shares(statedOn days: [String]) throws -> [String: Observation] {
      try observations([
        .funding: zip(days, ["10000", "20000"]).map {
          [
            .cup: WorkedExample.cup, .fund: "totale", .amountCents: $1, .origin: "a",
            .referredTo: $0,
          ]
        },
        .payment: [
          [
            .cup: WorkedExample.cup, .fund: "totale", .paidOn: "2026-01-31", .amountCents: "3000",
            .origin: "a", .isCumulative: "S",
          ]
        ],
      ])
    }
    let cell = "~totale~totale~2026~programma~\(WorkedExample.cup)"
    let now = try shares(statedOn: ["2025-12-31", "2026-11-21"])
    #expect(now["avanzamento-finanziario.totale" + cell]?.value == 0.3)
    #expect(now["risorse-non-spese" + cell]?.value == 0.7)
    let last = try shares(statedOn: ["2025-06-30", "2025-12-31"])
    #expect(last["avanzamento-finanziario.totale" + cell]?.value == 0.15)
    // Where nobody had stated it yet, what was stated first.
    let later = try shares(statedOn: ["2026-11-21", "2026-12-01"])
    #expect(later["avanzamento-finanziario.totale" + cell]?.value == 0.3)
  }
}
