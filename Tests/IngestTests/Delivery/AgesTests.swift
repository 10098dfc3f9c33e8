import Testing
import Warehouse

@testable import Ingest

/// Ages as tables of residents write them, from cells to facts.
@Suite struct AgesTests {
  private let bench: DirtBench

  init() throws { bench = try DirtBench() }

  private static func residents(_ ages: [String]) -> String {
    (["comune;anno;eta;sesso;residenti"]
      + ages.enumerated().map { "Locri;2026;\($1);F;\(100 + $0)" }).joined(separator: "\n") + "\n"
  }

  /// Ages loaded, as `from-to`.
  private var loaded: [String] {
    get throws {
      var all: [String] = []
      try bench.store.forEachCurrent(.population) {
        all.append("\($0.integer(.ageFrom)!)-\($0.integer(.ageTo)!)")
      }
      return all
    }
  }

  @Test func bandsAsOfficesWriteThem() throws {
    let outcome = try bench.load(
      Self.residents(["0/14", "15/64", "over 65"]), as: "popolazione")
    #expect(try loaded == ["0-14", "15-64", "65-150"])
    #expect(outcome.findings.isEmpty)
  }

  /// Where a band is a text it is written in one way, and nothing else is kept.
  @Test func aBandThatIsATextIsWrittenInOneWay() throws {
    let cells = [
      "da 65 a 74 anni", "85 e più", "over 65", "70", "under 18", ">65", "sola, figlia in Canada",
      "anziana",
    ]
    let outcome = try bench.load(
      "id_accesso;id_punto;data_ora;fascia_eta\n"
        + cells.enumerated().map { "A\($0);PDP-01;2026-03-12;\"\($1)\"\n" }.joined(),
      as: "accessi_pdp", values: "campo,valore,codice,motivo\nfascia_eta,anziana,65 e più,\n")
    var bands: [String?] = []
    try bench.store.forEachCurrent(.proximityAccess) { bands.append($0.text(.ageBand)) }
    #expect(bands == ["65-74", "85+", "65+", "70", "0-17", nil, nil, "65+"])
    #expect(outcome.lines("eta-incerta") == [7])
    #expect(outcome.lines("eta-non-valida") == [8])
    #expect(outcome.findings.count == 2)
  }

  @Test func anEndThatIsNotSaidIsAsked() throws {
    let outcome = try bench.load(
      Self.residents(["0-17", "oltre 65", ">65", "ott-14"]), as: "popolazione")
    #expect(try loaded == ["0-17"])
    #expect(outcome.lines("eta-incerta") == [3, 4])
    #expect(outcome.lines("eta-non-valida") == [5])
  }

  /// The way on, once it is known: in the map of words.
  @Test func theMapSaysWhatTheWordsMean() throws {
    let outcome = try bench.load(
      Self.residents(["Minori", "<18", ">65", "65", "oltre 65", "tutti", "Anziani"]),
      as: "popolazione",
      values: "campo,valore,codice,motivo\neta,minori,0-17,\neta,>65,66+,\neta,oltre 65,65+,\n"
        + "eta,tutti,ND,\neta,Anziani,,\n")
    #expect(try loaded == ["0-17", "0-17", "66-150", "65-65", "65-150"])
    #expect(outcome.lines("valore-mancante") == [7])
    #expect(outcome.lines("eta-non-valida") == [8])
    #expect(outcome.lines("mappa-inutilizzata").isEmpty)
  }

  @Test func aMapThatSaysNoAgesStopsTheSource() throws {
    let error = #expect(throws: DescriptorError.self) {
      try bench.load(
        Self.residents(["Minori"]), as: "popolazione",
        values: "campo,valore,codice,motivo\neta,minori,fino a 18,\n")
    }
    #expect(error.map { "\($0)" }?.contains("«fino a 18» non è un'età") == true)
  }
}
