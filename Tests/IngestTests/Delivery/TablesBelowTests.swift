import Testing
import Warehouse

@testable import Ingest

/// Sheets with more than one table, and tables with rows that are sums of others.
@Suite struct TablesBelowTests {
  private let bench: DirtBench

  init() throws { bench = try DirtBench() }

  private static func waiting(_ rows: [String]) -> String {
    (["data_rilevazione;comune;servizio;in_attesa;ente"] + rows).joined(separator: "\n") + "\n"
  }

  private func row(_ comune: String, _ number: Int) -> String {
    "30/06/2026;\(comune);C1;\(number);01528071002"
  }

  private var loaded: [Int64] {
    get throws {
      var all: [Int64] = []
      try bench.store.forEachCurrent(.waitingList) { all.append($0.integer(.waiting)!) }
      return all
    }
  }

  /// The same columns but one: `in_attesa` would be 50 and 60.
  @Test func rowsUnderAnotherHeaderAreNotOfTheTable() throws {
    let outcome = try bench.load(
      Self.waiting([
        row("Locri", 5), row("Siderno", 6), ";;;;", "Posti occupati al 30 giugno;;;;",
        "Data_rilevazione;Comune;Servizio;Posti occupati;Ente", row("Locri", 50), row("Bova", 60),
      ]), as: "liste_attesa")
    #expect(try loaded == [5, 6])
    #expect(outcome.lines("altra-tabella") == [6, 7, 8])
    #expect(outcome.lines("riga-nota") == [5])
    #expect(outcome.snapshot.rowsRefused == 3)
  }

  /// Names of the header in other columns, and fewer of them.
  @Test func anotherHeaderMayBeNarrower() throws {
    let outcome = try bench.load(
      Self.waiting([row("Locri", 5), "Comune;Servizio;Esito;;", "Locri;C1;;3;"]), as: "liste_attesa"
    )
    #expect(try loaded == [5])
    #expect(outcome.lines("altra-tabella") == [3, 4])
  }

  /// Another table, then the first again: a title above each.
  @Test func theTablesOwnHeaderBringsItBack() throws {
    let header = "data_rilevazione;comune;servizio;in_attesa;ente"
    let outcome = try bench.load(
      Self.waiting([
        row("Locri", 5), "comune;servizio;posti;;", "Locri;C1;3;;", "Anno 2025;;;;", header,
        row("Bova", 7),
      ]), as: "liste_attesa")
    #expect(try loaded == [5, 7])
    #expect(outcome.lines("altra-tabella") == [3, 4])
    #expect(outcome.lines("intestazione-ripetuta") == [6])
    #expect(outcome.lines("riga-nota") == [5])
  }

  /// A value that is also a name of the header makes none.
  @Test func aRowWithOneNameOfTheHeaderIsARow() throws {
    let outcome = try bench.load(
      "id_richiesta;comune;data_richiesta;canale;servizio;sportello\n"
        + "1;Locri;12/03/2026;sportello;C1;sportello\n2;Locri;13/03/2026;sportello;C1;comune\n")
    #expect(outcome.snapshot.rowsKept == 2 && outcome.lines("altra-tabella").isEmpty)
  }

  // MARK: Groups

  @Test func aNameWrittenOncePerGroupIsToldHowToBeRepeated() throws {
    let outcome = try bench.load(
      Self.waiting([row("Locri", 5), row("", 6), row("Siderno", 7), row("", 8), row("", 9)]),
      as: "liste_attesa")
    #expect(outcome.lines("solo-prima-riga") == [0])
    #expect(outcome.detail("solo-prima-riga") == "righe senza: 3")
    #expect(outcome.snapshot.rowsRefused == 3)
    let slip = try DirtBench().load(
      Self.waiting((1...9).map { row($0 == 5 ? "" : "Locri", $0) }), as: "liste_attesa")
    #expect(slip.lines("solo-prima-riga").isEmpty)
  }

  // MARK: Rows of a wider territory

  @Test(arguments: [
    "Totale", "Totale Locride", "Provincia di Reggio Calabria", "Distretto Sud", "Calabria",
    "Città Metropolitana", "TUTTI I COMUNI", "Ambito di nessuno",
  ])
  func numbersOfAWiderTerritoryAreNotAddedToThoseOfItsComuni(_ name: String) throws {
    let outcome = try bench.load(
      Self.waiting([row("Locri", 5), row("Siderno", 6), row(name, 11)]), as: "liste_attesa")
    #expect(try loaded == [5, 6])
    #expect(outcome.lines("territorio-piu-ampio") == [4])
    #expect(outcome.snapshot.rowsRefused == 1)
  }

  /// Who knows that they are nowhere else says so, and what is only misspelt is counted as before.
  @Test func aMapMayKeepThem() throws {
    let outcome = try bench.load(
      Self.waiting([row("Locri", 5), row("Distretto Sud", 11), row("Lokri", 2)]),
      as: "liste_attesa", values: "campo,valore,codice,motivo\ncomune,Distretto Sud,ND,\n")
    #expect(try loaded == [5, 11, 2])
    #expect(outcome.lines("territorio-piu-ampio").isEmpty)
    #expect(outcome.lines("comune-non-riconosciuto") == [3, 4])
  }

  /// Of a person who lives in no known comune nothing is counted twice.
  @Test func aRequestFromAWiderTerritoryIsKept() throws {
    let outcome = try bench.load(
      DirtBench.requests(["Provincia di Reggio Calabria"], in: "comune"))
    #expect(outcome.snapshot.rowsKept == 1)
    #expect(outcome.lines("territorio-piu-ampio").isEmpty)
  }
}
