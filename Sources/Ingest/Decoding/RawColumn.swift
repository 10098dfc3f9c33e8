/// One column of a raw batch through plain pointers: every cell of every delivery is read this way.
struct RawColumn {
  let bytes: UnsafePointer<UInt8>
  let cells: UnsafePointer<RawCell>
  let rows: UnsafePointer<RawRow>
  let column: Int
  let count: Int

  /// A cell's bytes and kind; beyond the row's end it is empty.
  @inline(__always)
  subscript(row: Int) -> (bytes: UnsafeBufferPointer<UInt8>, kind: RawCellKind) {
    let r = rows[row]
    guard column < Int(r.cellCount) else {
      return (UnsafeBufferPointer(start: bytes, count: 0), .empty)
    }
    let cell = cells[Int(r.firstCell) + column]
    let text = UnsafeBufferPointer(start: bytes + Int(cell.start), count: Int(cell.length))
    return (GuardedText.inside(text), cell.kind)
  }

  /// Lends the batch's memory for the time of `body`; the batch must not change meanwhile.
  static func with<T>(_ batch: RawBatch, column: Int, _ body: (RawColumn) -> T) -> T {
    batch.bytes.withUnsafeBufferPointer { bytes in
      batch.cells.withUnsafeBufferPointer { cells in
        batch.rows.withUnsafeBufferPointer { rows in
          // An empty batch may have no storage: any valid address will do, nothing is read.
          withUnsafePointer(to: 0 as UInt8) { nothing in
            guard let c = cells.baseAddress, let r = rows.baseAddress else {
              return body(
                RawColumn(
                  bytes: nothing, cells: UnsafePointer(bitPattern: 8)!,
                  rows: UnsafePointer(bitPattern: 8)!, column: column, count: 0))
            }
            return body(
              RawColumn(
                bytes: bytes.baseAddress ?? nothing, cells: c, rows: r, column: column,
                count: rows.count))
          }
        }
      }
    }
  }

  /// A column no file has: the same cell in every row.
  static func with<T>(constant: String, count: Int, _ body: (RawColumn) -> T) -> T {
    let rows = [RawRow](
      repeating: RawRow(line: 0, firstCell: 0, cellCount: 1), count: max(1, count))
    // One more byte, so that there is an address to lend.
    return (Array(constant.utf8) + [0]).withUnsafeBufferPointer { bytes in
      rows.withUnsafeBufferPointer { rows in
        withUnsafePointer(
          to: RawCell(start: 0, length: UInt32(bytes.count - 1), kind: .text)
        ) { cell in
          body(
            RawColumn(
              bytes: bytes.baseAddress!, cells: cell, rows: rows.baseAddress!, column: 0,
              count: count))
        }
      }
    }
  }
}
