/// IBANs within a text: Italian ones by their structure, others by their control.
enum IBANPattern {
  /// How many units an IBAN takes that begins at unit `k`; nil when none does.
  static func length(at k: Int, in text: SignificantText) -> Int? {
    guard k + 15 <= text.count, text.isLetter(k), text.isLetter(k + 1), text.isDigit(k + 2),
      text.isDigit(k + 3), text.gap[k + 1] == 0, text.gap[k + 2] <= 2, text.gap[k + 3] <= 2
    else { return nil }
    var available = 4
    while available < 34, k + available < text.count, text.gap[k + available] <= 2,
      text.unit[k + available] != 0x2A
    {
      available += 1
    }
    guard available >= 15 else { return nil }
    let isItalian =
      (text.unit[k] == 0x49 && text.unit[k + 1] == 0x54)
      || (text.unit[k] == 0x53 && text.unit[k + 1] == 0x4D)
    if isItalian { return italian(k, available, text) }
    return text.startsWord(k) ? foreign(k, available, text) : nil
  }

  /// Two control digits, a letter, ten digits, twelve letters or digits; the end may be missing.
  private static func italian(_ k: Int, _ available: Int, _ text: SignificantText) -> Int? {
    guard text.isLetter(k + 4), (5..<15).allSatisfy({ text.isDigit(k + $0) }) else { return nil }
    return min(available, 27)
  }

  /// The longest length whose control is right (the rest of the division by 97 is one), with at least
  /// eight digits.
  private static func foreign(_ k: Int, _ available: Int, _ text: SignificantText) -> Int? {
    guard (2..<available).count(where: { text.isDigit(k + $0) }) >= 8 else { return nil }
    for length in stride(from: available, through: 15, by: -1)
    where text.endsWord(k + length - 1) {
      var rest = 0
      for j in 0..<length {
        // The first four characters are counted last.
        let byte = text.unit[k + (j + 4) % length]
        let value = Int(ByteText.isDigit(byte) ? byte & 15 : byte &- 0x41 &+ 10)
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97
      }
      if rest == 1 { return length }
    }
    return nil
  }
}
