import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// Tables as offices lay them out: each marked row or cell must become what its author meant.
@Suite struct OfficeFilesTests {
  private static let header = "id_richiesta;comune;data_richiesta;canale;servizio"
  private static let rows = (1...6).map { "\($0);Locri;\(12 + $0)/03/2026;sportello;C1" }
  private let bench: DirtBench

  init() throws { bench = try DirtBench() }

  private static func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }

  // MARK: Totals

  @Test func aTotalOfATableWithoutNumbers() throws {
    let outcome = try bench.load(
      Self.text([Self.header] + Self.rows + ["Totale richieste;;6;evase;"]))  // line 8
    #expect(outcome.lines("riga-totale") == [8])
    #expect(outcome.snapshot.rowsKept == 6)
    #expect(outcome.snapshot.rowsRefused == 0)
  }

  /// What a spreadsheet's own subtotals look like.
  @Test func theWordTotalAfterTheGroup() throws {
    let payment = { (day: Int, amount: String) in
      "B41H22000020006;pnrr;2025-03-\(day);\(amount);prova;no"
    }
    let outcome = try bench.load(
      Self.text([
        "cup;fonte;data;importo;fonte_dato;cumulato", payment(10, "100,50"), payment(11, "200,00"),
        "Locri Totale;;;300,50;;",  // line 4
        payment(12, "50,00"), "Bova Totale;;;50,00;;",  // line 6
        "Totale complessivo;;;350,50;;",  // line 7
      ]), as: "pagamenti")
    #expect(outcome.lines("riga-totale") == [4, 6, 7])
    #expect(outcome.lines("totale-non-quadra").isEmpty)
    #expect(try bench.amounts == [10050, 20000, 5000])
  }

  /// A comune and a text that only sound like totals are rows, and are added up as such.
  @Test func whatOnlySoundsLikeATotal() throws {
    let list = { (comune: String, waiting: Int) in
      "\(comune);2026-03-31;C1;\(waiting)"
    }
    let outcome = try bench.load(
      Self.text([
        "comune;data_rilevazione;servizio;in_attesa", list("Somma Lombardo", 0),
        list("Locri", 4), list("Somma Lombardo", 3), "Totale;;;7",
      ]), as: "liste_attesa")
    #expect(outcome.lines("riga-totale") == [5])
    #expect(outcome.lines("totale-non-quadra").isEmpty)
    #expect(outcome.snapshot.rowsKept == 3)
  }

  // MARK: Rows

  @Test func theHeaderAgainInCapitals() throws {
    let outcome = try bench.load(
      Self.text([Self.header] + Self.rows[..<3] + [Self.header.uppercased()] + Self.rows[3...]))
    #expect(outcome.lines("intestazione-ripetuta") == [5])
    #expect(outcome.snapshot.rowsKept == 6)
  }

  /// As wikis and data bases draw a table; a row of dashes has no data to lose.
  @Test func linesDrawnBetweenRowsAreNoRows() throws {
    let names = Self.header.replacing(";", with: " | ")
    let rows = Self.rows.map { $0.replacing(";", with: " | ") }
    let wiki = Self.text([names, "---|:--:|---|---|---"] + rows)
    let query = Self.text([names, "-----+----+----+----+---"] + rows + ["(6 righe)"])
    let terminal = Self.text(
      ["+--+--+--+--+--+", "| \(names) |", "+--+--+--+--+--+"] + rows.map { "| \($0) |" }
        + ["+--+--+--+--+--+", "6 rows in set (0.00 sec)"])
    for (text, line) in [(wiki, 2), (query, 2), (terminal, 3)] {
      let outcome = try bench.load(text)
      #expect(outcome.lines("riga-disegnata").first == line, "\(text)")
      #expect(outcome.snapshot.rowsKept == 6, "\(text)")
      #expect(outcome.snapshot.rowsRefused == 0, "\(text)")
    }
  }

  /// Rows typed with one delimiter more, or two, or none.
  @Test func anotherNumberOfDelimitersAfterEachRow() throws {
    let rows = Self.rows.enumerated().map { i, row in
      row.replacing("C1", with: "C1;1,5") + String(repeating: ";", count: i % 4)
    }
    let outcome = try bench.load(Self.text([Self.header + ";note"] + rows))
    #expect(outcome.survey.delimiter?.value == UInt8(ascii: ";"))
    #expect(outcome.snapshot.rowsKept == 6)
  }

  /// Commas that are delimiters and decimals too: of a row that ends with a blank cell nothing overflows,
  /// and its cells stand in other columns all the same.
  @Test func whereMostRowsAreShiftedNoneIsRight() throws {
    let outcome = try bench.load(
      Self.text([
        "cup,data,fonte_dato,cumulato,importo,fonte",
        "B41H22000020006,2025-03-10,prova,no,100,50,pnrr",
        "B41H22000020006,2025-03-11,prova,no,200,00,pnrr",
        "B41H22000020006,2025-03-12,prova,no,300,75,",  // line 4
      ]), as: "pagamenti", settings: "\"separatore\": \",\"")
    #expect(outcome.lines("riga-spostata") == [2, 3, 4])
    #expect(try bench.amounts.isEmpty)
  }

  // MARK: Cells

  @Test func marksThatKeepACodeFromBecomingANumber() throws {
    let outcome = try bench.load(
      Self.text([
        Self.header, "'00123;'Locri;'12/03/2026;'sportello;'C1", "'A12;Locri;13/03/2026;pec;C1",
        "00123;Locri;13/03/2026;pec;C1", "A12;Locri;13/03/2026;pec;C1",
      ]))
    // With and without their marks they are the same ids.
    #expect(outcome.lines("id-ripetuto") == [4, 5])
    #expect(outcome.findings.count == 2)
  }

  @Test func namesOfLettersAsWebPagesWriteThem() throws {
    let outcome = try bench.load(
      Self.text([
        Self.header, "1;\"Plat&igrave;\";12/03/2026;sportello;C1",
        "2;\"Melicucc&#224;\";13/03/2026;sportello;C1", "3;\"A&B; x\";13/03/2026;sportello;C1",
      ]))
    #expect(try bench.requests.map(\.comune.text) == ["080060", "080048", "ND"])
    #expect(outcome.lines("testo-html") == [0])
    #expect(outcome.cells("comune-non-riconosciuto") == ["A&B; x"])
  }

  /// A form joins the answers ticked with a comma, another with a semicolon.
  @Test func listsJoinedAsFormsJoinThem() throws {
    let cells = [
      "solitudine, digitale", "\"solitudine;digitale\"", "solitudine, digitale e cronicita",
      "isolamento e cronicita", "solitudine/boh", "solitudine, digitale e boh",
    ]
    let rows = cells.enumerated().map { "\($0 + 1);Locri;12/03/2026;sportello;C1;\($1)" }
    let outcome = try bench.load(Self.text([Self.header + ";fragilita"] + rows))
    #expect(
      outcome.cells("codice-sconosciuto") == ["solitudine/boh", "solitudine, digitale e boh"])
  }

  /// Years of two digits, first: `26-01-08` is no day of 2008.
  @Test func yearsOfTwoDigitsWrittenFirst() throws {
    let days = ["01-08", "01-29", "02-13", "02-05", "03-17"]
    let rows = days.enumerated().map { "\($0 + 1);Locri;26-\($1);sportello;C1" }
    try bench.load(Self.text([Self.header] + rows))
    #expect(try bench.requests.map { $0.requestedOn.description } == days.map { "2026-" + $0 })
  }

  /// A data base set to Italian: one `2026-31-01` proves that `2026-05-03` is the 5th of March.
  @Test func theDayBeforeTheMonthAfterTheYear() throws {
    let days = ["2026-31-01", "2026-05-03", "2026-28-02 10:15:00", "2026/04/05"]
    let rows = days.enumerated().map { "\($0 + 1);Locri;\($1);sportello;C1" }
    try bench.load(Self.text([Self.header] + rows))
    #expect(
      try bench.requests.map { $0.requestedOn.description } == [
        "2026-01-31", "2026-03-05", "2026-02-28", "2026-05-04",
      ])
  }

  @Test func theDayBeforeTheMonthAsDeclared() throws {
    try bench.load(
      Self.text([Self.header, "1;Locri;2026-05-03;sportello;C1"]),
      settings: "\"formato_data\": \"aaaa-gg-mm\"")
    #expect(try bench.requests.map { $0.requestedOn.description } == ["2026-03-05"])
  }

  /// What a spreadsheet shows with the format `mmm-yy` is a month and no day.
  @Test func monthsAsSpreadsheetsShortenThem() throws {
    let rows = ["gen-25", "Feb-25", "dic-25"].enumerated().map {
      "\($0 + 1);Locri;\($1);sportello;C1"
    }
    let outcome = try bench.load(Self.text([Self.header] + rows))
    #expect(outcome.cells("data-incompleta") == ["gen-25", "Feb-25", "dic-25"])
    try bench.load(
      Self.text([Self.header] + rows), named: "2026-07-31.csv",
      settings: "\"formato_data\": \"mm/aaaa\"")
    #expect(
      try bench.requests.map { $0.requestedOn.description } == [
        "2025-01-01", "2025-02-01", "2025-12-01",
      ])
  }

  // MARK: Workbooks

  private static func sheet(_ rows: [[String?]], merged: [String] = []) -> String {
    let columns = Array("ABCDEFGHIJ")
    let data = rows.enumerated().map { i, row in
      "<row r=\"\(i + 1)\">"
        + zip(columns, row).compactMap { column, text in
          text.map { "<c r=\"\(column)\(i + 1)\" t=\"str\"><v>\($0)</v></c>" }
        }.joined() + "</row>"
    }.joined()
    let merges = merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return "<sheetData>\(data)</sheetData>"
      + (merged.isEmpty ? "" : "<mergeCells>\(merges)</mergeCells>")
  }

  private static let names: [String?] = header.split(separator: ";").map(String.init)

  @Test func cellsMergedDownwardsSpeakForEveryRow() throws {
    let rows: [[String?]] = [
      Self.names, ["1", "Locri", "12/03/2026", "sportello", "C1"],
      ["2", nil, "13/03/2026", "sportello", "C1"], ["3", nil, "14/03/2026", nil, nil],
      ["4", nil, "15/03/2026", "web", "C2"],
    ]
    let builder = WorkbookBuilder(Self.sheet(rows, merged: ["B2:B4", "D3:D4", "E3:E4"]))
    let outcome = try bench.load(builder.bytes, named: "2026-06-30.xlsx")
    #expect(try bench.requests.map(\.comune.text) == ["080043", "080043", "080043"])
    #expect(outcome.lines("celle-unite") == [0])
    #expect(outcome.detail("celle-unite") == "celle riempite: 4")
    // What no merged cell covers is missing, as it was.
    #expect(outcome.lines("valore-mancante") == [5])
  }

  @Test func aHeaderOfTwoRowsMergedDownwards() throws {
    var names = Self.names
    names.append(contentsOf: ["Esito", nil])
    let rows: [[String?]] = [
      names, [nil, nil, nil, nil, nil, "esito", "data_chiusura"],
      ["1", "Locri", "12/03/2026", "sportello", "C1", "chiusa", "20/04/2026"],
    ]
    let merged = ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:G1"]
    let outcome = try bench.load(
      WorkbookBuilder(Self.sheet(rows, merged: merged)).bytes, named: "2026-06-30.xlsx")
    #expect(Array(outcome.headers.prefix(2)) == ["id_richiesta", "comune"])
    #expect(outcome.snapshot.rowsKept == 1)
    #expect(try bench.requests.map { $0.closedOn?.description } == ["2026-04-20"])
    #expect(outcome.findings.isEmpty)
  }

  @Test func aSheetForEachMonth() throws {
    let row: [String?] = Self.rows[0].split(separator: ";").map(String.init)
    var builder = WorkbookBuilder(Self.sheet([Self.names, row]))
    builder.sheets.append(("Febbraio", Self.sheet([Self.names, row]), nil))
    builder.sheets.append(("Note", Self.sheet([["Da compilare"]]), nil))
    let outcome = try bench.load(builder.bytes, named: "2026-06-30.xlsx")
    #expect(outcome.detail("fogli-uguali") == "«Febbraio»")
    #expect(outcome.lines("altri-fogli").isEmpty)
  }

  // MARK: Others

  @Test func aListNamedAsAFieldInsideOneObject() {
    let object =
      "{\"meta\": {\"n\": 1}, \"data\": [{\"id_richiesta\": \"1\", \"comune\": \"Locri\"}]}"
    let refusal = LookedFile.refusal(of: object, dataset: "contatti")
    #expect(refusal.contains("\"percorso\": \"data\""))
  }

  /// What pandas writes of a data frame unless it is asked for records.
  @Test(
    arguments: [
      "{\"columns\":[\"id_richiesta\",\"comune\"],\"index\":[0,1],\"data\":[[\"1\",\"Locri\"],[\"2\",\"Bova\"]]}",
      "{\"id_richiesta\":{\"0\":\"1\",\"1\":\"2\"},\"comune\":{\"0\":\"Locri\",\"1\":\"Bova\"}}",
      "{\"0\":{\"id_richiesta\":\"1\",\"comune\":\"Locri\"},\"1\":{\"id_richiesta\":\"2\",\"comune\":\"Bova\"}}",
      "[[\"1\",\"Locri\"],[\"2\",\"Bova\"]]",
    ])
  func aTableThatIsNoListOfRows(json: String) {
    #expect(LookedFile.refusal(of: json).contains("in pandas, orient=\"records\""))
  }

  /// An object of one row stays a row.
  @Test func oneObjectIsARow() throws {
    let object =
      "{\"id_richiesta\":\"1\",\"comune\":\"Locri\",\"data_richiesta\":\"2026-03-12\",\"canale\":\"pec\","
      + "\"servizio\":\"C1\",\"persona\":{\"eta\":3,\"genere\":\"F\"}}"
    #expect(try LookedFile(object).examination.refused == 0)
  }

  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}", "\u{0B}", "\u{1E}"])
  func rowsThatEndAsNoRowDoes(end: String) {
    let text = ([Self.header] + Self.rows).joined(separator: end) + end
    #expect(LookedFile.refusal(of: text).contains("le righe non finiscono con un a capo"))
    // Inside a text they are part of it.
    #expect(LookedFile.refusal(of: text + "\n" + Self.rows[0] + "\n").contains("intestazione"))
  }

  /// `tavolo read` shows what is whole, and says which rows are not.
  @Test func aListingTellsTheRowsItLeavesOut() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("a;b\n1;città\n2;citt".utf8) + [0xC3], to: "tagliato.csv")
    var lines: [UInt8] = []
    let omitted = try TableListing(path: folder.path + "/tagliato.csv").write {
      lines += $0
      return true
    }
    #expect(String(decoding: lines, as: UTF8.self) == "[\"a\",\"b\"]\n[\"1\",\"città\"]\n")
    #expect(omitted.map(\.line) == [3])
    #expect(omitted.first?.problem.hasSuffix("finisce a metà di una lettera") == true)
  }
}
