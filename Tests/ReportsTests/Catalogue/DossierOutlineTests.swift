import Indicators
import Testing
import Warehouse

@testable import Reports

@Suite struct DossierOutlineTests {
  @Test(arguments: [
    ("NC4", DossierOutline.Part.expressed), ("SF6", .unexpressed), ("RT5", .unexpressed),
    ("RT6", .waiting), ("RG10", .listening), ("RG8", .resources), ("TG8", .access), ("TG3", .gaps),
    ("NE7", .network), ("DQ3", .quality), ("NC11", .costs), ("IN6", .resources),
    ("IN9", .expressed), ("IN8", .costs), ("DD2", .unexpressed), ("DD1", .access),
  ])
  func everyCodeHasItsPart(code: String, part: DossierOutline.Part) {
    #expect(DossierOutline.part(of: code) == part)
  }

  /// NC1 is not NC11: a code without a star is the whole code.
  @Test func aCodeIsNotItsBeginning() {
    #expect(!DossierOutline.Part.expressed.holds("NC11"))
    #expect(DossierOutline.part(of: "PN1") == nil)
  }

  private static func definition(
    _ slug: String, _ code: String, _ unit: Definition.Unit
  ) -> Definition {
    Definition(
      slug: slug, code: code, family: "SF", name: Text(it: "Prova \(code)", en: "Try \(code)"),
      unit: unit, direction: .lowerIsBetter, formula: Text(it: "", en: ""),
      caveats: Text(it: "", en: ""), source: .both(""), minimumCell: "")
  }

  /// The part of needs nobody answers, with some indicators of the search funnel.
  private static func part(
    _ slugs: [(String, String)], _ observations: [Observation], groups: [TerritoryKey],
    unit: Definition.Unit = .share
  ) throws -> Section {
    let evidence = SampleEvidence.make()
    let more = Evidence(
      asOf: evidence.asOf, territory: evidence.territory,
      definitions: evidence.definitions + slugs.map { definition($0, $1, unit) },
      observations: evidence.observations + observations, programmes: [], sources: [],
      findings: [], services: evidence.services, userAreas: evidence.userAreas,
      channels: evidence.channels)
    var brief = SampleEvidence.brief
    brief.groups = groups
    let context = ReportContext(evidence: more, tables: [brief], language: .it)
    return try #require(
      DossierReport.reports(context)[0].sections.flatMap(\.parts)
        .first { $0.id == "bisogni-inespressi" })
  }

  private static func known(_ status: Observation.Status = .published) -> Observation {
    Observation(
      indicator: "ricerche-a-vuoto", territory: .total, period: .half(2026, 1),
      value: status == .published ? 0.25 : nil, lower: status == .published ? 0.2 : nil,
      upper: status == .published ? 0.3 : nil, status: status)
  }

  /// An indicator that enters the catalogue enters the dossier: with data in the table of its part,
  /// without data by its name.
  @Test func whatEntersTheCatalogueEntersTheDossier() throws {
    let part = try Self.part(
      [("ricerche-a-vuoto", "SF2"), ("domanda-latente", "SF6")], [Self.known()], groups: [])
    let table = try #require(part.allTables.first?.table)
    #expect(table.rows[0][1].observation == Self.known().id)
    let said = part.allSentences(under: []).map(\.sentence.text)
    #expect(said.contains { $0.contains("[..]") && $0.contains("prova SF6") })
    #expect(!said.contains { $0.contains("[..]") && $0.contains("prova SF2") })
  }

  /// What is published of the whole alone is shown to the table of a district, in a table that says whose
  /// it is and compares nothing.
  @Test func whatIsKnownOfTheWholeAloneIsNotMissing() throws {
    let part = try Self.part(
      [("ricerche-a-vuoto", "SF2")], [Self.known()], groups: [TerritoryKey(.ats, "LOC")])
    let table = try #require(part.allTables.first?.table)
    #expect(CellText.text(of: table.rows[0][0], .it) == "Prova SF2")
    #expect(
      table.id.hasSuffix("-territorio")
        && table.caption.contains("soltanto per tutto il territorio"))
    #expect(table.columns.count == 5 && !table.marks.contains(.notApplicable))
    #expect(table.rows[0][1].observation == Self.known().id)
    #expect(!part.allSentences(under: []).contains { $0.sentence.text.contains("prova SF2") })
  }

  /// Of what adds up a part is always less than the whole: that is no news, and nobody is told so.
  @Test(arguments: [
    (Definition.Unit.count, false), (.perDay, false), (.share, true), (.ratio, true),
  ])
  func whatAddsUpIsNotHeldAgainstTheWhole(unit: Definition.Unit, isCompared: Bool) throws {
    let place = TerritoryKey(.ats, "LOC")
    var part = Self.known()
    (part.territory, part.value, part.lower, part.upper) = (place, 0.05, 0.04, 0.06)
    let section = try Self.part(
      [("ricerche-a-vuoto", "SF2")], [Self.known(), part], groups: [place], unit: unit)
    let said = section.allSentences(under: []).map(\.sentence.text)
    #expect(said.contains { $0.contains("più basso del riferimento") } == isCompared)
    let summary =
      isCompared
      ? "Rispetto a tutto il territorio: un dato è più in basso, oltre il margine d'errore (meglio)."
      : "Senza un riferimento con cui confrontarli: un dato."
    #expect(said.contains(summary), "\(said)")
    let table = try #require(section.allTables.first?.table)
    let cells = table.rows[0].map { CellText.text(of: $0, .it) }
    #expect(cells.contains { $0.hasPrefix("più basso") } == isCompared)
  }

  @Test func withheldIsNotCalledMissing() throws {
    let part = try Self.part(
      [("ricerche-a-vuoto", "SF2")], [Self.known(.suppressed)],
      groups: [TerritoryKey(.ats, "LOC")])
    let said = part.allSentences(under: []).map(\.sentence.text)
    #expect(said.contains { $0.contains("[c]") && $0.contains("prova SF2") })
    #expect(!said.contains { $0.contains("[..]") && $0.contains("prova SF2") })
  }
}
