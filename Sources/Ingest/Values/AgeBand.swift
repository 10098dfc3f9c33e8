/// Ages as offices write them: one (`65`), or a band of them with both of its ends.
///
/// Read: `65-69`, `15/64`, `da 65 a 69 anni`, `100+`, `65 e più`, `over 65`, `ultra 75`, `dai 65 in su`,
/// `≥65`, `under 18`, `meno di 18`, `<18`, `≤17`. Statistics say *over* and *ultra* of whoever has that
/// age or more.
enum AgeBand {
  enum Reading: Equatable {
    case ages(ClosedRange<Int64>)
    /// `>65`, `oltre 65`, `fino a 18`: whether the age that is named is one of them is not said.
    case unsaidEnd

    var ages: ClosedRange<Int64>? {
      if case .ages(let ages) = self { ages } else { nil }
    }
  }

  /// Upper end of an open band.
  private static let open: Int64 = 150
  private static let oldest: Int64 = 130

  /// The ages a text names; nil when it names none, or does not say all of them.
  static func parse(_ text: String) -> ClosedRange<Int64>? { read(text)?.ages }

  /// Ages in the one way they are kept when they are a text: `65`, `65-74`, `85+`.
  static func text(_ ages: ClosedRange<Int64>) -> String {
    if ages.upperBound == open { return "\(ages.lowerBound)+" }
    return ages.count == 1 ? "\(ages.lowerBound)" : "\(ages.lowerBound)-\(ages.upperBound)"
  }

  static func read(_ text: String) -> Reading? {
    // Most columns of ages hold nothing else.
    if text.utf8.count <= 3, text.utf8.allSatisfy(ByteText.isDigit), let age = Int64(text) {
      return age <= oldest ? .ages(age...age) : nil
    }
    let parts = parts(of: text)
    let shape = parts.map { part in if case .word(let word) = part { word } else { "0" } }
    let ages = parts.compactMap { part in if case .age(let age) = part { age } else { nil } }
    guard let first = ages.first, first <= oldest else { return nil }
    switch shape.joined(separator: " ") {
    case "0": return .ages(first...first)
    case "0 - 0", "0 / 0", "DA 0 A 0", "DAI 0 AI 0":
      return first <= ages[1] && ages[1] <= open ? .ages(first...ages[1]) : nil
    case "0 +", "0 E +", "0 E PIU", "0 E OLTRE", "0 ED OLTRE", "0 OLTRE", "0 O PIU",
      "DA 0 IN SU", "DAI 0 IN SU", "OVER 0", "ULTRA 0", "≥ 0", "> = 0":
      return .ages(first...open)
    case "UNDER 0", "MENO DI 0", "SOTTO I 0", "< 0": return first > 0 ? .ages(0...first - 1) : nil
    case "≤ 0", "< = 0": return .ages(0...first)
    case "> 0", "+ 0", "OLTRE 0", "OLTRE I 0", "PIU DI 0", "SOPRA I 0", "FINO A 0", "FINO AI 0",
      "0 E MENO":
      return .unsaidEnd
    default: return nil
    }
  }

  private enum Part {
    case age(Int64)
    /// A folded word, or a sign.
    case word(String)
  }

  /// Numbers, words and signs in their order, without those that say what the numbers count.
  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    while let next = rest.first {
      let run = rest.prefix { kind(of: $0) == kind(of: next) }
      switch kind(of: next) {
      case .digit: parts.append(run.utf8.count <= 3 ? .age(Int64(run)!) : .word("?"))
      case .letter:
        let word = Folding.fold(String(run))
        if !unit.contains(word) { parts.append(.word(word)) }
      case .sign: parts += run.map { .word($0 == "–" || $0 == "÷" ? "-" : String($0)) }
      // The apostrophe of `piu'`, and dots of abbreviations.
      case .blank: break
      }
      rest = rest[run.endIndex...]
    }
    return parts
  }

  private static let unit: Set<String> = ["ANNI", "ANNO", "ENNI", "ENNE"]

  private enum Kind { case digit, letter, sign, blank }

  private static func kind(of character: Character) -> Kind {
    if character.isASCII, character.isNumber { return .digit }
    if character.isLetter { return .letter }
    return " \u{a0}\t'’`".contains(character) ? .blank : .sign
  }
}
