import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// What a sheet shows of its numbers may be less than they hold, or more: whoever wrote them saw that alone.
@Suite struct ShownFormatsTests {
  private let bench: DirtBench

  init() throws { bench = try DirtBench() }

  private static let header = "id_richiesta;comune;data_richiesta;canale;servizio"

  /// A workbook of one sheet whose third column, in rows of text, holds numbers of a format.
  private static func workbook(
    _ header: String, _ row: (Int) -> String, _ numbers: [(Int, format: String)]
  ) -> [UInt8] {
    let lines = [header] + numbers.indices.map { row($0 + 1) }
    let data = lines.enumerated().map { i, line in
      let cells = line.split(separator: ";", omittingEmptySubsequences: false).enumerated().map {
        column, text in
        i > 0 && column == 2
          ? "<c s=\"\(i)\"><v>\(numbers[i - 1].0)</v></c>" : "<c t=\"str\"><v>\(text)</v></c>"
      }
      return "<row>\(cells.joined())</row>"
    }.joined()
    let formats = numbers.enumerated().map { i, number in
      "<numFmt numFmtId=\"\(200 + i)\" formatCode=\"\(number.format.replacing("\"", with: "&quot;"))\"/>"
    }.joined()
    let styles = (["0"] + numbers.indices.map { "\(200 + $0)" }).map { "<xf numFmtId=\"\($0)\"/>" }
    return WorkbookBuilder(
      "<sheetData>\(data)</sheetData>",
      styles: "<numFmts>\(formats)</numFmts><cellXfs>\(styles.joined())</cellXfs>"
    ).bytes
  }

  private func load(
    _ days: [(Int, format: String)], _ settings: String = "", named: String = "2026-06-30.xlsx"
  ) throws -> DirtBench.Outcome {
    try bench.load(
      Self.workbook(Self.header, { "\($0);Locri;;sportello;C1" }, days), named: named,
      settings: settings)
  }

  private var days: [String] {
    get throws { try bench.requests.map { $0.requestedOn.description } }
  }

  // 46082 is 1 March 2026, 46096 the 15th.

  /// `mar-26` typed in a sheet is kept as the first of the month, which nobody wrote.
  @Test(arguments: ["mmm-yy", "mm/yyyy", "[$-410]mmmm\\ yyyy;@", "mmmm", "yyyy"])
  func aMonthIsNoDay(format: String) throws {
    let outcome = try load([(46082, format), (46113, format), (46096, "dd/mm/yyyy")])
    #expect(try days == ["2026-03-15"])
    #expect(outcome.cells("data-incompleta") == ["2026-03-01", "2026-04-01"])
    #expect(outcome.detail("data-incompleta").contains("formato_data «gg/mm/aaaa»"))
  }

  @Test func whoKnowsSaysWhichItIs() throws {
    let cells = [(46082, format: "mmm-yy"), (46113, "mmm-yy"), (46098, "mmm-yy")]
    _ = try load(cells, "\"formato_data\": \"gg/mm/aaaa\"")
    #expect(try days == ["2026-03-01", "2026-04-01", "2026-03-17"])
    let outcome = try load(
      cells, "\"formato_data\": {\"data_richiesta\": \"mm/aaaa\"}", named: "2026-07-31.xlsx")
    #expect(try days == ["2026-03-01", "2026-04-01", "2026-03-01"])
    #expect(outcome.lines("solo-mese") == [0])
  }

  /// Where most have a day of their own somebody wrote days, and the first is one of them.
  @Test func daysShownAsMonthsAreDays() throws {
    let outcome = try load([(46082, "mmm-yy"), (46096, "mmm-yy"), (46098, "mmm-yy")])
    #expect(try days == ["2026-03-01", "2026-03-15", "2026-03-17"])
    #expect(outcome.findings.isEmpty)
  }

  @Test func aFieldOfMonthsTakesThem() throws {
    let rows = Self.workbook(
      "ente;volontari;mese;ore", { _ in "92123450808;3;;10" }, [(46082, "mmm-yy")])
    let outcome = try bench.load(rows, as: "volontari", named: "2026-06-30.xlsx")
    #expect(outcome.snapshot.rowsKept == 1 && outcome.findings.isEmpty)
  }

  /// An ODS says what it shows.
  @Test(arguments: [("dic 26", 0), ("12/2026", 0), ("01/12/26", 1)])
  func aMonthOfAnODS(shown: String, kept: Int) throws {
    let date =
      "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-12-01\">"
      + "<text:p>\(shown)</text:p></table:table-cell>"
    let text = { (cell: String) in
      "<table:table-cell office:value-type=\"string\"><text:p>\(cell)</text:p></table:table-cell>"
    }
    let cells = "1;Locri;;sportello;C1".split(separator: ";", omittingEmptySubsequences: false)
    let rows = [
      Self.header.split(separator: ";").map { text(String($0)) },
      cells.map { $0.isEmpty ? date : text(String($0)) },
    ].map { "<table:table-row>\($0.joined())</table:table-row>" }.joined()
    let outcome = try bench.load(
      ODSBuilder(tables: "<table:table table:name=\"Foglio1\">\(rows)</table:table>").bytes,
      named: "2026-12-31.ods")
    #expect(outcome.snapshot.rowsKept == kept)
    #expect(outcome.lines("data-incompleta").count == 1 - kept)
  }

  // MARK: Codes

  private static let codes = "servizio;comune;id_richiesta;data_richiesta;canale"

  /// Zeros and words of the format are part of a code.
  @Test(arguments: [
    ("000000", "000123"), ("0\"/2026\"", "123/2026"), ("\"SRV-\"000", "SRV-123"),
    ("\\P\\-00000", "P-00123"), ("00\\-00", "01-23"), ("General\"/A\"", "123/A"), ("0", "123"),
    ("#,##0.00 \"€\"", "123"), ("0.00", "123"), ("[&lt;=99]00000;0", "123"), ("0,\"k\"", "123"),
  ])
  func aCodeIsWhatItsFormatShows(format: String, id: String) throws {
    let rows = Self.workbook(
      Self.codes, { _ in "C1;Locri;;12/03/2026;sportello" }, [(123, format)])
    let outcome = try bench.load(rows, named: "2026-06-30.xlsx")
    #expect(try bench.ids == [id])
    #expect(outcome.findings.isEmpty)
  }

  /// The person is the one whom a text names with those zeros.
  @Test func aPersonIsWhoTheFormatShows() throws {
    let header = "servizio;comune;id_persona;data_richiesta;canale;id_richiesta"
    let row = { (id: Int) in "C1;Locri;;12/03/2026;sportello;\(id)" }
    try bench.load(
      Self.workbook(header, row, [(1_234_501, "00000000"), (1_234_501, "0")]),
      named: "2026-06-30.xlsx")
    #expect(Set(try bench.requests.map(\.person)).count == 2)
  }

  private static let hours = "unita;ente;quantita;servizio;comune;data;id_prestazione"

  /// The words beside a number of hours say of what it is, as in a text.
  @Test(
    arguments: [
      ("0\" min\"", 1.5), ("0\" ore\"", 90), ("0\"'\"", 1.5), ("#,##0.0\" h\"", 90), ("000", 90),
      ("0\" gg\"", nil), ("0\" mesi\"", nil),
    ] as [(String, Double?)])
  func hoursAreWhatTheirFormatSays(format: String, hours: Double?) throws {
    let rows = Self.workbook(
      Self.hours, { "ore;92123450808;;C1;Locri;12/03/2026;P\($0)" }, [(90, format)])
    let outcome = try bench.load(rows, as: "prestazioni", named: "2026-06-30.xlsx")
    #expect(try bench.quantities == (hours.map { [$0] } ?? []))
    #expect(outcome.lines("quantita-non-valida").count == (hours == nil ? 1 : 0))
  }

  @Test(arguments: ["000000", "0\" euro\"", "\"EUR \"0", "0.00\" a ore\""])
  func amountsStayNumbers(format: String) throws {
    try bench.load(Self.payments(format), as: "pagamenti", named: "2026-06-30.xlsx")
    #expect(try bench.amounts == [125_000])
  }

  /// A spreadsheet keeps fifteen digits of a number: those after them are not the code's.
  @Test func aNumberOfMoreDigitsThanASpreadsheetKeepsIsNoCode() throws {
    let big = [20_260_312_000_000_120, 20_260_312_000_000_240, 123_456_789_012_345]
    let rows = Self.workbook(
      Self.codes, { _ in "C1;Locri;;12/03/2026;sportello" }, big.map { ($0, "0") })
    let outcome = try bench.load(rows, named: "2026-06-30.xlsx")
    #expect(outcome.lines("codice-in-notazione-scientifica") == [2, 3])
    #expect(try bench.ids == ["123456789012345"])
  }

  @Test func aPersonOfMoreDigitsThanASpreadsheetKeepsIsNobody() throws {
    let rows = Self.workbook(
      "servizio;comune;id_persona;data_richiesta;canale;id_richiesta",
      { "C1;Locri;;12/03/2026;sportello;\($0)" },
      [(1_234_567_890_123_456, "0"), (123_456_789_012_345, "0")])
    let outcome = try bench.load(rows, named: "2026-06-30.xlsx")
    #expect(outcome.lines("codice-in-notazione-scientifica") == [2])
    #expect(try bench.requests.map { $0.person == nil } == [true, false])
  }

  // MARK: Thousands

  private static func payments(_ format: String) -> [UInt8] {
    workbook(
      "cup;data;importo;fonte_dato;cumulato",
      { _ in "B41H22000020006;2025-03-10;;bilancio;no" }, [(1250, format)])
  }

  @Test(arguments: [
    ("#,##0 \"k€\"", 1000), ("0.0\" mln\"", 1_000_000), ("#,##0 \"migliaia di euro\"", 1000),
    ("#,##0\\ \\k\\€", 1000), ("#,##0 [$k€-410]", 1000), ("0\" mila\"", 1000),
    ("#,##0, \"mln €\"", 1000),
  ])
  func numbersShownAsThousandsAreNotReadAsEuros(format: String, multiplier: Int) throws {
    let error = #expect(throws: DescriptorError.self) {
      try bench.load(Self.payments(format), as: "pagamenti", named: "2026-06-30.xlsx")
    }
    #expect(
      error?.message.contains("\"moltiplicatori\": {\"importo\": \(multiplier)}") == true,
      "\(error?.message ?? "")")
    try bench.load(
      Self.payments(format), as: "pagamenti", named: "2026-06-30.xlsx",
      settings: "\"moltiplicatori\": {\"importo\": \(multiplier)}")
    #expect(try bench.amounts == [Int64(125_000 * multiplier)])
  }

  /// A comma after the last digit hides three of them: what is held is euros.
  @Test(arguments: [
    "#,##0, \"k€\"", "0.0,,\" mln\"", "#,##0.00 €", "\"€\" #,##0", "#,##0,", "0.00\" metri\"",
    "[>=1000000]0.0,,\"M\";0", "#,##0.00_);(#,##0.00)", "General", "0.0,\"k\"",
  ])
  func numbersThatHoldEurosAreRead(format: String) throws {
    try bench.load(Self.payments(format), as: "pagamenti", named: "2026-06-30.xlsx")
    #expect(try bench.amounts == [125_000])
  }
}
