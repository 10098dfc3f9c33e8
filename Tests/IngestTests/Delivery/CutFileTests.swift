import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// Exports and transfers that stopped half-way: the last row is not taken for a whole one.
@Suite struct CutFileTests {
  private static let whole =
    "id_richiesta;comune;data_richiesta;canale;servizio;esito;data_chiusura\n"
    + (1...3).map { "\($0);Platì;1\($0)/03/2026;sportello;C1;chiusa;2\($0)/05/2026\n" }.joined()

  @Test func aRowThatEndsBeforeTheOthersIsRefused() throws {
    // In a field that may be empty: read as it is, the row would lack its outcome and nobody know.
    let cut = String(Self.whole.dropLast("usa;23/05/2026\n".count))
    let looked = try LookedFile(cut)
    #expect(looked.findings(.cutFile).map(\.line) == [4])
    #expect(looked.findings(.cutFile).first?.detail == "6 celle invece di 7, e nessuna fine riga")
    #expect(looked.examination.snapshot.rowsKept == 2)
    #expect(try LookedFile(cut, dataset: nil).findings(.cutFile).map(\.line) == [4])
  }

  @Test func halfALetterRefusesItsRow() throws {
    let letter = Array(Self.whole.utf8) + Array("4;Plat".utf8) + [0xC3]
    let looked = try LookedFile(letter)
    #expect(looked.examination.table.opened.survey.encoding?.value == .utf8)
    #expect(looked.findings(.cutFile).map(\.line) == [5])
    #expect(looked.findings(.cutFile).first?.detail == "finisce a metà di una lettera")
    #expect(looked.examination.snapshot.rowsKept == 3)
  }

  @Test func aFileWithoutItsLastLineEndIsWhole() throws {
    #expect(try LookedFile(String(Self.whole.dropLast())).findings(.cutFile).isEmpty)
    // Rows that leave their last empty cells out, and notes and totals at the foot, are no cut.
    let ragged =
      Self.whole.replacing(";chiusa;21/05/2026", with: "") + "4;Platì;14/03/2026;sportello;C1"
    #expect(try LookedFile(ragged).findings(.cutFile).isEmpty)
    let noted = Self.whole + "Estratto dal gestionale"
    let looked = try LookedFile(noted)
    #expect(looked.findings(.cutFile).isEmpty)
    #expect(looked.findings(.noteRow).map(\.line) == [5])
  }

  @Test func aReferenceListIsNeverReadInPart() throws {
    let bench = try DirtBench()
    try bench.folder.write(Array("a,b\n1,citt".utf8) + [0xC3], to: "lista.csv")
    #expect(throws: DescriptorError.self) {
      try SmallTable(file: bench.folder.path + "/lista.csv")
    }
  }
}

/// A quote in a text that opens a field, and another that closes it rows below.
@Suite struct SwallowedRowsTests {
  private static func text(_ rows: [String]) -> String {
    (["id_richiesta;comune;data_richiesta;canale;servizio;id_punto"] + rows)
      .joined(separator: "\n") + "\n"
  }
  private static func row(_ id: Int, _ point: String = "") -> String {
    "\(id);Locri;1\(id % 9)/03/2026;sportello;C1;\(point)"
  }

  @Test func rowsBetweenTwoStrayQuotesAreTold() throws {
    var rows = (1...40).map { Self.row($0, $0 < 5 ? "\"P 1\"" : "") }
    rows[9] = "10;\"Locri;11/03/2026;sportello;C1;"
    rows[12] = "13;Bova\";14/03/2026;sportello;C1;"
    let looked = try LookedFile(Self.text(rows))
    #expect(looked.findings(.swallowedRows).map(\.line) == [11])
    #expect(looked.findings(.swallowedRows).first?.detail == "altre 3 righe")
    #expect(looked.examination.snapshot.rowsKept == 36)
    #expect(try LookedFile(Self.text(rows), dataset: nil).findings(.swallowedRows).count == 1)
  }

  @Test func aTextOfSeveralLinesIsNoRow() throws {
    let texts = ["\"P 1\n\"", "\"uno; due; tre; quattro; cinque; \nsei\"", "\"a;b\nc;d\""]
    let rows = texts.enumerated().map { Self.row($0, $1) }
    #expect(try LookedFile(Self.text(rows)).findings(.swallowedRows).isEmpty)
  }
}

/// Blanks between delimiters and quotes, from the descriptor to the receipt.
@Suite struct BlankBesideQuoteTests {
  private static let text =
    "id_richiesta, comune, data_richiesta, canale, servizio, id_punto\n"
    + "1, \"Locri\", \"12/03/2026\", \"sportello\", \"C1\", \"P 1, primo piano\"\n"

  @Test func whatIsDecidedIsInTheReceipt() throws {
    let bench = try DirtBench()
    let outcome = try bench.load(Self.text)
    #expect(outcome.snapshot.rowsKept == 1)
    #expect(outcome.snapshot.decisions.contains("Spazi fra separatore e virgolette"))
    #expect(try bench.requests[0].comune.text == "080043")
  }

  @Test func theSourceMaySayOtherwise() throws {
    let bench = try DirtBench()
    let outcome = try bench.load(Self.text, settings: "\"spazi_virgolette\": \"tenuti\"")
    #expect(outcome.snapshot.rowsKept == 0)
    #expect(outcome.lines("riga-spostata") == [2])
    #expect(throws: DescriptorError.self) {
      try bench.load(Self.text, settings: "\"spazi_virgolette\": \"forse\"")
    }
  }
}
