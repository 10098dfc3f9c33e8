/// Codici fiscali within a text: spaced out, with substituted digits, with `O` for `0`, with characters
/// masked away, without their last letter.
enum FiscalCodePattern {
  /// How many units a codice fiscale takes that begins at unit `k`; nil when none does.
  static func length(at k: Int, in text: SignificantText) -> Int? {
    guard k + 15 <= text.count, text.isLetter(k) || text.unit[k] == 0x2A,
      isPlausible(text.unit + k)
    else { return nil }
    var stars = 0
    var starsTogether = 0
    var longestMask = 0
    var digits = 0
    var slips = 0
    var gaps = 0
    for j in 0..<15 {
      let byte = text.unit[k + j]
      if j > 0, text.gap[k + j] > 0 {
        guard text.gap[k + j] <= 2 else { return nil }
        gaps += 1
      }
      starsTogether = byte == 0x2A ? starsTogether + 1 : 0
      longestMask = max(longestMask, starsTogether)
      if byte == 0x2A {
        stars += 1
      } else if FiscalCodeRules.isDigitPlace(j) {
        if ByteText.isDigit(byte) {
          digits += 1
        } else if byte == 0x4F || byte == 0x49 {
          slips += 1
        } else if FiscalCodeRules.digit(byte) == nil {
          return nil
        }
      } else if ByteText.isDigit(byte) {
        guard byte <= 0x31, j > 0, j != 8 else { return nil }
        slips += 1
      }
    }
    let last = k + 15
    let hasLast =
      last < text.count && text.gap[last] <= 2 && (text.isLetter(last) || text.unit[last] == 0x2A)
    guard hasLast else { return stars == 0 && slips == 0 && digits >= 5 ? 15 : nil }
    if text.unit[last] == 0x2A {
      stars += 1
      longestMask = max(longestMask, starsTogether + 1)
    }
    if text.gap[last] > 0 { gaps += 1 }
    // A mask hides several characters in a row, or one of a code that shows its digits: a star alone
    // between words stands for something else (`COMUNE*VIA ROMA*ASILO`, the titles of public projects).
    if stars > 0 { return 16 - stars >= 6 && (longestMask > 1 || digits > 4) ? 16 : nil }
    if digits >= 4 { return 16 }
    if slips > 0 { return nil }
    let isRight = text.unit[last] == FiscalCodeRules.checkLetter(text.unit + k)
    return (gaps == 0 ? digits >= 1 || isRight : digits >= 1 && isRight) ? 16 : nil
  }

  /// The places that fail soonest.
  @inline(__always)
  private static func isPlausible(_ p: UnsafePointer<UInt8>) -> Bool {
    (p[8] == 0x2A || FiscalCodeRules.isMonth(p[8])) && isDigitLike(p[6]) && isDigitLike(p[9])
  }

  @inline(__always)
  private static func isDigitLike(_ byte: UInt8) -> Bool {
    FiscalCodeRules.digit(byte) != nil || byte == 0x4F || byte == 0x49 || byte == 0x2A
  }
}
