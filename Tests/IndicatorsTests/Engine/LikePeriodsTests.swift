import Testing

@testable import Indicators
@testable import Warehouse

/// Only the same months are held against one another, and only when all of them are told of.
@Suite struct LikePeriodsTests {
  private static func one(_ period: Period, note: String? = nil) -> Observation {
    Observation(
      indicator: "richieste-per-1000", territory: .total, period: period, value: 1, note: note)
  }

  @Test(
    arguments: [
      ("2026", "2025", nil), ("2026-S1", "2025-S1", nil), ("2026-T2", "2024-T2", nil),
      ("2026-S1", "2026-S1", nil), ("2026-06", "2025-12", nil),
      ("2026-S1", "2025", .otherMonths), ("2026-S1", "2025-S2", .otherMonths),
      ("2026-T2", "2026-T1", .otherMonths), ("2026-06", "2026-T2", .otherMonths),
    ] as [(String, String, Observation.Unlikeness?)])
  func monthsAreTheSame(a: String, b: String, expected: Observation.Unlikeness?) throws {
    let (a, b) = (Self.one(try #require(Period(a))), Self.one(try #require(Period(b))))
    #expect(a.unlikeness(to: b) == expected)
    #expect(b.unlikeness(to: a) == expected)
  }

  @Test func aPartIsNotAWhole() {
    let (part, whole) = (
      Self.one(.year(2026), note: Observation.toldInPart), Self.one(.year(2025))
    )
    #expect(part.unlikeness(to: whole) == .toldInPart)
    #expect(whole.unlikeness(to: part) == .toldInPart)
    // Of one period all are told of alike.
    #expect(part.unlikeness(to: Self.one(.year(2026))) == nil)
  }

  @Test(arguments: [
    ("2025", "2025-01-01", "2026-01-10", false), ("2025", "2025-02-01", "2026-01-10", true),
    ("2025", "2024-01-01", "2025-12-02", false), ("2025", "2024-01-01", "2025-11-30", true),
    ("2025-S2", "2025-07-01", "2026-01-10", false), ("2025-S1", "2025-07-01", "2026-01-10", false),
    ("2025-T3", "2025-01-01", "2025-08-15", true), ("2025-T4", "2025-01-01", "2025-08-15", false),
  ])
  func whatDeliveriesTellOf(period: String, from: String, to: String, isPart: Bool) throws {
    let days = try #require(Day(iso: from))...(try #require(Day(iso: to)))
    #expect(try #require(Period(period)).isToldInPart(by: days) == isPart)
  }

  /// An organisation whose deliveries begin in April has three of the twelve months.
  @Test func theDaysAnOrganisationTellsOf() throws {
    func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }
    let year = try day("2025-07-01")...day("2026-06-30")
    func told(_ spans: ClosedRange<Day>?...) -> ClosedRange<Day>? {
      ProviderProfile.toldInPart(spans, of: year)
    }
    let late = try day("2026-04-01")...day("2026-07-10")
    let early = try day("2024-01-01")...day("2026-04-10")
    #expect(try told(late) == day("2026-04-01")...day("2026-06-30"))
    #expect(try told(early) == day("2025-07-01")...day("2026-04-10"))
    #expect(told(late, early) == nil)
    #expect(told(late, nil) == nil)
    #expect(told() == nil)
  }
}
