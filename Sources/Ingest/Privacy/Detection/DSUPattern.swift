/// Numbers of the declarations a household makes for its ISEE, within a text: `INPS-ISEE-2026-01234567A-00`.
enum DSUPattern {
  /// How many units a number takes that begins at unit `k`; nil when none does.
  static func length(at k: Int, in text: SignificantText) -> Int? {
    var length = begins(k, "INPS", text) && begins(k + 4, "ISEE", text) ? 8 : 4
    guard length == 8 || begins(k, "ISEE", text) else { return nil }
    // The year and eight digits, a letter; the two digits after it may be missing.
    for _ in 0..<12 {
      guard text.isDigit(k + length), text.gap[k + length] <= 2 else { return nil }
      length += 1
    }
    guard text.isLetter(k + length), text.gap[k + length] <= 2 else { return nil }
    length += 1
    let hasEnd = (0..<2).allSatisfy {
      text.isDigit(k + length + $0) && text.gap[k + length + $0] <= 2
    }
    return hasEnd ? length + 2 : length
  }

  /// A word in one piece.
  private static func begins(_ k: Int, _ word: StaticString, _ text: SignificantText) -> Bool {
    let count = word.utf8CodeUnitCount
    return k + count <= text.count
      && (0..<count).allSatisfy {
        text.unit[k + $0] == word.utf8Start[$0] && ($0 == 0 || text.gap[k + $0] == 0)
      }
  }
}
