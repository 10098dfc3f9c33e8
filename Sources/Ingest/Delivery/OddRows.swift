import Warehouse

/// Tells a delimited text whose rows all have as many cells as its header, the empty ones too, from one
/// whose rows end where their last filled cell does.
///
/// In the former a row with a cell more or less has lost or gained a delimiter: what stands after it may
/// be under another column's name.
struct RowWidths {
  private var even = 0
  private var uneven = 0

  mutating func observe(_ batch: RawBatch, width: Int) {
    for row in batch.rows {
      if Int(row.cellCount) == width {
        even += 1
      } else if batch.filledCount(row) > 1, !batch.looseLines.contains(row.line) {
        // A note at the foot of a table is one cell; stray quotes say nothing of the file's habits.
        uneven += 1
      }
    }
  }

  /// Rows of another width are the exception: one, or one in twenty.
  var areEven: Bool { even >= 3 && uneven <= max(1, even / 20) }
}

extension DeliveredTable {
  /// Places of the rows that may be odd: nearly none, so that the others cost a comparison each.
  func oddRows(in batch: RawBatch) -> [(place: Int, row: RawRow)] {
    let (width, hasLoose) = (width, !batch.looseLines.isEmpty)
    return batch.rows.indices.filter { hasLoose || Int(batch.rows[$0].cellCount) != width }
      .map { ($0, batch.rows[$0]) }
  }

  /// What gives reason to doubt that each cell of a row stands under its own column's name: an error
  /// where it surely does not.
  ///
  /// - Parameter isUnfit: whether cells of the row do not fit their columns.
  func oddity(
    of row: RawRow, in batch: RawBatch, rowsAreEven: Bool, isUnfit: () -> Bool = { false }
  ) -> Finding? {
    let isLoose = !batch.looseLines.isEmpty && batch.looseLines.contains(row.line)
    let isUneven = Int(row.cellCount) != width && width != .max
    guard isUneven || isLoose, batch.broken[row.line] == nil else { return nil }
    if overflows(row, of: batch) || (isUneven && rowsAreEven && (isLoose || isUnfit())) {
      return row.finding(.shiftedRow, width)
    }
    if isLoose { return FindingKind.finding(.looseQuotes, line: row.line) }
    return rowsAreEven ? row.finding(.unevenRow, width) : nil
  }

  /// A row holds something beyond the last column of the header.
  func overflows(_ row: RawRow, of batch: RawBatch) -> Bool {
    Int(row.cellCount) > width
      && (isMostlyShifted
        || (width..<Int(row.cellCount)).contains {
          batch.cells[Int(row.firstCell) + $0].length > 0
        })
  }
}

extension RawRow {
  fileprivate func finding(_ kind: FindingKind, _ width: Int) -> Finding {
    FindingKind.finding(kind, line: line, detail: "\(cellCount) celle invece di \(width)")
  }
}
