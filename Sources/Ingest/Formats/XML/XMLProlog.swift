/// The beginning of an XML document, as far as it tells the encoding.
enum XMLProlog {
  /// Longest declaration waited for.
  static let limit = 4096

  /// Whether the document is UTF-8 (or ASCII); nil when `head` is too little to tell.
  static func isUTF8(_ head: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> Bool? {
    if head.count < 4, !isWhole { return nil }
    let marks: [[UInt8]] = [[0xFE, 0xFF], [0xFF, 0xFE], [0, 0x3C], [0x3C, 0]]
    if marks.contains(where: { head.starts(with: $0) }) { return false }
    let mark = TextEncoding.utf8.byteOrderMark
    let text = head.dropFirst(head.starts(with: mark) ? mark.count : 0)
    guard text.starts(with: "<?xml".utf8) else {
      // The head may end inside the five letters.
      return text.count < 5 && "<?xml".utf8.starts(with: text) && !isWhole ? nil : true
    }
    guard let end = text.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let prolog = text[..<end]
    guard let word = prolog.firstRange(of: Array("encoding".utf8)) else { return true }
    let label = prolog[word.upperBound...].drop { $0 <= 0x20 || $0 == UInt8(ascii: "=") }
      .dropFirst().prefix { $0 != 0x22 && $0 != 0x27 }
    return ["utf-8", "utf8", "us-ascii"].contains(
      String(decoding: label, as: UTF8.self).lowercased())
  }
}
