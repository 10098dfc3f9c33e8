/// Italian telephone numbers within a text, as people group them.
enum PhonePattern {
  /// How many units a number takes that begins at unit `k`; nil when none does.
  static func length(at k: Int, in text: SignificantText, _ bytes: CellBytes) -> Int? {
    guard text.isDigit(k), text.startsWord(k) else { return nil }
    if let prefix = countryPrefix(k, text, bytes) {
      let own = digitsEnd(k + prefix, text) - k - prefix
      for length in stride(from: min(own, 12), through: 6, by: -1)
      where text.endsWord(k + prefix + length - 1) {
        return prefix + length
      }
      return nil
    }
    switch text.unit[k] {
    case 0x33: return mobile(k, text, bytes)
    case 0x30: return landline(k, text)
    default: return nil
    }
  }

  /// `+39`, `0039`, or `39` before a mobile number of its own.
  private static func countryPrefix(_ k: Int, _ text: SignificantText, _ bytes: CellBytes) -> Int? {
    let place = Int(text.offset[k])
    if place > 0, bytes[place - 1] == 0x2B { return 2 }
    guard k + 4 <= text.count else { return nil }
    let p = text.unit + k
    if p[0] == 0x30, p[1] == 0x30, p[2] == 0x33, p[3] == 0x39 { return 4 }
    let end = digitsEnd(k, text)
    return p[0] == 0x33 && p[1] == 0x39 && p[2] == 0x33 && end - k >= 11 ? 2 : nil
  }

  /// One past the last digit that follows without more than two joiners in a row.
  private static func digitsEnd(_ k: Int, _ text: SignificantText) -> Int {
    var end = k
    while text.isDigit(end), end == k || text.gap[end] <= 2 { end += 1 }
    return end
  }

  /// Nine or ten digits from a 3, the first three together, ending where a word ends. Nine digits in
  /// threes are an amount, `350.000.000`.
  private static func mobile(_ k: Int, _ text: SignificantText, _ bytes: CellBytes) -> Int? {
    let end = digitsEnd(k, text)
    guard end - k >= 9, text.gap[k + 1] == 0, text.gap[k + 2] == 0 else { return nil }
    for length in [10, 9] where end - k >= length && text.endsWord(k + length - 1) {
      let inThrees = length == 9 && text.gap[k + 3] > 0 && text.gap[k + 6] > 0
      if !inThrees { return length }
    }
    return nil
  }

  /// A prefix of two to four digits from a 0, joiners, five to eight digits, eight in all; nine or ten
  /// digits when written in one.
  private static func landline(_ k: Int, _ text: SignificantText) -> Int? {
    guard k + 7 <= text.count, text.unit[k + 1] != 0x30, text.isDigit(k + 1) else { return nil }
    var end = k + 1
    while text.isDigit(end), text.gap[end] == 0 { end += 1 }
    let first = end - k
    if (9...10).contains(first) { return first }
    guard (2...4).contains(first), text.isDigit(end), text.gap[end] <= 2 else { return nil }
    let second = end
    end += 1
    while text.isDigit(end), text.gap[end] == 0 { end += 1 }
    return (5...8).contains(end - second) && end - k >= 8 ? end - k : nil
  }
}
