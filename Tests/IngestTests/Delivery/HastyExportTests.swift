import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// Exports as hurried people and half-made programs write them: each is read for what it is, or told
/// why not.
@Suite struct HastyExportTests {
  static let header = "id_richiesta;comune;data_richiesta;canale;servizio"
  static func row(_ i: Int, _ comune: String = "Locri") -> String {
    "\(i);\(comune);\(13 + i % 15)/03/2026;sportello;C1"
  }

  static func sheet(_ rows: [[String]]) -> String {
    "<sheetData>"
      + rows.map { row in
        "<row>" + row.map { $0.hasPrefix("<c") ? $0 : "<c t=\"str\"><v>\($0)</v></c>" }.joined()
          + "</row>"
      }.joined() + "</sheetData>"
  }

  private static let names = header.split(separator: ";").map(String.init)

  /// A column of names that somebody took for a field of words: its cells are told by their shape.
  @Test func cellsOfAColumnOfPersonsAreNotShown() throws {
    let source = try TrialSource()
    try source.write(
      "campo,2026-01-01\nid_richiesta,N.\ncomune,Comune\ndata_richiesta,Data\ncanale,Canale\n"
        + "servizio,Servizio\ncittadinanza,Cittadino\n", to: "columns.csv")
    try source.write(
      "N.;Comune;Data;Canale;Servizio;Cittadino\n1;Locri;13/03/2026;e-mail;C1;Rossi Mario\n",
      to: "deliveries/2026-06-30.csv")
    let findings = try source.findings()
    #expect(findings.map(\.code) == ["codice-sconosciuto"])
    #expect(findings.first?.cell.contains("Rossi") == false)
  }

  /// Who signed the total, and whose file it is by its name, is nobody's to know.
  @Test func aPersonInATotalOrInTheNameOfAFileIsNotShown() throws {
    let person = "RSSMRA80A01H501U"
    let look = try LookedFile(
      "\(Self.header)\n\(Self.row(1))\n\(Self.row(2))\nTOTALE \(person);;;;\n")
    #expect(look.findings(.totalRow).map(\.cell) == ["TOTALE [codice fiscale]"])
    let source = try TrialSource()
    try source.write(Self.header + "\n" + Self.row(1), to: "deliveries/2026-06-30 \(person).csv")
    #expect(source.complaint().contains("«2026-06-30 [codice fiscale].csv»"))
    #expect(!source.complaint().contains(person))
  }

  // MARK: Headers

  @Test func aHeaderAmongThousandsOfColumns() throws {
    let more = (0..<3000).map { "altro\($0)" }.joined(separator: ";")
    let text = "\(Self.header);\(more)\n\(Self.row(1))\n\(Self.row(2))\n"
    #expect(try LookedFile(text).examination.snapshot.rowsKept == 2)
    // Without one of those no row can do without, it is no header.
    let without = text.replacing("servizio", with: "altro")
    #expect(LookedFile.refusal(of: without).contains("non c'è un'intestazione"))
  }

  @Test func whyThereIsNoHeader() {
    let caret = (Self.header + "\n" + Self.row(1) + "\n").replacing(";", with: "^")
    #expect(LookedFile.refusal(of: caret).contains("dichiarare «separatore»"))
    // A CSV opened in one column and saved anew, as a spreadsheet does.
    let quoted = [Self.header, Self.row(1), Self.row(2)].map { "\"\($0)\"\n" }.joined()
    #expect(LookedFile.refusal(of: quoted).contains("la riga 1 ha i nomi delle colonne tutti in"))
    let mixed = Self.header.replacing(";", with: ",") + "\n\(Self.row(1))\n\(Self.row(2))\n"
    #expect(LookedFile.refusal(of: mixed).contains("la riga 1 è divisa da «,» e quelle"))
    let other = LookedFile.refusal(of: "Elenco;2026;;\nnome;comune;data;nota\nRossi;Locri;1;2\n")
    #expect(other.contains("la più vicina è la riga 2, con «comune»"))
    #expect(!other.contains("Rossi"))
    var builder = WorkbookBuilder(Self.sheet([["Comune di Locri"]]))
    builder.sheets.append(("Dati", Self.sheet([Self.names]), nil))
    let cover = LookedFile.refusal(of: builder.bytes)
    #expect(cover.contains("il foglio letto è «Foglio1», ci sono anche «Dati»"))
  }

  @Test func aPersonInAHeaderIsNotTold() throws {
    let person = "RSSMRA80A01H501U"
    let looked = try LookedFile("\(Self.header);\(person)\n\(Self.row(1));x\n")
    #expect(looked.findings(.unmappedColumn).map(\.header) == ["[codice fiscale]"])
    #expect(!looked.examination.text.contains(person))
    let keys = try LookedFile(
      "{\"id_richiesta\":\"1\",\"comune\":\"Locri\",\"data_richiesta\":\"2026-03-13\",\"canale\":"
        + "\"sportello\",\"servizio\":\"C1\",\"\(person)\":{\"nota\":1}}\n")
    #expect(keys.findings(.unmappedColumn).map(\.header) == ["[codice fiscale].nota"])
  }

  @Test func aHeaderRepeatedBehindAnotherByteOrderMark() throws {
    let one = "\u{FEFF}\(Self.header)\n\(Self.row(1))\n"
    let looked = try LookedFile(one + one.replacing("1;", with: "2;"))
    #expect(looked.findings(.repeatedHeader).map(\.line) == [3])
    #expect(looked.examination.snapshot.rowsKept == 2)
  }

  @Test func ofAShiftedRowNoCellIsJudged() throws {
    let looked = try LookedFile(
      "\(Self.header)\n\(Self.row(1))\n2;Locri;Marina;13/03/2026;web;C1\n")
    #expect(looked.examination.findings.filter { $0.line == 3 }.map(\.code) == ["riga-spostata"])
  }

  @Test func whoeverIsNotAPublisherDeliversNothing() throws {
    let text = try LookedFile("\(Self.header)\n\(Self.row(1))\n").examination.text
    #expect(text.contains("Prova di lettura di file: nulla è stato caricato."))
    #expect(!text.contains("ha consegnato"))
  }

  // MARK: Workbooks

  /// What openpyxl writes for a formula, what LibreOffice does, and what other programs put in place of
  /// a result.
  @Test func formulasNobodyWorkedOut() throws {
    var rows = [Self.names]
    rows.append(["1", "Locri", "13/03/2026", "sportello", "<c><f>A1</f><v></v></c>"])
    rows.append(["2", "Locri", "13/03/2026", "sportello", "<c><f>A1</f></c>"])
    rows.append(["3", "Locri", "13/03/2026", "sportello", "<c t=\"str\"><f>A1</f><v>C1</v></c>"])
    rows.append(["4", "Locri", "13/03/2026", "sportello", "<c t=\"str\"><f>A1</f><v></v></c>"])
    var builder = WorkbookBuilder(Self.sheet(rows))
    let looked = try LookedFile(builder.bytes)
    #expect(looked.findings(.formulaWithoutValue).map(\.detail) == ["2 celle: E2, E3"])
    #expect(looked.findings(.formulaToCalculate).isEmpty)
    builder.workbookProperties = "<calcPr fullCalcOnLoad=\"1\"/>"
    let never = try LookedFile(builder.bytes)
    #expect(never.findings(.formulaToCalculate).map(\.detail) == ["1 cella: E5"])
    let shape = try LookedFile(builder.bytes, dataset: nil)
    #expect(shape.findings(.formulaWithoutValue).count == 1)
    let cells = """
      <table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>\
      <table:table-cell table:formula="of:=A1"/>\
      <table:table-cell table:formula="of:=A1" office:value-type="string" office:string-value=""/>
      """
    let ods = try LookedFile(ODSBuilder(cells: cells).bytes, dataset: nil)
    #expect(ods.findings(.formulaWithoutValue).map(\.detail) == ["1 cella: B1"])
  }

  @Test func anEmptyFirstSheetIsNotTheTable() throws {
    let data = Self.sheet([Self.names, Self.row(1).split(separator: ";").map(String.init)])
    var builder = WorkbookBuilder("<sheetData/>")
    builder.sheets.append(("Nascosto", data, "hidden"))
    builder.sheets.append(("Dati", data, nil))
    let table = try TableFile.open(.memory(builder.bytes))
    #expect(try readRows(table.reader).count == 2)
    #expect(table.sheet == "Dati")
    // Somebody's choice is kept, empty or not.
    let chosen = try TableFile.open(
      .memory(builder.bytes), options: TableOptions(sheet: .position(1)))
    #expect(try readRows(chosen.reader).isEmpty)
    let cell = "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/>"
    let ods = ODSBuilder(
      tables: "<table:table table:name=\"A\"/><table:table table:name=\"B\"/>"
        + "<table:table table:name=\"C\">\(cell)</table:table-row></table:table>")
    let open = try TableFile.open(.memory(ods.bytes))
    #expect(try readRows(open.reader).count == 1)
    #expect(open.sheet == "C")
  }

  /// `5/3` and `13/5` opened where the month comes first.
  @Test func daysASpreadsheetTookForMonths() throws {
    let styles = "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>"
    func workbook(_ days: [String]) -> [UInt8] {
      let rows = days.enumerated().map { i, day in
        ["\(i)", "Locri", day, "sportello", "C1"]
      }
      return WorkbookBuilder(Self.sheet([Self.names] + rows), styles: styles).bytes
    }
    // 46085 is 4 March 2026, and the next days.
    let dates = (0..<5).map { "<c s=\"1\"><v>\(46085 + $0)</v></c>" }
    let texts = ["13/05/2026", "20/05/2026", "31/05/2026"]
    let suspect = try LookedFile(workbook(dates + texts)).findings(.swappedDates)
    #expect(
      suspect.map(\.detail) == [
        "5 date vere, nessuna dopo il giorno 12 («2026-03-04»), e 3 testi, tutti dopo («13/05/2026»)"
      ])
    let late = "<c s=\"1\"><v>46095</v></c>"
    for honest in [dates, dates + [late] + texts, dates + texts + ["01/05/2026"]] {
      #expect(try LookedFile(workbook(honest)).findings(.swappedDates).isEmpty)
    }
  }

  // MARK: Archives

  @Test func anArchiveThatIsNotDamagedIsNotSaidToBe() {
    func code(_ body: () throws -> Void) -> String? {
      (#expect(throws: UnreadableFile.self) { try body() })?.code
    }
    #expect(
      code { _ = try ZipArchive(.file(path: "/nessuna/cartella/a.zip")) } == "file-non-leggibile")
    var other = ZipBuilder()
    other.add("a.csv", Array("a;b\n1;2\n".utf8), method: 9)
    #expect(code { _ = try TableFile.open(.memory(other.bytes)) } == "zip-metodo")
    var locked = ZipBuilder()
    locked.add("a.csv", Array("a;b\n1;2\n".utf8), flags: 1)
    #expect(code { _ = try TableFile.open(.memory(locked.bytes)) } == "zip-protetto")
    #expect(code { _ = try ZipArchive(.memory(Array("PK\u{3}\u{4}".utf8))) } == "zip-danneggiato")
  }

  // MARK: Texts

  @Test func onePlaceWithoutItsQuotesDoubled() throws {
    let quoted = { (line: String) in
      "\"" + line.replacing(";", with: "\";\"") + "\"\n"
    }
    var text = Self.header + "\n"
    for i in 1...9 { text += quoted(Self.row(i)) }
    text += quoted(Self.row(10, "Locri \"Centro\""))
    let looked = try LookedFile(text)
    #expect(looked.examination.table.opened.survey.quote?.value == UInt8(ascii: "\""))
    #expect(looked.examination.snapshot.rowsKept == 10)
  }

  /// Excel for Mac writes it when asked for "CSV (Macintosh)"; `ì` is an opening quote to Windows and
  /// `à` is `ê` to DOS.
  @Test func theOldMacTableIsRecognisedByItsLetters() throws {
    let text = "comune;nota\rMelicuccà;perché sì, più giù è così\rPlatì;lì c’è già\r"
    #expect(try survey(text).encoding?.value == .macRoman)
    #expect(
      try readRows(TableFile.open(.memory(encoded(text, .macRoman, false))).reader)[2].cells[0]
        == "Platì")
    #expect(try survey("comune\nPlatì\nLocri\n").encoding?.value == .macRoman)
    // Quotes of Windows stand before words.
    let windows = encoded("nota\nla “Casa” e l’“Orto”\n", .windows1252, false)
    #expect(try FileSurvey(.memory(windows)).encoding?.value == .windows1252)
  }

  private func survey(_ text: String) throws -> FileSurvey {
    try FileSurvey(.memory(encoded(text, .macRoman, false)))
  }

  @Test func xmlThatDeclaresATableAndIsUTF8() throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><r><x><c>Platì</c></x><x><c>è</c></x></r>"
    let read = { (bytes: [UInt8]) in try readRows(TableFile.open(.memory(bytes)).reader) }
    #expect(try read(Array(text.utf8)).map(\.cells) == [["Platì"], ["è"]])
    #expect(try read(encoded(text, .latin1, false)).map(\.cells) == [["Platì"], ["è"]])
  }

  @Test func xmlSaysWhatIsWrongWithIt() {
    let row = "<x><c>a</c></x>"
    for (text, says) in [
      ("<r>\(row)<x><c>A & B</c></x></r>", "«&amp;»"),
      ("<r>\(row)<x><c>a</x></r>", "elemento diverso"),
      ("<r>\(row)<x>", "finisce a metà"), ("<r>\(row)&igrave;</r>", "entità che XML non conosce"),
      (" <?xml version=\"1.0\"?><r>\(row)</r>", "non è all'inizio del file"),
    ] {
      let refusal = LookedFile.refusal(of: text, dataset: nil)
      #expect(refusal.contains(says), "\(refusal)")
    }
  }

  @Test func xmlIsLookedAtWithoutADescriptor() throws {
    let row =
      "<x>"
      + zip(Self.names, Self.row(1).split(separator: ";")).map { name, value in
        "<\(name)>\(value)</\(name)>"
      }.joined() + "</x>"
    #expect(try LookedFile("<r>\(row)\(row)</r>").examination.snapshot.rowsKept == 2)
  }

  @Test func theRowsAreTheLongerList() {
    let text = #"{"campi":[{"id":"a"}],"righe":[{"x":1},{"x":2},{"x":3}]}"#
    #expect(LookedFile.refusal(of: text).contains(#""percorso": "righe""#))
  }

  @Test func jsonSaysWhatIsWrongWithIt() {
    for (text, says) in [
      (#"[{"comune":"Locri"},]"#, "dopo l'ultimo non va la virgola"),
      (#"[{"comune":"Locri",}]"#, "dopo l'ultimo non va la virgola"),
      (#"[{"comune":NaN}]"#, "si scrive null"), ("[{'comune':1}]", "virgolette doppie"),
    ] {
      let refusal = LookedFile.refusal(of: text)
      #expect(refusal.contains(says), "\(refusal)")
    }
  }

  /// The names of fields tell where to look; what they hold is not shown.
  @Test func theExcerptShowsTheNamesOfKnownFields() throws {
    let broken = #"{"comune":"Lo"cri","data":"x"}"#
    let refusal = LookedFile.refusal(of: #"[{"comune":"Locri","data":"y"},"# + broken + "]")
    #expect(refusal.contains(#"{"comune":"LL"LLL","data":"L"#), "\(refusal)")
    #expect(!refusal.contains("cri"))
  }
}
