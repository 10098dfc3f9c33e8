import Ingest
import Testing

/// Windows so small that every boundary falls inside a quote, a CRLF, an accent or an escape.
let tinyWindows = [1, 2, 3, 5, 8, 13, 64, ByteWindow.defaultSize]

@Suite struct CSVReaderTests {
  @Test(arguments: tinyWindows)
  func quotesNewlinesAndRaggedRows(window: Int) throws {
    let text =
      "a;\"b \"\"x\"\"\";c\r\n1;\"due\r\nrighe; qui\";à€\r\n\n;;\n solo;\"\"\r3;x\"y\";;ultimo\n;\"z\" coda"
    #expect(
      try readCSV(text, window: window) == [
        ReadRow(1, ["a", "b \"x\"", "c"]), ReadRow(2, ["1", "due\r\nrighe; qui", "à€"]),
        ReadRow(6, [" solo", ""]), ReadRow(7, ["3", "x\"y\"", "", "ultimo"]),
        ReadRow(8, ["", "z coda"]),
      ])
  }

  @Test(arguments: tinyWindows)
  func everyKindOfNewlineCountsOnce(window: Int) throws {
    let rows = try readCSV("a;\"x\ry\r\nz\n\"\nb\r\rc\r\nd", window: window)
    #expect(rows.map(\.line) == [1, 5, 7, 8])
    #expect(rows[0].cells[1] == "x\ry\r\nz\n")
  }

  @Test func emptyAndQuotedEmptyDiffer() throws {
    let rows = try readCSV("a;;\"\"\n")
    #expect(rows[0].kinds == [.text, .empty, .text])
  }

  @Test(arguments: tinyWindows)
  func escapesOnlyWhenTheDialectSays(window: Int) throws {
    var dialect = CSVDialect(delimiter: UInt8(ascii: ","))
    #expect(
      try readCSV("C:\\dir,\"a\\b\"\n", dialect, window: window)
        == [ReadRow(1, ["C:\\dir", "a\\b"])])
    dialect.escape = UInt8(ascii: "\\")
    #expect(
      try readCSV("C:\\dir,\"a \\\"b\\\" \\\\\",x\\,y\n", dialect, window: window)
        == [ReadRow(1, ["C:\\dir", "a \"b\" \\", "x,y"])])
  }

  @Test(arguments: tinyWindows)
  func unclosedQuoteNamesTheLineWhereItOpened(window: Int) {
    let error = #expect(throws: UnreadableFile.self) {
      try readCSV("a;b\r\n1;\"x\r\ny\"\r\n2;\"mai\r\n3;z\r\n", window: window)
    }
    #expect(error?.code == "csv-virgolette-aperte")
    #expect(error?.line == 4)
  }

  @Test func unclosedQuoteIsFoundBeforeTheWholeFileIsHeld() throws {
    let text = "a;b\n1;\"x\n" + String(repeating: "2;y\n", count: 5000)
    let reader = try CSVReader(
      .memory(Array(text.utf8)), windowSize: 256, recordLimit: 1000)
    let error = #expect(throws: UnreadableFile.self) { try readRows(reader) }
    #expect(
      error == UnreadableFile(code: "csv-virgolette-aperte", message: error!.message, line: 2))
    // They may close further on: nobody has looked.
    #expect(error!.message.contains("non si chiudono entro "))
  }

  @Test(arguments: tinyWindows)
  func zeroBytesAreRefused(window: Int) {
    for text in ["a;b\nc;d\0e\n", "a;b\nc;\"d\0e\"\n"] {
      let error = #expect(throws: UnreadableFile.self) { try readCSV(text, window: window) }
      #expect(error?.code == "csv-byte-nullo")
      #expect(error?.line == 2)
    }
  }

  @Test func batchesKeepCapacityAndOrder() throws {
    let count = RawBatch.capacity * 2 + 17
    let text = (1...count).map { "\($0);riga \($0)\n" }.joined()
    let reader = try CSVReader(.memory(Array(text.utf8)), windowSize: 1000)
    let batch = RawBatch()
    #expect(batch.usedByteCount == 0)
    var sizes: [Int] = []
    var seen = 0
    while try reader.next(into: batch) {
      sizes.append(batch.rows.count)
      for row in batch.rows.indices {
        seen += 1
        #expect(Int(batch.rows[row].line) == seen)
        #expect(batch.text(row: row, column: 1) == "riga \(seen)")
      }
    }
    #expect(sizes == [RawBatch.capacity, RawBatch.capacity, 17])
    #expect(batch.usedByteCount == 0, "after the end nothing is used")
  }

  @Test func usedBytesAreThoseOfTheCells() throws {
    let batch = RawBatch()
    _ = try CSVReader(.memory(Array("ab;\"c\"\"d\"\n;è\n;;\n".utf8))).next(into: batch)
    #expect(batch.usedByteCount == 7)
    #expect(batch.bytes.count >= 7)
  }

  @Test func hugeCell() throws {
    let huge = String(repeating: "è;\"\"\n", count: 300_000)
    let rows = try readCSV("a;\"\(huge)\";b\nc\n", window: 4096)
    #expect(rows.map(\.line) == [1, 300_002])
    #expect(rows[0].cells[1].utf8.count == 300_000 * 5)
    #expect(rows[0].cells[2] == "b")
  }
}
