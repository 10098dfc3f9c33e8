import Testing
import Warehouse

@testable import Ingest

/// A total told by a word in a column of codes is no row like another.
@Suite struct TotalsAmongCodesTests {
  private static let header = "id_richiesta;comune;data_richiesta;canale;servizio"
  private static let rows = (1...6).map { "\($0);Locri;\(12 + $0)/03/2026;sportello;C1" }
  private let bench: DirtBench

  init() throws { bench = try DirtBench() }

  private static func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }

  /// Whatever comes before it in the row.
  @Test(arguments: [
    ("canale", "Totale"), ("canale", "TOT."), ("canale", "Totale complessivo"),
    ("servizio", "TOTALE"), ("servizio", "Subtotale"), ("servizio", "Total"),
    ("servizio", "Totale generale"), ("comune", "Totale"),
  ])
  func aTotalAmongCodes(column: String, word: String) throws {
    let row = Self.header.split(separator: ";").map {
      let cells = ["id_richiesta": "7", "comune": "Locri", "data_richiesta": "19/03/2026"]
      return $0 == column ? word : cells[String($0)] ?? ($0 == "canale" ? "sportello" : "C1")
    }
    let outcome = try bench.load(
      Self.text([Self.header] + Self.rows + [row.joined(separator: ";")]))  // line 8
    #expect(outcome.lines("totale-tra-i-codici") == [8])
    #expect(outcome.cells("totale-tra-i-codici") == [word])
    #expect(outcome.snapshot.rowsKept == 6)
    #expect(outcome.snapshot.rowsRefused == 1)
  }

  /// More than the word, or a word the list has.
  @Test func whatIsNoTotalAmongCodes() throws {
    let requests = try bench.load(
      Self.text([Self.header] + Self.rows + ["7;Locri;19/03/2026;Totale Cura;C1"]))
    #expect(requests.lines("codice-sconosciuto") == [8])
    #expect(requests.snapshot.rowsKept == 7)
    let payments = try bench.load(
      "cup;fonte;data;importo;fonte_dato;cumulato\nB41H22000020006;totale;2025-03-10;5,00;prova;no\n",
      as: "pagamenti")
    #expect(payments.lines("totale-tra-i-codici").isEmpty)
    #expect(payments.snapshot.rowsKept == 1)
  }
}
