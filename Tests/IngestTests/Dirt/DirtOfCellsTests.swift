import Testing
import Warehouse

@testable import Ingest

/// Numbers, dates, words and codes as they are really written: D05–D08, D16, D17, D23–D31, D34, D35.
@Suite struct DirtOfCellsTests {
  let bench: DirtBench

  init() throws { bench = try DirtBench() }

  /// The rest is in `ItalianNumberTests` and `ColumnEvidenceTests`.
  @Test func d05OneConventionPerColumn() throws {
    try bench.load(DirtBench.payments(["114.000.000", "40.000", "208.483,86"]), as: "pagamenti")
    #expect(try bench.amounts == [11_400_000_000, 4_000_000, 20_848_386])
  }

  @Test func d05AColumnThatProvesNothingIsAskedAbout() throws {
    let outcome = try bench.load(DirtBench.payments(["40.000", "7", "12.500"]), as: "pagamenti")
    #expect(outcome.lines("numeri-ambigui") == [0])
    #expect(outcome.lines("numero-ambiguo") == [2, 4])
    #expect(try bench.amounts == [700], "what reads in one way only is kept")
    let declared = try DirtBench().load(
      DirtBench.payments(["40.000"]), as: "pagamenti", settings: "\"numeri\": \"italiani\"")
    #expect(declared.findings.isEmpty)
  }

  /// `="00123"` keeps a code from becoming a number where a spreadsheet opens the file.
  @Test func aTextKeptFromBecomingANumber() throws {
    let outcome = try bench.load(
      DirtBench.requests(
        ["=\"080063\"", "\"=\"\"080063\"\"\"", "080063"], in: "comune"))
    #expect(outcome.findings.isEmpty)
    #expect(try bench.requests.map(\.comune.text) == ["080063", "080063", "080063"])
    let other = try DirtBench().load(DirtBench.requests(["=\"080063", "=080063"], in: "comune"))
    #expect(other.lines("comune-non-riconosciuto") == [2, 3])
  }

  @Test func d06WaysToWriteNothing() throws {
    let nothing = ["N/D", "N/A", "-", " -   ", "n.d.", "///", "NULL", ""]
    let outcome = try bench.load(
      "\(DirtBench.header);data_esito\n"
        + nothing.enumerated().map { "\($0 + 1);;080063;2026-03-12;sportello;C1;\($1)" }
        .joined(separator: "\n") + "\n")
    #expect(outcome.findings.isEmpty)
    #expect(try bench.requests.allSatisfy { $0.decidedOn == nil })
    let errors = try DirtBench().load(
      "\(DirtBench.header);data_esito\n1;;080063;2026-03-12;sportello;C1;#N/D\n"
        + "2;;080063;2026-03-12;sportello;C1;#RIF!\n")
    #expect(errors.lines("cella-errore") == [2, 3])
  }

  /// `NO` is Novara and Norway, `NA` Naples, 0 a number: they are nothing only where they cannot be.
  @Test func d06NoNoneNullaAndZeroKeepTheirMeaning() throws {
    let outcome = try bench.load(
      "id_richiesta;comune;data_richiesta;canale;servizio;prima_volta;id_punto\n"
        + "NO;080063;2026-03-12;sportello;C1;NO;NA\nNone;080063;2026-03-12;sportello;C1;0;0\n"
        + "Nulla;080063;2026-03-12;sportello;C1;no;007\n")
    #expect(outcome.findings.isEmpty)
    #expect(outcome.snapshot.rowsKept == 3)
  }

  @Test func d07DatesAsPeopleWriteThem() throws {
    let outcome = try bench.load(
      DirtBench.requests(
        ["12/03/2026", "1/3/26", "31/12/2025", "12 marzo 2026", "2026-03-12T10:15:00"],
        in: "data_richiesta"))
    #expect(outcome.findings.isEmpty)
    #expect(
      try bench.requests.map(\.requestedOn.description)
        == ["2026-03-12", "2026-03-01", "2025-12-31", "2026-03-12", "2026-03-12"])
  }

  @Test func d07AnImpossibleDateEmptiesTheCell() throws {
    let outcome = try bench.load(
      "\(DirtBench.header);data_esito\n1;;080063;12/03/2026;sportello;C1;31/02/2026\n")
    #expect(outcome.lines("data-non-valida") == [2])
    #expect(try bench.requests.map(\.decidedOn) == [nil])
  }

  @Test func d07DayAndMonthAreNeverGuessed() throws {
    let outcome = try bench.load(
      DirtBench.requests(["05/06/2026", "04/04/2026", "2026-05-01"], in: "data_richiesta"))
    #expect(outcome.lines("ordine-date-incerto") == [0])
    #expect(outcome.lines("data-ambigua") == [2])
    #expect(try bench.requests.map(\.requestedOn.description) == ["2026-04-04", "2026-05-01"])
  }

  /// The other reading would be of December, after the delivery.
  @Test func d07TheDayOfTheDeliveryProvesTheOrder() throws {
    let outcome = try bench.load(DirtBench.requests(["12/03/2026"], in: "data_richiesta"))
    #expect(outcome.findings.isEmpty)
    #expect(try bench.requests.map(\.requestedOn.description) == ["2026-03-12"])
    #expect(outcome.snapshot.decisions.contains("dopo la consegna"))
  }

  @Test func d07AnotherColumnOfTheFileProvesTheOrder() throws {
    let outcome = try bench.load(
      "\(DirtBench.header);data_esito\n1;;080063;05/01/2026;sportello;C1;31/01/2026\n")
    #expect(outcome.findings.isEmpty)
    #expect(try bench.requests.map(\.requestedOn.description) == ["2026-01-05"])
    #expect(outcome.snapshot.decisions.contains("come la colonna «data_esito»"))
    let declared = try DirtBench().load(
      DirtBench.requests(["05/06/2026"], in: "data_richiesta"),
      settings: "\"formato_data\": {\"data_richiesta\": \"mm/gg/aaaa\"}")
    #expect(declared.findings.isEmpty)
  }

  @Test func d07DaysCountedByASpreadsheetAreReadAndItIsSaid() throws {
    let bench = try DirtBench()
    let text = DirtBench.requests(["46113", "13/04/2026", "46113,5", "ieri"], in: "data_richiesta")
    let outcome = try bench.load(text)
    let days = try bench.requests.map { "\($0.requestedOn)" }
    #expect(days == ["2026-04-01", "2026-04-13", "2026-04-01"])
    #expect(outcome.lines("date-seriali") == [0])
    #expect(outcome.detail("date-seriali") == "«46113» è il 2026-04-01 (celle come questa: 2)")
    #expect(outcome.cells("data-non-valida") == ["ieri"])
  }

  /// What is no day is not made one: the finding says what it looks like.
  @Test(arguments: [
    ("1767261600", "secondi"), ("1767261600000", "millisecondi"),
    ("1767261600000000", "microsecondi"), ("2026-W14", "settimana"), ("2026W14-3", "settimana"),
    ("2026-104", "giorno dell'anno"), ("2026104", "giorno dell'anno"), ("ieri", ""),
    ("260312", "aa-mm-gg"), ("261312", ""),
  ])
  func d07OtherWaysToTellTimeAreNamed(cell: String, what: String) throws {
    let outcome = try DirtBench().load(DirtBench.requests([cell], in: "data_richiesta"))
    #expect(outcome.cells("data-non-valida") == [cell])
    let detail = outcome.detail("data-non-valida")
    #expect(what.isEmpty ? detail.isEmpty : detail.contains(what))
  }

  @Test func d07TheSourceSaysWhetherNumbersAreDays() throws {
    let text = DirtBench.requests(["46113"], in: "data_richiesta")
    let refused = try DirtBench().load(text, settings: "\"formato_data\": \"gg/mm/aaaa\"")
    #expect(refused.cells("data-non-valida") == ["46113"])
    for (format, day) in [("seriale", "2026-04-01"), ("seriale-1904", "2030-04-02")] {
      let bench = try DirtBench()
      let text = DirtBench.requests(["46113"], in: "data_richiesta")
      let outcome = try bench.load(
        text, settings: "\"formato_data\": {\"data_richiesta\": \"\(format)\"}")
      // A day to come is refused, and its reading shows in the finding.
      if format == "seriale" {
        #expect(try bench.requests.map { "\($0.requestedOn)" } == [day])
      } else {
        #expect(outcome.cells("data-futura") == ["46113"])
      }
      #expect(outcome.lines("date-seriali") == [])
    }
  }

  @Test(arguments: [("", "2026-04-01"), ("<workbookPr date1904=\"1\"/>", "2026-04-01")])
  func d07NumbersOfAWorkbookCountFromItsOwnDay(properties: String, day: String) throws {
    let names = ["id_richiesta", "comune", "data_richiesta", "canale", "servizio"]
    func cell(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
    let serial = properties.isEmpty ? 46_113 : 44_651
    var builder = WorkbookBuilder(
      "<sheetData><row r=\"1\">\(names.map(cell).joined())</row><row r=\"2\">"
        + cell("1") + cell("080063") + "<c><v>\(serial)</v></c>" + cell("app") + cell("C1")
        + "</row></sheetData>")
    builder.workbookProperties = properties
    let bench = try DirtBench()
    let outcome = try bench.load(builder.bytes, named: "2026-06-30.xlsx")
    #expect(try bench.requests.map { "\($0.requestedOn)" } == [day])
    #expect(outcome.lines("date-seriali") == [0])
  }

  @Test(arguments: [
    "",
    "<table:calculation-settings><table:null-date table:date-value=\"1904-01-01\"/></table:calculation-settings>",
  ])
  func d07NumbersOfAnOpenDocumentToo(settings: String) throws {
    let names = ["id_richiesta", "comune", "data_richiesta", "canale", "servizio"]
    func cell(_ text: String) -> String {
      "<table:table-cell office:value-type=\"string\"><text:p>\(text)</text:p></table:table-cell>"
    }
    let serial = settings.isEmpty ? 46_113 : 44_651
    let builder = ODSBuilder(
      tables: settings + "<table:table table:name=\"Foglio1\"><table:table-row>"
        + names.map(cell).joined() + "</table:table-row><table:table-row>" + cell("1")
        + cell("080063")
        + "<table:table-cell office:value-type=\"float\" office:value=\"\(serial)\"/>" + cell("app")
        + cell("C1") + "</table:table-row></table:table>")
    let bench = try DirtBench()
    try bench.load(builder.bytes, named: "2026-06-30.ods")
    #expect(try bench.requests.map { "\($0.requestedOn)" } == ["2026-04-01"])
  }

  @Test func d08SentinelsMeanOpen() throws {
    let sentinels = ["31/12/9999", "01/01/0001", "01/01/1900", "00/00/0000"]
    let outcome = try bench.load(
      "\(DirtBench.header);data_chiusura\n"
        + sentinels.enumerated().map { "\($0 + 1);;080063;12/03/2026;sportello;C1;\($1)" }
        .joined(separator: "\n") + "\n")
    #expect(outcome.findings.isEmpty)
    #expect(try bench.requests.allSatisfy { $0.closedOn == nil })
  }

  /// The rest is in `TerritoryResolverTests`.
  @Test func d16ComuniInAllTheirWritings() throws {
    let outcome = try bench.load(
      DirtBench.requests(
        ["Reggio Calabria (RC)", "PLATI'", "H224", "Gallico", "Melicuca"], in: "comune"))
    let found = try bench.requests.map(\.comune.text)
    #expect(found.prefix(4) == ["080063", "080060", "080063", "080063"])
    #expect(found[4] == "ND", "a near name is never chosen")
    #expect(outcome.lines("comune-non-riconosciuto") == [6])
  }

  @Test func d17ResidenceAndPlaceOfServiceAreTwoThings() throws {
    try bench.load(
      "\(DirtBench.header);comune_servizio\n1;;080063;12/03/2026;sportello;C1;080008\n")
    #expect(try bench.requests.map(\.comune.text) == ["080063"])
  }

  @Test func d23NegativeAmountsAreReversals() throws {
    try bench.load(DirtBench.payments(["1.000,00", "-250,50", "(12,00)"]), as: "pagamenti")
    #expect(try bench.amounts == [100_000, -25_050, -1_200])
  }

  @Test func d24DatesThatContradictEachOther() throws {
    let outcome = try bench.load(
      "\(DirtBench.header);data_avvio;anno_nascita\n1;;080063;12/03/2026;sportello;C1;11/03/2026;1950\n"
        + "2;;080063;12/03/2026;sportello;C1;20/03/2026;2027\n")
    #expect(outcome.findings.filter { $0.line == 2 }.count == 1)
    #expect(outcome.findings.filter { $0.line == 3 }.count == 1)
  }

  @Test func d25ColumnsOutsideTheContractAreNotLoaded() throws {
    let outcome = try bench.load(
      "\(DirtBench.header);note\n1;;080063;12/03/2026;sportello;C1;diabete, CF RSSMRA80A01H224X\n")
    #expect(outcome.snapshot.rowsKept == 1)
    #expect(outcome.findings.allSatisfy { !$0.cell.contains("diabete") })
    #expect(!outcome.snapshot.decisions.contains("diabete"))
  }

  @Test func d26DurationsInTheirUnit() throws {
    let outcome = try bench.load(
      """
      id_prestazione;ente;servizio;comune;data;quantita;unita
      1;01528071002;C1;080063;12/03/2026;1,5;ore
      2;01528071002;C1;080063;12/03/2026;1h30;ore
      3;01528071002;C1;080063;12/03/2026;90 min;minuti
      4;01528071002;C1;080063;12/03/2026;01:30;ore
      5;01528071002;C1;080063;12/03/2026;1h30;pasti

      """, as: "prestazioni")
    #expect(outcome.lines("quantita-non-valida") == [6])
    #expect(outcome.snapshot.rowsKept == 4)
  }

  /// A share is read as its column declares; the forms are in `ItalianNumberTests`.
  @Test func d27ThePercentSignIsPartOfTheNumber() {
    #expect(
      ItalianNumber.parse("12,5%")
        == .number(ExactDecimal(mantissa: 125, scale: 1, hasPercentSign: true)))
    #expect(ItalianNumber.parse("0,12") == .number(ExactDecimal(mantissa: 12, scale: 2)))
  }

  @Test func d29CUPInLowerCase() throws {
    let outcome = try bench.load(
      DirtBench.payments(["1,00"]).replacing("B41H", with: "b41h"), as: "pagamenti")
    #expect(outcome.findings.isEmpty)
    #expect(try bench.store.currentPayments().map(\.cup) == ["B41H22000020006"])
  }

  @Test func d30KeysAreComparedFolded() throws {
    let outcome = try bench.load(
      DirtBench.requests(["080063"], in: "comune").replacing(
        "data_richiesta", with: "Data Richiesta "))
    #expect(outcome.snapshot.rowsKept == 1)
  }

  @Test func d31CodesThatASpreadsheetSpoiled() throws {
    let outcome = try bench.load(DirtBench.requests(["80063", "080063"], in: "comune"))
    #expect(try bench.requests.map(\.comune.text) == ["080063", "080063"])
    #expect(outcome.findings.isEmpty)
    let id = try DirtBench().load(
      DirtBench.requests(["080063"], in: "comune").replacing("1;;", with: "9,60298E+09;;"))
    #expect(id.lines("codice-in-notazione-scientifica") == [2])
    #expect(id.snapshot.rowsRefused == 1)
  }

  /// 23:30 UTC of 31 March is already April in Rome; the rest is in `ItalianDateTests`.
  @Test func d34UniversalTimeBecomesTheLocalDay() throws {
    try bench.load(
      DirtBench.requests(["2026-03-31T22:30:00Z", "2026-03-31T21:30:00Z"], in: "data_richiesta"))
    #expect(
      try bench.requests.map(\.requestedOn.description) == ["2026-04-01", "2026-03-31"])
  }

  @Test func d35WhoTypedItIsKept() throws {
    let outcome = try bench.load(
      "\(DirtBench.header);attore\n1;;080063;12/03/2026;sportello;C1;test\n"
        + "2;;080063;12/03/2026;sportello;C1;operatore_pdp\n")
    #expect(outcome.findings.isEmpty)
    #expect(try bench.requests.map(\.actor) == [PackedCode("test"), PackedCode("operatore_pdp")])
  }
}
