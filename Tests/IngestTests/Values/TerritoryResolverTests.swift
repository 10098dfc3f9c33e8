import Ingest
import Testing
import Warehouse

@Suite struct TerritoryResolverTests {
  private let resolver = ReferenceTables.resolver

  private func code(_ text: String) -> ComuneCode? {
    if case .resolved(let code, _) = resolver.resolve(text) { return code }
    return nil
  }

  /// Capitals with accents as apostrophes, as ReGiS writes them.
  private static func shouted(_ name: String) -> String {
    var out = ""
    for character in name.uppercased() {
      let plain = ["À": "A'", "È": "E'", "É": "E'", "Ì": "I'", "Ò": "O'", "Ù": "U'"]
      out += plain[String(character)] ?? String(character)
    }
    return out
  }

  @Test func theReferenceHoldsTheWholeTerritory() {
    #expect(ReferenceTables.comuni.count == 97)
    #expect(ReferenceTables.italy.count > 7_800)
  }

  /// A comune of Pavia until 1958 is not meant where Montebello Jonico is at home; an old name that begins none
  /// of the territory's still is somebody's.
  @Test func anOldNameThatBeginsOneOfTheTerritoryIsOnlySuggested() {
    #expect(resolver.resolve("Montebello") == .unresolved(suggestion: "Montebello Jonico"))
    #expect(code("Corigliano Calabro") == ComuneCode("078157"))
    #expect(code("Montebello della Battaglia") == ComuneCode("018095"))
  }

  /// The 97 comuni of domain.md §1.10.3, in every regular writing of code and name.
  @Test func everyComuneIsRecognised() {
    for comune in ReferenceTables.comuni {
      let name = comune.name
      let istat = comune.istat.description
      #expect(resolver.resolve(istat) == .resolved(comune.istat, how: .istat))
      #expect(
        resolver.resolve(String(istat.dropFirst()))
          == .resolved(comune.istat, how: .istatWithoutZero))
      #expect(code("\(istat.dropFirst()).0") == comune.istat)
      #expect(resolver.resolve(comune.belfiore) == .resolved(comune.istat, how: .belfiore))
      #expect(code(comune.belfiore.lowercased()) == comune.istat)
      #expect(resolver.resolve(name) == .resolved(comune.istat, how: .name))
      let shouted = Self.shouted(name)
      for written in [
        shouted, "  \(shouted) ", shouted.lowercased(), "\(shouted) (RC)", "\(shouted) - RC",
        "Comune di \(name)", "\(name),RC", name.replacing("'", with: "’"),
        shouted.replacing("IONI", with: "JONI"), shouted.replacing("JONI", with: "IONI"),
        shouted.replacing("SANT'", with: "S."), shouted.replacing("SANT'", with: "SAN "),
        shouted.replacing("SANT'", with: "SANT "), shouted.replacing("SANTA ", with: "S. "),
        shouted.replacing("SANTO ", with: "S."), shouted.replacing("SANTO ", with: "SAN "),
        shouted.replacing("SAN ", with: "S. "),
        shouted.replacing("SAN ", with: "S.TO ")
          .replacing("S.TO", with: "S"),
      ] {
        #expect(code(written) == comune.istat, "\(written)")
      }
    }
  }

  /// A name beside its code or postcode; a code of another comune is no help.
  @Test func aNameBesideItsCode() {
    for text in [
      "080043 - Locri", "Locri (080043)", "89044 Locri", "Locri - 89044", "80043 Locri",
      "89044 LOCRI (RC)", "89044 - Locri RC",
    ] { #expect(code(text) == ComuneCode("080043"), "\(text)") }
    for text in [
      "080042 Locri", "80063 Locri", "89044", "89044 Nessuno", "Castro 73030", "890 Locri",
    ] {
      #expect(code(text) == nil, "\(text)")
    }
  }

  /// With one comune taken out of the reference, no other ever answers to its name: near is not same.
  @Test func noNameIsTakenForAnother() {
    let comuni = ReferenceTables.comuni
    for absent in comuni {
      let others = comuni.filter { $0.istat != absent.istat }
      let resolver = TerritoryResolver(
        comuni: others, names: ReferenceTables.aliases.filter { $0.istat != absent.istat },
        italy: [])
      for written in [absent.name, Self.shouted(absent.name)] {
        guard case .unresolved = resolver.resolve(written) else {
          Issue.record("\(written) was taken for \(resolver.resolve(written))")
          continue
        }
      }
    }
  }

  @Test func melicuccaAndMelicuccoAreTwoTowns() {
    #expect(code("MELICUCCA'") == ComuneCode("080048"))
    #expect(code("MELICUCCO") == ComuneCode("080049"))
    #expect(
      resolver.resolve("MELICUCC") == .unresolved(suggestion: "Melicuccà o Melicucco"))
    #expect(resolver.resolve("MELICUCCIO") == .unresolved(suggestion: "Melicucco"))
  }

  @Test func aNearMissIsOnlySuggested() {
    #expect(resolver.resolve("Polistana") == .unresolved(suggestion: "Polistena"))
    #expect(resolver.resolve("Polistnea") == .unresolved(suggestion: "Polistena"))
    #expect(resolver.resolve("Aspromonte") != .unresolved(suggestion: nil))
    #expect(resolver.resolve("BOVA MARRINA") == .unresolved(suggestion: "Bova Marina"))
    #expect(
      resolver.resolve("contrada Zomino di Bova Marina") == .unresolved(suggestion: "Bova Marina"))
    #expect(resolver.resolve("qwertyuiop") == .unresolved(suggestion: nil))
    // The only one of its name, whatever the province says; of two, neither.
    #expect(
      resolver.resolve("Locri (MI)")
        == .resolved(ComuneCode("080043")!, how: .otherProvince(written: "MI")))
    #expect(code("Castro (MI)") == nil)
    #expect(resolver.resolve("Locri/Siderno") == .unresolved(suggestion: "Locri o Siderno"))
  }

  @Test func aliasesAndHamletsLeadToTheirComune() {
    #expect(resolver.resolve("Reggio Calabria") == .resolved(ComuneCode("080063")!, how: .name))
    #expect(code("REGGIO CALABRIA (RC)") == ComuneCode("080063"))
    #expect(resolver.resolve("Africo Nuovo") == .resolved(ComuneCode("080001")!, how: .alias))
    #expect(code("Reggio Calabria - Gallico") == ComuneCode("080063"))
    #expect(
      resolver.resolve("Gerace Marina")
        == .resolved(ComuneCode("080043")!, how: .ceased(successorOf: "Gerace Marina", filed: nil)))
  }

  @Test func theRestOfItalyIsOutside() {
    for (written, istat) in [
      ("Vibo Valentia", "102047"), ("102047", "102047"), ("Milano", "015146"), ("F205", "015146"),
      ("REGGIO NELL'EMILIA", "035033"), ("Carini", "082021"), ("S. Giovanni in Fiore", "078119"),
      ("Castro (BG)", "016065"),
    ] {
      guard let found = code(written) else {
        Issue.record("\(written) not recognised: \(resolver.resolve(written))")
        continue
      }
      #expect(found == ComuneCode(istat), "\(written)")
      #expect(!resolver.isInTerritory(found))
    }
    #expect(resolver.isInTerritory(ComuneCode("080063")!))
    #expect(
      resolver.resolve("Castro") == .unresolved(suggestion: "Castro (BG) o Castro (LE)"))
  }

  @Test func ceasedComuniLeadToTheirSuccessor() {
    #expect(
      resolver.resolve("Alice Superiore")
        == .resolved(
          ComuneCode("001317")!,
          how: .ceased(successorOf: "Alice Superiore", filed: ComuneCode("001005"))))
    #expect(
      resolver.resolve("001005")
        == .resolved(
          ComuneCode("001317")!,
          how: .ceased(successorOf: "Alice Superiore", filed: ComuneCode("001005"))))
    #expect(
      resolver.resolve("A199")
        == .resolved(
          ComuneCode("001317")!,
          how: .ceased(successorOf: "Alice Superiore", filed: ComuneCode("001005"))))
  }

  @Test func regisPairs() {
    #expect(
      resolver.resolve(province: 80, comune: 63) == .resolved(ComuneCode("080063")!, how: .istat))
    #expect(resolver.resolve(province: 80, comune: 0) == .special(.wholeTerritory))
    #expect(resolver.resolve(province: 80, comune: 98) == .unresolved(suggestion: nil))
    #expect(resolver.resolve(province: -1, comune: 1) == .unresolved(suggestion: nil))
  }

  @Test(arguments: [
    ("Senza fissa dimora", SpecialPlace.homeless), ("S.F.D.", .homeless),
    ("Non rilevato", .unknown), ("TUTTI I COMUNI", .wholeTerritory), ("Estero", .abroad),
    ("Z336", .abroad), ("Fuori provincia", .elsewhere),
  ])
  func wordingsThatNameNoComune(_ text: String, _ place: SpecialPlace) {
    #expect(resolver.resolve(text) == .special(place))
  }

  @Test func aPostcodeIsNotAnISTATCodeWithoutItsZero() {
    // Locri: ISTAT 080043, postcode 89044.
    #expect(
      resolver.resolve("80043") == .resolved(ComuneCode("080043")!, how: .istatWithoutZero))
    #expect(resolver.resolve("89044") == .postcode(alternative: nil))
    // The postcode of Gioia Tauro is also the code of Noto without its zero.
    #expect(resolver.resolve("89013") == .postcode(alternative: "Noto (SR)"))
    #expect(resolver.resolve("089013") == .resolved(ComuneCode("089013")!, how: .istat))
    #expect(resolver.resolve("00118") == .postcode(alternative: nil))
  }

  @Test(arguments: ["", "  ", "N/D", "-", "///", "ND"])
  func nothing(_ text: String) {
    #expect(resolver.resolve(text) == .empty)
  }

  @Test(arguments: ["080000", "080098", "80", "0", "8004", "H9999", "X123", "089", "12/03/2026"])
  func codesThatAreNone(_ text: String) {
    #expect(resolver.resolve(text) == .unresolved(suggestion: nil))
  }

  @Test func bilingualNamesAndHomonyms() {
    let resolver = TerritoryResolver(
      comuni: [
        .init(istat: ComuneCode("021008")!, name: "Bolzano/Bozen"),
        .init(istat: ComuneCode("021051")!, name: "San Martino in Badia/St. Martin in Thurn"),
        .init(istat: ComuneCode("021999")!, name: "Valverde"),
      ], names: [],
      italy: [
        .init(
          istat: ComuneCode("087052")!, name: "Valverde", belfiore: "L658", province: "CT"),
        .init(
          istat: ComuneCode("032001")!, name: "Duino Aurisina - Devin Nabrežina",
          belfiore: "D383", province: "TS"),
      ])
    for text in ["Bolzano", "BOZEN", "Bozen/Bolzano", "Bolzano - Bozen", "Bolzano/Bozen"] {
      #expect(resolver.resolve(text).code == ComuneCode("021008"), "\(text)")
    }
    #expect(resolver.resolve("S. Martino in Badia").code == ComuneCode("021051"))
    #expect(resolver.resolve("Devin Nabrezina").code == ComuneCode("032001"))
    // A homonym from outside never takes the place of a territory name.
    #expect(resolver.resolve("Valverde").code == ComuneCode("021999"))
    #expect(resolver.resolve("Valverde (CT)").code == ComuneCode("087052"))
  }

  @Test func anAbbreviationTwoComuniShareIsNeither() {
    let resolver = TerritoryResolver(
      comuni: [
        .init(istat: ComuneCode("080901")!, name: "San Luca"),
        .init(istat: ComuneCode("080902")!, name: "Santa Luca"),
      ], names: [], italy: [])
    #expect(resolver.resolve("S. Luca") == .unresolved(suggestion: "San Luca o Santa Luca"))
    #expect(resolver.resolve("San Luca").code == ComuneCode("080901"))
  }
}

extension ComuneReading {
  fileprivate var code: ComuneCode? {
    if case .resolved(let code, _) = self { return code }
    return nil
  }

}
