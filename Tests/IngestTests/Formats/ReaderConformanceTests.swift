import Ingest
import Testing

/// What every reader must do, whatever the format: opened through the sniffing, nothing declared.
@Suite struct ReaderConformanceTests {
  @Test(arguments: Encoding.all, [1, 3, 7, 64, ByteWindow.defaultSize])
  func sameCellsAndLinesAcrossWindows(encoding: Encoding, window: Int) throws {
    try check(.hard, encoding, window: window)
  }

  @Test(arguments: Encoding.all)
  func severalBatches(encoding: Encoding) throws {
    try check(.long, encoding, window: 1 << 15)
  }

  @Test(arguments: Encoding.all)
  func hugeCell(encoding: Encoding) throws { try check(.huge, encoding, window: 1 << 16) }

  @Test(arguments: Encoding.all)
  func headerOnly(encoding: Encoding) throws {
    // A JSON file without objects says nothing, not even that it is one.
    if encoding.testDescription.hasPrefix("ndjson") { return }
    try check(.headerOnly, encoding, window: 64)
  }

  @Test func emptyFileIsRefusedByName() {
    for bytes: [UInt8] in [[], [0xEF, 0xBB, 0xBF]] {
      let error = #expect(throws: UnreadableFile.self) { try TableFile.open(.memory(bytes)) }
      #expect(error?.code == "file-vuoto")
    }
  }

  private func check(_ table: ConformanceTable, _ encoding: Encoding, window: Int) throws {
    let (bytes, lines) = encoding.encode(table)
    let opened = try TableFile.open(
      .memory(bytes), options: TableOptions(recordPath: encoding.path, windowSize: window))
    let batch = RawBatch()
    var rows: [ReadRow] = []
    while try opened.reader.next(into: batch) {
      #expect(!batch.rows.isEmpty && batch.rows.count <= RawBatch.capacity)
      let skipped = encoding.contextColumns.count
      for row in batch.rows.indices {
        rows.append(
          ReadRow(
            Int(batch.rows[row].line),
            (skipped..<Int(batch.rows[row].cellCount)).map { batch.text(row: row, column: $0) }))
      }
    }
    #expect(batch.rows.isEmpty, "after the end a batch is empty")
    #expect(try !opened.reader.next(into: batch), "and the end stays the end")
    let written = (encoding.hasHeaderRow ? [table.header] : []) + table.rows
    let expected = zip(lines, written).filter { $1.contains { !$0.isEmpty } }
      .map { ReadRow($0, trimmed($1)) }
    #expect(rows.count == expected.count)
    for (read, wanted) in zip(rows, expected) {
      #expect(ReadRow(read.line, trimmed(read.cells)) == wanted)
    }
    #expect(opened.reader.blankRowCount == written.count - expected.count)
    if !encoding.hasHeaderRow, !table.rows.isEmpty {
      #expect(opened.reader.columnNames == encoding.contextColumns + table.header)
    }
  }

  /// Empty cells at the end of a row may be there or not.
  private func trimmed(_ cells: [String]) -> [String] {
    Array(cells.reversed().drop { $0.isEmpty }.reversed())
  }
}
