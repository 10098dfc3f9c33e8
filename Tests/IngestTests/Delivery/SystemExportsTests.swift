import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// What data bases and programs write where a person would write something else, or nothing.
@Suite struct SystemExportsTests {
  private let bench: DirtBench

  init() throws { bench = try DirtBench() }

  /// Of each request whether an operator helped: `1`, `0` or `-`.
  private func helped(_ cells: [String], values: String? = nil) throws -> (
    read: String, outcome: DirtBench.Outcome
  ) {
    let rows = cells.enumerated().map { "\($0 + 1);080043;2026-03-12;sportello;C1;\($1)" }
    let outcome = try bench.load(
      (["id_richiesta;comune;data_richiesta;canale;servizio;assistito"] + rows)
        .joined(separator: "\n") + "\n", values: values)
    var read = ""
    try bench.store.forEachCurrent(.serviceRequest) {
      read += $0.integer(.isAssisted).map { "\($0)" } ?? "-"
    }
    return (read, outcome)
  }

  /// PostgreSQL writes `t` and `f`; a lone letter among other words may be anything.
  @Test(arguments: [
    (["t", "f", "", "\\N", "t"], "10--1", 0), (["f", "f"], "00", 0), (["t", "no"], "-0", 1),
    (["F", "M"], "--", 2), (["f", "m"], "--", 2), (["1.0", "0.0", ""], "10-", 0),
    (["tf", "t"], "--", 2),
  ])
  func lettersOfADataBase(cells: [String], read: String, findings: Int) throws {
    let (found, outcome) = try helped(cells)
    #expect(found == read)
    #expect(outcome.lines("si-no-non-valido").count == findings)
  }

  /// Nulls of data bases are no words: without its bar `\N` would be a no.
  @Test func nullsOfDataBases() throws {
    let nulls = ["\\N", "<null>", "[null]", "?", "_", "(null)", "NULL", "-"]
    let (found, outcome) = try helped(nulls + ["si"])
    #expect(found == String(repeating: "-", count: nulls.count) + "1")
    #expect(outcome.findings.isEmpty)
    let texts = try DirtBench().load(DirtBench.requests(nulls, in: "canale"))
    #expect(texts.lines("valore-mancante") == Array(2..<(2 + nulls.count)))
  }

  @Test func aMapComesFirst() throws {
    let (found, outcome) = try helped(
      ["t", "f", "boh"], values: "campo,valore,codice,motivo\nassistito,t,no,telefono\n")
    #expect(found == "0--")
    #expect(outcome.cells("si-no-non-valido") == ["f", "boh"])
  }

  /// The day from which a program counts stands where there is none: it may also be true.
  @Test func theFirstDayOfAClockIsToldOf() throws {
    let cells = [
      "1980-01-01 00:00:00", "1970-01-01", "1970-01-02", "2026-03-12", "1900-01-01",
    ]
    let outcome = try bench.load(DirtBench.requests(cells, in: "data_richiesta"))
    #expect(outcome.lines("data-zero") == [2, 3])
    #expect(outcome.lines("valore-mancante") == [6])
    #expect(
      try bench.requests.map { $0.requestedOn.description } == [
        "1980-01-01", "1970-01-01", "1970-01-02", "2026-03-12",
      ])
  }

  /// A program that changes its mind about capitals loses nothing unsaid.
  @Test func keysThatDifferInTheirCaseAloneAreToldOf() throws {
    let outcome = try bench.load(
      ["esito", "Esito"].enumerated().map { i, key in
        #"{"id_richiesta":"\#(i)","comune":"Locri","data_richiesta":"2026-03-13","canale":"sportello","#
          + #""servizio":"C1","\#(key)":"chiusa"}"#
      }.joined(separator: "\n") + "\n", named: "2026-06-30.ndjson")
    #expect(
      outcome.findings.filter { $0.code == "colonna-non-mappata" }.map(\.header) == ["Esito"])
  }

  /// A line of a fixed layout that was cut, or won a character, is a row to send again.
  @Test func aLineThatIsNotAsLongAsTheOthersIsRefused() throws {
    let lines = (1...6).map { "00\($0)Locri      1\($0)/03/2026sportelloC1" }
    let outcome = try bench.load(
      (lines + ["007Bova      19/03/2026sportelloC1"]).joined(separator: "\n") + "\n",
      named: "2026-06-30.txt",
      settings: #"""
        "tracciato": {"id_richiesta": "1-3", "comune": "4-14",
          "data_richiesta": "15-24", "canale": "25-33", "servizio": "34-35"}
        """#)
    #expect(outcome.lines("riga-di-altra-lunghezza") == [7])
    #expect(outcome.snapshot.rowsKept == 6)
    #expect(outcome.snapshot.rowsRefused == 1)
  }

  /// A century that was typed or guessed wrong; the rolls hold older days.
  @Test func aDayOfAnotherCenturyIsToldOf() throws {
    let requests = try bench.load(
      DirtBench.requests(["13/03/1926", "12/03/2026"], in: "data_richiesta"))
    #expect(requests.lines("data-remota") == [2])
    #expect(try bench.requests.count == 2)
  }

  /// A column of numbers with blanks comes out of some programs as decimals, and so do its codes.
  @Test func codesTakenForDecimals() throws {
    let ids = try bench.load(
      DirtBench.requests(["1042.0", "1043", "A.0", "2026.10", ".0"], in: "id_richiesta"))
    #expect(ids.cells("codice-con-decimali") == ["1042.0"])
    let persons = try bench.load(
      DirtBench.requests(["1042.0", "1043"], in: "id_persona"), named: "2026-07-31.csv")
    #expect(persons.lines("codice-con-decimali") == [2])
    #expect(persons.cells("codice-con-decimali").allSatisfy { !$0.contains("1042") })
  }

  /// A column that waits to be mapped is not one to be taken out of the export.
  @Test(arguments: [("", []), ("-,anno_nascita\n", [0]), ("-,*\n", [0])])
  func aColumnNamedAsAFieldIsNotNeedless(decided: String, told: [Int]) throws {
    let columns =
      "campo,2020-01-01\n"
      + DirtBench.header.split(separator: ";").map { "\($0),\($0)\n" }.joined() + decided
    let text = DirtBench.header + ";anno_nascita\n1;;080043;2026-03-12;sportello;C1;1950\n"
    let outcome = try bench.load(text, columns: columns)
    #expect(outcome.lines("colonna-personale") == told)
  }
}
