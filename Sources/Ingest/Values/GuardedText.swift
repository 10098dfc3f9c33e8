/// Codes that somebody keeps from becoming numbers in a spreadsheet: `="00123"`, `'00123`.
enum GuardedText {
  /// What is inside the guard; the text itself where there is none. A name may begin with an apostrophe of
  /// its own.
  @inline(__always)
  static func inside(_ text: CellBytes) -> CellBytes {
    text.count > 1 && (text[0] == UInt8(ascii: "=") || text[0] == UInt8(ascii: "'"))
      ? unguarded(text) : text
  }

  static func inside(_ text: String) -> String {
    text.withCellBytes { String(decoding: inside($0), as: UTF8.self) }
  }

  private static func unguarded(_ text: CellBytes) -> CellBytes {
    if text[0] == UInt8(ascii: "'") {
      let rest = text[1...]
      let isCode =
        ByteText.isDigit(text[1])
        || (rest.contains(where: ByteText.isDigit)
          && !rest.contains { $0 == 0x20 || $0 == UInt8(ascii: "'") })
      return isCode ? CellBytes(rebasing: rest) : text
    }
    guard text.count > 2, text[1] == UInt8(ascii: "\""), text[text.count - 1] == UInt8(ascii: "\"")
    else { return text }
    return CellBytes(rebasing: text[2..<text.count - 1])
  }
}
