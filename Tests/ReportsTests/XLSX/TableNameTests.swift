import Spreadsheet
import Testing

@testable import Ingest
@testable import Reports

@Suite struct TableNameTests {
  /// Formulas name a table in the language of its workbook.
  @Test(arguments: [
    (Language.it, ["Indice", "In_parole", "Note", "Schema_DUP", "Modulo_esiti_tavolo", "Elenchi"]),
    (.en, ["Contents", "In_words", "Notes", "DUP_layout", "Form_esiti_tavolo", "Lists"]),
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
    #expect(!found.contains { $0.contains(/^(Tabella|Table)\d+$/) })
  }

  @Test(arguments: [
    ("Richieste per comune", "Richieste_per_comune"), ("Età e sesso (2026)", "Età_e_sesso_2026"),
    ("2026-S1", "_2026_S1"), ("DUP1", "_DUP1"), ("R1C1", "_R1C1"), ("c", "_c"), ("…", "_"),
  ]) func aTableIsCalledAsItsSheetWherePossible(sheet: String, table: String) {
    #expect(SheetTable.name(sheet) == table)
  }

  @Test func twoTablesHaveTwoNames() {
    #expect(SheetTable.name("A b", notIn: ["a_B", "A_b_2"]) == "A_b_3")
  }
}
