import Testing
import Warehouse

@testable import Sample

@Suite struct CalendarTests {
  /// Summer time in Italy: 31 March 2024 – 27 October 2024; 29 March 2026 – 25 October 2026.
  @Test(arguments: [
    ("2026-03-29", 1 * 3600, 3600), ("2026-03-29", 3 * 3600, 7200), ("2026-03-30", 0, 7200),
    ("2026-10-25", 1 * 3600, 7200), ("2026-10-25", 4 * 3600, 3600), ("2026-10-24", 86_399, 7200),
    ("2024-10-27", 5 * 3600, 3600), ("2024-03-30", 0, 3600), ("2026-01-15", 0, 3600),
  ])
  func romeOffset(_ day: String, _ second: Int, _ offset: Int) throws {
    #expect(RomeClock.offset(on: try #require(Day(iso: day)), second: second) == offset)
  }

  @Test func everyRequestHasItsDay() throws {
    let first = try #require(Day(iso: "2024-01-01"))
    let season = Season(from: first, to: Fixture.asOf, requests: 5000)
    #expect(season.requests(upTo: Fixture.asOf) == 5000)
    #expect(season.requests(upTo: first - 1) == 0)
    var met = 0
    for offset in 0...(Fixture.asOf - first) {
      let range = season.requests(on: first + offset)
      #expect(range.lowerBound == met)
      met = range.upperBound
      for index in range { #expect(season.day(of: index) == first + offset) }
    }
    #expect(met == 5000)
  }

  @Test func progressivesStartAgainEveryYear() throws {
    let first = try #require(Day(iso: "2024-01-01"))
    let season = Season(from: first, to: Fixture.asOf, requests: 5000)
    let newYear = season.requests(on: try #require(Day(iso: "2025-01-01"))).lowerBound
    #expect(season.progressive(of: 0, year: 2024) == 1)
    #expect(season.progressive(of: newYear, year: 2025) == 1)
    #expect(season.progressive(of: newYear - 1, year: 2024) == newYear)
  }

  @Test(arguments: [
    ("2026-06-30", "2026-03-31"), ("2026-01-01", "2025-12-31"), ("2026-03-31", "2025-12-31"),
    ("2026-08-14", "2026-06-30"),
  ])
  func quarterBefore(_ day: String, _ expected: String) throws {
    let end = DeliveryPlan.quarterEnd(before: try #require(Day(iso: day)))
    #expect("\(end)" == expected)
  }
}
