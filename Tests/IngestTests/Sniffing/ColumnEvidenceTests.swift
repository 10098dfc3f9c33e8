import Testing
import Warehouse

@testable import Ingest

private func dates(_ cells: [String]) -> DateOrderEvidence {
  var evidence = DateOrderEvidence()
  for cell in cells { Array(cell.utf8).withUnsafeBufferPointer { evidence.add($0) } }
  return evidence
}

private func numbers(
  _ cells: [String], isWhole: Bool = false, isMoney: Bool = false
) -> NumberConventionEvidence {
  var evidence = NumberConventionEvidence(isWhole: isWhole, isMoney: isMoney)
  for cell in cells { Array(cell.utf8).withUnsafeBufferPointer { evidence.add($0) } }
  return evidence
}

@Suite struct ColumnEvidenceTests {
  /// A count has no fraction; zeros may be those a data base writes after any number.
  @Test func whereNumbersAreWholeAGroupOfThreeIsThousands() {
    #expect(numbers(["1.234", "567", "12.000"], isWhole: true).decision == .italian)
    #expect(numbers(["1,234", "567"], isWhole: true).decision == .international)
    #expect(numbers(["12.000", "3.000"], isWhole: true).decision == nil)
    #expect(numbers(["12.000", "3.000"], isWhole: true).isAmbiguous)
    #expect(numbers(["1.234", "567"]).decision == nil)
    #expect(numbers(["1.234", "56.7"], isWhole: true).decision == nil)
  }

  @Test(
    arguments: [
      (["05/06/2025", "31/12/2025", "01/02/2025"], DateOrder.dayFirst, false),
      (["5-6-25", "31-12-25 10:15"], .dayFirst, false),
      (["05/06/2025", "12/31/2025"], .monthFirst, false),
      (["2025-06-05", "2025-12-31T10:00:00"], .iso, false),
      (["2025-06-05", "31/12/2025"], .dayFirst, false),
      (["31122025", "05062025"], .dayFirst, false),
      (["20251231"], .iso, false),
      (["2025-06-05", "2025-31-12"], .yearDayMonth, false),
      // Both are written: those that are no dates are refused, and none is turned round.
      (["2025-06-05", "2025-31-12", "2025-12-31"], .iso, false),
      (Array(repeating: "2025-31-12", count: 40) + ["2025-12-31"], .yearDayMonth, false),
      (["05/06/2025", "07/08/2025"], nil, true),
      (["05/06/2025", "2025-12-31"], nil, true),
      (["31/12/2025", "12/31/2025"], nil, true),
      (["04/04/2025", "", "n.d.", "marzo 2025", "10:15", "45/99/2025"], nil, false),
      (Array(repeating: "31/12/2025", count: 40) + ["12/31/2025"], .dayFirst, false),
    ] as [([String], DateOrder?, Bool)])
  func dateOrder(cells: [String], decision: DateOrder?, isAmbiguous: Bool) {
    let evidence = dates(cells)
    #expect(evidence.decision == decision, "\(cells)")
    #expect(evidence.isAmbiguous == isAmbiguous, "\(cells)")
  }

  @Test(
    arguments: [
      (["46113", "45292"], true), (["46113", "31/12/2025", "ieri", ""], true),
      (["46113.5", "46113,25"], true),
      (["46113", "0"], true),
      // Days written without marks, a number of another kind, no number.
      (["20326", "11226"], false), (["20326"], false), (["46113", "123456"], false),
      (["46113", "75001"], false), (["46113", "12"], false), (["2026", "20260401"], false),
      (["31/12/2025"], false), ([], false),
    ])
  func daysCountedByASpreadsheet(cells: [String], isProved: Bool) {
    var evidence = SerialDateEvidence()
    for cell in cells { cell.withCellBytes { evidence.add($0) } }
    #expect(evidence.isProved == isProved, "\(cells)")
  }

  /// Serial numbers of ECMA-376 part 1 §18.17.4.1, as the spreadsheets of both systems show them.
  @Test(
    arguments: [
      ("46113", SerialSystem.from1900, "2026-04-01", nil), ("36526", .from1900, "2000-01-01", nil),
      ("35064", .from1904, "2000-01-01", nil), ("46113.75", .from1900, "2026-04-01", 1080),
      (" 46113,99999 ", .from1900, "2026-04-02", 0),
    ] as [(String, SerialSystem, String, Int16?)])
  func countedDays(text: String, system: SerialSystem, day: String, minute: Int16?) {
    let reading = text.withCellBytes { system.day($0) }
    #expect(reading == .day(Day(iso: day)!, minuteOfDay: minute))
  }

  /// Beside `12.50`, `1.250` euros may be one and a quarter or a thousand: nobody can tell.
  @Test func amongAmountsOfTwoDecimalsThreeAreADoubt() {
    for cells in [["12.50", "1.250"], ["€ 1.250", "€ 12.50"], ["1,250", "300", "45,5"]] {
      #expect(numbers(cells, isMoney: true).decision == nil, "\(cells)")
      #expect(numbers(cells, isMoney: true).isAmbiguous)
      #expect(numbers(cells, isMoney: true).because.hasSuffix("hanno al più due decimali"))
      #expect(numbers(cells).decision != nil)
    }
    #expect(numbers(["12,50", "1.250"], isMoney: true).decision == .italian)
    #expect(numbers(["0.375", "12.50", "1.250"], isMoney: true).decision == .international)
  }

  /// The danger of domain.md §2.1: `114.000.000` is 114 million and `40.000` forty thousand.
  @Test(
    arguments: [
      (["1.234,56", "12"], NumberConvention.italian, false),
      (["12,5"], .italian, false), (["1.479.692,48 €", "40.000"], .italian, false),
      (["114.000.000", "40.000"], .italian, false), (["(1.234,5)", "- 3,00 EUR"], .italian, false),
      (["1,234.56"], .international, false), (["1234.56", "40.000"], .international, false),
      (["1,234,567", "40,000"], .international, false), (["0.500"], .international, false),
      (["1234.567"], .international, false), (["-1.5e3", "2E+5"], .plain, false),
      (["40.000", "7"], nil, true), (["40,000"], nil, true), (["12,5", "12.5"], nil, true),
      (["7", "-12", "1 234", "n.d.", ""], nil, false),
      (["12/03/2026", "via Roma 1,5", "abc"], nil, false),
      (["0,25 euro"], .italian, false), (["12,5%"], .italian, false),
      (Array(repeating: "12,5", count: 40) + ["12.5"], .italian, false),
    ] as [([String], NumberConvention?, Bool)])
  func numberConvention(cells: [String], decision: NumberConvention?, isAmbiguous: Bool) {
    let evidence = numbers(cells)
    #expect(evidence.decision == decision, "\(cells)")
    #expect(evidence.isAmbiguous == isAmbiguous, "\(cells)")
  }

  @Test func theReasonQuotesACell() {
    #expect(dates(["05/06/2025", "31/12/2025"]).example == "31/12/2025")
    #expect(
      dates(["05/06/2025", "31/12/2025"]).because
        == "«31/12/2025» si legge in un modo solo (celle come questa: 1)")
    #expect(numbers(["40.000"]).example == nil)
    #expect(numbers(["40.000"]).because.contains("«40.000»"))
    #expect(numbers(["12,5", "12.5"]).because.contains("«12.5»"))
  }
}
