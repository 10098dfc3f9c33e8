/// What a cell of a worksheet says its value is.
enum SheetCellType {
  case number, shared, text, boolean, error, date

  /// - Parameter text: the cell's attribute `t`.
  init(_ text: UnsafePointer<CChar>) {
    self =
      switch UInt8(bitPattern: text[0]) {
      case UInt8(ascii: "s"): text[1] == 0 ? .shared : .text
      case UInt8(ascii: "i"): .text
      case UInt8(ascii: "b"): .boolean
      case UInt8(ascii: "e"): .error
      case UInt8(ascii: "d"): .date
      default: .number
      }
  }
}
