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
      } else if batch.filledCount(row) > 1 {
        // A note at the foot of a table is one cell.
        uneven += 1
      }
    }
  }

  /// Rows of another width are the exception: one, or one in twenty.
  var areEven: Bool { even >= 3 && uneven <= max(1, even / 20) }
}
