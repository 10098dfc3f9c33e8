/// Places in a sheet.
enum CellReference {
  /// Columns Excel has; a reference past them is damage.
  static let columnLimit = 16_384

  /// Reads `BC12`: 0-based column and 1-based row; nil when it is not a cell.
  static func parse(_ text: UnsafePointer<CChar>) -> (column: Int, row: Int)? {
    var p = text
    var column = 0
    while true {
      let letter = UInt8(bitPattern: p.pointee) & 0xDF
      guard letter >= 0x41, letter <= 0x5A, column <= columnLimit else { break }
      column = column * 26 + Int(letter - 0x40)
      p += 1
    }
    guard column > 0, column <= columnLimit else { return nil }
    guard let row = number(p) else { return nil }
    return (column - 1, row)
  }

  /// The letters of a 0-based column: `A`, `Z`, `AA`.
  static func letters(of column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// Reads a positive decimal number that takes the whole text and fits a row number.
  static func number(_ text: UnsafePointer<CChar>) -> Int? {
    var p = text
    var value = 0
    while p.pointee >= 0x30, p.pointee <= 0x39 {
      value = value * 10 + Int(p.pointee - 0x30)
      if value > Int(Int32.max) { return nil }
      p += 1
    }
    return p.pointee == 0 && p > text ? value : nil
  }
}

/// A rectangle of a sheet, for instance one merged cell.
public struct CellRange: Sendable, Equatable {
  /// 1-based, as the rows' line numbers.
  public var rows: ClosedRange<Int>
  /// 0-based, as the cells of a row.
  public var columns: ClosedRange<Int>

  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// Reads `A1:C2`, or a single cell.
  public init?(_ text: String) {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false)
      .map { String($0.filter { $0 != "$" }) }
    guard (1...2).contains(ends.count), let a = CellReference.parse(ends[0]),
      let b = CellReference.parse(ends[ends.count - 1]), a.row > 0, b.row > 0
    else { return nil }
    rows = min(a.row, b.row)...max(a.row, b.row)
    columns = min(a.column, b.column)...max(a.column, b.column)
  }
}
