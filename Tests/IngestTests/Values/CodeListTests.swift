import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// The areas of the project's own tables.
private enum TrialAreas {
  static let list = Result {
    try ReferenceFolder(path: PackageFolder.path + "/datasets/reference").lists[.areaUtenza]!
  }
}

@Suite struct CodeListTests {
  private let list = CodeList(
    id: "esito",
    entries: [
      .init(code: "in_attesa", label: "In lista d'attesa", synonyms: ["in graduatoria"]),
      .init(
        code: "attivata", label: "Attivata", labelEN: "Started", synonyms: ["attiva", "ambigua"]),
      .init(code: "chiusa", label: "Chiusa", synonyms: ["evasa", "ambigua", "attivata"]),
      .init(code: "C1", label: "Assistenza domiciliare socio-assistenziale", synonyms: ["SAD"]),
    ])

  @Test(arguments: [
    ("attivata", "attivata"), ("ATTIVATA", "attivata"), ("Started", "attivata"),
    ("in attesa", "in_attesa"), ("IN_ATTESA", "in_attesa"), ("In lista d’attesa", "in_attesa"),
    (" evasa ", "chiusa"), ("c1", "C1"), ("sad", "C1"),
  ])
  func resolves(_ text: String, _ code: String) {
    #expect(list.resolve(text) == code)
  }

  /// As offices of bilingual territories write: both halves, or nothing.
  @Test(arguments: [
    ("Attivata/Started", "attivata"), ("started - attiva", "attivata"),
    ("Attivata/Evasa", nil), ("Attivata/Attivata", nil),
    ("Attivata/Begonnen", nil), ("Attivata/Started/Attiva", nil), ("C1/SAD", "C1"),
  ])
  func aWordInTwoLanguages(_ text: String, _ code: String?) {
    #expect(list.resolve(text) == code)
  }

  /// Of two that hold the word neither is the one.
  @Test func allWhoseNamesHoldAWordAreSuggested() throws {
    let areas = try TrialAreas.list.get()
    #expect(areas.suggestions(for: "Anziani") == ["ANZ", "ANN"])
    #expect(areas.suggestions(for: "anziani autosufficienti soli") == ["ANZ"])
    #expect(areas.suggestions(for: "multiutenze") == ["MUL"])
  }

  /// A code beats another entry's synonym; a synonym of two entries is nobody's.
  @Test func claimsHaveAnOrder() {
    #expect(list.resolve("attivata") == "attivata")
    #expect(list.resolve("ambigua") == nil)
  }

  @Test func aNearMissIsOnlySuggested() {
    #expect(list.resolve("attivatta") == nil)
    #expect(list.suggestions(for: "attivatta") == ["attivata"])
    #expect(list.suggestions(for: "evasa parzialmente") == ["chiusa"])
    #expect(list.suggestions(for: "domiciliare") == ["C1"])
    #expect(list.suggestions(for: "zzz").isEmpty)
    #expect(list.suggestions(for: "").isEmpty)
  }

  @Test func entriesHaveTheirDays() {
    let entry = CodeList.Entry(
      code: "a", label: "A", validFrom: Day(iso: "2020-01-01"), validTo: Day(iso: "2024-12-31"))
    #expect(entry.isValid(on: Day(iso: "2024-12-31")!))
    #expect(!entry.isValid(on: Day(iso: "2025-01-01")!))
    #expect(!entry.isValid(on: Day(iso: "2019-12-31")!))
    #expect(list.entry("C1")?.isValid(on: Day(iso: "1970-01-01")!) == true)
  }

  @Test func servicesTellTheirHeadingAndArea() {
    #expect(ServiceTaxonomy.level1(of: "C1") == "C")
    #expect(ServiceTaxonomy.level1(of: "X") == "X")
    #expect(ServiceTaxonomy.level1(of: "ND") == nil)
    #expect(ServiceTaxonomy.level1(of: "") == nil)
    let taxonomy = ServiceTaxonomy(services: [
      ("X1", ["XPL"]), ("A1", ["MUL"]), ("B1", ["POV", "FAM"]),
    ])
    #expect(taxonomy.singleArea(of: "X1") == "XPL")
    #expect(taxonomy.singleArea(of: "A1") == nil)
    #expect(taxonomy.singleArea(of: "B1") == nil)
    #expect(taxonomy.singleArea(of: "Z9") == nil)
  }
}
