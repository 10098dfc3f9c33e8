import ArgumentParser
import Ingest

/// What ArgumentParser says of a command line, in the reader's language.
///
/// The library has its sentences in English only. The few a user meets are told here line by line; one it
/// may add later is passed on as it is.
enum ParserWords {
  /// Its sentences, `*` for what they quote, and ours, `$0` and `$1` for the same.
  private static let mistakes = [
    ("Missing expected argument '*'", "manca $0"),
    ("Missing value for '*'", "manca il valore di $0"),
    ("Unknown option '*'. Did you mean '*'?", "l'opzione $0 non esiste (forse $1?)"),
    ("Unknown option '*'", "l'opzione $0 non esiste"),
    ("The value '*' is invalid for '*'", "«$0» non va bene per $1"),
    (
      "The option '*' does not take any value, but '*' was specified.",
      "l'opzione $0 non vuole un valore, e c'è «$1»"
    ),
    ("Unexpected argument '*'", "«$0» non serve a questo comando"),
  ]

  private static let headings = [
    "OVERVIEW: ": "", "USAGE: ": "Uso: ", "Usage: ": "Uso: ", "Help:  ": "",
    "ARGUMENTS:": "ARGOMENTI:",
    "OPTIONS:": "OPZIONI:", "SUBCOMMANDS:": "COMANDI:",
  ]

  private static let phrases = [
    ("<subcommand>", "<comando>"), ("(default:", "(di norma:"),
    ("Show the version.", "Dice la versione."), ("Show help information.", "Mostra questo aiuto."),
    ("Show subcommand help information.", "Mostra l'aiuto di un comando."),
  ]

  /// - Parameter commands: the names that may follow the command, for one that is not among them.
  static func italian(_ text: String, commands: [String] = []) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let wantsCommand = lines.contains { $0.hasPrefix("Usage: ") && $0.hasSuffix(" <subcommand>") }
    return lines.map { line in
      if let mistake = rest(of: line, after: "Error: ") {
        return "errore: " + told(mistake, commands: wantsCommand ? commands : [])
      }
      return plain(line)
    }.joined(separator: "\n")
  }

  private static func told(_ mistake: String, commands: [String]) -> String {
    if !commands.isEmpty, let word = quoted(mistake, "Unexpected argument '*'")?[0] {
      return "il comando «\(word)» non esiste" + Nearest.hint(to: word, in: commands)
    }
    for (sentence, ours) in mistakes {
      guard let words = quoted(mistake, sentence) else { continue }
      return words.enumerated().reduce(ours) { $0.replacing("$\($1.offset)", with: $1.element) }
    }
    if let words = quoted(mistake, "* unexpected arguments: '*'")?[1] {
      return "«\(words.replacing("', '", with: "», «"))» non servono a questo comando"
    }
    return mistake
  }

  /// A line of help or of usage.
  private static func plain(_ line: String) -> String {
    if let advice = quoted(line, "  See '*' for more information.") {
      return "Per saperne di più: \(advice[0])"
    }
    if let advice = quoted(line, "  See '*' for detailed help.") {
      return "  Il dettaglio di un comando: "
        + advice[0].replacing("<subcommand>", with: "<comando>")
    }
    var line = line
    for (heading, told) in headings {
      if let rest = rest(of: line, after: heading) { line = told + rest }
    }
    for (phrase, told) in phrases { line = line.replacing(phrase, with: told) }
    return line
  }

  /// What stands in a text in the places of a sentence's `*`; nil when it is another sentence.
  private static func quoted(_ text: String, _ sentence: String) -> [String]? {
    let parts = sentence.split(separator: "*", omittingEmptySubsequences: false)
    guard text.hasPrefix(parts[0]), text.hasSuffix(parts.last!) else { return nil }
    var rest = text.dropFirst(parts[0].count)
    var words: [String] = []
    for part in parts.dropFirst().dropLast() {
      guard let place = rest.firstRange(of: part) else { return nil }
      words.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    return words + [String(rest.dropLast(parts.last!.count))]
  }

  private static func rest(of text: String, after opening: String) -> String? {
    text.hasPrefix(opening) ? String(text.dropFirst(opening.count)) : nil
  }
}
