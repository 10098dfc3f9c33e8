import Ingest
import TestSupport
import Testing

/// The only row of a spreadsheet, each cell with its kind.
private func cells(_ xml: String) throws -> [String] {
  let rows = try readRows(ODSReader(.memory(ODSBuilder(cells: xml).bytes)))
  return rows.first.map { zip($0.kinds, $0.cells).map { "\($0) \($1)" } } ?? []
}

private func cell(_ type: String, _ value: String, _ text: String = "") -> String {
  "<table:table-cell office:value-type=\"\(type)\" \(value)><text:p>\(text)</text:p>"
    + "</table:table-cell>"
}

@Suite struct ODSReaderTests {
  /// Values as the OpenDocument standard (ODF 1.2 part 1, §19.385) and LibreOffice write them.
  static let values: [(xml: String, expected: String)] = [
    (cell("float", "office:value=\"12.50\"", "12,5"), "number 12.5"),
    (cell("currency", "office:currency=\"EUR\" office:value=\"1E3\"", "€"), "number 1000"),
    (cell("float", "office:value=\"123\"", "000123"), "shown 000123"),
    (cell("float", "office:value=\"46\"", "46/2026"), "shown 46/2026"),
    (cell("float", "office:value=\"14\"", "SRV-014"), "shown SRV-014"),
    (cell("float", "office:value=\"2026\"", "12-2026"), "shown 12-2026"),
    (cell("float", "office:value=\"90\"", "90 min"), "shown 90 min"),
    (cell("float", "office:value=\"5\"", "5,00 min"), "shown 5 min"),
    (cell("float", "office:value=\"1234.5\"", "1.234,50 ore"), "shown 1234.5 ore"),
    (cell("float", "office:value=\"-5\"", "-5 min"), "number -5"),
    (cell("float", "office:value=\"5\"", "5,00E+00"), "number 5"),
    (cell("float", "office:value=\"5\"", "5E+00"), "number 5"),
    (cell("float", "office:value=\"0.5\"", "0,5"), "number 0.5"),
    (cell("float", "office:value=\"1234\"", "1.234"), "number 1234"),
    (
      cell("float", "office:value=\"20260312000000120\"", "20260312000000120"),
      "number 2.026031200000012e+16"
    ),
    (cell("percentage", "office:value=\"0.5\"", "50%"), "number 0.5"),
    (cell("boolean", "office:boolean-value=\"true\"", "VERO"), "boolean true"),
    (cell("date", "office:date-value=\"2026-03-12\"", "12/03/26"), "date 2026-03-12"),
    (
      cell("date", "office:date-value=\"2026-03-12T10:15:00.000000000\""),
      "date 2026-03-12T10:15:00"
    ),
    (cell("date", "office:date-value=\"2026-03-12T00:00:00\""), "date 2026-03-12"),
    (cell("time", "office:time-value=\"PT10H15M00S\"", "10:15"), "date 10:15:00"),
    (cell("time", "office:time-value=\"PT255H10M10S\""), "text 255:10:10"),
    (cell("string", "", "città"), "text città"),
    (cell("string", "office:string-value=\"per intero\"", "tagl"), "text per intero"),
    (
      cell("string", "office:string-value=\"\" calcext:value-type=\"error\"", "#DIV/0!"),
      "error #DIV/0!"
    ),
    (cell("float", "table:formula=\"of:=1/0\" office:value=\"0\"", "Err:502"), "error Err:502"),
    (cell("float", "table:formula=\"of:=1+1\" office:value=\"2\"", "2"), "number 2"),
    (
      "<table:table-cell office:value-type=\"string\"><text:p> a  <text:span>b\n c</text:span>"
        + "<text:s text:c=\"3\"/>d<text:line-break/>e </text:p><text:p/><text:p>f</text:p>"
        + "</table:table-cell>", "text a b c   d\ne \n\nf"
    ),
    (
      "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>no</text:p>"
        + "</office:annotation><draw:frame><text:p>no</text:p></draw:frame><text:p>sì</text:p>"
        + "</table:table-cell>", "text sì"
    ),
    ("<table:table-cell><text:p>senza tipo</text:p></table:table-cell>", "text senza tipo"),
    ("<table:table-cell office:value=\"2\"><text:p>2</text:p></table:table-cell>", "text 2"),
    (cell("float", "", "12,5"), "text 12,5"), (cell("float", "office:value=\"\"", "3"), "text 3"),
    (cell("date", "", "12/03/26"), "text 12/03/26"),
  ]

  @Test(arguments: values)
  func valuesByType(xml: String, expected: String) throws {
    #expect(try cells(xml) == [expected])
  }

  @Test func repeatedCellsAndRows() throws {
    let one = "<table:table-cell office:value-type=\"float\" office:value=\"1\""
    let rows = """
      <table:table-header-rows><table:table-row table:number-rows-repeated="2">\
      <table:table-cell table:number-columns-repeated="2"/>\(one) \
      table:number-columns-repeated="3"/><table:table-cell table:number-columns-repeated="900"/>\
      </table:table-row></table:table-header-rows>\
      <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>\
      <table:table-row><table:covered-table-cell/>\(one)/></table:table-row>
      """
    let table = "<table:table table:name=\"a\">\(rows)</table:table>"
    let reader = try ODSReader(.memory(ODSBuilder(tables: table).bytes))
    #expect(
      try readRows(reader) == [
        ReadRow(1, ["", "", "1", "1", "1"]), ReadRow(2, ["", "", "1", "1", "1"]),
        ReadRow(6, ["", "1"]),
      ])
    #expect(reader.blankRowCount == 3)
  }

  @Test func aRowRepeatedOverSeveralBatches() throws {
    let count = RawBatch.capacity * 2 + 7
    let table = """
      <table:table table:name="a"><table:table-row table:number-rows-repeated="\(count)">\
      \(cell("string", "", "sempre"))</table:table-row>\
      <table:table-row>\(cell("string", "", "fine"))</table:table-row></table:table>
      """
    let rows = try readRows(ODSReader(.memory(ODSBuilder(tables: table).bytes)))
    #expect(rows.count == count + 1)
    #expect(rows.map(\.line) == Array(1...(count + 1)))
    #expect(rows.dropLast().allSatisfy { $0.cells == ["sempre"] })
    #expect(rows[count].cells == ["fine"])
  }

  @Test func sheetsHiddenOnesAndMergedCells() throws {
    let styles = """
      <style:style style:name="ta2" style:family="table"><style:table-properties \
      table:display="false"/></style:style>
      """
    let row = { (text: String) in
      "<table:table-row><table:table-cell office:value-type=\"string\""
        + " table:number-columns-spanned=\"2\" table:number-rows-spanned=\"1\">"
        + "<text:p>\(text)</text:p></table:table-cell><table:covered-table-cell/></table:table-row>"
    }
    let tables = """
      <table:table table:name="nascosto" table:style-name="ta2">\(row("n"))</table:table>\
      <table:table table:name="primo"><table:table-row/>\(row("p"))</table:table>\
      <table:table table:name="altro">\(row("a"))</table:table>
      """
    let bytes = ODSBuilder(tables: tables, styles: styles).bytes
    func first(_ choice: SheetChoice?) throws -> String {
      try readRows(ODSReader(.memory(bytes), sheet: choice))[0].cells[0]
    }
    #expect(try first(nil) == "p")
    #expect(try first(.name(" ALTRO ")) == "a")
    #expect(try first(.position(1)) == "n")
    #expect(try first(.name("3")) == "a")
    let table = try TableFile.open(.memory(bytes))
    _ = try readRows(table.reader)
    #expect(table.sheet == "primo")
    #expect(table.sheetNames == ["nascosto", "primo", "altro"])
    #expect(table.hiddenSheetNames == ["nascosto"])
    #expect(try table.mergedRanges() == [CellRange(rows: 2...2, columns: 0...1)])
    let error = #expect(throws: UnreadableFile.self) { try first(.name("Foglio9")) }
    #expect(error?.code == "foglio-assente")
    #expect(error!.message.contains("«altro»"))
  }

  /// A workbook of ours with more sheets than one: the sheet is named as the dataset.
  @Test func theSheetOfTheDatasetIsChosen() throws {
    let tables = ["Istruzioni", "Esiti_Tavolo", "Elenchi"].map {
      "<table:table table:name=\"\($0)\"><table:table-row>\(cell("string", "", $0))"
        + "</table:table-row></table:table>"
    }.joined()
    func sheet(_ preferred: String?, _ choice: SheetChoice? = nil) throws -> String? {
      var options = TableOptions(sheet: choice)
      options.preferredSheet = preferred
      let table = try TableFile.open(.memory(ODSBuilder(tables: tables).bytes), options: options)
      let rows = try readRows(table.reader)
      #expect(rows.map(\.cells) == [[table.sheet ?? ""]])
      return table.sheet
    }
    #expect(try sheet("esiti_tavolo") == "Esiti_Tavolo")
    #expect(try sheet("richieste") == "Istruzioni")
    #expect(try sheet(nil) == "Istruzioni")
    #expect(try sheet("esiti_tavolo", .name("Elenchi")) == "Elenchi")
  }

  @Test func hostileOnes() {
    func code(_ builder: ODSBuilder) -> String? {
      do {
        _ = try readRows(TableFile.open(.memory(builder.bytes)).reader)
        return nil
      } catch let error as UnreadableFile {
        return error.code
      } catch {
        return "\(error)"
      }
    }
    let x = cell("string", "", "x")
    let wide = x.replacing(
      "<table:table-cell", with: "<table:table-cell table:number-columns-repeated=\"16385\"")
    #expect(code(ODSBuilder(cells: wide)) == "ods-danneggiato")
    let square = """
      <table:table table:name="a"><table:table-row table:number-rows-repeated="1000000">\
      \(x.replacing("<table:table-cell", with: "<table:table-cell table:number-columns-repeated=\"16000\""))\
      </table:table-row></table:table>
      """
    #expect(code(ODSBuilder(tables: square)) == "ods-danneggiato")
    let tall = """
      <table:table table:name="a"><table:table-row table:number-rows-repeated="99999999"/>\
      <table:table-row>\(x)</table:table-row></table:table>
      """
    #expect(code(ODSBuilder(tables: tall)) == "ods-danneggiato")
    // A few bytes of markup are sixty thousand blanks.
    let blanks = String(repeating: "<text:s text:c=\"65536\"/>", count: 300)
    #expect(code(ODSBuilder(cells: cell("string", "", blanks))) == "ods-danneggiato")
    var locked = ODSBuilder(cells: x)
    locked.manifest = "<manifest:encryption-data/>"
    #expect(code(locked) == "formato-xls-protetto")
    var broken = ODSBuilder(cells: x)
    broken.content = "<office><a></office>"
    #expect(code(broken) == "ods-danneggiato")
    broken.content = "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"
    #expect(code(broken) == "xml-sospetto")
  }
}
