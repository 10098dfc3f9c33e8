import Testing
import Warehouse

@testable import Ingest

@Suite struct ItalianDateTests {
  @Test(arguments: [
    ("12/03/2026", "2026-03-12"),
    ("1/3/2026", "2026-03-01"),
    ("1/3/26", "2026-03-01"),
    ("12.03.2026", "2026-03-12"),
    ("12-03-2026", "2026-03-12"),
    ("12 03 2026", "2026-03-12"),
    ("  12/03/2026\u{00A0}", "2026-03-12"),
    ("13/06/26", "2026-06-13"),
    ("01/01/68", "2068-01-01"),
    ("01/01/69", "1969-01-01"),
    ("2026-03-12", "2026-03-12"),
    ("2026/3/12", "2026-03-12"),
    ("20260312", "2026-03-12"),
    ("12032026", "2026-03-12"),
    ("2026-03-12Z", "2026-03-12"),
    ("2026-03-12+01:00", "2026-03-12"),
    ("29/02/2024", "2024-02-29"),
    ("12 marzo 2026", "2026-03-12"),
    ("1° marzo 2026", "2026-03-01"), ("1^ marzo 2026", "2026-03-01"),
    ("1er juillet 2026", "2026-07-01"),
    ("12-mar-26", "2026-03-12"),
    ("12 MAR. 2026", "2026-03-12"),
    ("3 sett 2025", "2025-09-03"),
    ("giovedì 12 marzo 2026", "2026-03-12"),
    ("gio 12/03/2026", "2026-03-12"),
    ("Mar. 10/03/26", "2026-03-10"),
    // Oracle's own form, and the other languages of Bolzano and Aosta.
    ("12-JAN-26", "2026-01-12"),
    ("31-Dec-2025", "2025-12-31"),
    ("12. Mai 2026", "2026-05-12"),
    ("3. März 2026", "2026-03-03"),
    ("3 août 2026", "2026-08-03"),
    ("3 juil. 2026", "2026-07-03"),
    ("Mercoledì, 1 luglio 2026", "2026-07-01"),
    // Statistics programs, form builders, a cell copied from a dialog.
    ("12MAR2026", "2026-03-12"), ("01JAN26", "2026-01-01"), ("12 mar.26", "2026-03-12"),
    ("Jan 12, 2026", "2026-01-12"), ("March 12th, 2026", "2026-03-12"),
    ("March 1st, 2026", "2026-03-01"), ("March 3 2026", "2026-03-03"),
    ("\u{200E}12/03/2026\u{200F}", "2026-03-12"), ("\u{202A}12/03/2026\u{202C}", "2026-03-12"),
    ("15/08/1931", "1931-08-15"),
  ])
  func readsDays(_ text: String, _ day: String) {
    #expect(ItalianDate.parse(text) == .day(Day(iso: day)!, minuteOfDay: nil))
  }

  /// Six digits may be anything, but for a source that says they are days.
  @Test func sixDigitsAreADayAsDeclared() {
    #expect(
      ItalianDate.parse("260312", order: .shortYearFirst)
        == .day(Day(iso: "2026-03-12")!, minuteOfDay: nil))
    #expect(ItalianDate.parse("000000", order: .shortYearFirst) == .open)
    #expect(ItalianDate.parse("260230", order: .shortYearFirst) == .invalid(.impossible))
    for order in [DateOrder.dayFirst, .monthFirst] {
      #expect(ItalianDate.parse("260312", order: order) == .invalid(.notADate))
    }
  }

  @Test(arguments: [
    ("12/03/2026 10:15", "2026-03-12", 615),
    ("12/03/2026 10:15:59", "2026-03-12", 615),
    ("12/03/2026 ore 10.15", "2026-03-12", 615), ("12/03/2026 ore 9", "2026-03-12", 540),
    ("12/03/2026, 9:05", "2026-03-12", 545),
    ("1/3/26 9:05", "2026-03-01", 545),
    ("12 marzo 2026 18:00", "2026-03-12", 1080),
    ("2026-03-12T10:15", "2026-03-12", 615),
    ("2026-03-12T10:15:00.123456", "2026-03-12", 615),
    ("2026-03-12 10:15:00", "2026-03-12", 615),
    ("20260312T101500", "2026-03-12", 615),
    ("20260312101559", "2026-03-12", 615),
    ("12/03/2026 24:00", "2026-03-13", 0),
    ("12/03/2026 00:00:00", "2026-03-12", 0),
    ("12/03/2026 23:59:60", "2026-03-12", 1439),
    ("12/03/2026 3:20 PM", "2026-03-12", 920),
    ("12/03/2026 12:00 am", "2026-03-12", 0),
    ("2026-03-12T10:15:00+01:00", "2026-03-12", 615),
    ("2026-03-12T10:15:00 +0000", "2026-03-12", 675),
    ("2026-03-12T23:15:00-0500", "2026-03-13", 315),
    ("2026-07-12T10:15:00.5Z", "2026-07-12", 735),
    ("2026-07-12T10:15:00+02", "2026-07-12", 615),
    ("2026/01/12 9:05:12 AM OEC", "2026-01-12", 545),
    ("2026/07/12 9:05:12 PM CEST", "2026-07-12", 1265),
    ("2026/07/12 9:05:12 AM GMT+1", "2026-07-12", 605),
    ("Jan 12, 2026 10:05", "2026-01-12", 605), ("March 22nd, 2026 9:05 AM", "2026-03-22", 545),
    ("/Date(1768176000000)/", "2026-01-12", 60),
    ("/Date(1783807200000+0200)/", "2026-07-12", 0),
    ("/Date(-3600000)/", "1970-01-01", 0),
  ])
  func readsTimes(_ text: String, _ day: String, _ minute: Int) {
    #expect(ItalianDate.parse(text) == .day(Day(iso: day)!, minuteOfDay: Int16(minute)))
  }

  /// Source: IANA time zone database, Europe/Rome, computed with Python's `zoneinfo`.
  @Test(arguments: [
    ("2026-03-29T00:59:59Z", "2026-03-29", 119),
    ("2026-03-29T01:00:00Z", "2026-03-29", 180),
    ("2026-10-25T00:59:59Z", "2026-10-25", 179),
    ("2026-10-25T01:00:00Z", "2026-10-25", 120),
    ("2024-03-31T00:59:00Z", "2024-03-31", 119),
    ("2024-03-31T01:00:00Z", "2024-03-31", 180),
    ("2024-10-27T00:59:00Z", "2024-10-27", 179),
    ("2024-10-27T01:00:00Z", "2024-10-27", 120),
    ("2025-12-31T23:30:00Z", "2026-01-01", 30),
    ("2026-06-30T22:30:00Z", "2026-07-01", 30),
    ("1996-10-27T00:30:00Z", "1996-10-27", 150),
    ("1995-09-24T00:59:00Z", "1995-09-24", 179),
    ("1995-09-24T01:00:00Z", "1995-09-24", 120),
    ("1995-10-01T10:00:00Z", "1995-10-01", 660),
    ("1983-03-27T01:00:00Z", "1983-03-27", 180),
    ("1985-09-29T00:59:00Z", "1985-09-29", 179),
    ("2000-02-29T23:00:00Z", "2000-03-01", 0),
    ("2031-10-26T00:59:00Z", "2031-10-26", 179),
  ])
  func instantsBecomeRomeTime(_ text: String, _ day: String, _ minute: Int) {
    #expect(
      ItalianDate.parse(text, order: .iso) == .day(Day(iso: day)!, minuteOfDay: Int16(minute)))
  }

  @Test(arguments: [
    ("marzo 2024", "2024-03"), ("Marzo 2024", "2024-03"), ("LUGLIO 2025", "2025-07"),
    ("mar-24", "2024-03"), ("03/2024", "2024-03"), ("3/2024", "2024-03"), ("2024-03", "2024-03"),
    ("giu.25", "2025-06"), ("ago25", "2025-08"), ("marzo '25", "2025-03"), ("GEN’26", "2026-01"),
  ])
  func readsMonths(_ text: String, _ period: String) {
    #expect(ItalianDate.parse(text) == .month(Period(period)!))
  }

  /// In a column of months; in one of days they would be no dates.
  @Test(arguments: [
    ("202503", "2025-03"), (" 2025M03", "2025-03"), ("2025-M3", "2025-03"), ("202513", nil),
    ("032025", nil), ("20250", nil), ("2025M", nil), ("2025030", nil),
  ])
  func readsMonthsOfRegisters(_ text: String, _ period: String?) {
    #expect(text.withCellBytes { CompactMonth.read($0) } == period.flatMap { Period($0) })
  }

  @Test(arguments: [
    "", "   ", "-", " -   ", "N/D", "n.d.", "///", "NULL", "#N/D", "#RIF!", "NO", "Nulla", "0",
    "\u{00A0}", "—",
  ])
  func nothing(_ text: String) {
    #expect(ItalianDate.parse(text) == .empty)
  }

  /// Sentinels of domain.md §2.2, D08.
  @Test(arguments: [
    "31/12/9999", "30/12/1899", "31/12/1899", "01/01/0001", "01/01/1900", "00/00/0000", "1/1/1900",
    "9999-12-31",
    "9999-12-31T23:59:59Z", "0001-01-01", "0000-00-00", "31/12/9999 00:00", "00/00/00", "99991231",
    "00000000",
  ])
  func sentinelsAreOpen(_ text: String) {
    #expect(ItalianDate.parse(text) == .open)
  }

  @Test(arguments: [
    ("31/02/2024", DateProblem.impossible),
    ("29/02/2023", .impossible),
    ("00/03/2026", .impossible),
    ("32/01/2026", .impossible),
    ("2026-13-40", .impossible),
    ("13/2024", .impossible),
    ("03/13/2026", .otherOrder),
    ("2026-13-03", .otherOrder),
    ("12/03/0206", .implausibleYear),
    ("12/03/2926", .implausibleYear),
    ("03-mar", .incomplete),
    ("LUGLIO", .incomplete),
    ("2024", .incomplete),
    ("12/03", .incomplete),
    ("45292", .spreadsheetSerial),
    ("12/03/2026 25:00", .impossibleTime),
    ("12/03/2026 10:75", .impossibleTime),
    ("2026-03-12T10:00:00+19:00", .impossibleTime),
    ("lunedì 12/03/2026", .otherWeekday), ("gio 12 aprile 2026", .otherWeekday),
    ("12/03/2026x", .notADate),
    ("12/03/202", .notADate),
    ("12/03/20266", .notADate),
    ("12/03/2026 mattina", .notADate),
    ("evasa il 15/03/2026", .notADate),
    ("12//03//2026", .notADate),
    ("prossimo marzo", .notADate),
    ("12/03/2026 10", .notADate),
    ("1234567", .notADate),
    ("/", .notADate),
  ])
  func refuses(_ text: String, _ problem: DateProblem) {
    let expected: DateReading = text == "/" ? .empty : .invalid(problem)
    #expect(ItalianDate.parse(text) == expected)
  }

  /// Of `lunedì 04/05/2026` the 4th of May is a Monday and the 5th of April is not.
  @Test func theDayOfTheWeekDecidesToo() {
    let may = DateReading.day(Day(iso: "2026-05-04")!, minuteOfDay: nil)
    #expect(ItalianDate.parse("lunedì 04/05/2026") == may)
    #expect(ItalianDate.parse("lunedì 04/05/2026", order: .monthFirst) == .invalid(.otherWeekday))
  }

  @Test func theColumnDecidesTheOrder() {
    let third = DateReading.day(Day(iso: "2026-12-03")!, minuteOfDay: nil)
    #expect(ItalianDate.parse("12/03/2026", order: .monthFirst) == third)
    #expect(ItalianDate.parse("12/3/26", order: .monthFirst) == third)
    #expect(ItalianDate.parse("12032026", order: .monthFirst) == third)
    #expect(ItalianDate.parse("2026-12-03", order: .monthFirst) == third)
    #expect(ItalianDate.parse("13/03/2026", order: .monthFirst) == .invalid(.otherOrder))
    #expect(ItalianDate.parse("12/03/2026", order: .iso) == .invalid(.otherOrder))
    #expect(ItalianDate.parse("2026-12-03", order: .iso) == third)
  }

  @Test func timesWithoutAZoneMayBeUniversal() {
    let expected = DateReading.day(Day(iso: "2026-07-13")!, minuteOfDay: 15)
    for text in ["2026-07-12 22:15:00", "12/07/2026 22:15", "12/7/26 22.15", "20260712221500"] {
      #expect(ItalianDate.parse(text, assumesUTC: true) == expected)
    }
    #expect(
      ItalianDate.parse("2026-07-13T00:15:00+02:00", assumesUTC: true) == expected)
    #expect(
      ItalianDate.parse("12/07/2026", assumesUTC: true)
        == .day(Day(iso: "2026-07-12")!, minuteOfDay: nil))
  }

  /// Every day of two centuries, written in the two common ways, is read back.
  @Test func everyDayReadsBack() {
    var day = Day(iso: "1950-01-01")!
    while day.year < 2100 {
      let iso = day.description
      let parts = iso.split(separator: "-")
      let expected = DateReading.day(day, minuteOfDay: nil)
      let italian = "\(parts[2])/\(parts[1])/\(parts[0])"
      if iso != "1900-01-01" {
        #expect(ItalianDate.parse(iso, order: .iso) == expected)
        #expect(ItalianDate.parse(italian) == expected)
      }
      day = day + 13
    }
  }

  @Test func anyBytesAreReadWithoutTrapping() {
    var generator = SplitMix(seed: 7)
    let alphabet = Array("0123456789/-.:T Z+marzolì°Ã\u{00A0}".utf8)
    for _ in 0..<20_000 {
      let count = Int(generator.next() % 24)
      let bytes = (0..<count).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] }
      bytes.withUnsafeBufferPointer { cell in
        for order in DateOrder.allCases { _ = ItalianDate.parse(cell, order: order) }
      }
    }
  }
}
