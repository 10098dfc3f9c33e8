/// `_xHHHH_`, the way OOXML writes characters that XML cannot hold (ECMA-376 part 1, §22.9.2.19).
enum EscapedText {
  /// Undoes the escapes of the text at `bytes[start...]`.
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard bytes.count - start >= 7 else { return }
    var read = start
    while read + 7 <= bytes.count, !isEscape(bytes, read) { read += 1 }
    if read + 7 > bytes.count { return }
    var write = read
    while read < bytes.count {
      guard read + 7 <= bytes.count, isEscape(bytes, read) else {
        bytes[write] = bytes[read]
        read += 1
        write += 1
        continue
      }
      var scalar = unit(bytes, read)
      read += 7
      if scalar & 0xFC00 == 0xD800, read + 7 <= bytes.count, isEscape(bytes, read),
        unit(bytes, read) & 0xFC00 == 0xDC00
      {
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (unit(bytes, read) - 0xDC00)
        read += 7
      }
      // A null and half a surrogate pair are not text.
      if scalar == 0 || (scalar & 0xF800 == 0xD800 && scalar < 0x10000) { scalar = 0xFFFD }
      for byte in String(Unicode.Scalar(scalar)!).utf8 {
        bytes[write] = byte
        write += 1
      }
    }
    bytes.removeSubrange(write...)
  }

  private static func isEscape(_ bytes: [UInt8], _ i: Int) -> Bool {
    bytes[i] == UInt8(ascii: "_") && bytes[i + 1] == UInt8(ascii: "x")
      && bytes[i + 6] == UInt8(ascii: "_") && (2...5).allSatisfy { digit(bytes[i + $0]) != nil }
  }

  private static func unit(_ bytes: [UInt8], _ i: Int) -> UInt32 {
    (2...5).reduce(0) { $0 << 4 | UInt32(digit(bytes[i + $1])!) }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
    default: nil
    }
  }
}
