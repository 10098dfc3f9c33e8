import Indicators

/// The language a report is written in. Every reader-facing text exists in both.
public enum Language: String, Hashable, Sendable, CaseIterable {
  case it, en
}

extension Text {
  subscript(language: Language) -> String {
    switch language {
    case .it: it
    case .en: en
    }
  }

  /// The text with `{0}`, `{1}`… replaced.
  func callAsFunction(_ language: Language, _ arguments: String...) -> String {
    var result = self[language]
    for (index, argument) in arguments.enumerated() {
      result = result.filled("{\(index)}", with: argument, language)
    }
    return result
  }
}

extension String {
  /// A place of a phrase filled, the article before it made to agree.
  func filled(_ place: String, with argument: String, _ language: Language) -> String {
    guard language == .it else { return replacing(place, with: argument) }
    let pieces = split(separator: place, omittingEmptySubsequences: false)
    return pieces.dropLast().reduce("") { $0 + Elision.joined($1, before: argument) + argument }
      + (pieces.last ?? "")
  }
}
