import Foundation
import Indicators
import Testing
import Warehouse

@testable import Reports

@Suite struct OpenDataTests {
  @Test func observationsAreSortedAndWritten() {
    let rows = [
      Observation(
        indicator: "copertura-popolazione", territory: TerritoryKey(.comune, "080055"),
        period: .half(2026, 1), dimension: "area_utenza", modality: "ANZ", value: 0.125, lower: 0.1,
        upper: 1e-7, numerator: 12, denominator: 96),
      Observation(
        indicator: "copertura-popolazione", territory: .total, period: .year(2025),
        status: .notReceived),
      Observation(
        indicator: "copertura-popolazione", territory: TerritoryKey(.ats, "LOC"),
        period: .quarter(2026, 2), value: 5, status: .provisional, note: Observation.toldInPart),
      Observation(
        indicator: "copertura-popolazione", territory: .total, period: .year(2026), value: 1,
        status: .suppressed, note: Observation.toldInPart),
    ]
    #expect(
      String(decoding: ObservationsCSV.bytes(rows), as: UTF8.self)
        == """
        indicatore,territorio_tipo,territorio,periodo,dimensione,modalita,valore,ic_inf,ic_sup,numeratore,denominatore,stato,id\r
        copertura-popolazione,ats,LOC,2026-T2,totale,totale,5,,,,,provvisorio,copertura-popolazione~ats~LOC~2026-T2~totale~totale\r
        copertura-popolazione,comune,080055,2026-S1,area_utenza,ANZ,0.125,0.1,0.0000001,12,96,pubblicato,copertura-popolazione~comune~080055~2026-S1~area_utenza~ANZ\r
        copertura-popolazione,totale,totale,2025,totale,totale,,,,,,non_pervenuto,copertura-popolazione~totale~totale~2025~totale~totale\r
        copertura-popolazione,totale,totale,2026,totale,totale,,,,,,soppresso,copertura-popolazione~totale~totale~2026~totale~totale\r

        """)
  }

  /// Who takes the numbers alone knows which are of half a period; what is withheld is not among them.
  @Test func whatIsToldInPartIsListed() throws {
    var evidence = SampleEvidence.make()
    let places = evidence.observations.indices.filter { evidence.observations[$0].value != nil }
    for place in places.prefix(2) { evidence.observations[place].note = Observation.toldInPart }
    evidence.observations[places[1]].status = .suppressed
    let table = try #require(
      OpenTables.all(evidence).first { $0.name == "osservazioni_in_parte" })
    #expect(
      String(decoding: table.bytes, as: UTF8.self)
        == "id\r\n\(evidence.observations[places[0]].id)\r\n")
  }

  @Test func fieldsAreQuotedOnlyWhereNeeded() {
    var csv = CSVWriter()
    csv.row(["a", "b,c", "d\"e", "f\ng", ""])
    #expect(String(decoding: csv.bytes, as: UTF8.self) == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n")
  }

  /// Names come from outside: none runs when a file is opened in a spreadsheet.
  @Test(arguments: [
    "=HYPERLINK(\"http://example.org\")", "@SUM(1+1)*cmd|' /C calc'!A0", "-1+1|cmd", "+39 0965",
    "\t=1+1", "\r=1+1",
  ]) func noFieldIsAFormula(hostile: String) {
    var csv = CSVWriter()
    csv.row(["a", hostile])
    let field = String(decoding: csv.bytes, as: UTF8.self).dropFirst(2).drop { $0 == "\"" }
    #expect(field.hasPrefix("'"), "\(field)")
  }

  @Test func numbersAndNamesAreAsTheyAre() {
    var csv = CSVWriter()
    csv.field(-0.5)
    csv.row(["-12", "+1.5", "Sant'Ilario", "'Ndrangheta", ""])
    #expect(
      String(decoding: csv.bytes, as: UTF8.self) == "-0.5,-12,+1.5,Sant'Ilario,'Ndrangheta,\r\n")
  }

  @Test func indicatorsAreTheContractsColumns() {
    let text = String(
      decoding: IndicatorsCSV.bytes(SampleDefinitions.all, slugs: []), as: UTF8.self)
    #expect(
      text.hasPrefix("indicatore,codice,famiglia,nome_it,nome_en,unita,direzione,formula,fonte\r\n")
    )
    #expect(text.contains("copertura-popolazione,NC1,NC,Copertura della popolazione,"))
  }

  @Test func territoriesAreValidGeoJSON() throws {
    let reader = EvidenceReader(SampleEvidence.make(), language: .it)
    let object =
      try JSONSerialization.jsonObject(with: Data(TerritoriesGeoJSON.bytes(reader)))
      as? [String: Any]
    let features = try #require(object?["features"] as? [[String: Any]])
    #expect(features.count == 12)
    for feature in features {
      let geometry = try #require(feature["geometry"] as? [String: Any])
      let polygons = try #require(geometry["coordinates"] as? [[[[Double]]]])
      for ring in polygons.joined() {
        #expect(ring.first == ring.last)
        let area = zip(ring, ring.dropFirst()).reduce(0) {
          $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1]
        }
        #expect(area > 0)
      }
    }
    let properties = try #require(features[8]["properties"] as? [String: Any])
    #expect(properties["istat"] as? String == "080009")
    let coverage = try #require(properties["copertura-popolazione"] as? [String: Any])
    #expect(coverage["stato"] as? String == "provvisorio")
  }

  /// With coordinates and without, of an organisation and of a person, whose code stays out.
  @Test func pointsAreATableAndAMap() throws {
    var evidence = SampleEvidence.make()
    var open = ProximityPoint(
      pointID: "P1", name: "Punto di prova", comune: "080009", openedOn: Day(iso: "2025-02-01")!)
    (open.latitude, open.longitude) = (38.2393, 16.2618)
    (open.weeklyHours, open.venue, open.manager) = (22.5, "biblioteca", SampleProviders.codes[0])
    var closed = ProximityPoint(
      pointID: "P2", name: "Secondo", comune: "080001", openedOn: Day(iso: "2024-02-01")!)
    closed.closedOn = Day(iso: "2025-12-31")
    closed.manager = "ZZZZZZ00A00Z000Z"
    evidence.points = [open, closed]
    let table = try #require(OpenTables.all(evidence).first { $0.name == "punti_prossimita" })
    #expect(
      Self.rows(table.bytes).dropFirst() == [
        [
          "P1", "Punto di prova", "080009", "38.2393", "16.2618", "biblioteca",
          SampleProviders.codes[0], "2025-02-01", "", "22.5",
        ],
        ["P2", "Secondo", "080001", "", "", "", "", "2024-02-01", "2025-12-31", ""],
      ])
    let bytes = PointsGeoJSON.bytes(evidence)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("ZZZZZZ"))
    let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let features = try #require(object?["features"] as? [[String: Any]])
    let place = features[0]["geometry"] as? [String: Any]
    #expect(place?["type"] as? String == "Point")
    #expect(place?["coordinates"] as? [Double] == [16.2618, 38.2393])
    #expect(features[1]["geometry"] is NSNull)
    let properties = try #require(features[0]["properties"] as? [String: Any])
    #expect(properties["nome_comune"] as? String == "Locri")
    #expect(properties["ore_settimanali"] as? Double == 22.5)
  }

  static func rows(_ bytes: [UInt8]) -> [[String]] {
    String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n").dropLast()
      .map { $0.components(separatedBy: ",") }
  }

  /// The package, the dictionary and the files say the same of every column.
  @Test func whatDescribesTheTablesNamesEveryColumn() throws {
    let evidence = SampleEvidence.make()
    let tables = OpenTables.all(evidence)
    let context = ReportContext(evidence: evidence, tables: [], language: .it)
    let (frame, maps) = (context.frame, OpenMap.all(context.reader))
    let object =
      try JSONSerialization.jsonObject(with: Data(DataPackage.bytes(frame, tables, maps)))
      as? [String: Any]
    #expect(object?["name"] as? String == "tavolo-citta-metropolitana-di-reggio-calabria")
    #expect(object?["version"] as? String == "2026-06-30")
    let resources = try #require(object?["resources"] as? [[String: Any]])
    let readme = String(
      decoding: OpenDataReadme.bytes(frame, tables, provisional: []), as: UTF8.self)
    for (table, resource) in zip(tables, resources) {
      let header = Self.rows(table.bytes)[0]
      let fields = (resource["schema"] as? [String: Any])?["fields"] as? [[String: Any]]
      #expect(header == table.columns.map(\.name), "\(table.name)")
      #expect(fields?.compactMap { $0["name"] as? String } == header, "\(table.name)")
      for name in header { #expect(readme.contains("| `\(name)` |"), "\(table.name): \(name)") }
    }
    #expect(
      resources.suffix(maps.count).map { $0["path"] as? String }
        == ["territori.geojson", "punti_prossimita.geojson"])
    for map in maps { #expect(readme.contains("`\(map.file)`")) }
    #expect(tables[0].columns.map(\.name) == ObservationsCSV.columns)
    #expect(tables[1].columns.map(\.name) == IndicatorsCSV.columns)
  }

  /// A key is a key, and a closed list is closed.
  @Test func keysAreUniqueAndListsClosed() {
    for table in OpenTables.all(SampleEvidence.make()) {
      let rows = Self.rows(table.bytes)
      let places = table.key.map { rows[0].firstIndex(of: $0)! }
      if !places.isEmpty {
        let keys = rows.dropFirst().map { row in places.map { row[$0] } }
        #expect(Set(keys).count == keys.count, "\(table.name)")
      }
      for (place, column) in table.columns.enumerated() where !column.values.isEmpty {
        for row in rows.dropFirst() { #expect(column.values.contains(row[place])) }
      }
    }
  }

  /// Where an anti-violence centre is appears nowhere (domain reference §4.5).
  @Test func thePlaceOfARefugeIsNotPublished() throws {
    var evidence = SampleEvidence.make()
    let place = try #require(evidence.territory.comuni.first).code
    func offers(_ service: String) -> String {
      evidence.providers[0].offers = [
        ProviderProfile.Offer(
          service: service, comuni: [place], capacity: 5, capacityUnit: "posti",
          isPlaceWithheld: ["A3", "E4"].contains(service))
      ]
      let table = OpenTables.all(evidence).first { $0.name == "servizi" }
      return String(decoding: table?.bytes ?? [], as: UTF8.self)
    }
    let code = evidence.providers[0].fiscalCode
    #expect(offers("A1").contains("\(code),A1,\(place),5,posti"))
    #expect(offers("A3").contains("\(code),A3,,5,posti"))
    #expect(offers("E4").contains("\(code),E4,,5,posti"))
  }

  /// Mandatory properties of DCAT-AP_IT (domain reference §5.8).
  @Test func theCatalogueRecordHasWhatIsMandatory() {
    var evidence = SampleEvidence.make()
    evidence.territory.ipaCode = "prova"
    evidence.territory.office = .init(name: "Ufficio statistica", mailbox: "dati@pec.example.it")
    let tables = OpenTables.all(evidence)
    let context = ReportContext(evidence: evidence, tables: [], language: .it)
    let (frame, maps) = (context.frame, OpenMap.all(context.reader))
    let text = String(
      decoding: CatalogueRecord.bytes(
        frame, tables, maps, of: evidence.territory, since: Day(iso: "2024-01-01")),
      as: UTF8.self)
    for property in [
      "dct:identifier \"prova:tavolo\"", "owl:versionInfo \"2026-06-30\"", "dct:title",
      "dct:description", "dct:modified",
      "dcat:theme <", "dct:rightsHolder", "dct:accrualPeriodicity", "dcat:distribution",
      "dct:format", "dcat:accessURL", "dct:license", "dct:publisher", "dcat:dataset",
      // Recommended and optional ones.
      "dct:subject", "dcat:contactPoint <#contatto>", "vcard:fn \"Ufficio statistica\"@it",
      "vcard:hasEmail <mailto:dati@pec.example.it>", "dcat:keyword", "dct:spatial",
      "dcatapit:startDate \"2024-01-01\"", "dcatapit:endDate \"2026-06-30\"", "foaf:homepage",
      "dct:language", "dcat:landingPage", "dcat:downloadURL", "dcat:byteSize",
    ] { #expect(text.contains(property), "\(property)") }
    for file in tables.map({ $0.name + ".csv" }) + maps.map(\.file) {
      #expect(text.contains("dcat:accessURL <\(file)>"))
    }
  }

  @Test func textsInJSONAreEscaped() {
    let value = JSONValue.object([("a\"b", .string("c\\d\n\u{1}è")), ("vuoto", .array([]))])
    #expect(
      String(decoding: value.bytes, as: UTF8.self)
        == "{\n  \"a\\\"b\": \"c\\\\d\\n\\u0001è\",\n  \"vuoto\": []\n}\n")
  }

  /// Where no code of the public index is given the name makes one, without its accents.
  @Test func aNameMakesAnIdentifier() {
    var evidence = SampleEvidence.make()
    evidence.territory.name = "Città metropolitana di Forlì - Cesena"
    let context = ReportContext(evidence: evidence, tables: [], language: .it)
    let text = String(
      decoding: CatalogueRecord.bytes(
        context.frame, [], [], of: evidence.territory, since: nil), as: UTF8.self)
    #expect(text.contains("\"citta-metropolitana-di-forli-cesena\""))
    // Nor is there a contact without an address, or a period without a beginning.
    #expect(!text.contains("<#contatto>") && !text.contains("<#periodo>"))
  }
}
