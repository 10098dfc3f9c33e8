import Glibc

/// The characters of an XML text, put right where they stand: what is written is never longer than what
/// was read.
enum XMLCharacters {
  /// Undoes references and line ends in place, and checks that the text is one. In attributes
  /// (`blanks`) every blank of the markup is a space. Nil when it is not.
  static func decode(
    _ p: UnsafeMutablePointer<UInt8>, _ count: Int, blanks: Bool
  ) -> Int? {
    guard areText(p, count) else { return nil }
    let length = joinLines(p, count)
    if blanks { for i in 0..<length where p[i] < 0x20 { p[i] = 0x20 } }
    guard let first = memchr(p, Int32(UInt8(ascii: "&")), length) else { return length }
    var read = UnsafeMutableRawPointer(first).assumingMemoryBound(to: UInt8.self) - p
    var write = read
    while read < length {
      guard p[read] == UInt8(ascii: "&") else {
        p[write] = p[read]
        read += 1
        write += 1
        continue
      }
      var end = read + 1
      while end < length, p[end] != UInt8(ascii: ";"), end - read < 12 { end += 1 }
      guard end < length, p[end] == UInt8(ascii: ";"),
        let scalar = scalar(UnsafeBufferPointer(start: p + read + 1, count: end - read - 1))
      else { return nil }
      write += UTF8Writer.write(scalar, at: p + write)
      read = end + 1
    }
    return write
  }

  /// The character a reference names.
  private static func scalar(_ name: UnsafeBufferPointer<UInt8>) -> UInt32? {
    if name.elementsEqual("amp".utf8) { return 0x26 }
    if name.elementsEqual("lt".utf8) { return 0x3C }
    if name.elementsEqual("gt".utf8) { return 0x3E }
    if name.elementsEqual("quot".utf8) { return 0x22 }
    if name.elementsEqual("apos".utf8) { return 0x27 }
    guard name.first == UInt8(ascii: "#"), name.count > 1 else { return nil }
    let isHex = name[1] == UInt8(ascii: "x")
    let digits = String(decoding: name[(isHex ? 2 : 1)...], as: UTF8.self)
    guard digits.first != "+", digits.first != "-",
      let value = UInt32(digits, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(value)
    else { return nil }
    let isText = value >= 0x20 || value == 0x09 || value == 0x0A || value == 0x0D
    return isText && value != 0xFFFE && value != 0xFFFF ? scalar.value : nil
  }

  /// Well-formed UTF-8 without the controls that XML does not hold.
  static func areText(_ p: UnsafeMutablePointer<UInt8>, _ count: Int) -> Bool {
    guard UTF8Scan.scan(p, count: count) == .valid else { return false }
    for i in 0..<count where p[i] < 0x20 && p[i] != 0x0A && p[i] != 0x0D && p[i] != 0x09 {
      return false
    }
    return true
  }

  /// CR and CRLF are line feeds.
  static func joinLines(_ p: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    guard count > 0, memchr(p, 0x0D, count) != nil else { return count }
    var write = 0
    for read in 0..<count {
      if p[read] == 0x0D {
        if read + 1 < count, p[read + 1] == 0x0A { continue }
        p[write] = 0x0A
      } else {
        p[write] = p[read]
      }
      write += 1
    }
    return write
  }
}
