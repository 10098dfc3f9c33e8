import Ingest
import TestSupport
import Testing

/// The rows of a workbook's only sheet.
private func read(_ builder: WorkbookBuilder) throws -> [ReadRow] {
  try readRows(XLSXReader(.memory(builder.bytes)))
}

/// The only cell of a workbook, with its kind.
private func cell(_ xml: String, _ builder: WorkbookBuilder = WorkbookBuilder()) throws -> String {
  var builder = builder
  builder.sheets[0].data = "<sheetData><row>\(xml)</row></sheetData>"
  guard let row = try read(builder).first else { return "nulla" }
  return "\(row.kinds[0]) \(row.cells[0])"
}

@Suite struct XLSXReaderTests {
  @Test func rowNumbersMissingReferencesAndBlanks() throws {
    let data = """
      <sheetData><row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row>
      <row r="4"><c r="B4" t="inlineStr"><is><t>x</t></is></c><c r="A4"><v>9</v></c></row>
      <row r="5"><c r="A5"/><c r="B5" t="inlineStr"><is><t>  </t></is></c></row><row r="6"/>
      <row><c t="str"><v>dopo</v></c><c/></row></sheetData>
      """
    let reader = try XLSXReader(.memory(WorkbookBuilder(data).bytes), windowSize: 7)
    #expect(
      try readRows(reader) == [
        ReadRow(1, ["1", "", "", "2", "3"]), ReadRow(4, ["9", "x"]), ReadRow(7, ["dopo"]),
      ])
    #expect(reader.blankRowCount == 2)
  }

  /// What another program keeps in a cell may be called as what Excel keeps there.
  @Test func extensionsOfACellAreNoPartOfItsValue() throws {
    let more = """
      <extLst><ext uri="x" xmlns:y="urn:y"><y:v>77</y:v><y:is><y:t>no</y:t></y:is></ext></extLst>
      """
    let data = """
      <sheetData><row><c><v>1</v>\(more)</c><c t="inlineStr"><is><t>a</t></is>\(more)</c>\
      <c>\(more)</c><c><v>2</v></c></row></sheetData>
      """
    #expect(try read(WorkbookBuilder(data)) == [ReadRow(1, ["1", "a", "", "2"])])
  }

  @Test func aRowThatSaysNoNumberHasThatOfItsCells() throws {
    let data = """
      <sheetData><row><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row>
      <row><c><v>3</v></c></row><row><c r="A9"><v>4</v></c></row></sheetData>
      """
    #expect(
      try read(WorkbookBuilder(data)) == [
        ReadRow(3, ["2", "1"]), ReadRow(4, ["3"]), ReadRow(9, ["4"]),
      ])
  }

  @Test(
    arguments: [
      ("<c><v>42</v></c>", "number 42"), ("<c t=\"n\"><v>-0.50</v></c>", "number -0.5"),
      ("<c><v>1.0000000000000001E-2</v></c>", "number 0.01"), ("<c><v>1E3</v></c>", "number 1000"),
      ("<c><v>0.30000000000000004</v></c>", "number 0.30000000000000004"),
      ("<c><v>1.23456789012345E+16</v></c>", "number 1.23456789012345e+16"),
      ("<c><v>-1.5E-8</v></c>", "number -1.5e-08"), ("<c><v>1E-5</v></c>", "number 0.00001"),
      ("<c><v>007.0</v></c>", "number 7"), ("<c><v>.5</v></c>", "number 0.5"),
      ("<c><v>-0</v></c>", "number 0"), ("<c><v> 5 </v></c>", "number 5"),
      ("<c><v>12a</v></c>", "text 12a"), ("<c><v>1E999</v></c>", "text 1E999"),
      ("<c t=\"b\"><v>1</v></c>", "boolean true"), ("<c t=\"b\"><v>0</v></c>", "boolean false"),
      ("<c t=\"e\"><v>#DIV/0!</v></c>", "error #DIV/0!"), ("<c t=\"str\"><v/></c>", "nulla"),
      ("<c t=\"str\"><f>A1&amp;B1</f><v>a &lt; b</v></c>", "text a < b"),
      ("<c><f>1+1</f><v>2</v></c>", "number 2"), ("<c><f>1+1</f></c>", "nulla"),
      ("<c t=\"d\"><v>2026-03-12T00:00:00.000</v></c>", "date 2026-03-12"),
      ("<c t=\"d\"><v>2026-03-12T10:15:00</v></c>", "date 2026-03-12T10:15:00"),
      (
        "<c t=\"inlineStr\"><is><r><t>a</t></r><r><t> b</t></r><rPh><t>no</t></rPh></is></c>",
        "text a b"
      ),
      ("<c t=\"inlineStr\"><is><t><![CDATA[<è>]]></t></is></c>", "text <è>"),
      ("<c t=\"str\"><v>a_x000D_b_x00e8__x005F_x0041_</v></c>", "text a\rbè_x0041_"),
      ("<c t=\"str\"><v>_xD83D__xDE00_ _x12_ _xD83D_</v></c>", "text 😀 _x12_ \u{FFFD}"),
    ])
  func valuesByType(xml: String, expected: String) throws {
    #expect(try cell(xml) == expected)
  }

  @Test func sharedStringsJoinRunsAndSkipPhonetics() throws {
    let strings = """
      <si><t>primo</t></si><si/><si><r><rPr><b/></rPr><t xml:space="preserve">due </t></r>
      <r><t>parti</t></r><rPh sb="0" eb="1"><t>x</t></rPh><phoneticPr fontId="1"/></si>
      """
    let builder = WorkbookBuilder(sharedStrings: strings)
    #expect(try cell("<c t=\"s\"><v>0</v></c>", builder) == "text primo")
    #expect(try cell("<c t=\"s\"><v>1</v></c>", builder) == "nulla")
    #expect(try cell("<c t=\"s\"><v>2</v></c>", builder) == "text due parti")
    for index in ["3", "-1", "x", "99999999999999999999"] {
      #expect(throws: UnreadableFile.self) {
        try cell("<c t=\"s\"><v>\(index)</v></c>", builder)
      }
    }
  }

  /// Serial numbers from ECMA-376 part 1 §18.17.4.1 and, for the epochs, from the calendar.
  @Test(
    arguments: [
      ("14", "46093", "date 2026-03-12"), ("22", "46093.427083333336", "date 2026-03-12T10:15:00"),
      ("14", "1", "date 1900-01-01"), ("14", "59", "date 1900-02-28"),
      ("14", "60", "date 1900-02-29"), ("14", "61", "date 1900-03-01"),
      ("14", "2958465", "date 9999-12-31"), ("14", "2958466", "number 2958466"),
      ("14", "-1", "number -1"), ("20", "0.42708333333333331", "date 10:15:00"),
      ("14", "46092.999999999", "date 2026-03-12"),
      ("14", "46092.9999999653", "date 2026-03-11T23:59:59"), ("20", "0.999999", "date 23:59:59"),
      ("46", "1.5", "text 36:00:00"),
      ("46", "0.25", "date 06:00:00"), ("9", "0.125", "number 0.125"),
      ("0", "46093", "number 46093"),
      ("30", "46093", "date 2026-03-12"), ("55", "46093", "date 2026-03-12"),
      ("17", "46093", "month 2026-03-12"), ("17", "46093.5", "date 2026-03-12T12:00:00"),
      ("164", "46093", "date 2026-03-12"), ("165", "46093", "shown 46093 metri d'acqua"),
      ("166", "1.25", "text 30:00:00"), ("167", "46093", "number 46093"),
    ])
  func dateStyles(format: String, serial: String, expected: String) throws {
    let styles = """
      <numFmts><numFmt numFmtId="164" formatCode="[$-410]dddd\\ d\\ mmmm\\ yyyy;@"/>
      <numFmt numFmtId="165" formatCode="[Red]#,##0.00&quot; metri d'acqua&quot;;0"/>
      <numFmt numFmtId="166" formatCode="[hh]:mm"/><numFmt numFmtId="167" formatCode="General"/>
      </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="\(format)"/></cellXfs>
      """
    let found = try cell("<c s=\"1\"><v>\(serial)</v></c>", WorkbookBuilder(styles: styles))
    #expect(found == expected)
  }

  @Test func theCalendarOf1904() throws {
    var builder = WorkbookBuilder(styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>")
    builder.workbookProperties = "<workbookPr date1904=\"1\"/>"
    #expect(try cell("<c s=\"0\"><v>44631</v></c>", builder) == "date 2026-03-12")
    #expect(try cell("<c s=\"0\"><v>1</v></c>", builder) == "date 1904-01-02")
  }

  @Test func prefixesAndStrictNamespaces() throws {
    var builder = WorkbookBuilder()
    let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    builder.overrides["xl/worksheets/sheet1.xml"] = """
      <x:worksheet xmlns:x="\(strict)"><x:sheetData><x:row r="2"><x:c r="A2"><x:v>7</x:v></x:c>
      </x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A2:C3"/></x:mergeCells></x:worksheet>
      """
    let reader = try XLSXReader(.memory(builder.bytes))
    #expect(try readRows(reader) == [ReadRow(2, ["7"])])
    #expect(try reader.mergedRanges() == [CellRange(rows: 2...3, columns: 0...2)])
  }

  @Test func mergedRangesAfterTheData() throws {
    let data = """
      <sheetData><row><c t="str"><v>sheetData /sheetData&gt;</v></c></row></sheetData>
      <mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="$C$1:$C$2"/></mergeCells>
      """
    let ranges = try XLSXReader(.memory(WorkbookBuilder(data).bytes)).mergedRanges()
    #expect(ranges == [CellRange("A1:B1")!, CellRange("C1:C2")!])
    let none = WorkbookBuilder("<sheetData/>")
    #expect(try XLSXReader(.memory(none.bytes)).mergedRanges().isEmpty)
    #expect(try readRows(XLSXReader(.memory(none.bytes))).isEmpty)
  }

  @Test func sheetsByNameByPlaceAndTheFirstVisible() throws {
    var builder = WorkbookBuilder()
    builder.sheets = ["nascosto", "Richieste 2026", "altro"].enumerated().map { i, name in
      (name, "<sheetData><row><c><v>\(i)</v></c></row></sheetData>", i == 0 ? "hidden" : nil)
    }
    func first(_ choice: SheetChoice?) throws -> String {
      try readRows(XLSXReader(.memory(builder.bytes), sheet: choice))[0].cells[0]
    }
    #expect(try first(nil) == "1")
    #expect(try first(.name(" richieste  2026")) == "1")
    #expect(try first(.position(1)) == "0")
    #expect(try first(.position(3)) == "2")
    let table = try TableFile.open(.memory(builder.bytes))
    #expect(table.sheetNames == ["nascosto", "Richieste 2026", "altro"])
    #expect(table.hiddenSheetNames == ["nascosto"])
    #expect(table.sheet == "Richieste 2026")
    let error = #expect(throws: UnreadableFile.self) { try first(.name("Foglio9")) }
    #expect(error?.code == "foglio-assente")
    #expect(error!.message.contains("«Richieste 2026»"))
    #expect(throws: UnreadableFile.self) { try first(.position(4)) }
  }

  @Test func partsNamedFromTheRootOrWithBackslashes() throws {
    var builder = WorkbookBuilder("<sheetData><row><c><v>1</v></c></row></sheetData>")
    builder.overrides["xl/_rels/workbook.xml.rels"] = WorkbookBuilder.relations(
      "<Relationship Id=\"rId1\" Type=\"\(WorkbookBuilder.office)/worksheet\""
        + " Target=\"/XL/./other/..\\worksheets\\sheet1.xml\"/>")
    #expect(try read(builder) == [ReadRow(1, ["1"])])
  }

  @Test func batchesOfExactlyTheirCapacity() throws {
    let count = RawBatch.capacity * 2 + 5
    let data = (1...count).map { "<row><c><v>\($0)</v></c></row>" }.joined()
    let reader = try XLSXReader(
      .memory(WorkbookBuilder("<sheetData>\(data)</sheetData>").bytes))
    let batch = RawBatch()
    var sizes: [Int] = []
    var last = ""
    while try reader.next(into: batch) {
      sizes.append(batch.rows.count)
      last = batch.text(row: batch.rows.count - 1, column: 0)
    }
    #expect(sizes == [RawBatch.capacity, RawBatch.capacity, 5])
    #expect(last == "\(count)")
  }
}
