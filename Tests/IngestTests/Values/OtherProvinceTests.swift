import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// What only other provinces have: names in two languages, codes that lose two zeros, comuni born since
/// the residents were counted.
@Suite struct OtherProvinceTests {
  /// The resolver of a province as `tavolo init` makes it.
  ///
  /// - Parameter province: nil for all of them.
  private static func resolver(_ province: String?) -> TerritoryResolver {
    let comuni = ReferenceTables.italy.filter {
      !$0.isCeased && (province == nil || $0.province == province)
    }.map {
      TerritoryResolver.Comune(
        istat: $0.istat, name: $0.name, alternativeName: $0.alternativeName, belfiore: $0.belfiore)
    }
    return TerritoryResolver(
      comuni: comuni, names: [], italy: ReferenceTables.italy, archive: ReferenceTables.archive)
  }

  private func code(_ text: String, _ resolver: TerritoryResolver) -> String? {
    if case .resolved(let code, _) = resolver.resolve(text) { return "\(code)" }
    return nil
  }

  @Test func twoComuniOfOneNameAreToldByTheirProvince() {
    let castro = Self.resolver(nil).resolve("Castro")
    #expect(castro == .unresolved(suggestion: "Castro (BG) o Castro (LE)"))
  }

  /// 116 comuni, ISTAT's two names of each in every way they are put together.
  @Test func theTwoNamesOfBolzano() {
    let resolver = Self.resolver("BZ")
    let comuni = ReferenceTables.italy.filter { !$0.isCeased && $0.province == "BZ" }
    #expect(comuni.count == 116)
    #expect(comuni.filter { !$0.alternativeName.isEmpty }.count > 110)
    for comune in comuni where !comune.alternativeName.isEmpty {
      let (name, other) = (comune.name, comune.alternativeName)
      for text in [
        other, other.uppercased(), "\(name)/\(other)", "\(other)/\(name)", "\(name) / \(other)",
        "\(name.uppercased()) - \(other.uppercased())", "\(other) (BZ)",
      ] {
        #expect(code(text, resolver) == "\(comune.istat)", "\(text)")
      }
      guard !name.contains("-"), !other.contains("-") else { continue }
      #expect(code("\(name)-\(other)", resolver) == "\(comune.istat)")
    }
    #expect(code("Corvara", resolver) == "021026")
  }

  /// As the offices of Bolzano and Aosta write, and programs without umlauts.
  @Test func writingsOfTheOtherLanguage() {
    let bolzano = Self.resolver("BZ")
    for (text, istat) in [
      ("Gemeinde Meran", "021051"), ("Stadtgemeinde Bozen", "021008"),
      ("Comune di Bolzano/Gemeinde Bozen", "021008"), ("Bolzano (Bozen)", "021008"),
      ("BOLZANO*BOZEN", "021008"), ("Muehlbach", "021074"), ("MÜHLBACH", "021074"),
      ("Sankt Lorenzen", "021081"), ("Eppan a.d. Weinstraße", "021004"),
      ("Appiano s.s.d.v.", "021004"), ("Urtijëi", "021061"), ("Mareo", "021047"),
    ] { #expect(code(text, bolzano) == istat, "\(text)") }
    let aosta = Self.resolver("AO")
    for (text, istat) in [
      ("Aoste", "007003"), ("Aosta/Aoste", "007003"), ("Commune d'Aoste", "007003"),
      ("Commune de Valtournenche", "007071"), ("St-Vincent", "007065"), ("St. Vincent", "007065"),
      ("Gressoney-St-Jean", "007033"), ("Pré St Didier", "007053"),
    ] { #expect(code(text, aosta) == istat, "\(text)") }
    #expect(code("Alghero/L'Alguer", Self.resolver("SS")) == "112001")
    // Two different comuni are neither.
    #expect(code("Bolzano (Meran)", bolzano) == nil)
  }

  /// As everybody calls them: without the small words of the official name.
  @Test func namesAreSaidWithoutTheirSmallWords() {
    let resolver = Self.resolver(nil)
    for (text, istat) in [
      ("Reggio Emilia", "035033"), ("REGGIO CALABRIA", "080063"), ("Melito Porto Salvo", "080050"),
      ("Isola Capo Rizzuto", "101013"), ("Cassano Ionio", "078029"), ("Trezzo Adda", "015221"),
      ("S. Giovanni Persiceto", "037053"), ("Reggio Emilia (RE)", "035033"),
    ] { #expect(code(text, resolver) == istat, "\(text)") }
    // What is the whole name of another is that other; a name of one word is none.
    #expect(code("Nughedu San Nicolò", resolver) == "112034")
    #expect(code("Castel", resolver) == nil)
  }

  /// The name of the province in brackets, in full.
  @Test func theProvinceIsNamedInFull() throws {
    let resolver = try DirtBench.reference.get().resolver
    #expect(code("Locri (Reggio Calabria)", resolver) == "080043")
    #expect(code("IVREA (TORINO)", resolver) == "001125")
    #expect(code("Livo (Como)", resolver) == "013130")
    #expect(code("Livo (Trento)", resolver) == "022106")
    // Not its own.
    #expect(code("Locri (Torino)", resolver) == nil)
  }

  /// Piedmont abbreviates what says of which land a place is.
  @Test func theLandOfAPlaceIsAbbreviated() {
    let torino = Self.resolver("TO")
    for (text, istat) in [
      ("S. Mauro T.se", "001249"), ("SETTIMO T.SE", "001265"), ("Rivarolo C.se", "001217"),
      ("San Giorgio C.se", "001244"), ("Citta' di Settimo T.se", "001265"),
    ] { #expect(code(text, torino) == istat, "\(text)") }
    // Samone is in Trento too: here it is the one of the territory, unless the letters say otherwise.
    #expect(code("Samone", torino) == "001235")
    #expect(code("Samone (TN)", torino) == "022165")
    #expect(code("Livo", torino) == nil)
  }

  /// Of a comune younger than the national table nobody knows the residents: it is named, with what to do.
  @Test func aComuneWithoutResidentsIsNamed() throws {
    let folder = try TemporaryFolder()
    let tables = folder.path + "/tables"
    try FileManager.default.copyItem(atPath: ReferenceTables.folder.path, toPath: tables)
    let country = tables + "/comuni_italia.csv"
    let text = try String(contentsOfFile: country, encoding: .utf8)
    try text.replacing(",F478,RN,,,,1035,", with: ",F478,RN,,,,,")
      .write(toFile: country, atomically: true, encoding: .utf8)
    let rimini = try NewTerritory(from: tables, provinces: ["RN"])
    #expect(rimini.withoutResidents == ["Montecopiolo"])
    try rimini.write(to: folder.path + "/rn", name: "Rimini")
    let error = #expect(throws: DescriptorError.self) {
      try ReferenceFolder(path: folder.path + "/rn")
    }
    let said = error.map { "\($0)" } ?? ""
    #expect(said.contains("Montecopiolo sono «»") && said.contains("vanno scritti"), "\(said)")
  }

  /// Where two names are official both are shown, as `tavolo init` sets it and an analyst may.
  @Test func aComuneIsCalledByBothItsNames() throws {
    let folder = try TemporaryFolder()
    let reference = ReferenceTables.folder.path
    try NewTerritory(from: reference, provinces: ["BZ"]).write(
      to: folder.path + "/bz", name: "Bolzano")
    let bolzano = try ReferenceFolder(path: folder.path + "/bz")
    #expect(bolzano.comuni.first { $0.istat == "021008" }?.name == "Bolzano/Bozen")
    #expect(bolzano.comuni.first { $0.istat == "021034" }?.name == "Gais")
    guard case .resolved(let code, _) = bolzano.resolver.resolve("Bolzano/Bozen") else {
      Issue.record("the name shown is not read")
      return
    }
    #expect("\(code)" == "021008")
    try NewTerritory(from: reference, provinces: ["ME"]).write(
      to: folder.path + "/me", name: "Messina")
    #expect(try !TerritoryFile(folder.path + "/me/territorio.json").isBilingual)
    // `Gioiosa Jonica` is another spelling, and no second name.
    #expect(try TrialSource.reference.get().comuni.allSatisfy { !$0.name.contains("/") })
    try folder.write("{\"nomi_in_due_lingue\": \"si\"}", to: "territorio.json")
    #expect(throws: DescriptorError.self) { try TerritoryFile(folder.path + "/territorio.json") }
  }

  /// Seen from elsewhere a name in the other language leads there, and never takes another's.
  @Test func theOtherLanguageSeenFromElsewhere() {
    #expect(code("Bozen", ReferenceTables.resolver) == "021008")
    #expect(code("Bressanone/Brixen", ReferenceTables.resolver) == "021011")
    #expect(code("Corvara", ReferenceTables.resolver) == "068016")
    #expect(code("Devin Nabrežina", Self.resolver("TS")) == "032001")
  }

  /// Sardinia's provinces were drawn anew in 2016 and again in 2025: codes and letters of all the times in
  /// between stand in files.
  @Test func codesAndLettersOfProvincesThatAreGone() {
    let sulcis = Self.resolver("SU")
    for text in ["111009", "107003", "Carbonia (CI)", "Carbonia (CA)", "Carbonia (SU)"] {
      #expect(code(text, sulcis) == "119003", "\(text)")
    }
    // Every code the last list before the reform had.
    #expect(code("090003", ReferenceTables.resolver) == "112001")
    #expect(code("095001", ReferenceTables.resolver) == "115001")
    #expect(code("Olbia (OT)", ReferenceTables.resolver) == code("Olbia", ReferenceTables.resolver))
    #expect(code("Roma Capitale", ReferenceTables.resolver) == "058091")
  }

  /// A spreadsheet makes 4078 of 004078.
  @Test func codesOfTheFirstNineProvincesLoseTwoZeros() {
    let cuneo = Self.resolver("CN")
    #expect(cuneo.resolve("4078") == .resolved(ComuneCode("004078")!, how: .istatWithoutZero))
    #expect(code("4078.0", cuneo) == "004078")
    // Of another province it is a number like any other.
    #expect(code("4078", ReferenceTables.resolver) == nil)
    #expect(code("1001", cuneo) == nil)
  }

  /// ISTAT, residents on 1 January 2022: 59,030,133 in the country, 5,233 in Basiliano, whose old code
  /// Camino al Tagliamento bears now; Setteville (2024) is Alano di Piave (2,665) and Quero Vas (3,116).
  @Test func everyComuneHasItsOwnResidents() {
    let rows = ReferenceTables.rows("comuni_italia.csv").filter { $0["valido_al"]!.isEmpty }
    let residents = Dictionary(uniqueKeysWithValues: rows.map { ($0["istat"]!, $0["residenti"]!) })
    #expect(residents["030009"] == "5233")
    #expect(residents["030015"] == "1544")
    #expect(residents["025075"] == "5781")
    #expect(residents["118014"] == "9424")
    // Founded, or under another code, that year: the legal population of that day, the same count.
    #expect(residents["081025"] == "8415")
    #expect(residents["099030"] == "1035")
    let total = residents.values.compactMap(Int.init).reduce(0, +)
    #expect(total == 59_030_133)
  }
}
