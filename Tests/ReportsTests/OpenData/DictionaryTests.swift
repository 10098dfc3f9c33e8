import Indicators
import Testing
import Warehouse

@testable import Reports

/// Who reads the open data alone finds in them what every name means.
@Suite struct DictionaryTests {
  static let tables = OpenTables.all(SampleEvidence.make())

  static func rows(_ name: String) throws -> [[String]] {
    CSVRows.read(try #require(tables.first { $0.name == name }).bytes)
  }

  /// Every indicator of the observations has a row, the parts of one with their own name and unit.
  @Test func everyIndicatorIsExplained() throws {
    let rows = try Self.rows("indicatori").dropFirst()
    let used = Set(try Self.rows("osservazioni").dropFirst().map { $0[0] })
    #expect(used.subtracting(rows.map { $0[0] }) == [])
    let median = try #require(rows.first { $0[0] == "tempo-attivazione.mediana" })
    #expect(median[3].hasSuffix("mediana") && median[5] == Definition.Unit.days.rawValue)
    #expect(Set(rows.map { $0[0] }).count == rows.count)
  }

  @Test func codesOfClosedListsHaveNames() throws {
    var evidence = SampleEvidence.make()
    evidence.observations.append(
      Observation(
        indicator: "canali", territory: .total, period: .year(2026), dimension: "motivo",
        modality: "spesa"))
    let codes = try #require(OpenTables.all(evidence).first { $0.name == "codici" })
    #expect(
      CSVRows.read(codes.bytes).contains(["motivo", "spesa", "Spesa", "Shopping", "", "", ""]))
  }

  /// Codes of official vocabularies stand beside ours, and nothing where the vocabulary has none.
  @Test func codesSayTheirVocabulary() throws {
    var evidence = SampleEvidence.make()
    evidence.channels = [
      NamedCode(code: "telefono", name: .both("Telefono"), official: "03.1"),
      NamedCode(code: "pdp", name: .both("Punto di Prossimità")),
    ]
    evidence.territory.groups.append(.init(key: TerritoryKey(.province, "080"), name: "Prova"))
    for modality in ["F", "ND"] {
      evidence.observations.append(
        Observation(
          indicator: "canali", territory: .total, period: .year(2026), dimension: "sesso",
          modality: modality))
    }
    let tables = OpenTables.all(evidence)
    let codes = CSVRows.read(try #require(tables.first { $0.name == "codici" }).bytes)
    func vocabulary(_ list: String, _ code: String) -> [String]? {
      codes.first { $0[0] == list && $0[1] == code }.map { Array($0[5...]) }
    }
    let root = "https://w3id.org/italia/controlled-vocabulary/"
    #expect(
      vocabulary("canale", "telefono")
        == [root + "classifications-for-public-services/channel", "03.1"])
    #expect(vocabulary("canale", "pdp") == ["", ""])
    #expect(vocabulary("servizio", "A") == ["", ""] && vocabulary("ats", "LOC") == ["", ""])
    #expect(vocabulary("sesso", "F") == [root + "classifications-for-people/sex", "F"])
    #expect(
      vocabulary("provincia", "080") == [root + "territorial-classifications/provinces", "080"])
    let frame = ReportContext(evidence: evidence, tables: [], language: .it).frame
    let package = String(decoding: DataPackage.bytes(frame, tables, []), as: UTF8.self)
    let readme = String(
      decoding: OpenDataReadme.bytes(frame, tables, provisional: []), as: UTF8.self)
    #expect(package.contains("\"vocabulary\": \"\(root)territorial-classifications/cities\""))
    #expect(readme.contains("AgID: <\(root)territorial-classifications/cities>) |"))
    #expect(readme.contains("codice A.2.1"))
  }

  /// A bar in a meaning does not end its cell.
  @Test(arguments: Language.allCases) func theDictionaryHasThreeCellsARow(language: Language) {
    let frame = ReportContext(
      evidence: SampleEvidence.make(), tables: [], language: language
    ).frame
    let text = String(
      decoding: OpenDataReadme.bytes(frame, Self.tables, provisional: []), as: UTF8.self)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count > 60)
    for row in rows {
      #expect(row.replacing("\\|", with: "").split(separator: "|").count == 3, "\(row)")
    }
  }

  @Test func aCollectionHasItsBox() {
    let reader = ReportContext(
      evidence: SampleEvidence.make(), tables: [], language: .it
    ).reader
    let text = String(decoding: TerritoriesGeoJSON.bytes(reader), as: UTF8.self)
    #expect(text.contains("\"bbox\": [16, 38, 16.238, 38.149]"))
    #expect(TerritoriesGeoJSON.boundingBox([]).isEmpty)
  }
}
