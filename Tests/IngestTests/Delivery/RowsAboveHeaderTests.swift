import Testing
import Warehouse

@testable import Ingest

/// Rows of data above the header, which would be lost as titles are.
@Suite struct RowsAboveHeaderTests {
  private let bench: DirtBench

  init() throws { bench = try DirtBench() }

  private static let header = "id_richiesta;comune;data_richiesta;canale;servizio"
  private static let row = "7;Locri;19/03/2026;sportello;C1"

  /// A sheet sorted together with its header; two exports one under the other.
  @Test(arguments: [
    [row, "8;Locri;20/03/2026;sportello;C1", header, row],
    [header, row, header + ";sesso", row + ";F"],
  ])
  func theyStopTheDelivery(lines: [String]) throws {
    let error = #expect(throws: UnreadableFile.self) {
      try bench.load(lines.joined(separator: "\n") + "\n")
    }
    #expect(error?.code == "dati-sopra-l-intestazione")
    #expect(error?.line == lines.firstIndex(of: Self.row)! + 1)
    #expect(error?.message.contains("riga_intestazione") == true)
  }

  @Test(arguments: [
    "Domande al 30/06/2026;;;;", "Protocollo;Comune;Data della domanda;Canale;Servizio",
    "1;2;3;4;5", "es. 2026/0001;es. Locri;es. 2026-03-12;es. sportello;es. C1",
  ])
  func titlesDoNot(title: String) throws {
    let outcome = try bench.load([title, Self.header, Self.row].joined(separator: "\n") + "\n")
    #expect(outcome.snapshot.rowsKept == 1)
  }

  /// Who says where the header is knows what stands above it.
  @Test func aDeclaredHeaderIsBelieved() throws {
    let outcome = try bench.load(
      [Self.row, Self.header, Self.row].joined(separator: "\n") + "\n",
      settings: #""riga_intestazione": 2"#)
    #expect(outcome.snapshot.rowsKept == 1)
  }
}
