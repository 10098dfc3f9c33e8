import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// A row that lost or gained a delimiter, in a file whose other rows have every cell.
@Suite struct UnevenRowsTests {
  private static let header =
    "id_richiesta;comune;data_richiesta;canale;servizio;esito;id_punto;data_chiusura\n"
  private static func rows(_ ids: ClosedRange<Int>) -> String {
    ids.map { "\($0);Locri;1\($0 % 9)/03/2026;sportello;C1;;;\n" }.joined()
  }

  @Test func aRowThatLostADelimiterIsNotReadUnderTheWrongNames() throws {
    let looked = try LookedFile(
      Self.header + Self.rows(1...9) + "10;Locri;12/03/2026;sportelloC1;;;\n")
    #expect(looked.findings(.shiftedRow).map(\.line) == [11])
    #expect(looked.findings(.shiftedRow).first?.detail == "7 celle invece di 8")
    #expect(looked.examination.snapshot.rowsKept == 9)
    // What else is wrong with it follows from that.
    #expect(looked.examination.findings.filter { $0.line == 11 }.count == 1)
  }

  @Test func aRowThatGainedOneIsRefusedThoughItsLastCellsAreEmpty() throws {
    let looked = try LookedFile(
      Self.header + Self.rows(1...9) + "10;;Locri;12/03/2026;sportello;C1;;;\n")
    #expect(looked.findings(.shiftedRow).map(\.line) == [11])
  }

  @Test func oneThatFitsItsColumnsIsKeptAndTold() throws {
    let looked = try LookedFile(
      Self.header + Self.rows(1...9) + "10;Locri;12/03/2026;sportello;C1\n" + Self.rows(11...15))
    #expect(looked.findings(.unevenRow).map(\.line) == [11])
    #expect(looked.examination.snapshot.rowsKept == 15)
  }

  @Test func rowsThatEndWithTheirLastFilledCellAreNothingToTell() throws {
    let short = (10...18).map { "\($0);Locri;1\($0 % 9)/03/2026;sportello;C1\n" }.joined()
    let looked = try LookedFile(Self.header + Self.rows(1...9) + short)
    #expect(looked.findings(.unevenRow).isEmpty)
    #expect(looked.examination.snapshot.rowsKept == 18)
  }

  @Test func textAfterAClosingQuoteIsTold() throws {
    let rows = (1...9).map { "\($0);Locri;1\($0)/03/2026;sportello;C1;;\"P \($0); sala\";\n" }
    let kept = "10;Locri;12/03/2026;sportello;C1;;\"Bar \"Sport\" 2\";\n"
    let merged = "11;Locri;12/03/2026;sportello;C1;\"chiusa\"\";\"P 11\";\n"
    let looked = try LookedFile(Self.header + rows.joined() + kept + merged)
    #expect(looked.findings(.looseQuotes).map(\.line) == [11])
    #expect(looked.findings(.shiftedRow).map(\.line) == [12])
    #expect(looked.examination.snapshot.rowsKept == 10)
  }

  @Test func withoutAContractTheRowIsTold() throws {
    let text = Self.header + Self.rows(1...9) + "10;;Locri;12/03/2026;sportello;C1;;;\n"
    let looked = try LookedFile(text, dataset: nil)
    #expect(looked.findings(.unevenRow).map(\.line) == [11])
  }
}

/// A quote that opens on the last line: the file is cut there, or has a quote too many.
@Suite struct LastQuoteTests {
  private static let whole =
    "id_richiesta,comune,data_richiesta,canale,servizio,esito,id_punto\n"
    + (1...9).map { "\($0),Locri,1\($0)/03/2026,sportello,C1,,\"P \($0), sala \"\"A\"\"\"\n" }
    .joined()

  @Test(arguments: ["10,Locri,12/03/2026,sportello,C1,,\"P 10, sa", "10,Locri,,,C1,,\"\n"])
  func itsRowIsRefusedAndTheOthersAreRead(last: String) throws {
    let looked = try LookedFile(Self.whole + last)
    #expect(looked.examination.table.opened.survey.quote?.value == UInt8(ascii: "\""))
    #expect(looked.findings(.cutFile).map(\.line) == [11])
    #expect(looked.findings(.cutFile).first?.detail == "le sue virgolette non si chiudono")
    #expect(looked.examination.snapshot.rowsKept == 9)
  }

  @Test func aQuoteThatIsTheOnlyOneIsText() throws {
    let plain = "a,b,c\n" + (1...9).map { "\($0),x,y\n" }.joined() + "10,\"x,y\n"
    let looked = try LookedFile(plain, dataset: nil)
    #expect(looked.examination.table.opened.survey.quote?.value == .some(nil))
    #expect(looked.examination.findings.isEmpty)
  }

  @Test func aRowThatEndsInAnotherIsSaidToHoldIt() throws {
    var lines = Self.whole.split(separator: "\n", omittingEmptySubsequences: false)
    lines[4] = "4,Locri,14/03/2026,sportello,C1,,\""
    let looked = try LookedFile(lines.joined(separator: "\n"))
    #expect(looked.findings(.swallowedRows).map(\.line) == [5])
    #expect(looked.findings(.swallowedRows).first?.detail == "un'altra riga")
  }
}

/// Blanks as layout or as delimiters.
@Suite struct BlankDelimiterTests {
  @Test func fieldsMayBeDividedByBlanks() throws {
    let text =
      "id nome \"dove, quando\" quanti\n"
      + (1...9).map { "\($0) \"Punto \($0)\" \"Locri, \($0) marzo\" \($0)\n" }.joined()
    let looked = try LookedFile(text, dataset: nil)
    #expect(looked.examination.table.headers == ["id", "nome", "dove, quando", "quanti"])
    #expect(looked.examination.snapshot.rowsKept == 9)
  }

  @Test func wordsAreNoFields() throws {
    let text = "nome\n" + (1...9).map { "\"Anna Rossi\" di Locri \($0)\n" }.joined()
    let looked = try LookedFile(text, dataset: nil)
    #expect(looked.examination.table.headers.count == 1)
  }
}
