import Testing
import Warehouse

@testable import Ingest

/// Persons and successive deliveries: D14, D15, D18–D22, D28.
@Suite struct DirtOfDeliveriesTests {
  let bench: DirtBench

  init() throws { bench = try DirtBench() }

  /// The classes and the check letter are in `FiscalCodeTests`.
  @Test func d14FiscalCodesAsTyped() throws {
    let outcome = try bench.load(
      DirtBench.requests(
        [
          "RSSMRA80A01H224X", " rssmra80a01h224x ", "STP0801010000123", "ANONIMO",
          "RSSMRA80A01H224A",
        ],
        in: "id_persona"))
    let persons = try bench.requests.map(\.person)
    #expect(persons[0] != nil && persons[0] == persons[1])
    #expect(persons[2] != nil && persons[2] != persons[0])
    #expect(persons[3] != persons[0])
    #expect(outcome.findings.allSatisfy { !$0.cell.contains("RSSMRA") })
    #expect(outcome.lines("identificativo-non-valido") == [6])
  }

  /// The code as issued and the one computed without omocodia may be two people.
  @Test func d15OmocodicAndBaseFormsAreTwoTokens() throws {
    let base = "RSSMRA80A01H224X"
    let omocodic = "RSSMRA80A01H22QU"
    try bench.load(DirtBench.requests([base, omocodic], in: "id_persona"))
    let persons = try bench.requests.map(\.person)
    #expect(persons[0] != nil && persons[1] != nil && persons[0] != persons[1])
  }

  /// The end-to-end proof, with its receipt, is in `ReproducibilityTests` and `SnapshotTests`.
  @Test func d18TheSameBytesUnderAnotherName() throws {
    let text = DirtBench.requests(["080063"], in: "comune")
    let first = try bench.load(text)
    var again = first.snapshot
    again.delivery = "2026-07-31.csv"
    again.receivedOn = Day(iso: "2026-07-31")!
    #expect(
      try bench.store.twin(of: again, publisher: "comune", dataset: "richieste") == "2026-06-30.csv"
    )
  }

  @Test func d19OverlappingPeriods() throws {
    let settings = "\"politica\": \"incrementale\""
    try bench.load(
      DirtBench.requests(["080063", "080008"], in: "comune"), settings: settings)
    try bench.load(
      DirtBench.requests(["080063", "080058", "080008"], in: "comune"), named: "2026-07-31.csv",
      settings: settings)
    #expect(try bench.requests.map(\.comune.text) == ["080063", "080058", "080008"])
  }

  @Test func d20ALaterRowOfAnIDIsItsNewerVersion() throws {
    let outcome = try bench.load(
      DirtBench.requests(["080063", "080008"], in: "comune").replacing("2;;", with: "1;;"))
    #expect(outcome.lines("id-ripetuto") == [3])
    #expect(try bench.requests.map(\.comune.text) == ["080008"])
  }

  @Test func d21WhatAFullExportNoLongerHasIsNoLongerCurrent() throws {
    try bench.load(DirtBench.requests(["080063", "080008"], in: "comune"))
    try bench.load(DirtBench.requests(["080063"], in: "comune"), named: "2026-07-31.csv")
    #expect(try bench.requests.count == 1)
  }

  @Test func d22TheSameProtocolOfTwoPublishersIsTwoRequests() throws {
    let text = DirtBench.requests(["080063"], in: "comune")
    try bench.load(text, source: "comune-a")
    try bench.load(text.replacing("080063", with: "080008"), source: "comune-b")
    #expect(try bench.requests.count == 2)
  }

  @Test func d28MaskedAndForeignIdentifiers() throws {
    let outcome = try bench.load(DirtBench.requests(["****************"], in: "id_persona"))
    #expect(outcome.lines("identificativo-mascherato") == [2])
    #expect(try bench.requests.map(\.person) == [nil])
    let foreign = try DirtBench().load(
      "\(DirtBench.header);ente\n1;;080063;12/03/2026;sportello;C1;FR31417626587\n")
    #expect(foreign.lines("codice-ente-non-valido") == [2])
    #expect(foreign.snapshot.rowsKept == 1)
  }

  /// The export of a comune of Cuneo, in the workspace of another province.
  @Test func aDeliveryOfAnotherProvinceIsToldOnce() throws {
    func load(_ comuni: [String]) throws -> [Int] {
      let rows = comuni.enumerated().map { "\($0);\($1);2026-03-15;pec;C1\n" }.joined()
      return try bench.load(
        "id_richiesta;comune;data_richiesta;canale;servizio\n" + rows
      ).lines("quasi-tutto-fuori-territorio")
    }
    #expect(try load(["Cuneo", "Alba", "Locri"]) == [0])
    #expect(try load(["Cuneo", "Siderno", "Locri"]).isEmpty)
  }

  /// A word no row has chooses nothing: a slip, or another way of writing it.
  @Test func aWordThatChoosesNoRowIsTold() throws {
    let outcome = try bench.load(
      "id_richiesta;comune;data_richiesta;canale;servizio\n1;Locri;2026-03-15;pec;C1\n"
        + "2;Locri;2026-03-15;Annullata;C1\n",
      settings: "\"righe_escluse\": {\"canale\": [\"Annullata\", \"ANNULLATA\"]}")
    #expect(outcome.cells("mappa-inutilizzata") == ["ANNULLATA"])
    #expect(outcome.detail("mappa-inutilizzata") == "source.json, righe_escluse")
    #expect(outcome.snapshot.rowsKept == 1)
  }
}
