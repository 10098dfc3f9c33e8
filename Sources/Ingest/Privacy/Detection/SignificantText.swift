/// The letters, digits and masking stars of a text, without what people put between them: blanks of
/// every kind, dots, dashes, slashes. Identifiers are looked for here, so that spacing one out does
/// not hide it.
struct SignificantText {
  /// Upper-case ASCII letters and digits, and `*` for any masking mark.
  let unit: UnsafePointer<UInt8>
  /// Where each unit begins in the text.
  let offset: UnsafePointer<Int32>
  /// How many joining characters precede each unit; `hardBreak` when anything else does.
  let gap: UnsafePointer<UInt8>
  let count: Int
  private let text: CellBytes

  static let hardBreak: UInt8 = 255

  /// Lends the units of a text for the time of `body`.
  static func with<Result>(_ text: CellBytes, _ body: (SignificantText) -> Result) -> Result {
    let room = max(text.count, 1)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room * 2) { small in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: room) { offsets in
        let unit = small.baseAddress!
        let gap = unit + room
        let offset = offsets.baseAddress!
        let count = fill(text, unit, gap, offset)
        return body(SignificantText(unit: unit, offset: offset, gap: gap, count: count, text: text))
      }
    }
  }

  private static func fill(
    _ text: CellBytes, _ unit: UnsafeMutablePointer<UInt8>, _ gap: UnsafeMutablePointer<UInt8>,
    _ offset: UnsafeMutablePointer<Int32>
  ) -> Int {
    guard let p = text.baseAddress else { return 0 }
    var count = 0
    var distance: UInt8 = hardBreak
    var i = 0
    while i < text.count {
      let byte = p[i]
      var width = 1
      var kept: UInt8 = 0
      if ByteText.isLetter(byte) || ByteText.isDigit(byte) {
        kept = ByteText.upper(byte)
      } else if byte == 0x2A || byte == 0x23 {
        kept = 0x2A
      } else if isJoiner(byte) {
        if distance < 3 { distance += 1 }
      } else if byte >= 0x80 {
        width = joinerWidth(p + i, text.count - i)
        if let wide = SignificantText.wide(p + i, text.count - i) {
          width = 3
          kept = wide
        } else if width > 0 {
          if distance < 3 { distance += 1 }
        } else if byte == 0xE2, i + 2 < text.count, p[i + 1] == 0x80, p[i + 2] == 0xA2 {
          width = 3  // U+2022, a bullet
          kept = 0x2A
        } else {
          width = 1
          distance = hardBreak
        }
      } else {
        distance = hardBreak
      }
      if kept != 0 {
        unit[count] = kept
        gap[count] = distance
        offset[count] = Int32(i)
        count += 1
        distance = 0
      }
      i += width
    }
    return count
  }

  /// The letter or digit that a full-width one (U+FF10 to U+FF5A) stands for.
  private static func wide(_ p: UnsafePointer<UInt8>, _ available: Int) -> UInt8? {
    guard p[0] == 0xEF, available >= 3, p[1] == 0xBC || p[1] == 0xBD else { return nil }
    // U+FF01 is `!`, U+FF41 `a`.
    let byte = (p[1] == 0xBC ? 0x20 : 0x60) &+ (p[2] & 0x3F)
    return ByteText.isLetter(byte) || ByteText.isDigit(byte) ? ByteText.upper(byte) : nil
  }

  /// Blanks, dot, dash, underscore, slash.
  @inline(__always)
  private static func isJoiner(_ byte: UInt8) -> Bool {
    ByteText.isASCIIBlank(byte) || byte &- 0x2D < 3 || byte == 0x5F
  }

  /// Bytes of a non-ASCII blank, soft hyphen or dash; 0 for anything else.
  private static func joinerWidth(_ p: UnsafePointer<UInt8>, _ available: Int) -> Int {
    let blank = ByteText.blankWidth(p, available)
    if blank > 0 { return blank }
    if available >= 2, p[0] == 0xC2, p[1] == 0xAD { return 2 }
    if available >= 3, p[0] == 0xE2, p[1] == 0x80, p[2] >= 0x8C, p[2] <= 0x95 { return 3 }
    return 0
  }

  @inline(__always)
  func isDigit(_ i: Int) -> Bool { i < count && ByteText.isDigit(unit[i]) }

  @inline(__always)
  func isLetter(_ i: Int) -> Bool { i < count && unit[i] &- 0x41 < 26 }

  /// Nothing that belongs to the same word stands before unit `i`.
  @inline(__always)
  func startsWord(_ i: Int) -> Bool { gap[i] > 0 }

  /// Nothing that belongs to the same word stands after unit `i`.
  @inline(__always)
  func endsWord(_ i: Int) -> Bool { i + 1 >= count || gap[i + 1] > 0 }

  /// The bytes of units `i` to `j`, both included.
  func range(_ i: Int, _ j: Int) -> Range<Int> {
    var end = Int(offset[j]) + 1
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return Int(offset[i])..<end
  }
}
