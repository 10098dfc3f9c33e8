/// What may be written as the text of a cell.
enum CellText {
  /// Characters a cell holds, counted as UTF-16 units.
  static let limit = 32_767
  static let cutMark = " […]"

  /// The text as it can be stored: cut visibly when too long, characters XML cannot hold removed,
  /// and the `_xHHHH_` sequence, which readers would decode, kept literal.
  static func storable(_ text: String) -> String {
    // Millions of cells need none of this: their bytes tell at a glance.
    if text.utf8.withContiguousStorageIfAvailable(isPlain) == true { return text }
    var result = text
    if result.unicodeScalars.contains(where: isUnstorable) {
      result.unicodeScalars.removeAll(where: isUnstorable)
    }
    if result.utf8.count > 6, result.utf8.contains(UInt8(ascii: "_")) {
      result = escapingHexSequences(result)
    }
    if result.utf8.count > limit, result.utf16.count > limit {
      result = prefix(of: result, utf16Units: limit - cutMark.utf16.count) + cutMark
    }
    return result
  }

  /// The longest prefix of whole characters within so many UTF-16 units.
  static func prefix(of text: String, utf16Units limit: Int) -> String {
    var units = 0
    var end = text.startIndex
    for character in text {
      units += character.utf16.count
      if units > limit { break }
      end = text.index(after: end)
    }
    return String(text[..<end])
  }

  /// True when nothing can be wrong with the text of these bytes. Of all of them, so that they are looked at
  /// many at a time.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var isSuspect = bytes.count > limit
    var previous: UInt8 = 0
    for byte in bytes {
      let opensSequence = previous == UInt8(ascii: "_") && byte == UInt8(ascii: "x")
      isSuspect = isSuspect || byte == 0 || byte == 0xEF || opensSequence
      previous = byte
    }
    return !isSuspect
  }

  private static func isUnstorable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
  }

  private static func escapingHexSequences(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 8)
    for i in bytes.indices {
      if bytes[i] == UInt8(ascii: "_"), i + 6 < bytes.count, bytes[i + 1] == UInt8(ascii: "x"),
        bytes[i + 6] == UInt8(ascii: "_"), bytes[(i + 2)...(i + 5)].allSatisfy(isHexDigit)
      {
        out.append(contentsOf: Array("_x005F".utf8))
      }
      out.append(bytes[i])
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...70, 97...102: true
    default: false
    }
  }
}
