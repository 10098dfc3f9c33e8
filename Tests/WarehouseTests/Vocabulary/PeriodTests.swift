import Testing

@testable import Warehouse

@Suite struct PeriodTests {
  static let periods: [(String, String, String)] = [
    ("2026", "2026-01-01", "2026-12-31"), ("2026-S1", "2026-01-01", "2026-06-30"),
    ("2026-S2", "2026-07-01", "2026-12-31"), ("2026-T1", "2026-01-01", "2026-03-31"),
    ("2026-T4", "2026-10-01", "2026-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2026-02", "2026-02-01", "2026-02-28"), ("2026-12", "2026-12-01", "2026-12-31"),
  ]

  /// Names as contracts.md §7 gives them.
  @Test(arguments: periods) func names(_ name: String, _ first: String, _ last: String) throws {
    let period = try #require(Period(name))
    #expect("\(period)" == name)
    #expect(period.firstDay == Day.of(first))
    #expect(period.lastDay == Day.of(last))
    #expect(period.contains(.of(first)) && period.contains(.of(last)))
    #expect(!period.contains(.of(first) - 1) && !period.contains(.of(last) + 1))
  }

  @Test(arguments: [
    "", "26", "2026-", "2026-S3", "2026-S0", "2026-T5", "2026-13", "2026-00", "2026-1",
    "2026-S1-T1", "anno", "2026-Q1", "2026-SS1", "2026-T01", "2026-S01", "+026", "0000", "2026-+1",
    "2026-S+",
  ]) func otherNames(_ name: String) { #expect(Period(name) == nil) }

  /// Every day of two years is in one quarter, one half and one year, and in no other.
  @Test func everyDayHasOneOfEach() {
    for number in 0..<731 {
      let day = Day.of("2024-01-01") + number
      let quarter = Period.quarter(of: day)
      let half = Period.half(of: day)
      #expect(quarter.contains(day) && half.contains(day))
      #expect(half.firstDay <= quarter.firstDay && quarter.lastDay <= half.lastDay)
    }
  }

  @Test func theYearBeforeKeepsItsPart() {
    #expect(Period("2026-T3")?.yearBefore == Period("2025-T3"))
    #expect(Period("2026-S1")?.yearBefore == Period("2025-S1"))
    #expect(Period("2026-02")?.yearBefore == Period("2025-02"))
    #expect(Period("2026")?.yearBefore == Period("2025"))
  }

  @Test func longerPeriodsComeFirst() {
    let names = ["2025", "2025-S1", "2025-T1", "2025-01", "2025-02", "2025-T2", "2025-S2", "2026"]
    #expect(names.reversed().compactMap(Period.init).sorted().map { "\($0)" } == names)
  }
}
