/// A header or a field's name as the words it is made of, brought to a form in which Italian plurals,
/// genders and abbreviations no longer tell two of them apart: `Dt. chiusura pratiche` and
/// `data_chiusura_pratica` are the same words.
struct HeaderWords: Hashable {
  /// Stems, in order, each once.
  let stems: [String]
  /// How much each says, and all of them together.
  private let weights: [Double]
  private let weight: Double

  /// - Parameter abbreviations: folded word → folded words it stands for.
  init(_ text: String, abbreviations: [String: String]) {
    var stems: [String] = []
    for word in HeaderWords.split(text) {
      for full in (abbreviations[word] ?? word).split(separator: " ") {
        let stem = HeaderWords.stem(String(full))
        if !HeaderWords.empty.contains(String(full)), !stem.isEmpty, !stems.contains(stem) {
          stems.append(stem)
        }
      }
    }
    self.stems = stems
    weights = stems.map(HeaderWords.weight)
    weight = weights.reduce(0, +)
  }

  /// Folded words; `creatoIl` is two of them, as programs write.
  private static func split(_ text: String) -> [String] {
    var spaced = ""
    var wasLower = false
    for character in text {
      if character.isUppercase, wasLower { spaced.append(" ") }
      wasLower = character.isLowercase
      spaced.append(character)
    }
    return Folding.fold(spaced).split(separator: " ").map(String.init)
  }

  /// Words that say nothing of which column it is.
  private static let empty: Set<String> = [
    "A", "AL", "ALLA", "CON", "DA", "DAL", "DALLA", "DEGLI", "DEI", "DEL", "DELL", "DELLA", "DELLE",
    "DELLO", "DI", "E", "ED", "GLI", "I", "IL", "IN", "L", "LA", "LE", "LO", "O", "PER", "SU",
    "SUL",
    "UN", "UNA", "NEL", "NELLA", "NELLE", "SONO",
    // Of questions.
    "QUAL", "QUALE", "QUALI", "QUANTA", "QUANTE", "QUANTI", "QUANTO", "CHE", "COSA", "HA", "HAI",
    "AVETE", "SUO", "SUA", "SUOI", "TUO", "TUA", "VOSTRO", "VOSTRA", "VOSTRI", "VOSTRE",
  ]

  private static let endings = [
    "AZIONE", "AZIONI", "IMENTO", "IMENTI", "AMENTO", "AMENTI", "ATORE", "ATORI", "URA", "URE",
    "ATO", "ATA", "ATI", "ATE", "ITO", "ITA", "ITI", "ITE", "UTO", "UTA", "UTI", "UTE",
  ]

  /// The word without its ending: `RICHIESTE` and `RICHIESTA` are `RICHIEST`.
  static func stem(_ word: String) -> String {
    guard word.count > 3, word.allSatisfy(\.isLetter) else { return word }
    for ending in endings where word.hasSuffix(ending) && word.count - ending.count >= 3 {
      return trimmed(String(word.dropLast(ending.count)))
    }
    return trimmed(word)
  }

  /// Without its last vowels, three letters staying; `H` after them is of the plural alone.
  private static func trimmed(_ word: String) -> String {
    var word = word
    while word.count > 3, let last = word.last, "AEIOU".contains(last) { word.removeLast() }
    if word.count > 3, word.last == "H" { word.removeLast() }
    return word
  }

  /// Words that half the columns of any export bear weigh half.
  private static let common: Set<String> = Set(
    [
      "ANNO", "DATA", "CODICE", "NUMERO", "ID", "TIPO", "NOME", "DESCRIZIONE", "IMPORTO", "TOTALE",
      "SERVIZIO",
    ]
    .map(stem))

  private static func weight(_ stem: String) -> Double { common.contains(stem) ? 0.5 : 1 }

  /// How much two names have in common, from 0 to 1: twice the shared weight over the weight of both.
  func likeness(to other: HeaderWords) -> Double {
    likeness(to: other) { HeaderWords.sameness(stems[$0], other.stems[$1]) }
  }

  /// - Parameter sameness: of one of these words and one of the other's, by their places, where it is
  ///   known already: every name of every field passes here for each column of a file.
  func likeness(to other: HeaderWords, sameness: (Int, Int) -> Double) -> Double {
    guard !stems.isEmpty, !other.stems.isEmpty else { return 0 }
    var shared = 0.0
    for mine in stems.indices {
      var best = 0.0
      for its in other.stems.indices { best = max(best, sameness(mine, its)) }
      shared += best * weights[mine]
    }
    return min(1, 2 * shared / (weight + other.weight))
  }

  /// 1 for the same stem, less for the beginning of it or for a slip of the pen, 0 otherwise.
  static func sameness(_ a: String, _ b: String) -> Double {
    if a == b { return 1 }
    let (short, long) = a.utf8.count < b.utf8.count ? (a.utf8, b.utf8) : (b.utf8, a.utf8)
    guard short.count >= 4 else { return 0 }
    if long.starts(with: short) { return 0.8 }
    return short.count >= 6 && long.count - short.count <= 1 && isOneSlip(short, long) ? 0.8 : 0
  }

  /// The longer of two different texts becomes the other by changing one letter, or taking one away.
  private static func isOneSlip(_ short: String.UTF8View, _ long: String.UTF8View) -> Bool {
    let same = zip(short, long).prefix { $0 == $1 }.count
    return long.dropFirst(same + 1).elementsEqual(
      short.dropFirst(same + (short.count == long.count ? 1 : 0)))
  }
}
