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

  /// A withheld period between two others has its row and its mark: the line does not pass over it.
  @Test func aWithheldPeriodIsAGap() throws {
    var evidence = SampleEvidence.make()
    evidence.definitions[0].slug = "prova"
    let values: [(Period, Double?)] = [
      (.half(2023, 2), nil), (.half(2024, 1), 3), (.half(2024, 2), nil), (.half(2025, 1), 4),
    ]
    evidence.observations = values.map { period, value in
      Observation(
        indicator: "prova", territory: .total, period: period, value: value,
        status: value == nil ? .suppressed : .published)
    }
    let context = ReportContext(evidence: evidence, tables: [], language: .it)
    let slice = Slice(breakdown: .total, label: nil, period: .half(2025, 1))
    let blocks = IndicatorViews(reader: context.reader).overTime(
      "prova", [.total], slice, sheet: "Prova")
    let table = try #require(
      Section(id: "a", title: "A", blocks: blocks).allTables.first?.table)
    #expect(table.rows.map { $0[1].mark } == [nil, .confidential, nil])
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

  /// A territory of one comune: nothing is held against itself, and no map shows one thing alone.
  @Test func oneComuneIsNotComparedWithItself() {
    func reports(_ comuni: Int) -> [Report] {
      var evidence = SampleEvidence.make()
      evidence.territory.comuni = Array(evidence.territory.comuni.prefix(comuni))
      let territory = evidence.territory
      evidence.territory.groups.removeAll { Scope($0.key, in: territory, .it).comuni.isEmpty }
      var brief = SampleEvidence.brief
      brief.groups = []
      let context = ReportContext(evidence: evidence, tables: [brief], language: .it)
      return [PortalPage.reports, ComunePage.reports, GroupPage.reports, ComparisonPage.reports]
        .flatMap { $0(context) } + DossierReport.reports(context)
    }
    func sections(_ reports: [Report]) -> Set<String> {
      Set(reports.flatMap { $0.sections.flatMap { [$0.id] + $0.parts.map(\.id) } })
    }
    let comparing: Set = ["confronto", "quadro", "distanze", "disuguaglianza"]
    let (one, all) = (reports(1), reports(100))
    #expect(sections(all).intersection(comparing) == comparing)
    #expect(sections(one).intersection(comparing) == [])
    #expect(all.contains { $0.path == "confronto" } && !one.contains { $0.path == "confronto" })
    let standings = [ComunePhrases.standing.it, ComunePhrases.wholeTerritory.it]
    for report in one {
      for (table, charts) in report.sections.flatMap(\.allTables) {
        #expect(!table.columns.contains { standings.contains($0.title) }, "\(table.id)")
        for chart in charts {
          if case .map = chart.kind { Issue.record("\(report.path): \(chart.id)") }
        }
      }
    }
  }
}
