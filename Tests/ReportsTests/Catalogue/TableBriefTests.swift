import Foundation
import Indicators
import Testing
import Warehouse

@testable import Reports

@Suite struct TableBriefTests {
  static func brief(_ json: String) throws -> TableBrief {
    try TableBrief(json: Data(json.utf8), name: "prova.json")
  }

  @Test func aBriefIsRead() throws {
    let brief = try Self.brief(
      """
      {"slug": "anziani-locride", "titolo": "Anziani", "titolo_en": "Older people",
       "amministrazione": "CMRC e l'ambito", "amministrazione_en": "CMRC and the district", "base_giuridica": "art. 55 D.Lgs. 117/2017",
       "aree_utenza": ["ANZ", "ANN"], "servizi": ["C"], "attivita_art5": ["a"],
       "territorio": {"tipo": "ats", "codici": ["LOC", "CAU"]}, "periodo": "2026-S1", "confronto": "2025-S1",
       "domande": ["Chi non arriva?"], "sintetico": true}
      """)
    #expect(brief.title == Text(it: "Anziani", en: "Older people"))
    #expect(brief.administration == Text(it: "CMRC e l'ambito", en: "CMRC and the district"))
    #expect(brief.groups == [TerritoryKey(.ats, "LOC"), TerritoryKey(.ats, "CAU")])
    #expect(brief.period == .half(2026, 1) && brief.comparison == .half(2025, 1))
    #expect(brief.questions.map(\.en) == ["Chi non arriva?"])
    #expect(brief.isSynthetic)
  }

  @Test(arguments: [
    ("{", "prova.json: non è un documento JSON valido."),
    ("[]", "prova.json: serve un oggetto { … }."),
    (#"{"titolo": "X"}"#, "prova.json, voce «slug»: manca ed è obbligatoria."),
    (
      #"{"slug": "x", "titolo": "X", "periodo": "2026", "area_utenza": ["ANZ"]}"#,
      "prova.json, voce «area_utenza»: voce sconosciuta; la più simile è «aree_utenza»."
    ),
    (
      #"{"slug": "x", "titolo": "X", "periodo": "2026-S3"}"#,
      "prova.json, voce «periodo»: «2026-S3» non è valido; serve 2026, 2026-S1, 2026-T1 o 2026-01."
    ),
    (
      #"{"slug": "x", "titolo": "X", "periodo": "2026", "territorio": {"tipo": "comune", "codici": ["80063"]}}"#,
      "prova.json, voce «territorio.codici»: servono codici ISTAT di sei cifre."
    ),
    (
      #"{"slug": "x", "titolo": "X", "periodo": "2026", "territorio": {"tipo": "ats", "codice": ["LOC"]}}"#,
      "prova.json, voce «territorio.codice»: voce sconosciuta; la più simile è «codici»."
    ),
    (
      #"{"slug": "../x", "titolo": "X", "periodo": "2026"}"#,
      "prova.json, voce «slug»: vanno usate solo lettere minuscole, cifre e trattini."
    ),
  ])
  func aMistakeIsOneSentence(json: String, message: String) {
    let error = #expect(throws: TableBriefError.self) { try Self.brief(json) }
    #expect(error?.description == message)
  }

  @Test func theScopeOfABrief() {
    let atlas = SampleEvidence.make().territory
    var brief = SampleEvidence.brief
    #expect(Scope(brief, in: atlas, .it).comuni.count == 11)
    #expect(Scope(brief, in: atlas, .it).reference == .total)
    brief.groups = [TerritoryKey(.ats, "LOC")]
    #expect(Scope(brief, in: atlas, .it).reference == TerritoryKey(.ats, "LOC"))
    brief.groups = [TerritoryKey(.innerAreaClass, "E-F")]
    #expect(Scope(brief, in: atlas, .it).comuni.allSatisfy { $0.innerAreaGroup == "E-F" })
    brief.groups = []
    #expect(Scope(brief, in: atlas, .it).comuni.count == 12)
    brief.comuni = [ComuneCode("080002")!]
    #expect(Scope(brief, in: atlas, .it).comuni.map(\.name) == ["Ardore"])
  }

  /// A class of inner areas is no proper name.
  @Test func aClassIsCalledInTheReadersLanguage() {
    let group = TerritoryAtlas.Group(
      key: TerritoryKey(.innerAreaClass, "E-F"), name: "Classe E-F delle aree interne")
    #expect(TerritoryNames.title(group, .it) == "Classe E-F delle aree interne")
    #expect(TerritoryNames.title(group, .en) == "Inner-area class E-F")
    #expect(TerritoryNames.short(group, .en) == "Inner-area class E-F")
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../datasets/tables").standardizedFileURL

  /// The tables of the repository are readable.
  @Test func theTablesOfTheRepository() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.folder, includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == "json" }
    #expect(!files.isEmpty)
    for file in files {
      let brief = try TableBrief(json: Data(contentsOf: file), name: file.lastPathComponent)
      #expect(brief.slug == file.deletingPathExtension().lastPathComponent)
    }
  }
}
