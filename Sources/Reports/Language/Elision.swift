import Indicators

/// Italian articles before a number: "l'8 giugno", "l'83,6 %", "lo 0,5 %", "all'11". A phrase is written with
/// "il", "al", "dal", "del", "nel"; which form the number asks for is known only when it is there.
enum Elision {
  /// - Parameters:
  ///   - text: a phrase up to where the number goes.
  ///   - number: what is put there; anything that does not begin with a digit changes nothing.
  static func joined(_ text: Substring, before number: String) -> String {
    let kind = Kind(number)
    guard kind != .plain else { return String(text) }
    for (plain, elided, beforeZero) in articles where text.hasSuffix(plain + " ") {
      let start = text.dropLast(plain.count + 1)
      // The end of a longer word is no article: "postal ".
      if start.last?.isLetter == true { continue }
      return start + (kind == .vowel ? elided : beforeZero + " ")
    }
    return String(text)
  }

  private enum Kind {
    case plain, vowel, zero

    /// Uno, otto, ottanta, ottomila, undici and undicimila begin with a vowel; zero asks for "lo".
    init(_ number: String) {
      let digits = number.prefix { $0.isASCII && $0.isNumber }
      let rest = number.dropFirst(digits.count)
      let isGrouped = rest.first == "." && rest.dropFirst().first?.isNumber == true
      switch digits {
      case "": self = .plain
      case "0": self = .zero
      case "11": self = .vowel
      // 1º is "primo", 1.000 is "mille".
      case "1": self = isGrouped || rest.first == "º" ? .plain : .vowel
      default: self = digits.first == "8" ? .vowel : .plain
      }
    }
  }

  private static let articles: [(String, String, String)] = [
    ("il", "l'", "lo"), ("al", "all'", "allo"), ("dal", "dall'", "dallo"),
    ("del", "dell'", "dello"),
    ("nel", "nell'", "nello"), ("Il", "L'", "Lo"), ("Al", "All'", "Allo"),
    ("Dal", "Dall'", "Dallo"),
    ("Nel", "Nell'", "Nello"),
  ]
}
