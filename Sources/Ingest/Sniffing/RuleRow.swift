/// Lines that terminals and wikis draw between rows of a table: `+----+----+`, `---|:--:`, `=====`.
enum RuleRow {
  /// Fewer are a word for nothing.
  static let fewestStrokes = 3

  /// How many strokes are in a text of strokes, corners and blanks alone; nil for any other.
  static func strokes(in text: some Collection<UInt8>) -> Int? {
    var strokes = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "_"): strokes += 1
      case UInt8(ascii: "+"), UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: " "): continue
      default: return nil
      }
    }
    return strokes
  }
}

extension RawBatch {
  /// Every filled cell of the row is drawn.
  func isRule(_ row: RawRow) -> Bool {
    var strokes = 0
    for cell in cells[Int(row.firstCell)..<Int(row.firstCell + row.cellCount)]
    where cell.length > 0 {
      guard cell.kind == .text,
        let drawn = RuleRow.strokes(in: bytes[Int(cell.start)..<Int(cell.start + cell.length)])
      else { return false }
      strokes += drawn
    }
    return strokes >= RuleRow.fewestStrokes
  }
}
