import Testing
import Warehouse

@testable import Reports

@Suite struct DateTextTests {
  @Test func days() {
    let day = Day(iso: "2025-03-31")!
    #expect(Language.it.short(day) == "31/03/2025")
    #expect(Language.it.long(day) == "31 marzo 2025")
    #expect(Language.en.long(day) == "31 March 2025")
    #expect(Language.it.long(Day(iso: "2026-05-01")!) == "1º maggio 2026")
  }

  @Test func periodsUnderACurveAreShort() {
    let periods: [Period] = [.year(2026), .half(2026, 1), .quarter(2026, 3), .month(2026, 8)]
    #expect(
      periods.map(Language.it.short) == [
        "2026", "1º\u{A0}sem. 2026", "3º\u{A0}trim. 2026", "ago 2026",
      ])
    #expect(periods.map(Language.en.short) == ["2026", "H1 2026", "Q3 2026", "Aug 2026"])
  }

  @Test(arguments: [
    (Period.year(2026), "2026", "nel 2026", "in 2026"),
    (.half(2026, 1), "1º semestre 2026", "nel 1º semestre 2026", "in the first half of 2026"),
    (.quarter(2026, 3), "3º trimestre 2026", "nel 3º trimestre 2026", "in Q3 2026"),
    (.month(2026, 8), "agosto 2026", "a agosto 2026", "in August 2026"),
  ])
  func periods(period: Period, name: String, during: String, english: String) {
    #expect(Language.it.name(of: period) == name)
    #expect(Language.it.during(period) == during)
    #expect(Language.en.during(period) == english)
  }
}
