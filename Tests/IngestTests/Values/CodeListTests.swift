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
  /// What AgID's vocabulary of channels does not have is given no code of it.
  @Test func channelsHaveTheirOfficialCode() throws {
    let codes = try ReferenceFolder(path: PackageFolder.path + "/datasets/reference").codes
    let channels = codes.filter { $0.list == "canale" }
    #expect(channels.first { $0.code == "telefono" }?.official == "03.1")
    #expect(channels.contains { $0.code == "pdp" && $0.official == nil })
    #expect(codes.allSatisfy { $0.list == "canale" || $0.official == nil })
  }

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
}
