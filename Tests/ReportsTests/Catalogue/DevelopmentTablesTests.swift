import Indicators
import Testing
import Warehouse

@testable import Reports

/// What is known later and what is missing, as readers see it.
@Suite struct DevelopmentTablesTests {
  /// Quarters that grow by a quarter in the second month after their end.
  private static let triangle = ReportingTriangle(
    dataset: "richieste",
    rows: (0..<6).map { place in
      .init(
        quarter: .quarter(2025 + place / 4, place % 4 + 1), source: "comune/richieste", firstAge: 0,
        known: Array([203, 203, 254, 254, 254, 254].prefix(place == 5 ? 1 : 6)))
    })

  private static let totals = [
    TotalWithMissing(
      territory: TerritoryKey(.ats, "LOC"), period: .half(2026, 1), missing: ["Comune di prova"],
      reported: 203,
      observation: "richieste-per-1000~ats~LOC~2026-S1~totale~totale",
      estimate: .init(value: 270, lower: 260, upper: 290), reason: nil, pairs: 12),
    TotalWithMissing(
      territory: TerritoryKey(.ats, "CAU"), period: .half(2026, 1), missing: ["Ente muto"],
      reported: 90, observation: "richieste-per-1000~ats~CAU~2026-S1~totale~totale",
      estimate: nil, reason: .neverTold, pairs: 12),
  ]

  private static var evidence: Evidence {
    var evidence = SampleEvidence.make()
    evidence.developments = [
      ReportingDevelopment(triangle).published,
      ReportingDevelopment(
        ReportingTriangle(dataset: "casi", rows: Array(triangle.rows.prefix(2)))
      ).published,
    ]
    evidence.totalsWithMissing = totals
    return evidence
  }

  private func context(_ language: Language) -> ReportContext {
    ReportContext(evidence: Self.evidence, tables: [SampleEvidence.brief], language: language)
  }

  private func text(_ report: Report, _ context: ReportContext) throws -> String {
    let page = try PageWriter(frame: context.frame, navigation: []).page(report)
    // Tags away: what is read.
    return String(decoding: page, as: UTF8.self)
      .replacing(#/<[^>]*>/#, with: " ").replacing(#/\s+/#, with: " ")
  }

  @Test func theTriangleIsOnTheQualityPage() throws {
    let context = context(.it)
    let page = try text(QualityPage.reports(context)[0], context)
    #expect(
      page.contains(
        "Richieste: alla fine del trimestre si conosce di solito il 79 % di quanto si sa dopo 5 mesi; "
          + "il 95 % dopo 2 mesi."), "203 of 254, cut down")
    #expect(page.contains("Non si può ancora dire quanto si conosca di: Casi."))
    // Rounded to five; the first month, in which nothing came, has no column.
    #expect(page.contains("1º trimestre 2026 1 205 255 [x]"))
    #expect(page.contains("2º trimestre 2026 1 205 [..] 79 % [p] 0 %"))
  }

  @Test func theEstimateIsMarkedAsOneInBothLanguages() throws {
    let italian = context(.it)
    let page = try text(QualityPage.reports(italian)[0], italian)
    #expect(page.contains("Totale con chi manca (stima)"))
    #expect(page.contains("dal 10º al 90º percentile di 12 confronti"))
    #expect(page.contains("Comune di prova 203"))
    #expect(page.contains("270 260"))
    #expect(page.contains("non stimabile [x]"))
    let english = context(.en)
    let other = try text(QualityPage.reports(english)[0], english)
    for words in [
      "Total with missing (estimate)", "not estimable [x]", "somebody has never delivered",
      "at the end of the quarter, usually 79% of what is known after 5 months is known",
    ] { #expect(other.contains(words), "\(words)") }
  }

  @Test func aDossierSaysWhatIsMissingAndAboutHowMuch() throws {
    let context = context(.it)
    let page = try text(DossierReport.reports(context)[0], context)
    #expect(
      page.contains(
        "manca la consegna delle richieste di Comune di prova; quelle pervenute sono 203. "
          + "Con chi manca sarebbero circa 270 (stima; tra 260 e 290)."))
    #expect(
      page.contains(
        "di Ente muto; quelle pervenute sono 90. Quante ne manchino non si può stimare, e non sono zero."
      ))
  }

  @Test func theWorkbookOfADossierHasBothTables() {
    let context = context(.it)
    let report = DossierReport.reports(context)[0]
    let evidence = report.sections.first { $0.id == "evidenza" }
    let tables = (evidence?.parts ?? []).flatMap(\.blocks).compactMap { block in
      if case .table(let table) = block, table.isInWorkbookOnly { table.id } else { nil }
    }
    #expect(tables == ["stati-tabella", "stima-mancanti", "triangolo-tabella"])
  }

  @Test func openDataHaveItApartFromTheObservations() throws {
    let tables = OpenTables.all(Self.evidence)
    let rows = CSVRows.read(try #require(tables.first { $0.name == "richieste_stime" }).bytes)
    #expect(
      rows.dropFirst().map { Array($0.prefix(10)) } == [
        ["ats", "LOC", "2026-S1", "Comune di prova", "203", "270", "260", "290", "", "12"],
        ["ats", "CAU", "2026-S1", "Ente muto", "90", "", "", "", "mai_pervenuto", "12"],
      ])
  }
}
