import Ingest
import Testing

private func survey(_ text: String, _ options: TableOptions = TableOptions()) throws -> FileSurvey {
  try FileSurvey(.memory(Array(text.utf8)), options: options)
}

@Suite struct DialectSurveyTests {
  @Test(
    arguments: [
      // Decimal commas do not make a comma file.
      ("a;b\n1,5;2,5\n3,5;4,5\n", ";"), ("nome,città\nRossi,Locri\n", ","),
      ("a\tb\n1,2\t3;4\n5,6\t7;8\n", "\t"), ("a|b|c\n1|2|3\n", "|"),
      // Nor does a text with one comma on each row.
      ("id;nota\n1;Rossi, via\n2;Bianchi, piazza\n", ";"),
      // A title above and a total below.
      ("Elenco delle richieste, anno 2026\n\na;b;c\n1;2;3\n4;5;6\nTotale;;9\n", ";"),
      ("\"a;b\",\"c;d\"\n\"e;f\",\"g;h\"\n", ","),
      // As many words on each row by chance, and quotes inside a text.
      ("a;b;Dal g.;Da chi;n\n1;2;Coop. \"La Rosa\" s;4;5\n1;2;ATI Alfa; Beta;4;5\n", ";"),
    ])
  func delimiterByRegularRows(text: String, delimiter: String) throws {
    #expect(try survey(text).delimiter?.value == delimiter.utf8.first, "\(text)")
  }

  /// Notes between the rows, with as many commas as it takes; but codes may begin with `#` too.
  @Test(
    arguments: [
      ("a;b;c\n# x, y, z\n1;2;3\n# x, y, z\n# x, y, z\n# x, y, z\n4;5;6\n# x, y, z\n", ";"),
      ("a;b\n#1,5;2\n#3,5;4\n", ";"), ("nome,città\n#1,Locri\n#2,Bova\n", ","),
      ("Elenco\ndel comune\nid;b;c\n#1;2;3\n#4;5;6\n#7;8;9\n#8;9;9\n", ";"),
    ])
  func notesBetweenRowsSayNothing(text: String, delimiter: String) throws {
    #expect(try survey(text).delimiter?.value == delimiter.utf8.first, "\(text)")
  }

  /// Wikis and terminals draw lines between rows.
  @Test(
    arguments: [
      "a | b\n---|---\n1 | 2\n", "| a | b |\n|:--|--:|\n| 1 | 2 |\n",
      " a | b \n---+---\n 1 | 2 \n", "+---+---+\n| a | b |\n+---+---+\n| 1 | 2 |\n+---+---+\n",
    ])
  func linesDrawnBetweenRowsSayNothing(text: String) throws {
    #expect(try survey(text).delimiter?.value == UInt8(ascii: "|"), "\(text)")
  }

  /// The reader has the last word on a first row with more fields than any table.
  @Test func aRowOfAMillionFieldsIsDivided() throws {
    let text = (0..<1_100_000).map { "c\($0)" }.joined(separator: ";") + "\n1\n"
    #expect(try survey(text).delimiter?.value == UInt8(ascii: ";"))
    let error = #expect(throws: UnreadableFile.self) {
      try TableFile.open(.memory(Array(text.utf8))).reader.next(into: RawBatch())
    }
    #expect(error?.code == "csv-troppe-colonne")
  }

  @Test func evidenceAndConfidence() throws {
    let clear = try survey("a;b;c\n1;2;3\n4;5;6\n").delimiter!
    #expect(clear.evidence == "3 righe su 3 hanno 3 campi")
    #expect(clear.confidence > 0.9)
    let column = try survey("a\nb\nc\n").delimiter!
    #expect(column.confidence < 0.5)
  }

  /// Domain.md §2.1: rows that begin with a lone quote. Read with quotes, rows would be swallowed.
  @Test func loneQuotesMeanThatNothingQuotes() throws {
    var text = "a;b;c\n"
    for i in 0..<40 { text += i % 4 == 0 ? "\"Il Faro;\(i);x\n" : "Ente;\(i);y\n" }
    let survey = try survey(text)
    #expect(survey.quote?.value == nil)
    let rows = try readRows(TableFile.open(.memory(Array(text.utf8))).reader)
    #expect(rows.count == 41)
    #expect(rows[1].cells[0] == "\"Il Faro")
  }

  @Test func quotesOfBothSorts() throws {
    #expect(try survey("a;b\n1;2\n").quote?.value == UInt8(ascii: "\""))
    #expect(
      try survey("'a','b;c'\n'1','2;3'\n'4','5,6'\n").quote?.value == UInt8(ascii: "'"))
    // Around every cell, or doubled inside one, though no delimiter needs them.
    #expect(try survey("'a';'b'\n'1';'2'\n'3';'4'\n").quote?.value == UInt8(ascii: "'"))
    #expect(
      try survey("a;b\n1;'Sant''Agata'\n2;'Plati'''\n3;Locri\n").quote?.value
        == UInt8(ascii: "'"))
    // A title between apostrophes is a text.
    #expect(
      try survey("a;b\n1;'La casa'\n2;'Il faro'\n3;Locri\n4;Bova\n5;Platì\n").quote?.value
        == UInt8(ascii: "\""))
    // An apostrophe in a name is none.
    #expect(
      try survey("a;b\nSant'Agata;'Ndrangheta\nd'Aosta;x\n").quote?.value == UInt8(ascii: "\""))
  }

  /// RFC 4180 makes the quotes text; whoever writes a blank after each comma means them as quotes.
  @Test(
    arguments: [
      ("id, nota\n1, \"via Roma, 3\"\n2, \"piazza\"\n", ",", ["1", "via Roma, 3"]),
      ("id;nota\n1 ;  \"via Roma; 3\" \n2; \"piazza\"\n", ";", ["1 ", "via Roma; 3"]),
      // A delimiter between the quotes would have made the width of every row.
      ("\"a\", \"b, c\"\n\"1\", \"2, 3\"\n", ",", ["1", "2, 3"]),
    ])
  func blanksBesideQuotesAreLayout(text: String, delimiter: String, second: [String]) throws {
    let found = try survey(text)
    #expect(found.delimiter?.value == delimiter.utf8.first)
    #expect(found.skipsBlanks?.value == true)
    #expect(found.skipsBlanks?.evidence.contains("letti senza, i campi sono regolari") == true)
    for window in tinyWindows {
      let options = TableOptions(windowSize: window)
      let rows = try readRows(TableFile.open(.memory(Array(text.utf8)), options: options).reader)
      #expect(rows[1].cells == second, "\(window)")
      #expect(rows.allSatisfy { $0.cells.count == 2 })
    }
  }

  @Test func blanksBesideQuotesOfATextAreKept() throws {
    // Names between quotes are followed by more text: they are no quoted fields.
    let text = "id, nome, comune\n1, \"Casa\" di Locri, x\n2, \"Il Faro\" di Bova, y\n"
    let found = try survey(text)
    #expect(found.skipsBlanks?.value != true)
    let rows = try readRows(TableFile.open(.memory(Array(text.utf8))).reader)
    #expect(rows[1].cells == ["1", " \"Casa\" di Locri", " x"])
    // A quotation inside a quoted text is nothing to tell of.
    let inside = try survey("a,b\n1,\"disse \"\"sì\"\" , poi no\"\n2,\"x\"\n")
    #expect(inside.skipsBlanks == nil)
    #expect(try survey("a, b\n1, 2\n").skipsBlanks == nil)
  }

  @Test func whatIsSaidOfBlanksIsNotQuestioned() throws {
    let text = Array("a, b\n1, \"x\"\n2, \"y\"\n".utf8)
    for (declared, cell) in [(true, "x"), (false, " \"x\"")] {
      let table = try TableFile.open(
        .memory(text), options: TableOptions(delimiter: 0x2C, skipsBlanks: declared))
      #expect(table.survey.skipsBlanks == .declared(declared))
      #expect(try readRows(table.reader)[1].cells[1] == cell)
    }
  }

  @Test func anEscapeIsFoundWhereQuotesNeedIt() throws {
    let escaped = try survey("a,b\n\"x \\\"y\\\", z\",1\n\"w\",2\n")
    #expect(escaped.escape?.value == UInt8(ascii: "\\"))
    #expect(escaped.quote?.value == UInt8(ascii: "\""))
    let rows = try readRows(
      TableFile.open(.memory(Array("a,b\n\"x \\\"y\\\", z\",1\n\"w\",2\n".utf8))).reader)
    #expect(rows[1].cells == ["x \"y\", z", "1"])
    // A path that ends a field is none.
    #expect(try survey("a,b\n\"C:\\dir\\\",1\n\"x\",2\n").escape?.value == nil)
  }

  @Test func whatIsDeclaredIsNotQuestioned() throws {
    let options = TableOptions(
      encoding: .latin1, delimiter: UInt8(ascii: ","), quote: .some(nil),
      escape: UInt8(ascii: "\\"))
    let found = try survey("a;b\n1;2\n", options)
    #expect(
      found.dialect
        == CSVDialect(
          delimiter: UInt8(ascii: ","), quote: nil, escape: UInt8(ascii: "\\"),
          encoding: .latin1))
    #expect(found.delimiter?.evidence == "dichiarato nel descrittore")
    #expect(try survey("a;b\n", TableOptions(kind: .csv)).kind.confidence == 1)
  }

  @Test(
    arguments: [
      ("a\nb\n", FileSurvey.Newline.lf), ("a\r\nb\r\n", .crlf), ("a\rb\r", .cr),
      ("a\r\nb\n", .mixed), ("a\rb\n", .mixed),
    ])
  func newlines(text: String, newline: FileSurvey.Newline) throws {
    #expect(try survey(text).newline == newline)
    // The same when the file is larger than what is looked at together.
    let padding = String(repeating: "x", count: ByteWindow.defaultSize - 2)
    #expect(try survey(padding + text).newline == newline)
  }

  @Test func kindsOfTextByTheirContent() throws {
    #expect(try survey("{\"a\":1}\n{\"a\":2}\n").kind.value == .ndjson)
    #expect(try survey(" [ {\"a\":1}]").kind.value == .json)
    #expect(try survey("[a];[b]\n1;2\n").kind.value == .csv)
    #expect(try survey("{codice};b\n1;2\n").kind.value == .csv)
    #expect(try survey("<5;a\n1;2\n").kind.value == .csv)
  }
}
