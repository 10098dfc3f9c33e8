import Ingest
import Testing

private func readJSON(
  _ text: String, window: Int = ByteWindow.defaultSize
) throws -> (columns: [String], rows: [ReadRow]) {
  let reader = try JSONReader(.memory(Array(text.utf8)), windowSize: window)
  let rows = try readRows(reader)
  return (reader.columnNames, rows)
}

@Suite struct JSONReaderTests {
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
      ("{\"a\":1}\n{\"a\":\n", "json-troncato", 3), ("[{\"a\":1}\n", "json-troncato", 2),
      ("[\n{\"a\":1}\n{\"a\":2}]", "json-non-valido", 3), ("[{\"a\":1},]", "json-non-tabella", 1),
      ("[1,2]", "json-non-tabella", 1), ("{\"a\":1},\n{\"a\":2}", "json-non-valido", 1),
      ("[{\"a\":1}] x", "json-non-valido", 1), ("{\"a\":1}\n7\n", "json-non-tabella", 2),
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
