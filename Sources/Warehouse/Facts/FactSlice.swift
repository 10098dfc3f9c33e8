/// Some facts of one delivery, column by column: what a thread of the pass works on at a time.
///
/// Every cell is one integer, whatever its meaning; `FactBatch.null` is nothing.
final class FactSlice {
  let shape: FactShape
  private(set) var count = 0
  private(set) var keys: UnsafeMutablePointer<Int64>
  private(set) var columns: [UnsafeMutablePointer<Int64>]
  private var capacity = 0
  /// The packed form, when the slice came in it.
  var packed: [UInt8] = []
  /// Keys, ascending, of those among the facts that something has replaced.
  var superseded: [Int64] = []

  init(_ shape: FactShape) {
    self.shape = shape
    keys = .allocate(capacity: 0)
    columns = shape.columns.map { _ in .allocate(capacity: 0) }
  }

  deinit {
    keys.deallocate()
    for column in columns { column.deallocate() }
  }

  /// Makes room for so many facts; what was there is lost.
  func resize(to count: Int) {
    self.count = count
    guard count > capacity else { return }
    capacity = count
    keys.deallocate()
    keys = .allocate(capacity: count)
    for i in columns.indices {
      columns[i].deallocate()
      columns[i] = .allocate(capacity: count)
    }
  }

  /// Every fact that still holds.
  func each(_ body: (FactRow) throws -> Void) rethrows {
    try columns.withUnsafeBufferPointer { columns in
      try superseded.withUnsafeBufferPointer { superseded in
        var next = 0
        for row in 0..<count {
          let key = keys[row]
          if next < superseded.count, superseded[next] == key {
            next += 1
            continue
          }
          try body(FactRow(key: key, row: row, columns: columns))
        }
      }
    }
  }
}

/// One fact of a slice, read by the place of the column in the shape.
struct FactRow {
  let key: Int64
  let row: Int
  let columns: UnsafeBufferPointer<UnsafeMutablePointer<Int64>>

  @inline(__always) func number(_ i: Int) -> Int64? {
    let value = columns[i][row]
    return value == FactBatch.null ? nil : value
  }
  @inline(__always) func flag(_ i: Int) -> Bool? { number(i).map { $0 != 0 } }
  @inline(__always) func day(_ i: Int) -> Day? {
    number(i).map { Day(number: Int32(truncatingIfNeeded: $0)) }
  }
  @inline(__always) func code(_ i: Int) -> PackedCode {
    let value = columns[i][row]
    return value == FactBatch.null ? .none : PackedCode(raw: UInt64(bitPattern: value))
  }
  /// The first half of a 128-bit token: two people in ten million share it three times in a million
  /// tries.
  @inline(__always) func token(_ i: Int) -> UInt64? { number(i).map { UInt64(bitPattern: $0) } }
}
