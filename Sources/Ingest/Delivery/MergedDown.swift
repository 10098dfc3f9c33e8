import Warehouse

/// Cells of a sheet that are merged over several rows of data: what stands in the first of them is said of
/// each. The file keeps the others blank.
///
/// To know the merged cells of a sheet it must be read through, so they are asked for only where some of
/// its first rows lack what every row must have.
struct MergedDown {
  private let required: [Int]
  private var isAsked = false
  /// Line → columns whose cell is that of a line above, with the merged cell they belong to.
  private var covered: [Int: [Int]] = [:]
  /// First line of a merged cell → its columns.
  private var tops: [Int: [Int]] = [:]
  /// By column: the last merged cell met.
  private var cells: [Int: (bytes: [UInt8], kind: RawCellKind)] = [:]
  private var count = 0

  /// Longer ones are decoration.
  private static let heightLimit = 20_000

  /// - Parameter required: columns that no row of data leaves blank.
  init(required: [Int]) { self.required = required }

  var finding: Finding? {
    count == 0
      ? nil : FindingKind.finding(.mergedCells, line: 0, detail: "celle riempite: \(count)")
  }

  mutating func spread(over batch: RawBatch, from table: OpenedTable) throws {
    let isListed = table.survey.kind.value == .xlsx
    if !isAsked || !isListed {
      // An ODS tells them as their rows are read.
      guard isAsked || lacks(batch) else {
        isAsked = isListed
        return
      }
      isAsked = true
      note(try table.mergedRanges())
    }
    guard !covered.isEmpty else { return }
    for row in batch.rows.indices {
      let line = Int(batch.rows[row].line)
      for column in covered[line] ?? [] { fill(row, column, of: batch) }
      for column in tops[line] ?? [] { keep(row, column, of: batch) }
    }
  }

  private func lacks(_ batch: RawBatch) -> Bool {
    batch.rows.indices.contains { row in
      required.contains { batch.kind(row: row, column: $0) == .empty }
    }
  }

  private mutating func note(_ ranges: [CellRange]) {
    covered = [:]
    tops = [:]
    for range in ranges
    where range.rows.count > 1 && range.rows.count <= MergedDown.heightLimit {
      let column = range.columns.lowerBound
      tops[range.rows.lowerBound, default: []].append(column)
      for line in range.rows.dropFirst() { covered[line, default: []].append(column) }
    }
  }

  private mutating func keep(_ row: Int, _ column: Int, of batch: RawBatch) {
    cells[column] = batch.value(row: row, column: column)
  }

  private mutating func fill(_ row: Int, _ column: Int, of batch: RawBatch) {
    guard let value = cells[column], batch.kind(row: row, column: column) == .empty else { return }
    batch.set(value, row: row, column: column)
    count += 1
  }
}

extension RawBatch {
  /// What a cell holds, to be given to others; nil for a blank one.
  func value(row: Int, column: Int) -> (bytes: [UInt8], kind: RawCellKind)? {
    guard column >= 0, column < Int(rows[row].cellCount) else { return nil }
    let cell = cells[Int(rows[row].firstCell) + column]
    guard cell.length > 0 else { return nil }
    return (Array(bytes[Int(cell.start)..<Int(cell.start + cell.length)]), cell.kind)
  }

  func set(_ value: (bytes: [UInt8], kind: RawCellKind), row: Int, column: Int) {
    if column >= Int(rows[row].cellCount) { widen(row, to: column + 1) }
    cells[Int(rows[row].firstCell) + column] = RawCell(
      start: UInt32(bytes.count), length: UInt32(value.bytes.count), kind: value.kind)
    bytes += value.bytes
  }

  /// Moves a row's cells where there is room for more.
  private func widen(_ row: Int, to width: Int) {
    let old = rows[row]
    let first = cells.count
    cells += cells[Int(old.firstCell)..<Int(old.firstCell + old.cellCount)]
    cells += [RawCell](repeating: .empty, count: width - Int(old.cellCount))
    rows[row] = RawRow(line: old.line, firstCell: Int32(first), cellCount: Int32(width))
  }
}
