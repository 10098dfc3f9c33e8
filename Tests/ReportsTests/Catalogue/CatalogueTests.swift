import Foundation
import Indicators
import Testing
import Warehouse

@testable import Reports

@Suite struct CatalogueTests {
  /// Every file that declares a kind of report is in the list, and the list has nothing else.
  @Test func theListIsTheFolder() throws {
    let declared = try PhrasesTests.sources().flatMap { file in
      file.text.matches(of: #/enum (\w+): ReportKind/#).map { String($0.output.1) }
    }
    #expect(Set(declared) == Set(ReportCatalogue.kinds.map { "\($0)" }))
  }

  @Test(arguments: Language.allCases) func pathsIDsAndSheetsAreUnique(language: Language) {
    let context = ReportContext(
      evidence: SampleEvidence.make(), tables: [SampleEvidence.brief], language: language)
    let reports = ReportCatalogue.kinds.flatMap { $0.reports(context) }
    #expect(Set(reports.map(\.path)).count == reports.count)
    for report in reports {
      let tables = report.sections.flatMap(\.allTables).map(\.table)
      #expect(Set(tables.map(\.id)).count == tables.count, "\(report.path)")
      for table in tables {
        #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.id)")
      }
    }
  }

  /// A table never compares a slice of one territory with the total of another.
  @Test func theDossierKeepsOneCutPerTable() {
    let context = ReportContext(
      evidence: SampleEvidence.make(), tables: [SampleEvidence.brief], language: .it)
    let report = DossierReport.reports(context)[0]
    for (table, _) in report.sections.flatMap(\.allTables)
    where table.id.hasSuffix("comuni-anz") {
      let ids = table.rows.joined().compactMap(\.observation)
      #expect(!ids.isEmpty)
      #expect(ids.allSatisfy { $0.hasSuffix("~area_utenza~ANZ") }, "\(table.id)")
    }
  }

  /// With nothing delivered the pages are there and say so.
  @Test(arguments: Language.allCases) func anEmptyEvidenceMakesHonestPages(language: Language)
    throws
  {
    var evidence = SampleEvidence.make()
    evidence = .init(
      asOf: evidence.asOf, territory: evidence.territory, definitions: evidence.definitions,
      observations: [], programmes: [], sources: [], findings: [], services: [], userAreas: [],
      channels: [])
    let context = ReportContext(
      evidence: evidence, tables: [SampleEvidence.brief], language: language)
    let writer = try PageWriter(frame: context.frame, navigation: [])
    for report in ReportCatalogue.kinds.flatMap({ $0.reports(context) }) {
      let html = String(decoding: try writer.page(report), as: UTF8.self)
      if report.path.hasPrefix("tavoli") { #expect(html.contains("[..]")) }
    }
  }

  /// A half-year and the year that ends with it hold the same comuni: the half-year is shown, always.
  @Test func ofTwoPeriodsThatEndTogetherTheShorterIsShown() {
    var evidence = SampleEvidence.make()
    let indicator = "prova"
    let periods: [Period] = [.year(2025), .half(2025, 2), .quarter(2025, 4), .half(2025, 1)]
    evidence.definitions[0].slug = indicator
    evidence.observations = SampleEvidence.comuni.flatMap { comune in
      periods.map {
        Observation(indicator: indicator, territory: comune.key, period: $0, value: 1)
      }
    }
    let context = ReportContext(evidence: evidence, tables: [], language: .it)
    let scope = Scope(whole: evidence.territory)
    #expect(ComuniTable(context: context).period(indicator, scope) == .half(2025, 2))
  }

  /// A district that is the whole territory is not held against itself.
  @Test func theWholeIsNotComparedWithItself() throws {
    func words(_ evidence: Evidence) throws -> String {
      let context = ReportContext(evidence: evidence, tables: [], language: .it)
      let page = try #require(
        GroupPage.reports(context).first { $0.path == "territori/ats-loc" })
      return page.sections.flatMap { $0.allSentences(under: []) }.map(\.sentence.text).joined()
        + page.sections.map(\.id).joined(separator: " ")
    }
    var evidence = SampleEvidence.make()
    #expect(try words(evidence).contains("su tutto il territorio"))
    #expect(try words(evidence).contains("confronto"))
    evidence.territory.comuni = evidence.territory.comuni.filter { $0.ats == "LOC" }
    #expect(try !words(evidence).contains("su tutto il territorio"))
    #expect(try !words(evidence).contains("confronto"))
  }
}
