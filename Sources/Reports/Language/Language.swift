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
      result.replace("{\(index)}", with: argument)
    }
    return result
  }
}
