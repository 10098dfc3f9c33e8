import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// Bytes, layout and rows that are not data: D01–D04, D09–D13, D32, D33.
@Suite struct DirtOfFilesTests {
  let bench: DirtBench

  init() throws { bench = try DirtBench() }

  /// The rest is in `EncodingSurveyTests`.
  @Test func d01WindowsLettersAreNeverLost() throws {
    let text =
      "id_richiesta;comune;data_richiesta;canale;servizio;id_punto\n"
      + "1;Melicuccà;2026-03-12;sportello;C1;l’unità – 5 €\n"
    let outcome = try bench.load(encoded2(text))
    #expect(outcome.survey.encoding?.value == .windows1252)
    #expect(try bench.requests[0].comune.text == "080048")
    #expect(outcome.snapshot.decisions.contains("windows-1252"))
  }

  /// Windows-1252, by hand for the characters used here.
  private func encoded2(_ text: String) -> [UInt8] {
    text.unicodeScalars.map {
      switch $0 {
      case "€": 0x80
      case "’": 0x92
      case "–": 0x96
      default: UInt8($0.value)
      }
    }
  }

  @Test func d01TwoEncodingsInOneFile() throws {
    var bytes = Array("\(DirtBench.header)\n1;;Platì;2026-03-12;sportello;C1\n2;;".utf8)
    bytes += [0x4D, 0x65, 0x6C, 0x69, 0x63, 0x75, 0x63, 0x63, 0xE0]
    bytes += Array(";2026-03-12;sportello;C1\n".utf8)
    let outcome = try bench.load(bytes)
    #expect(outcome.lines("codifica-mista") == [3])
    #expect(try bench.requests.map(\.comune.text) == ["080060", "080048"])
  }

  @Test func d02DoubleEncodingIsRepairedAndSaid() throws {
    let outcome = try bench.load(DirtBench.requests(["MelicuccÃ\u{A0}", "PlatÃ¬"], in: "comune"))
    #expect(outcome.detail("doppia-codifica") == "2 caratteri")
    #expect(try bench.requests.map(\.comune.text) == ["080048", "080060"])
  }

  @Test func d02LostLettersAreSaid() throws {
    let outcome = try bench.load(DirtBench.requests(["Melicucc\u{FFFD}"], in: "comune"))
    #expect(outcome.detail("lettere-perdute") == "1 caratteri")
    #expect(outcome.lines("comune-non-riconosciuto") == [2])
  }

  @Test func d03UTF16XML() throws {
    let xml = """
      <?xml version="1.0" encoding="UTF-16"?><Flusso><Riga id="1" comune="Platì"/>\
      <Riga id="2" comune="Bova"/></Flusso>
      """
    let bytes: [UInt8] = [0xFF, 0xFE] + xml.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try bench.load(
      bytes, named: "2026-06-30.xml", settings: "\"percorso\": \"Flusso/Riga\"",
      columns: """
        campo,2026-01-01
        id_richiesta,id
        comune,comune
        data_richiesta,=2026-03-12
        canale,=sportello
        servizio,=C1

        """)
    #expect(try bench.requests.map(\.comune.text) == ["080060", "080011"])
  }

  @Test func d04NewlinesInsideQuotedHeaders() throws {
    let outcome = try bench.load(
      "\"N.\nprot.\";\"Comune di\r\nresidenza\";Data\n7;Locri;12/03/2026\n8;Locri;13/03/2026\n",
      columns: """
        campo,2026-01-01
        id_richiesta,N. prot.
        comune,Comune di residenza
        data_richiesta,Data
        canale,=sportello
        servizio,=C1

        """)
    #expect(outcome.headers == ["N. prot.", "Comune di residenza", "Data"])
    #expect(try bench.requests.map { $0.key & 0xFFFF_FFFF } == [4, 5])
  }

  @Test func d09MergedHeadersAreJoined() throws {
    let sheet = """
      <sheetData><row r="1"><c t="str"><v>Protocollo</v></c><c t="str"><v>Anno 2026</v></c><c/>\
      <c t="str"><v>Servizio</v></c></row>\
      <row r="2"><c/><c t="str"><v>Comune</v></c><c t="str"><v>Data</v></c><c/></row>\
      <row r="3"><c><v>1</v></c><c t="str"><v>Bova</v></c><c t="str"><v>12/03/2026</v></c>\
      <c t="str"><v>C1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/>\
      <mergeCell ref="B1:C1"/><mergeCell ref="D1:D2"/></mergeCells>
      """
    let outcome = try bench.load(
      WorkbookBuilder(sheet).bytes, named: "2026-06-30.xlsx",
      columns: """
        campo,2026-01-01
        id_richiesta,Protocollo
        comune,Anno 2026 / Comune
        data_richiesta,Anno 2026 / Data
        canale,=sportello
        servizio,Servizio

        """)
    #expect(
      outcome.headers == ["Protocollo", "Anno 2026 / Comune", "Anno 2026 / Data", "Servizio"])
    #expect(try bench.requests.map(\.comune.text) == ["080011"])
  }

  @Test func d10TitlesAboveAndNotesBelow() throws {
    let outcome = try bench.load(
      "Comune di Prova;;;;;\n\nRichieste al 30 giugno;;;;;\n"
        + DirtBench.requests(["080063", "080008"], in: "comune")
        + "\nFonte: sistema comunale;;;;;\n")
    #expect(try bench.requests.map { $0.key & 0xFFFF_FFFF } == [5, 6])
    #expect(outcome.lines("riga-nota") == [8])
    #expect(outcome.snapshot.rowsRead == 2)
    #expect(outcome.snapshot.rowsRefused == 0)
    #expect(outcome.snapshot.decisions.contains("Righe sopra l'intestazione"))
  }

  @Test func d10NotesBetweenTheRows() throws {
    let rows = DirtBench.requests(["080063", "080008"], in: "comune").split(separator: "\n")
    let outcome = try bench.load(
      "\(rows[0])\n# marzo, sportello di Locri, stampato\n\(rows[1])\n# importi in migliaia di euro\n"
        + "\(rows[2])\n#12;;080063\n")
    #expect(outcome.lines("riga-nota") == [2, 4])
    #expect(outcome.lines("valore-mancante") == [6, 6, 6])
    #expect(outcome.snapshot.rowsKept == 2 && outcome.snapshot.rowsRefused == 1)
    #expect(outcome.lines("note-migliaia").isEmpty == false)
  }

  @Test func d10TheHeaderAgainAmongTheRows() throws {
    let one = DirtBench.requests(["080063"], in: "comune")
    let outcome = try bench.load(one + one.replacing("1;;", with: "2;;"))
    #expect(outcome.lines("intestazione-ripetuta") == [3])
    #expect(try bench.requests.count == 2)
  }

  @Test func d11TotalsAreCheckedAndNotLoaded() throws {
    let rows = DirtBench.payments(["100,50", "200,00"])
    let outcome = try bench.load(
      rows + "Totale;;;300,50;;\n" + "B41H22000020006;pnrr;2025-04-01;50,00;prova;no\n"
        + "Subtotale;;;50,00;;\nTOTALE GENERALE;;;350,50;;\n", as: "pagamenti")
    #expect(try bench.amounts == [10050, 20000, 5000])
    #expect(outcome.lines("riga-totale") == [4, 6, 7])
    #expect(outcome.detail("riga-totale") == "quadra con le righe sopra: importo 300,5")
    #expect(outcome.snapshot.rowsRefused == 0)
  }

  @Test func d11ATotalThatDoesNotAddUpIsPointedAt() throws {
    let outcome = try bench.load(
      DirtBench.payments(["100,50", "200,00"]) + "Totale;;;999,00;;\n", as: "pagamenti")
    #expect(outcome.lines("totale-non-quadra") == [4])
    #expect(outcome.detail("totale-non-quadra").contains("dichiarato 999, somma delle righe 300,5"))
    // It lacks what every row has, so it is no row to be mended either.
    #expect(outcome.lines("riga-totale") == [4])
    #expect(outcome.snapshot.rowsRefused == 0)
  }

  @Test func d12GhostRowsAndColumnsAreCounted() throws {
    let good = DirtBench.requests(["080063", "080008"], in: "comune")
    let rows = good.split(separator: "\n").map { $0 + ";;;;" }.joined(separator: "\n")
    let outcome = try bench.load(rows + String(repeating: "\n;;;;;;;;;", count: 500) + "\n")
    #expect(outcome.snapshot.rowsKept == 2)
    #expect(outcome.snapshot.decisions.contains("\"valore\":\"500\""))
    #expect(outcome.findings.isEmpty)
  }

  @Test func d13TheSameNameTwiceInAHeader() throws {
    let outcome = try bench.load(
      "id;COD ISTAT;COD ISTAT;data\n1;080063;080008;2026-03-12\n",
      columns: """
        campo,2026-01-01
        id_richiesta,id
        comune,COD ISTAT
        comune_servizio,COD ISTAT (2)
        data_richiesta,data
        canale,=sportello
        servizio,=C1

        """)
    #expect(outcome.headers == ["id", "COD ISTAT", "COD ISTAT (2)", "data"])
    #expect(try bench.requests.map(\.comune.text) == ["080063"])
  }

  /// The raw cell is kept; the apostrophe is put where a spreadsheet will open the text
  /// (`SheetTextTests`, `scarti.csv`).
  @Test func d32FormulasAreTextOnTheWayIn() throws {
    let outcome = try bench.load(DirtBench.requests(["=HYPERLINK(\"x\")", "+39"], in: "comune"))
    #expect(outcome.cells("comune-non-riconosciuto") == ["=HYPERLINK(\"x\")", "+39"])
  }

  @Test func d33OtherSheetsAreReported() throws {
    var builder = WorkbookBuilder()
    let cells = DirtBench.header.split(separator: ";").map { "<c t=\"str\"><v>\($0)</v></c>" }
    let row = ["1", "", "080063", "2026-03-12", "sportello", "C1"]
      .map { "<c t=\"str\"><v>\($0)</v></c>" }
    let data = "<sheetData><row>\(cells.joined())</row><row>\(row.joined())</row></sheetData>"
    builder.sheets = [
      ("LEGGIMI", "<sheetData/>", "hidden"), ("Dati", data, nil), ("Altro", data, nil),
    ]
    let outcome = try bench.load(builder.bytes, named: "2026-06-30.xlsx")
    // With the same columns it is more than another sheet.
    #expect(outcome.detail("fogli-uguali") == "«Altro»")
    #expect(try bench.requests.count == 1)
    let chosen = try DirtBench().load(
      builder.bytes, named: "2026-06-30.xlsx", settings: "\"foglio\": \"Altro\"")
    #expect(chosen.lines("altri-fogli").isEmpty)
  }

  /// The answer of a service: its rows are in a list, which the message names.
  @Test func aDocumentAroundTheRowsIsNoTableOfOneRow() throws {
    let row =
      "{\"id_richiesta\": \"1\", \"comune\": \"080063\", \"data_richiesta\": \"2026-03-12\", "
      + "\"canale\": \"app\", \"servizio\": \"C1\"}"
    let text = "{\"esito\": {\"codice\": 0, \"dati\": [\n\(row)]}}"
    let error = try #require(throws: UnreadableFile.self) {
      try bench.load(text, named: "2026-06-30.json")
    }
    #expect(error.code == "percorso-mancante")
    #expect(error.message.contains("\"percorso\": \"esito/dati\""))
    try DirtBench().load(
      text, named: "2026-06-30.json", settings: "\"percorso\": \"esito/dati\"")
    // A list of values per column is a table on its side.
    let lists = #"{"id_richiesta": ["1","2","3","4","5"], "comune": ["a","b","c","d","e"]}"#
    let onItsSide = try #require(throws: UnreadableFile.self) {
      try bench.load(lists, named: "2026-06-30.json")
    }
    #expect(onItsSide.code == "json-trasposto")
    // One row that holds a list of its own is a table.
    try bench.load(
      row.replacing("}", with: ", \"note\": [{\"a\": 1}]}"), named: "2026-06-30.json",
      columns: DirtBench.header.split(separator: ";").reduce(into: "campo,2026-01-01\n") {
        if $1 != "id_persona" { $0 += "\($1),\($1)\n" }
      } + "-,note\n")
    #expect(try bench.requests.count == 1)
  }
}
