/// The bytes of a cell (UTF-8), looked at in place.
///
/// Cells are read millions of times: nothing here allocates.
public typealias CellBytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// Without the blanks at both ends: spaces, tabs, line ends, non-breaking, thin and zero-width
  /// spaces, marks of direction, a stray byte order mark.
  var blankTrimmed: CellBytes {
    guard let base = baseAddress else { return self }
    var from = 0
    var to = count
    while from < to {
      let width = ByteText.blankWidth(base + from, to - from)
      if width == 0 { break }
      from += width
    }
    while to > from {
      let width = ByteText.blankWidth(endingAt: base + to, to - from)
      if width == 0 { break }
      to -= width
    }
    return CellBytes(start: base + from, count: to - from)
  }
}

enum ByteText {
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  static func isASCIIBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  @inline(__always)
  static func upper(_ byte: UInt8) -> UInt8 { byte &- 0x61 < 26 ? byte & 0xDF : byte }

  /// The value of two digits, or a number over 99 when they are not two digits.
  @inline(__always)
  static func pair(_ p: UnsafePointer<UInt8>) -> Int {
    let tens = p[0] &- 0x30
    let units = p[1] &- 0x30
    return tens < 10 && units < 10 ? Int(tens) * 10 + Int(units) : 255
  }

  /// How many bytes the blank at `p` takes; 0 when there is none.
  static func blankWidth(_ p: UnsafePointer<UInt8>, _ available: Int) -> Int {
    guard available > 0 else { return 0 }
    if p[0] < 0x80 { return isASCIIBlank(p[0]) ? 1 : 0 }
    if available >= 2, isNoBreakSpace(p[0], p[1]) { return 2 }
    if available >= 3, isWideBlank(p[0], p[1], p[2]) { return 3 }
    return 0
  }

  /// How many bytes the blank just before `end` takes; 0 when there is none.
  static func blankWidth(endingAt end: UnsafePointer<UInt8>, _ available: Int) -> Int {
    guard available > 0 else { return 0 }
    if end[-1] < 0x80 { return isASCIIBlank(end[-1]) ? 1 : 0 }
    if available >= 2, isNoBreakSpace(end[-2], end[-1]) { return 2 }
    if available >= 3, isWideBlank(end[-3], end[-2], end[-1]) { return 3 }
    return 0
  }

  @inline(__always)
  private static func isNoBreakSpace(_ a: UInt8, _ b: UInt8) -> Bool { a == 0xC2 && b == 0xA0 }

  /// U+2000…U+200F (typographic widths, zero width, marks of direction that a cell copied from a page or
  /// a dialog brings along), U+2028…U+202F (line ends, direction, narrow no-break), U+205F…U+2069, U+3000,
  /// U+FEFF (byte order mark).
  @inline(__always)
  private static func isWideBlank(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch a {
    case 0xE2:
      b == 0x80 ? c <= 0x8F || (0xA8...0xAF).contains(c) : b == 0x81 && (0x9F...0xA9).contains(c)
    case 0xE3: b == 0x80 && c == 0x80
    default: a == 0xEF && b == 0xBB && c == 0xBF
    }
  }
}

extension String {
  /// Runs a reader of bytes over this text (tests, messages, descriptors: never the hot path).
  func withCellBytes<Result>(_ body: (CellBytes) -> Result) -> Result {
    var copy = self
    return copy.withUTF8(body)
  }
}
