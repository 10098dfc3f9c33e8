import Testing

@testable import Ingest
@testable import Reports

@Suite struct TableNameTests {
  /// Formulas name a table in the language of its workbook.
  @Test(arguments: [
    (Language.it, ["Indice", "In_parole", "Note", "Tabella1", "Modulo_esiti_tavolo", "Elenchi"]),
    (.en, ["Contents", "In_words", "Notes", "Table1", "Form_esiti_tavolo", "Lists"]),
  ]) func tablesAreCalledInTheReadersLanguage(language: Language, names: [String]) throws {
    let scratch = try Scratch()
    let context = WorkbookReadBackTests.context(language)
    _ = try WorkbookRenderer(frame: context.frame)
      .write(DossierReport.reports(context)[0], to: scratch.path("a.xlsx"))
    let archive = try ZipArchive(.file(path: scratch.path("a.xlsx")))
    var found: Set<String> = []
    for number in 1... {
      let part = "xl/tables/table\(number).xml"
      guard archive.contains(part) else { break }
      let xml = String(decoding: try archive.contents(part), as: UTF8.self)
      found.insert(String(try #require(xml.firstMatch(of: /displayName="([^"]+)"/)).1))
    }
    #expect(found.isSuperset(of: names), "\(found.sorted())")
    let others = language == .it ? "Table" : "Tabella"
    #expect(!found.contains(others + "1"))
  }
}
