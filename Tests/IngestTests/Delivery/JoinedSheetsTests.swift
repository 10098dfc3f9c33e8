import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// Workbooks in which one table stands on several sheets, and sheets that do not show all they hold.
@Suite struct JoinedSheetsTests {
  private static let names = ["id_richiesta", "comune", "data_richiesta", "canale", "servizio"]
  private let bench: DirtBench

  init() throws { bench = try DirtBench() }

  /// A row of cells as sheet data, at a line of its own.
  private static func row(_ line: Int, _ cells: [String], _ attributes: String = "") -> String {
    "<row r=\"\(line)\"\(attributes)>"
      + zip(Array("ABCDEFGH"), cells).map { column, text in
        "<c r=\"\(column)\(line)\" t=\"str\"><v>\(text)</v></c>"
      }.joined() + "</row>"
  }

  /// A month: a title, the header on line 3, the requests from line 4 on.
  private static func month(_ ids: [String], on day: String, names: [String] = names) -> String {
    "<sheetData>" + row(1, ["Richieste del mese"]) + row(3, names)
      + ids.enumerated().map { row(4 + $0, [$1, "Locri", day, "sportello", "C1"]) }.joined()
      + "</sheetData>"
  }

  private static func book(_ sheets: [(String, String, String?)]) -> [UInt8] {
    var builder = WorkbookBuilder()
    builder.sheets = sheets
    return builder.bytes
  }

  private static let months: [(String, String, String?)] = [
    ("Istruzioni", "<sheetData>\(row(1, ["Un foglio per mese"]))</sheetData>", nil),
    ("GENNAIO", month(["1", "2"], on: "12/01/2026"), nil),
    ("FEBBRAIO", month(["3", "4", "5"], on: "13/02/2026"), nil),
    ("Note", "<sheetData>\(row(1, ["Fine"]))</sheetData>", nil),
    ("MARZO", month(["6"], on: "31/02/2026"), nil),
    ("bozza", month(["7"], on: "14/03/2026"), "hidden"),
  ]

  @Test func everySheetWithTheHeaderIsOneTable() throws {
    let outcome = try bench.load(
      Self.book(Self.months), named: "2026-06-30.xlsx", settings: "\"foglio\": \"*\"")
    #expect(
      try bench.requests.map { $0.requestedOn.description }.sorted() == [
        "2026-01-12", "2026-01-12", "2026-02-13", "2026-02-13", "2026-02-13",
      ])
    // Row 4 of the third month, after 5 lines of January and 6 of February.
    #expect(outcome.lines("data-non-valida") == [15])
    #expect(
      outcome.detail("fogli-uniti")
        == "«GENNAIO» dalla riga 1, «FEBBRAIO» dalla riga 6, «MARZO» dalla riga 12")
    #expect(outcome.detail("altri-fogli") == "«Istruzioni», «Note», «bozza» (nascosto)")
    #expect(outcome.lines("fogli-uguali").isEmpty)
  }

  /// A sheet for each comune and no column that says which: one comune for all would be that of none but one.
  @Test func sheetsOfOtherComuniAreNotOfTheOneThatIsSaid() throws {
    func book(_ names: [String]) -> [UInt8] {
      Self.book(
        names.enumerated().map { i, name in
          (name, Self.month(["\(i)"], on: "12/01/2026", names: Self.names.map { $0 + "_x" }), nil)
        })
    }
    let columns =
      "campo,2020-01-01\ncomune,=Locri\n-,comune_x\n"
      + Self.names.filter { $0 != "comune" }.map { "\($0),\($0)_x\n" }.joined()
    for sheets in ["\"*\"", "[\"LOCRI\", \"Siderno\"]"] {
      let error = try #require(throws: UnreadableFile.self) {
        try bench.load(
          book(["LOCRI", "Siderno"]), named: "2026-06-30.xlsx", settings: "\"foglio\": \(sheets)",
          columns: columns)
      }
      #expect(error.code == "fogli-di-altri-comuni" && error.message.contains("«Siderno»"))
    }
    let months = try bench.load(
      book(["Locri", "gennaio", "febbraio"]), named: "2026-06-30.xlsx",
      settings: "\"foglio\": \"*\"", columns: columns)
    #expect(months.snapshot.rowsKept == 3)
  }

  /// 3/2026 typed as a protocol number is a day to a spreadsheet; the hour of an answer is one on purpose.
  @Test func aCodeThatBecameADateIsPointedAt() throws {
    func cell(_ place: String, _ text: String) -> String {
      "<c r=\"\(place)\" t=\"d\"><v>\(text)</v></c>"
    }
    let sheet =
      "<sheetData>" + Self.row(1, Self.names)
      + Self.row(2, ["4/26", "Locri", "12/03/2026", "sportello", "C1"])
      + "<row r=\"3\">" + cell("A3", "2026-03-01")
      + Self.row(3, ["", "Locri", "13/03/2026", "sportello", "C1"]).dropFirst(
        "<row r=\"3\"><c r=\"A3\" t=\"str\"><v></v></c>".count) + "</sheetData>"
    let outcome = try bench.load(Self.book([("Dati", sheet, nil)]), named: "2026-06-30.xlsx")
    #expect(outcome.lines("codice-diventato-data") == [3])
    #expect(outcome.snapshot.rowsKept == 2)
    let moments = try bench.load(
      Self.book([("Dati", sheet, nil)]), named: "2026-07-31.xlsx",
      columns: """
        campo,2020-01-01
        id_richiesta,id_richiesta
        comune,comune
        data_richiesta,data_richiesta
        data_esito,id_richiesta
        canale,canale
        servizio,servizio

        """)
    #expect(moments.lines("codice-diventato-data").isEmpty)
  }

  @Test func theSheetsThatAreNamedAreRead() throws {
    let outcome = try bench.load(
      Self.book(Self.months), named: "2026-06-30.xlsx",
      settings: "\"foglio\": [\"FEBBRAIO\", \"bozza\"]")
    #expect(try bench.requests.count == 4)
    #expect(outcome.detail("fogli-uniti") == "«FEBBRAIO» dalla riga 1, «bozza» dalla riga 7")
  }

  @Test func anEmptySheetOfTheListIsPassedOver() throws {
    var sheets = Self.months
    sheets.append(("VUOTO", "<sheetData></sheetData>", nil))
    let outcome = try bench.load(
      Self.book(sheets), named: "2026-06-30.xlsx",
      settings: "\"foglio\": [\"GENNAIO\", \"VUOTO\", \"FEBBRAIO\", \"bozza\"]")
    #expect(
      outcome.detail("fogli-uniti")
        == "«GENNAIO» dalla riga 1, «FEBBRAIO» dalla riga 6, «bozza» dalla riga 12")
    #expect(outcome.lines("id-ripetuto").isEmpty)
  }

  @Test(arguments: ["\"*\"", "[\"GENNAIO\", \"APRILE\"]"])
  func aSheetWithOtherColumnsStopsTheFile(declared: String) {
    var sheets = Self.months
    var names = Self.names
    names[3] = "Canale usato"
    sheets.append(("APRILE", Self.month(["8"], on: "14/04/2026", names: names), nil))
    let problem = #expect(throws: UnreadableFile.self) {
      try bench.load(
        Self.book(sheets), named: "2026-06-30.xlsx", settings: "\"foglio\": \(declared)")
    }
    #expect(problem?.code == "fogli-diversi")
    #expect(
      problem?.message.contains(
        "«APRILE» non ha le stesse colonne di «GENNAIO»: mancano «canale»; ci sono in più «Canale usato»"
      ) == true)
  }

  private static func table(_ name: String, _ content: String) -> String {
    "<table:table table:name=\"\(name)\">\(content)</table:table>"
  }

  private static func tableRow(_ cells: [String], _ attributes: String = "") -> String {
    "<table:table-row\(attributes)>"
      + cells.map {
        "<table:table-cell office:value-type=\"string\"><text:p>\($0)</text:p></table:table-cell>"
      }.joined() + "</table:table-row>"
  }

  @Test func sheetsOfAnODSToo() throws {
    let tables = ["GENNAIO", "FEBBRAIO"].enumerated().map { i, name in
      Self.table(
        name,
        Self.tableRow(Self.names) + Self.tableRow(["\(i)", "Locri", "1\(i)/03/2026", "pec", "C1"]))
    }
    let outcome = try bench.load(
      ODSBuilder(tables: tables.joined()).bytes, named: "2026-06-30.ods",
      settings: "\"foglio\": \"*\"")
    #expect(try bench.requests.count == 2)
    #expect(outcome.detail("fogli-uniti") == "«GENNAIO» dalla riga 1, «FEBBRAIO» dalla riga 3")
  }

  /// Each sheet has its own merged cells and formulas.
  @Test func whatIsSaidOfOneSheetIsSaidOfTheOthers() throws {
    let formula = "<c r=\"F2\"><f>A2</f></c></row>"
    let sheet = { (id: String) in
      "<sheetData>" + Self.row(1, Self.names + ["valutazione"])
        + Self.row(2, [id, "Locri", "12/03/2026", "pec", "C1"])
        .replacing("</row>", with: formula)
        + "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>\(id)b</v></c>"
        + "<c r=\"C3\" t=\"str\"><v>13/03/2026</v></c><c r=\"D3\" t=\"str\"><v>pec</v></c>"
        + "<c r=\"E3\" t=\"str\"><v>C1</v></c></row></sheetData>"
        + "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>"
    }
    let outcome = try bench.load(
      Self.book([("A", sheet("1"), nil), ("B", sheet("2"), nil)]), named: "2026-06-30.xlsx",
      settings: "\"foglio\": \"*\"")
    #expect(outcome.snapshot.rowsKept == 4)
    #expect(outcome.findings.filter { $0.code == "celle-unite" }.count == 2)
    #expect(
      outcome.findings.filter { $0.code == "formula-senza-valore" }.map(\.detail)
        == ["«A», 1 cella: F2", "«B», 1 cella: F2"])
  }

  /// A total and a note at the foot of each.
  @Test func eachSheetHasItsFoot() throws {
    let sheet = { (first: Int) in
      "<sheetData>" + Self.row(1, ["comune", "data_rilevazione", "servizio", "in_attesa"])
        + Self.row(2, ["Locri", "2026-03-31", "C1", "\(first)"])
        + Self.row(3, ["Bova", "2026-03-31", "C1", "\(first + 2)"])
        + Self.row(4, ["Totale", "", "", "\(2 * first + 2)"])
        + Self.row(5, ["Dati provvisori"]) + "</sheetData>"
    }
    let outcome = try bench.load(
      Self.book([("A", sheet(3), nil), ("B", sheet(7), nil)]), as: "liste_attesa",
      named: "2026-06-30.xlsx", settings: "\"foglio\": [\"A\", \"B\"]")
    #expect(outcome.snapshot.rowsKept == 4)
    #expect(outcome.lines("riga-totale") == [4, 9])
    #expect(outcome.lines("riga-nota") == [5, 10])
    #expect(outcome.lines("totale-non-quadra").isEmpty)
  }

  @Test func aDraftReadsAllTheMonths() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.book(Self.months), to: "mesi.xlsx")
    let suggestion = try Suggestion(
      file: folder.path + "/mesi.xlsx", dataset: nil, reference: TrialSource.reference.get(),
      folder: PackageFolder.path + "/datasets/reference")
    #expect(suggestion.dataset == "richieste")
    #expect(suggestion.text.contains("fogli con le stesse colonne: «FEBBRAIO», «MARZO»"))
    let source = DraftFolder(suggestion).texts.first { $0.name == "source.json" }?.text
    #expect(source?.contains("\"foglio\": \"*\"") == true)
  }

  // MARK: Hidden parts

  @Test func whatASheetHidesIsReadAndTold() throws {
    let names = Self.names + ["note"]
    let data =
      "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"3\" max=\"3\" hidden=\"0\"/>"
      + "<col min=\"6\" max=\"16384\" hidden=\"true\"/></cols><sheetData>" + Self.row(1, names)
      + Self.row(2, ["1", "Locri", "12/03/2026", "pec", "C1", "x"])
      + Self.row(3, ["2", "Locri", "13/03/2026", "pec", "C1", "x"], " hidden=\"1\"")
      + Self.row(4, [], " hidden=\"1\"") + "</sheetData>"
    let outcome = try bench.load(
      Self.book([("Dati", data, nil)]), named: "2026-06-30.xlsx")
    #expect(outcome.snapshot.rowsKept == 2)
    #expect(outcome.detail("parti-nascoste") == "righe: 1; colonne: B, F")
    let open = try bench.load(
      Self.book([("Dati", Self.month(["1"], on: "12/03/2026"), nil)]), named: "2026-07-31.xlsx")
    #expect(open.lines("parti-nascoste").isEmpty)
  }

  @Test func anODSHidesRowsWithAFilter() throws {
    let content =
      "<table:table-column/><table:table-column table:visibility=\"collapse\"/>"
      + Self.tableRow(Self.names) + Self.tableRow(["1", "Locri", "12/03/2026", "pec", "C1"])
      + Self.tableRow(
        ["2", "Locri", "13/03/2026", "pec", "C1"], " table:visibility=\"filter\"")
    let outcome = try bench.load(
      ODSBuilder(tables: Self.table("Dati", content)).bytes, named: "2026-06-30.ods")
    #expect(outcome.snapshot.rowsKept == 2)
    #expect(outcome.detail("parti-nascoste") == "righe: 1; colonne: B")
  }
}
