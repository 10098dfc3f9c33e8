/// E-mail addresses within a text.
enum EmailPattern {
  /// The address around the at sign at `place`; nil when it is not one.
  static func range(around place: Int, in bytes: CellBytes) -> Range<Int>? {
    var start = place
    while start > 0, isLocal(bytes[start - 1]) { start -= 1 }
    var end = place + 1
    while end < bytes.count, isDomain(bytes[end]) { end += 1 }
    return start < place && end > place + 1 ? start..<end : nil
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isDomain(byte) || byte == 0x2B || byte == 0x25 || byte == 0x5F || byte == 0x27
  }

  private static func isDomain(_ byte: UInt8) -> Bool {
    ByteText.isLetter(byte) || ByteText.isDigit(byte) || byte == 0x2E || byte == 0x2D
      || byte == 0x5F || byte >= 0x80
  }
}
