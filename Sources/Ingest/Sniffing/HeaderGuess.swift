/// Finds the header of a table of which nothing is known, by its shape: the first row that is as wide
/// as the table and holds words alone.
enum HeaderGuess {
  /// Rows looked at.
  private static let rowLimit = 200
  /// Share of the table's width that a header fills at least.
  private static let fill = 0.6

  /// Index of the header's first row and the number of its rows; nil when the table begins with data.
  static func locate(in batch: RawBatch, mergedRanges: [CellRange]) -> (row: Int, depth: Int)? {
    let rows = batch.rows.prefix(rowLimit)
    let counts = rows.map { batch.filledCount($0) }
    let width = commonest(counts)
    guard let first = counts.firstIndex(where: { Double($0) >= max(1, fill * Double(width)) }),
      isWords(batch.rows[first], batch)
    else { return nil }
    // A name merged over several columns has others below it.
    var depth = 1
    while depth < HeaderLocator.depthLimit, first + depth < rows.count,
      spreads(Int(batch.rows[first + depth - 1].line), mergedRanges),
      isWords(batch.rows[first + depth], batch)
    {
      depth += 1
    }
    // Names merged over those of the row below may stand in a narrower row.
    if first > 0, batch.rows[first - 1].line + 1 == batch.rows[first].line, counts[first - 1] > 1,
      spreads(Int(batch.rows[first - 1].line), mergedRanges), isWords(batch.rows[first - 1], batch)
    {
      return (first - 1, depth + 1)
    }
    return (first, depth)
  }

  /// The number of filled cells that accounts for most of the table's cells: titles and totals, with
  /// one cell each, may be as many as the rows of a small table.
  private static func commonest(_ counts: [Int]) -> Int {
    Dictionary(counts.map { ($0, 1) }, uniquingKeysWith: +)
      .max { ($0.value * $0.key, $0.key) < ($1.value * $1.key, $1.key) }?.key ?? 0
  }

  private static func spreads(_ line: Int, _ ranges: [CellRange]) -> Bool {
    ranges.contains { $0.rows == line...line && $0.columns.count > 1 && $0.columns.count < 1000 }
  }

  /// No cell is a number, a date or a boolean, as its format or its characters say.
  private static func isWords(_ row: RawRow, _ batch: RawBatch) -> Bool {
    batch.cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)].allSatisfy { cell in
      switch cell.kind {
      case .empty: true
      case .number, .shown, .date, .month, .boolean, .error: false
      case .text:
        !batch.bytes[Int(cell.start)..<Int(cell.start + cell.length)].isNumberLike
      }
    }
  }
}

extension ArraySlice<UInt8> {
  /// Digits with the marks of numbers, dates and times and nothing else; a year alone may be a name.
  fileprivate var isNumberLike: Bool {
    guard contains(where: { $0 &- 0x30 <= 9 }) else { return false }
    if count == 4, let first, first == 0x31 || first == 0x32, allSatisfy({ $0 &- 0x30 <= 9 }) {
      return false
    }
    return allSatisfy { $0 &- 0x30 <= 9 || " .,/:-+%".utf8.contains($0) || $0 >= 0x80 }
  }
}
