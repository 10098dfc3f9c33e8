import Ingest

/// A row as a test writes it down.
struct ReadRow: Equatable, CustomStringConvertible {
  var line: Int
  var cells: [String]
  var kinds: [RawCellKind] = []

  init(_ line: Int, _ cells: [String]) {
    self.line = line
    self.cells = cells
  }

  static func == (a: ReadRow, b: ReadRow) -> Bool { a.line == b.line && a.cells == b.cells }
  var description: String { "\(line): \(cells)" }
}

/// All the rows a reader yields, through its batches.
func readRows(_ reader: any TableReader) throws -> [ReadRow] {
  let batch = RawBatch()
  var result: [ReadRow] = []
  while try reader.next(into: batch) {
    for row in batch.rows.indices {
      let columns = 0..<Int(batch.rows[row].cellCount)
      var read = ReadRow(
        Int(batch.rows[row].line), columns.map { batch.text(row: row, column: $0) })
      read.kinds = columns.map { batch.kind(row: row, column: $0) }
      result.append(read)
    }
  }
  return result
}

/// The rows of a CSV given as text.
func readCSV(
  _ text: String, _ dialect: CSVDialect = CSVDialect(), window: Int = ByteWindow.defaultSize
) throws -> [ReadRow] {
  try readRows(CSVReader(.memory(Array(text.utf8)), dialect: dialect, windowSize: window))
}
