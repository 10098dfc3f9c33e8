import Testing

@testable import Ingest

private func readJSON(
  _ text: String, window: Int = ByteWindow.defaultSize
) throws -> (columns: [String], rows: [ReadRow]) {
  let reader = try JSONReader(.memory(Array(text.utf8)), windowSize: window)
  let rows = try readRows(reader)
  return (reader.columnNames, rows)
}

@Suite struct JSONReaderTests {
  /// Two exports one after the other, each with its mark.
  @Test(arguments: tinyWindows)
  func aByteOrderMarkBetweenLinesIsNothing(window: Int) throws {
    let (_, rows) = try readJSON("\u{FEFF}{\"a\":1}\n\u{FEFF}{\"a\":2}\n", window: window)
    #expect(rows == [ReadRow(1, ["1"]), ReadRow(2, ["2"])])
  }

  @Test(arguments: tinyWindows)
  func linesOfNestedObjects(window: Int) throws {
    let text = #"""
      {"id":"a1","persona":{"eta":81,"sesso":"F"},"fragilita":["solitudine","digitale"],"attivo":true}

      {"id":"a2","persona":{"eta":null},"attivo":false,"nota":"à\n\"x\" \u00e8 \ud83d\ude00 \\ \/"}
      {}
      {"nuovo":-1.50e+3,"id":"","misto":[1,null,"b"],"vuoto":[],"ricco":[{"a": 1}, [2]]}
      """#
    let (columns, rows) = try readJSON(text, window: window)
    #expect(
      columns == [
        "id", "persona.eta", "persona.sesso", "fragilita", "attivo", "nota", "nuovo", "misto",
        "vuoto", "ricco",
      ])
    #expect(
      rows == [
        ReadRow(1, ["a1", "81", "F", "solitudine|digitale", "true"]),
        ReadRow(3, ["a2", "", "", "", "false", "à\n\"x\" è 😀 \\ /"]),
        ReadRow(5, ["", "", "", "", "", "", "-1.50e+3", "1||b", "", "[{\"a\": 1}, [2]]"]),
      ])
    #expect(rows[0].kinds == [.text, .number, .text, .text, .boolean])
    #expect(rows[1].kinds == [.text, .empty, .empty, .empty, .boolean, .text])
    #expect(rows[2].kinds.suffix(4) == [.number, .text, .empty, .text])
  }

  /// The two numbers of a GeoJSON point are two columns; what is no point stays as it is written.
  @Test(arguments: tinyWindows)
  func thePlaceOfAGeoJSONPoint(window: Int) throws {
    let text = """
      {"geometry":{"type":"Point","coordinates":[16.26,38.24]},"n":1,"coordinates":[1,2]}
      {"geometry":{"coordinates":[-7.5e0, 45 ,12.5]},"n":2}
      {"geometry":null,"n":3}
      {"geometry":{"coordinates":[[1,2],[3,4]]},"n":4}
      {"geometry":{"coordinates":[]},"n":5}
      """
    let (columns, rows) = try readJSON(text, window: window)
    #expect(
      columns == [
        "geometry.type", "geometry.coordinates.lon", "geometry.coordinates.lat", "n",
        "coordinates", "geometry.coordinates",
      ])
    #expect(
      rows == [
        ReadRow(1, ["Point", "16.26", "38.24", "1", "1|2"]),
        ReadRow(2, ["", "-7.5e0", "45", "2", ""]), ReadRow(3, ["", "", "", "3", ""]),
        ReadRow(4, ["", "", "", "4", "", "[[1,2],[3,4]]"]), ReadRow(5, ["", "", "", "5", "", ""]),
      ])
    #expect(rows[0].kinds == [.text, .number, .number, .number, .text])
  }

  @Test(arguments: tinyWindows)
  func objectsOnOneLineAreNumbered(window: Int) throws {
    let (_, rows) = try readJSON(
      "[{\"a\":1,\"b\":2},{\"a\":3,\"b\":4},{\"a\":5,\"b\":6}]", window: window)
    #expect(rows.map(\.line) == [1, 2, 3])
  }

  @Test(arguments: tinyWindows)
  func arrayOfObjectsWithTheLineWhereEachBegins(window: Int) throws {
    let text = "\u{FEFF}[\r\n {\r\n  \"a\": 1\r\n },\r  {\"b\": \"x\"},\n{\"a\": 0}\n]\n \n"
    let (columns, rows) = try readJSON(text, window: window)
    #expect(columns == ["a", "b"])
    #expect(rows == [ReadRow(2, ["1"]), ReadRow(5, ["", "x"]), ReadRow(6, ["0", ""])])
  }

  @Test func emptyFilesHaveNoRows() throws {
    for text in ["", "\n \n", "[]", " [ ] "] { #expect(try readJSON(text).rows == []) }
  }

  @Test func halfASurrogatePairBecomesTheReplacementCharacter() throws {
    let (_, rows) = try readJSON(#"{"a":"\ud83d!","b":"\ude00","c":"\ud83d\u0041"}"#)
    #expect(rows[0].cells == ["\u{FFFD}!", "\u{FFFD}", "\u{FFFD}A"])
  }

  /// Invalid documents of the kinds listed by RFC 8259 §2–§7, each with the line to name.
  @Test(
    arguments: [
      ("{\"a\":1,}", "json-non-valido", 1), ("{\"a\":01}", "json-non-valido", 1),
      ("{\"a\":1.}", "json-non-valido", 1), ("{\"a\":.5}", "json-non-valido", 1),
      ("{\"a\":+1}", "json-non-valido", 1), ("{\"a\":NaN}", "json-non-valido", 1),
      ("{\"a\":truu}", "json-non-valido", 1), ("{\"a\":1 \"b\":2}", "json-non-valido", 1),
      ("{a:1}", "json-non-valido", 1), ("{'a':1}", "json-non-valido", 1),
      ("{\"a\":\"x\ny\"}", "json-non-valido", 1), ("{\"a\":\"\\x\"}", "json-non-valido", 1),
      ("{\"a\":\"\\u12g4\"}", "json-non-valido", 1), ("{\"a\":\"\\u0000\"}", "json-non-valido", 1),
      ("[{\"a\":1}\n", "json-troncato", 2),
      ("[\n{\"a\":1}\n{\"a\":2}]", "json-non-valido", 3), ("[{\"a\":1},]", "json-non-valido", 1),
      ("[1,2]", "json-non-tabella", 1), ("{\"a\":1},\n{\"a\":2},\n{\"a\":3}", "json-non-valido", 1),
      ("[{\"a\":1}] x", "json-non-valido", 1), ("{\"a\":1}\n7\n8\n", "json-non-tabella", 2),
      ("{\"a\":1,\"b\":2,\"a\":3}", "json-campo-doppio", 1),
      ("{\"a\":{\"b\":1},\n\"a.b\":2}", "json-campo-doppio", 2),
      ("{\"a\":\0}", "json-non-valido", 1),
    ])
  func invalidText(text: String, code: String, line: Int) {
    for window in [1, 3, ByteWindow.defaultSize] {
      let error = #expect(throws: UnreadableFile.self) { try readJSON(text, window: window) }
      #expect(error?.code == code, "\(text)")
      #expect(error?.line == line, "\(text)")
    }
  }

  /// A line that is no whole object is broken; those after it are read.
  @Test(arguments: [1, 3, 7, 4096])
  func aBrokenLineIsPassedOver(window: Int) throws {
    let reader = try JSONReader(
      .memory(
        Array(
          """
          {"id":"1","n":10}
          {"id":"2","n":20,"comune":"Pla
          {"id":"3","n":30},
          {"id":"4","n":40}
          ERRORE: connessione
          {"id":"6","n":60
          {"id":"7","n":70}\r
          {"id":"8","n":80}
          {"id":"9","n":90}
          {"id":"10","n":100}
          {"id":"11","n":1
          """.utf8)), windowSize: window)
    let batch = RawBatch()
    var rows: [ReadRow] = []
    var broken: [Int32: BrokenRecord] = [:]
    while try reader.next(into: batch) {
      for row in batch.rows.indices {
        rows.append(
          ReadRow(
            Int(batch.rows[row].line),
            (0..<Int(batch.rows[row].cellCount)).map { batch.text(row: row, column: $0) }))
      }
      broken.merge(batch.broken) { a, _ in a }
    }
    // Of a broken line there is what was read of it, but for a value that may be cut.
    #expect(
      rows == [
        ReadRow(1, ["1", "10"]), ReadRow(2, ["2", "20"]), ReadRow(3, ["3", "30"]),
        ReadRow(4, ["4", "40"]), ReadRow(5, ["", ""]), ReadRow(6, ["", ""]),
        ReadRow(7, ["7", "70"]), ReadRow(8, ["8", "80"]), ReadRow(9, ["9", "90"]),
        ReadRow(10, ["10", "100"]), ReadRow(11, ["11", ""]),
      ])
    #expect(broken.keys.sorted() == [2, 3, 5, 6, 11])
    #expect(broken[2]?.problem == "carattere 31: la riga finisce a metà dell'oggetto")
    #expect(broken[2]?.excerpt == "\"n\":99,\"LLLLLL\":\"LLL")
    #expect(
      broken[3]?.problem.hasPrefix("carattere 18: qui serve la fine della riga") == true)
    #expect(broken[5]?.problem.hasPrefix("carattere 1: ") == true)
    #expect(broken[11]?.problem == "carattere 17: la riga finisce a metà dell'oggetto")
  }

  @Test func aFileOfBrokenLinesIsNoneOfObjects() throws {
    let few = "{\"a\":1}\n{\"a\":\n{\"a\"\n"
    let error = #expect(throws: UnreadableFile.self) { try readJSON(few) }
    #expect(error?.message.contains("Le righe così sono 2 su 3") == true)
    // It is known at the beginning: nobody waits for the end of a gigabyte.
    let many = String(repeating: "{a:1}\n", count: JSONReader.brokenAtFirst)
    let good = String(repeating: "{\"a\":1}\n", count: 100)
    #expect(throws: UnreadableFile.self) { try readJSON(many + good) }
    #expect(try readJSON(many.dropLast(6) + good).rows.count == 119)
  }

  @Test(arguments: [1, 5, 4096])
  func objectsOverSeveralLinesCannotBePickedUpAgain(window: Int) {
    let whole = "{\n \"a\": 1\n}\n"
    for text in [whole + "{\n \"a\": tru\n}\n" + whole, "{\"a\": tru}\n" + whole + whole + whole] {
      let error = #expect(throws: UnreadableFile.self) { try readJSON(text, window: window) }
      #expect(error?.code == "json-non-valido")
    }
  }

  @Test func ofAListThePlaceIsTold() throws {
    let error = #expect(throws: UnreadableFile.self) {
      try readJSON("[{\"id\":1},{\"id\":2,\"nome\":\"Maria\" \"eta\":3}]")
    }
    #expect(error?.line == 1)
    let message = error?.message ?? ""
    #expect(
      message.hasPrefix("nell'elemento 2 dell'elenco, al carattere 34 della riga, vicino a «"))
    #expect(message.hasSuffix(": qui serve «,» o «}»."))
    #expect(!message.contains("Maria"))
  }

  @Test func depthIsLimited() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth)
    }
    #expect(try readJSON(nested(64)).rows.count == 1)
    let error = #expect(throws: UnreadableFile.self) { try readJSON(nested(65)) }
    #expect(error?.code == "json-troppo-profondo")
    let array = "{\"a\":" + String(repeating: "[", count: 100_000)
    #expect(throws: UnreadableFile.self) { try readJSON(array) }
  }

  @Test func dataUsedAsKeysAreRefused() {
    let text = "{" + (0...2000).map { "\"k\($0)\":1" }.joined(separator: ",") + "}"
    let error = #expect(throws: UnreadableFile.self) { try readJSON(text) }
    #expect(error?.code == "json-troppe-colonne")
  }

  @Test func batchesKeepCapacityAndOrder() throws {
    let count = RawBatch.capacity + 9
    let text = (1...count).map { "{\"n\":\($0)}\n" }.joined()
    let reader = try JSONReader(.memory(Array(text.utf8)), windowSize: 1000)
    let batch = RawBatch()
    var sizes: [Int] = []
    while try reader.next(into: batch) { sizes.append(batch.rows.count) }
    #expect(sizes == [RawBatch.capacity, 9])
    #expect(batch.rows.isEmpty)
  }
}
