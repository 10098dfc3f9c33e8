/// Columns of amounts whose cells are all digits, of one length and with zeros before them, as records of
/// fixed length have them: in those the last two digits are cents, and no mark says so.
struct PaddedAmounts {
  private var open: [(slot: Layout.Slot, length: Int, cells: Int, isPadded: Bool)]

  /// Shorter ones may be codes that somebody took for amounts, or amounts that happen to be alike.
  private static let shortest = 6

  /// - Parameter slots: columns of which the source does not say what to multiply by.
  init(_ slots: [Layout.Slot]) {
    open = slots.filter(\.field.kind.isMoney).map { ($0, 0, 0, false) }
  }

  mutating func observe(_ batch: RawBatch, of table: DeliveredTable) {
    for i in open.indices.reversed() {
      var column = open[i]
      let isOpen = RawColumn.with(batch, column: table.place(of: column.slot)) { cells in
        for row in 0..<cells.count where cells[row].kind != .empty {
          // A sheet that shows zeros before a number holds the number.
          guard cells[row].kind != .shown else { return false }
          let bytes = cells[row].bytes
          if column.cells == 0 { column.length = bytes.count }
          guard bytes.count == column.length, bytes.count >= PaddedAmounts.shortest,
            bytes.allSatisfy(ByteText.isDigit)
          else { return false }
          column.cells += 1
          if bytes[0] == 0x30 { column.isPadded = true }
        }
        return true
      }
      if isOpen { open[i] = column } else { open.remove(at: i) }
    }
  }

  /// The columns that are so, with the length of their cells.
  var found: [(slot: Layout.Slot, length: Int)] {
    open.filter { $0.isPadded && $0.cells > 1 }.map { ($0.slot, $0.length) }
  }
}
