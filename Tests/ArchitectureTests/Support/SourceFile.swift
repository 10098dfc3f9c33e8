/// A file with its path from the package's root: what every law looks at, so that a law can be shown a
/// file that does not exist.
struct SourceFile {
  let path: String
  let text: String

  var name: String { String(path.split(separator: "/").last ?? "") }

  /// `Ingest` for `Sources/Ingest/…`.
  var target: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The lines without their comments, numbered from 1.
  var code: [(number: Int, text: Substring)] {
    lines.enumerated().map { number, line in
      guard let comment = line.firstRange(of: "//") else { return (number + 1, line) }
      // The two bars of an address inside a text are not a comment.
      let isAddress = line[..<comment.lowerBound].last == ":"
      return (number + 1, isAddress ? line : line[..<comment.lowerBound])
    }
  }

  /// Modules imported, whatever stands before and after the word.
  var imports: [String] {
    code.compactMap { _, line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
        words[..<place].allSatisfy({ SourceFile.beforeImport.contains($0) || $0.hasPrefix("@") })
      else { return nil }
      let kind = SourceFile.importKinds.contains(words[place + 1])
      guard let name = words.dropFirst(kind ? place + 2 : place + 1).first else { return nil }
      return String(name.prefix { $0 != "." && $0 != ";" })
    }
  }

  private static let beforeImport: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private",
  ]
  private static let importKinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor",
  ]

  /// Lines of code on which a word stands by itself: `FutureDate()` does not hold `Date()`.
  func lines(holding word: String) -> [Int] {
    code.filter { $0.text.holds(word) }.map(\.number)
  }
}

extension StringProtocol {
  /// True when `word` occurs with no letter, digit or underscore on a side where it has one.
  func holds(_ word: String) -> Bool {
    var rest = self[...]
    while let found = rest.firstRange(of: word) {
      let before = found.lowerBound == startIndex ? nil : self[index(before: found.lowerBound)]
      let after = found.upperBound == endIndex ? nil : self[found.upperBound]
      let opens = !(word.first!.isPartOfAName && before?.isPartOfAName == true)
      let closes = !(word.last!.isPartOfAName && after?.isPartOfAName == true)
      if opens && closes { return true }
      rest = self[index(after: found.lowerBound)...]
    }
    return false
  }

  /// The texts between each `start` and the next `end`.
  func pieces(from start: String, to end: String) -> [String] {
    var found: [String] = []
    var rest = self[...]
    while let open = rest.firstRange(of: start) {
      let tail = rest[open.upperBound...]
      guard let close = tail.firstRange(of: end) else { break }
      found.append(String(tail[..<close.lowerBound]))
      rest = tail[close.lowerBound...]
    }
    return found
  }
}

extension Character {
  var isPartOfAName: Bool { isLetter || isNumber || self == "_" }
}
