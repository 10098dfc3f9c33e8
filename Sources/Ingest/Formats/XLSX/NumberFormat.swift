/// What a cell's number format says its number is.
enum NumberFormat: UInt8, Sendable {
  case number
  case date
  /// Hours past 24, as in `[h]:mm`: a duration.
  case elapsed

  /// The formats every workbook has without declaring them (ECMA-376 part 1, §18.8.30).
  init(builtIn id: Int) {
    switch id {
    case 46: self = .elapsed
    case 14...22, 27...36, 45...47, 50...58: self = .date
    default: self = .number
    }
  }

  /// Reads a format code: a date if its first section has a date letter outside quotes, escapes and
  /// brackets (which hold colours, conditions and locales).
  init(code: String) {
    self = .number
    let bytes = Array(code.utf8)
    if ["general", "standard"].contains(code.lowercased()) { return }
    var i = 0
    while i < bytes.count {
      switch bytes[i] {
      case UInt8(ascii: ";"): return
      case UInt8(ascii: "\""):
        i += 1
        while i < bytes.count, bytes[i] != UInt8(ascii: "\"") { i += 1 }
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): i += 1
      case UInt8(ascii: "["):
        let start = i + 1
        while i < bytes.count, bytes[i] != UInt8(ascii: "]") { i += 1 }
        let inside = bytes[start..<max(start, min(i, bytes.count))].map { $0 | 0x20 }
        if let unit = inside.first, inside.allSatisfy({ $0 == unit }), "hms".utf8.contains(unit) {
          self = .elapsed
          return
        }
      case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "m"), UInt8(ascii: "M"),
        UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "h"), UInt8(ascii: "H"),
        UInt8(ascii: "s"), UInt8(ascii: "S"):
        self = .date
      default: break
      }
      i += 1
    }
  }
}
