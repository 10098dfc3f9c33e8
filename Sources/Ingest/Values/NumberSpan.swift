import Warehouse

/// What stands where a number should and says only between which numbers it lies: `10-20`, `<5`,
/// `meno di 5`, `fra 10 e 20`, `oltre 100`, `10+`. It is never read as a number: neither end is the count.
enum NumberSpan {
  static func matches(_ bytes: CellBytes) -> Bool {
    var s = ByteScanner(bytes.blankTrimmed)
    let isBound = s.bound()
    s.skipBlanks()
    guard s.plainNumber() else { return false }
    s.skipBlanks()
    if s.isAtEnd { return isBound }
    if s.tail() { return s.isAtEnd }
    guard s.joint() else { return false }
    s.skipBlanks()
    guard s.plainNumber() else { return false }
    s.skipBlanks()
    return s.isAtEnd
  }
}

extension ByteScanner {
  /// `1.234`, `12,5`: the marks mean nothing here.
  fileprivate mutating func plainNumber() -> Bool {
    guard skipDigits() > 0 else { return false }
    while next == 0x2E || next == 0x2C {
      _ = skip(next)
      if skipDigits() == 0 { return false }
    }
    return true
  }

  /// `<`, `≥`, `meno di`, `circa`: true when the number after it is an end or about the number itself.
  fileprivate mutating func bound() -> Bool {
    if skip(0x3C) || skip(0x3E) {
      _ = skip(0x3D)
      return true
    }
    if skip(0x7E) || skip(bytes: "≤") || skip(bytes: "≥") { return true }
    if skipWord("da") || skipWord("tra") || skipWord("fra") { return false }
    _ = skipWord("non")
    skipBlanks()
    let words: [StaticString] = [
      "meno", "fino", "oltre", "inferiore", "superiore", "sotto", "sopra", "circa", "ca", "almeno",
      "massimo", "minimo", "max", "min", "entro",
    ]
    var found = words.contains { skipWord($0) }
    // The accent is not ASCII, and no letter of a word.
    if !found, skip(bytes: "pi") || skip(bytes: "Pi") || skip(bytes: "PI") {
      found = skip(bytes: "ù") || skip(bytes: "Ù") || skip(bytes: "u'") || skip(bytes: "u")
    }
    guard found else { return false }
    _ = skip(0x2E)
    skipBlanks()
    for word: StaticString in ["di", "a", "ai", "al", "i", "le"] where skipWord(word) { break }
    return true
  }

  /// `+`, `o più`, `e oltre`, after the number.
  fileprivate mutating func tail() -> Bool {
    if skip(0x2B) { return true }
    let start = self
    if skipWord("o") || skipWord("e") || skipWord("ed") {
      skipBlanks()
      if skipWord("oltre") || skipWord("meno") || skip(bytes: "più") || skip(bytes: "piu") {
        return true
      }
    }
    self = start
    return skipWord("circa")
  }

  /// `-`, `–`, `/`, `a`, `e`, between the two numbers.
  fileprivate mutating func joint() -> Bool {
    skip(0x2D) || skip(bytes: "–") || skip(bytes: "—") || skip(0x2F) || skip(bytes: "÷")
      // `1e3` is no span.
      || ((skipWord("a") || skipWord("e") || skipWord("o")) && next == 0x20)
  }
}

extension FindingKind {
  static let spanForNumber = FindingKind(
    "intervallo-non-numero", .warning,
    it: "la cella dice fra quali numeri sta (10-20, <5), non quanto è: non è usata",
    en:
      "the cell says between which numbers it lies (10-20, <5), not how much it is: it is not used",
    expected: "il numero; se non si può dire, nulla: una cella vuota non è contata come zero")
}
