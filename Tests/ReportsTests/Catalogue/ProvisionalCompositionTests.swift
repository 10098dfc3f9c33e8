import Foundation
import Indicators
import Testing
import Warehouse

@testable import Reports

/// Wherever a reader meets a district whose list of comuni is not confirmed, its name says so; whoever
/// shows the mark explains it, once.
@Suite struct ProvisionalCompositionTests {
  /// The second district has a name that is nobody else's, to be looked for in every text.
  private func evidence(isProvisional: Bool) -> Evidence {
    var evidence = SampleEvidence.make()
    evidence.territory.groups = evidence.territory.groups.map { group in
      var group = group
      group.isProvisional = isProvisional && group.key.code == "CAU"
      if group.key.code == "CAU" { group.name = "Ambito territoriale sociale n. 9 di Zetavilla" }
      return group
    }
    return evidence
  }

  private func context(_ language: Language, isProvisional: Bool) -> ReportContext {
    ReportContext(
      evidence: evidence(isProvisional: isProvisional), tables: [SampleEvidence.brief],
      language: language)
  }

  private func pages(_ context: ReportContext) throws -> [(path: String, html: String)] {
    let writer = try PageWriter(frame: context.frame, navigation: [])
    return try ReportCatalogue.kinds.flatMap { $0.reports(context) }.map {
      ($0.path, String(decoding: try writer.page($0), as: UTF8.self))
    }
  }

  private func count(_ part: String, in text: String) -> Int {
    text.components(separatedBy: part).count - 1
  }

  @Test(arguments: Language.allCases)
  func everyPageMarksTheNameAndExplainsItOnce(language: Language) throws {
    let legend = ProvisionalComposition.legend[language].replacing("'", with: "&#39;")
    let meaning = ProvisionalComposition.meaning[language]
    let pages = try pages(context(language, isProvisional: true))
    for (path, html) in pages {
      let marked =
        count("Zetavilla [cp]", in: html)
        + count("Zetavilla <abbr title=\"\(meaning)\">[cp]</abbr>", in: html)
      #expect(count("Zetavilla", in: html) == marked, "\(path)")
      let explained = count(legend, in: html)
      #expect(explained == (count("[cp]", in: html) > explained ? 1 : 0), "\(path)")
    }
    let marked = Set(pages.filter { $0.html.contains("Zetavilla") }.map(\.path))
    #expect(
      marked.isSuperset(of: [
        "index", "confronto", "territori/ats-cau", "territori/080007", "tavoli/anziani-locride",
      ]))
  }

  @Test(arguments: Language.allCases)
  func everySheetMarksTheNameAndTheNotesExplainIt(language: Language) throws {
    let context = context(language, isProvisional: true)
    let report = DossierReport.reports(context)[0]
    let sheets = try WorkbookReadBackTests.workbook(report, context).sheets
    let names = Set(sheets.map(\.name))
    let legend = ProvisionalComposition.legend[language]
    for sheet in sheets {
      for text in sheet.rows.joined().map(\.text) where !names.contains(text) {
        #expect(
          count("Zetavilla", in: text) == count("Zetavilla [cp]", in: text),
          "\(sheet.name): \(text)")
      }
      let explains = [SheetPhrases.cover, SheetPhrases.notes].map { $0[language] }
        .contains(sheet.name)
      #expect(sheet.rows.joined().count { $0.text == legend } == (explains ? 1 : 0))
    }
    for wanted in [WorkbookPhrases.tidySheet, WorkbookPhrases.planningSheet] {
      let sheet = try #require(sheets.first { $0.name == wanted[language] })
      #expect(sheet.rows.joined().contains { $0.text == "Zetavilla [cp]" }, "\(sheet.name)")
    }
  }

  @Test func aPartingByDistrictsIsMarked() throws {
    let parted = try #require(
      context(.it, isProvisional: true).reader.figure(
        "theil-copertura.tra-ats", .total, .half(2026, 1)))
    #expect(parted.name.it.hasSuffix("tra ambiti sociali [cp]"))
    let whole = try #require(
      context(.it, isProvisional: true).reader.figure(
        "theil-copertura", .total, .half(2026, 1)))
    #expect(!whole.name.it.contains("[cp]"))
  }

  @Test func openDataFlagIt() throws {
    let evidence = evidence(isProvisional: true)
    func table(_ name: String) throws -> [[String]] {
      CSVRows.read(try #require(OpenTables.all(evidence).first { $0.name == name }).bytes)
    }
    let codes = try table("codici")
    let flag = try #require(codes[0].firstIndex(of: "composizione_provvisoria"))
    #expect(
      codes.filter { $0[0] == "ats" }.map { [$0[1], $0[flag]] } == [
        ["LOC", "false"], ["CAU", "true"],
      ])
    #expect(codes.dropFirst().filter { $0[0] != "ats" }.allSatisfy { $0[flag].isEmpty })
    let places = try table("territori")
    let column = try #require(places[0].firstIndex(of: "composizione_provvisoria"))
    let ats = try #require(places[0].firstIndex(of: "ats"))
    for row in places.dropFirst() {
      #expect(row[column] == (row[ats].isEmpty ? "" : row[ats] == "CAU" ? "true" : "false"))
    }
    let geography = try JSONSerialization.jsonObject(
      with: Data(TerritoriesGeoJSON.bytes(EvidenceReader(evidence, language: .it))))
    let features = try #require((geography as? [String: Any])?["features"] as? [[String: Any]])
    let flags = features.map {
      ($0["properties"] as? [String: Any])?["composizione_provvisoria"] as? Bool
    }
    #expect(flags == SampleEvidence.comuni.map { $0.ats.map { $0 == "CAU" } })
    #expect(try readme(evidence).contains("`CAU` Ambito territoriale sociale n. 9 di Zetavilla"))
  }

  private func readme(_ evidence: Evidence) throws -> String {
    let scratch = try Scratch()
    _ = try EditionWriter(toolVersion: "prova", allowedOrganisations: Set(SampleProviders.codes))
      .write(evidence, tables: [], to: scratch.path("e"))
    return try String(contentsOfFile: scratch.path("e/dati/README.md"), encoding: .utf8)
  }

  /// A bulletin is written from two editions on disk: what they flag is marked there too.
  @Test(arguments: Language.allCases, [true, false])
  func theBulletinMarksIt(language: Language, isProvisional: Bool) throws {
    let scratch = try Scratch()
    var evidence = evidence(isProvisional: isProvisional)
    func edition(_ name: String) throws -> PublishedEdition {
      _ = try EditionWriter(toolVersion: "prova", allowedOrganisations: Set(SampleProviders.codes))
        .write(evidence, tables: [], language: language, to: scratch.path(name))
      return try PublishedEdition(directory: scratch.path(name))
    }
    let before = try edition("prima")
    for index in evidence.observations.indices
    where evidence.observations[index].territory.kind == .ats {
      evidence.observations[index].value = evidence.observations[index].value.map { $0 + 1 }
    }
    let comparison = EditionComparison(before, try edition("dopo"))
    try RevisionBulletin(comparison, threshold: 5, language: language)
      .write(to: scratch.path("bollettino"))
    let html = try String(contentsOfFile: scratch.path("bollettino/index.html"), encoding: .utf8)
    let meaning = ProvisionalComposition.meaning[language]
    let marked = count("Zetavilla <abbr title=\"\(meaning)\">[cp]</abbr>", in: html)
    #expect(count("Zetavilla", in: html) > 0)
    #expect(marked == (isProvisional ? count("Zetavilla", in: html) : 0))
    let legend = ProvisionalComposition.legend[language].replacing("'", with: "&#39;")
    #expect(count(legend, in: html) == (isProvisional ? 1 : 0))
    let rows = CSVRows.read(
      Array(try Data(contentsOf: URL(filePath: scratch.path("bollettino/revisioni.csv")))))
    let flag = try #require(rows[0].firstIndex(of: "composizione_provvisoria"))
    for row in rows.dropFirst() {
      #expect(row[flag] == (row[0].contains("~ats~CAU~") && isProvisional ? "true" : "false"))
    }
    #expect(rows.count > 10)
    let name = try #require(evidence.definitions.first { $0.slug == "copertura-bisogni" }).name
    #expect(html.contains(name[language]))
  }

  /// Nothing is said of a composition that acts confirm.
  @Test(arguments: Language.allCases)
  func whatIsVerifiedCarriesNoMark(language: Language) throws {
    let context = context(language, isProvisional: false)
    for (path, html) in try pages(context) {
      #expect(!html.contains("[cp]"), "\(path)")
      #expect(!html.contains(ProvisionalComposition.legend[language]), "\(path)")
    }
    let report = DossierReport.reports(context)[0]
    for sheet in try WorkbookReadBackTests.workbook(report, context).sheets {
      #expect(!sheet.rows.joined().contains { $0.text.contains("[cp]") }, "\(sheet.name)")
    }
    #expect(try !readme(context.evidence).contains("Composizione provvisoria"))
  }

  /// A district has its public name once, whatever that is.
  @Test func theTitleOfADistrict() {
    func title(_ name: String, _ language: Language) -> String {
      TerritoryNames.title(.init(key: TerritoryKey(.ats, "X"), name: name), language)
    }
    let full = "Ambito territoriale sociale n. 2 di Rosarno"
    #expect(title(full, .it) == full)
    #expect(title(full, .en) == "Social district of Rosarno")
    #expect(title("Rosarno", .it) == "Ambito territoriale sociale di Rosarno")
  }
}
