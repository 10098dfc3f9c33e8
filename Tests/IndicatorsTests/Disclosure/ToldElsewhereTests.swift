import Testing
import Warehouse

@testable import Indicators

/// A number kept as an earlier edition had it is not told by what another indicator makes of it.
@Suite struct ToldElsewhereTests {
  private static let asOf = RandomWarehouse.asOf
  private static let (first, second) = (WorkedExample.code(0), WorkedExample.code(1))

  /// The second of two editions of a day; between them two persons of the first comune have asked in 2025, and been
  /// answered.
  private func secondEdition() throws -> [String: Observation] {
    let people = [Self.first, Self.second].flatMap { comune in
      [(0, 17), (18, 64), (65, 74), (75, 84), (85, 130)].map { from, to -> [FactField: String] in
        [
          .comune: comune, .year: "2025", .ageFrom: "\(from)", .ageTo: "\(to)", .residents: "800",
        ]
      }
    }
    let decision: [FactField: String] = [
      .proceedingID: "T", .number: "1", .need: "n", .decision: "d", .status: "in_corso",
      .indicator: "copertura-bisogni", .target: "0.8", .decidedOn: "2025-06-01",
    ]
    func answered(_ count: Int, in comune: Int) -> [[FactField: String]] {
      (0..<count).flatMap {
        WorkedExample.requests(
          1, in: comune,
          [.startedOn: "2025-02-01", .person: "\(comune) \($0)", .birthYear: "1955"])
      }
    }
    func edition(_ persons: Int, after: [Observation] = []) throws -> [Observation] {
      let store = try WorkedExampleTests().warehouse(
        of: WorkedExample(
          "", "", residents: [4000, 4000],
          [
            .serviceRequest: WorkedExample.requests(80) + answered(persons, in: 0)
              + answered(60, in: 1),
            .tableDecision: [decision], .population: people,
          ], 0))
      if !after.isEmpty {
        try store.write {
          _ = try $0.replaceObservations(
            after.records, asOf: Self.asOf, inputs: "prima", toolVersion: "1")
        }
      }
      return try Engine(store: store, settings: DisclosureSettings(), asOf: Self.asOf)
        .observations()
    }
    return Dictionary(
      uniqueKeysWithValues: try edition(62, after: edition(60)).map { ($0.id, $0) })
  }

  @Test func whatIsKeptBackIsNotToldElsewhere() throws {
    let all = try secondEdition()
    func one(_ slug: String, _ place: String, _ year: Int, _ of: String = "totale~totale") throws
      -> Observation
    {
      try #require(all["\(slug)~\(place)~\(year)~\(of)"], "\(slug)")
    }
    let whole = "totale~totale"
    let kept = try one("copertura-bisogni", whole, 2025)
    #expect(kept.isHeldBack && kept.value == 0.6)
    // By the decision that follows it up.
    let followed = try one("decisioni-tavolo", whole, 2026, "decisione~T:1")
    #expect(followed.numerator == 0.6 && followed.value == 0.75)
    // By how many requests there are in all.
    for slug in ["richieste-identificate", "richieste-senza-comune"] {
      let requests = try one(slug, whole, 2026)
      #expect(requests.denominator == 200 && requests.isHeldBack, "\(slug)")
    }
    // By what a comune that has not moved lacks to it, or is expected to have by it.
    #expect(try one("copertura-popolazione", whole, 2025).numerator == 120)
    let place = "comune~\(Self.second)"
    #expect(try one("copertura-popolazione", place, 2025).numerator == 60)
    let gap = try one("divario-copertura", place, 2025)
    #expect(gap.isHeldBack && gap.value == 0)
    #expect(try one("theil-copertura", whole, 2025).value == 0)
    let expected = try one("copertura-standardizzata", place, 2025)
    #expect(expected.isHeldBack && expected.denominator == 60)
  }
}
