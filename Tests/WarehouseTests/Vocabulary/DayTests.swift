import Testing

@testable import Warehouse

@Suite struct DayTests {
  /// domain.md §7, "Calendar": Easter is a Sunday, the Consolazione feast a Tuesday, and the weekday of
  /// 4 October as stated there.
  static let weekdays: [(String, Int)] = [
    ("2024-03-31", 7), ("2025-04-20", 7), ("2026-04-05", 7), ("2027-03-28", 7), ("2028-04-16", 7),
    ("2024-09-17", 2), ("2025-09-16", 2), ("2026-09-15", 2), ("2027-09-14", 2), ("2028-09-12", 2),
    ("2026-10-04", 7), ("2027-10-04", 1), ("2028-10-04", 3),
    // 1 January 1970 was a Thursday (POSIX), 15 October 1582 a Friday (Inter gravissimas).
    ("1970-01-01", 4), ("1582-10-15", 5),
  ]

  @Test(arguments: weekdays) func weekday(_ iso: String, _ expected: Int) throws {
    #expect(try #require(Day(iso: iso)).weekday == expected)
  }

  /// domain.md §7: working days between two dates, Monday to Friday, holidays of the interval given.
  @Test func workingDays() {
    func workingDays(after start: String, to end: String, holidays: [String]) -> Int {
      let (first, last) = (Day.of(start), Day.of(end))
      let closed = Set(holidays.map(Day.of))
      return (1...(last - first)).map { first + $0 }
        .count { $0.weekday <= 5 && !closed.contains($0) }
    }
    #expect(workingDays(after: "2026-12-04", to: "2026-12-11", holidays: ["2026-12-08"]) == 4)
    #expect(workingDays(after: "2027-10-01", to: "2027-10-05", holidays: ["2027-10-04"]) == 1)
    #expect(
      workingDays(
        after: "2025-12-23", to: "2026-01-07",
        holidays: ["2025-12-25", "2025-12-26", "2026-01-01", "2026-01-06"]) == 7)
    #expect(workingDays(after: "2025-09-12", to: "2025-09-17", holidays: []) == 3)
    #expect(workingDays(after: "2025-09-12", to: "2025-09-17", holidays: ["2025-09-16"]) == 2)
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-06-30", 20_634),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ]) func number(_ iso: String, _ expected: Int32) {
    #expect(Day(iso: iso)?.number == expected)
    #expect(Day(number: expected).description == iso)
  }

  /// Every day of a whole Gregorian cycle, one after the other, against a calendar kept by counting.
  @Test func fourHundredYearsGoRound() {
    var day = Day.of("1800-01-01")
    var weekday = day.weekday
    var visited = 0
    for year in 1800..<2200 {
      for month in 1...12 {
        for dayOfMonth in 1...Day.length(ofMonth: month, year: year) {
          guard day.civil == (year, month, dayOfMonth),
            Day(year: year, month: month, day: dayOfMonth) == day, day.weekday == weekday,
            Day(iso: day.description) == day
          else {
            Issue.record("\(year)-\(month)-\(dayOfMonth) is \(day)")
            return
          }
          day = day + 1
          weekday = weekday % 7 + 1
          visited += 1
        }
      }
    }
    #expect(visited == 146_097)
    #expect(day == Day.of("2200-01-01"))
  }

  @Test(arguments: [(1900, 28), (2000, 29), (2023, 28), (2024, 29), (2100, 28), (2400, 29)])
  func februaries(_ year: Int, _ length: Int) {
    #expect(Day.length(ofMonth: 2, year: year) == length)
    #expect((Day(year: year, month: 2, day: 29) != nil) == (length == 29))
  }

  @Test(arguments: [
    (2026, 2, 30), (2026, 13, 1), (2026, 0, 1), (2026, 4, 31), (2026, 1, 0), (0, 1, 1),
    (10_000, 1, 1), (2026, 1, -1),
  ]) func daysThatDoNotExist(_ year: Int, _ month: Int, _ day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    "2026-1-31", "26-01-31", "2026/01/31", "2026-01-31 ", "2026-01", "2026-01-31-", "",
    "2026-02-29", "20260131", "+026-01-31", "2026-+1-31",
  ]) func otherWritings(_ text: String) { #expect(Day(iso: text) == nil) }

  @Test func daysAreNumbers() {
    let day = Day.of("2024-02-28")
    #expect(day + 2 == Day.of("2024-03-01"))
    #expect(Day.of("2024-03-01") - day == 2)
    #expect(Day.of("2024-03-01") - 1 == Day.of("2024-02-29"))
    #expect(day < day + 1)
  }
}
