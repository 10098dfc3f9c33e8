import Indicators
import Spreadsheet
import Testing
import Warehouse

@testable import Reports

/// A wait that has not been followed to its end has an interval without an upper end: it is one all the
/// same, and judged by what it says.
@Suite struct OpenIntervalTests {
  private static func median(
    _ code: String, _ value: Double, _ lower: Double?, _ upper: Double?
  ) -> Figure {
    SentencesTests.figure("tempo-attivazione.mediana", code, value, lower, upper)
  }

  private let open = median("080001", 49, 29, nil)

  @Test(arguments: [
    (20.0, 18.0, 22.0, Separation.above), (30, 25, 40, .indistinct), (60, 55, 70, .indistinct),
  ])
  func itIsJudged(value: Double, lower: Double, upper: Double, separation: Separation) {
    let whole = Self.median("totale", value, lower, upper)
    #expect(Separation(open.observation, from: whole.observation) == separation)
    let inverse: Separation = separation == .above ? .below : separation
    #expect(Separation(whole.observation, from: open.observation) == inverse)
  }

  @Test func withoutALowerEndThereIsNone() {
    let whole = Self.median("totale", 20, 18, 22)
    let bare = Self.median("080001", 49, nil, nil)
    #expect(Separation(bare.observation, from: whole.observation) == .unjudged(higher: true))
  }

  @Test(arguments: [
    (Language.it, "intervallo al 95\u{A0}%: da 29 in su;", "da 29 in su"),
    (.en, "95% interval: 29 or more;", "29 or more"),
  ])
  func itIsSaid(language: Language, words: String, cell: String) {
    #expect(SentencesTests.sentences(language).statement(open).text.contains(words))
    #expect(
      CellText.text(of: Cell(.interval(29, .infinity, .decimal(0))), language) == cell)
  }

  /// Its comuni are among those that cannot be told from the reference, not among those without an interval.
  @Test func itIsCounted() {
    let whole = Self.median("totale", 30, 25, 40)
    let bare = Self.median("080002", 49, nil, nil)
    #expect(
      SentencesTests.sentences(.it).spread([open, bare], around: whole).text.hasSuffix(
        ": per un comune la differenza non è distinguibile dal caso; per un comune la differenza non "
          + "si giudica, perché il dato non ha un intervallo."))
  }

  /// A sheet has the lower end as a number, and a word in place of the other.
  @Test func theSheetHasAWord() {
    let table = Table(
      id: "t", caption: "T", sheetName: "T", columns: [Table.Column("Intervallo", .interval)],
      rows: [[Cell(.interval(29, .infinity, .decimal(0)))]])
    let columns = SheetColumns(table, .it)
    #expect(
      columns.columns.map { columns.value($0, table.rows[0][0]).0 } == [
        .number(29), .text("in su"),
      ])
  }
}
