import Indicators
import Testing
import Warehouse

@testable import Reports

@Suite struct DossierOutlineTests {
  @Test(arguments: [
    ("NC4", DossierOutline.Part.expressed), ("SF6", .unexpressed), ("RT5", .unexpressed),
    ("RT6", .waiting), ("RG10", .listening), ("RG8", .resources), ("TG8", .access), ("TG3", .gaps),
    ("NE7", .network), ("DQ3", .quality), ("NC11", .costs), ("IN6", .resources),
  ])
  func everyCodeHasItsPart(code: String, part: DossierOutline.Part) {
    #expect(DossierOutline.part(of: code) == part)
  }

  /// NC1 is not NC11: a code without a star is the whole code.
  @Test func aCodeIsNotItsBeginning() {
    #expect(!DossierOutline.Part.expressed.holds("NC11"))
    #expect(DossierOutline.part(of: "PN1") == nil)
  }

  /// An indicator that enters the catalogue enters the dossier: with data in the table of its part,
  /// without data by its name.
  @Test func whatEntersTheCatalogueEntersTheDossier() throws {
    var evidence = SampleEvidence.make()
    func definition(_ slug: String, _ code: String) -> Definition {
      Definition(
        slug: slug, code: code, family: "SF", name: Text(it: "Prova \(code)", en: "Try \(code)"),
        unit: .share, direction: .lowerIsBetter, formula: Text(it: "", en: ""),
        caveats: Text(it: "", en: ""), source: "", minimumCell: "")
    }
    let known = Observation(
      indicator: "ricerche-a-vuoto", territory: .total, period: .half(2026, 1), value: 0.25,
      lower: 0.2, upper: 0.3)
    evidence = Evidence(
      asOf: evidence.asOf, territory: evidence.territory,
      definitions: evidence.definitions + [
        definition("ricerche-a-vuoto", "SF2"), definition("domanda-latente", "SF6"),
      ], observations: evidence.observations + [known], programmes: [], sources: [], findings: [],
      services: evidence.services, userAreas: evidence.userAreas, channels: evidence.channels)
    var brief = SampleEvidence.brief
    brief.groups = []
    let context = ReportContext(evidence: evidence, tables: [brief], language: .it)
    let report = DossierReport.reports(context)[0]
    let part = try #require(
      report.sections.flatMap(\.parts).first { $0.id == "bisogni-inespressi" })
    let table = try #require(part.allTables.first?.table)
    #expect(table.rows[0][3].observation == known.id)
    let said = part.allSentences(under: []).map(\.sentence.text)
    #expect(said.contains { $0.contains("[..]") && $0.contains("prova SF6") })
    #expect(!said.contains { $0.contains("[..]") && $0.contains("prova SF2") })
  }
}
