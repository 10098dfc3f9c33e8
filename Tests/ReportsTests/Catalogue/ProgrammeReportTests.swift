import Testing

@testable import Reports

/// The figures of the CUP are those of the domain reference §7 and §0.2 (trap 1).
@Suite struct ProgrammeReportTests {
  static func html(_ language: Language = .it) throws -> String {
    let context = ReportContext(
      evidence: SampleEvidence.make(), tables: [], language: language)
    return String(
      decoding: try PageWriter(frame: context.frame, navigation: [])
        .page(ProgrammeReport.reports(context)[0]), as: UTF8.self)
  }

  @Test func statementsThatDisagreeAreBothSaid() {
    let sentences = ProgrammeReport.disagreements(SampleEvidence.programme, .it)
    #expect(
      sentences.map(\.text) == [
        "PNRR, le dichiarazioni non coincidono: 1.479.692,48\u{A0}€ secondo pagina del progetto "
          + "dell'ente, al 30 giugno 2023; 812.840,10\u{A0}€ secondo ReGiS, al 31 marzo 2025. La "
          + "differenza è di 666.852,38\u{A0}€."
      ])
  }

  @Test func allDenominatorsArePrinted() throws {
    let html = try Self.html()
    for share in ["16,09", "30,01", "16,49"] { #expect(html.contains(share + "\u{A0}%")) }
  }

  @Test func zeroOverZeroIsNotAPercentage() throws {
    #expect(
      try Self.html().contains("n.d. (programmato = 0) <abbr title=\"non applicabile\">[x]</abbr>"))
    #expect(
      try Self.html(.en).contains("n/a (planned = 0) <abbr title=\"not applicable\">[x]</abbr>"))
  }

  @Test func theFundersDutiesAreOnThePage() throws {
    let html = try Self.html()
    #expect(html.contains("non sostituisce il rendiconto ReGiS"))
    #expect(html.contains("Finanziato dall&#39;Unione europea – NextGenerationEU"))
  }
}
