/// An English reader meets a municipality, a district and a Proximity Point, never their Italian names. What programs read keeps its name: the suffix
/// `.comuni`, a column `comune_id`, a file `comuni.csv`.
enum EnglishLaw {
  static let forbidden: Set<Substring> = [
    "comune", "comuni", "ambito", "ambiti", "prossimità",
  ]

  static func violations(in files: [SourceFile]) -> [String] {
    files.flatMap { file in
      english(in: file.text).flatMap { text in
        italian(in: text).map { "\(file.path) says «\($0)» in English: \(text.prefix(60))" }
      }
    }
  }

  /// The texts an English reader is given: what follows `en:`, and the second of two side by side in a
  /// `Text(…)` or `Words(…)`.
  static func english(in source: String) -> [String] {
    let literals = Literal.all(in: source)
    var found: [String] = []
    for (place, literal) in literals.enumerated() {
      if literal.before.hasSuffix("en:") {
        found.append(literal.text)
      } else if literal.before == ",", place > 0,
        openings.contains(where: literals[place - 1].before.hasSuffix)
      {
        found.append(literal.text)
      }
    }
    return found
  }

  private static let openings = ["Text(", "Words(", "WorkedExample(", ".facts("]

  static func italian(in text: String) -> [Substring] {
    var found: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(where: \.isPartOfAName) {
      let word = rest[start...].prefix { $0.isPartOfAName || $0 == "-" || $0 == "." }
      // A name for programs is in one piece with a dot or a dash, or begins with a dot.
      let isCode = start > text.startIndex && text[text.index(before: start)] == "."
      let bare = word.hasSuffix(".") ? word.dropLast() : word
      if !isCode, forbidden.contains(Substring(bare.lowercased())) { found.append(bare) }
      rest = rest[word.endIndex...]
    }
    return found
  }
}

/// A text of a source, those joined by `+` as one, with the code between it and the one before.
struct Literal {
  var text: String
  /// Without spaces.
  let before: String

  static func all(in source: String) -> [Literal] {
    let characters = Array(source)
    var found: [Literal] = []
    var code = ""
    var i = 0
    while i < characters.count {
      if characters[i...].starts(with: "//") {
        while i < characters.count, characters[i] != "\n" { i += 1 }
      } else if characters[i] == "\"" {
        let quotes = characters[i...].starts(with: "\"\"\"") ? 3 : 1
        let text = body(of: characters, from: &i, quotes: quotes)
        if code == "+", let last = found.indices.last {
          found[last].text += text
        } else {
          found.append(Literal(text: text, before: code))
        }
        code = ""
      } else {
        if !characters[i].isWhitespace { code.append(characters[i]) }
        i += 1
      }
    }
    return found
  }

  /// Leaves `i` after the closing quotes; what a text holds from elsewhere is not part of it.
  private static func body(
    of characters: [Character], from i: inout Int, quotes: Int
  ) -> String {
    let end = [Character](repeating: "\"", count: quotes)
    var text = ""
    i += quotes
    while i < characters.count, !characters[i...].starts(with: end) {
      guard characters[i] == "\\", i + 1 < characters.count else {
        text.append(characters[i])
        i += 1
        continue
      }
      i += 2
      guard characters[i - 1] == "(" else { continue }
      var depth = 1
      while i < characters.count, depth > 0 {
        if characters[i] == "(" { depth += 1 }
        if characters[i] == ")" { depth -= 1 }
        i += 1
      }
    }
    i += quotes
    return text
  }
}
