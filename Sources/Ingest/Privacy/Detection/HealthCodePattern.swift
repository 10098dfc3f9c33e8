/// STP and ENI codes within a text: three letters and thirteen digits, at least ten of them there.
enum HealthCodePattern {
  /// How many units a code takes that begins at unit `k`; nil when none does.
  static func length(at k: Int, in text: SignificantText) -> Int? {
    guard k + 13 <= text.count, begins(text.unit + k), text.gap[k + 1] <= 2, text.gap[k + 2] <= 2
    else { return nil }
    var length = 3
    var digits = 0
    while length < 16, k + length < text.count, text.gap[k + length] <= 2 {
      let byte = text.unit[k + length]
      guard ByteText.isDigit(byte) || byte == 0x2A else { break }
      if byte != 0x2A { digits += 1 }
      length += 1
    }
    return length >= 13 && digits >= 6 ? length : nil
  }

  /// The number of a health card: twenty digits that begin by health and Italy, `80380`.
  static func cardLength(at k: Int, in text: SignificantText) -> Int? {
    let beginning: [UInt8] = [0x38, 0x30, 0x33, 0x38, 0x30]
    guard k + 20 <= text.count, text.startsWord(k), text.unit[k] == beginning[0],
      (1..<5).allSatisfy({ text.unit[k + $0] == beginning[$0] }),
      (1..<20).allSatisfy({ text.isDigit(k + $0) && text.gap[k + $0] <= 2 }), text.endsWord(k + 19)
    else { return nil }
    return 20
  }

  @inline(__always)
  private static func begins(_ p: UnsafePointer<UInt8>) -> Bool {
    (p[0] == 0x53 && p[1] == 0x54 && p[2] == 0x50)
      || (p[0] == 0x45 && p[1] == 0x4E && p[2] == 0x49)
  }
}
