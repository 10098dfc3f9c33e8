extension RawBatch {
  /// Rows chosen by their first filled cell; rows without one never are. Every row of every delivery
  /// passes here, most of them for nothing: no array is touched but through a pointer.
  func places(where isChosen: (RawRow, CellBytes) -> Bool) -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      cells.withUnsafeBufferPointer { cells in
        rows.withUnsafeBufferPointer { rows in
          rows.indices.filter { row in
            var cell = Int(rows[row].firstCell)
            let end = cell + Int(rows[row].cellCount)
            while cell < end, cells[cell].length == 0 { cell += 1 }
            guard cell < end, let base = bytes.baseAddress else { return false }
            let first = CellBytes(
              start: base + Int(cells[cell].start), count: Int(cells[cell].length))
            return isChosen(rows[row], first)
          }
        }
      }
    }
  }

  /// From the first line to the last; nil without rows. Mended rows may stand in any order.
  var lines: ClosedRange<Int32>? {
    guard var first = rows.first?.line else { return nil }
    var last = first
    for row in rows { (first, last) = (min(first, row.line), max(last, row.line)) }
    return first...last
  }

  func firstFilled(_ row: RawRow) -> RawCell? {
    cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)].first { $0.length > 0 }
  }

  func filledCount(_ row: RawRow) -> Int {
    cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)].reduce(0) {
      $0 + ($1.length > 0 ? 1 : 0)
    }
  }

  func text(_ cell: RawCell) -> String {
    String(decoding: bytes[Int(cell.start)..<Int(cell.start + cell.length)], as: UTF8.self)
  }
}
