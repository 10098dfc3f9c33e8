/// The nearest valid name to a wrong one, for error messages only: nothing is ever chosen by it.
public enum Nearest {
  /// ` (forse «richieste»?)`, or a list of what there is when nothing is near.
  public static func hint(to word: String, in words: [String]) -> String {
    let scored = words.map { ($0, distance(word.lowercased(), $0.lowercased())) }
    if let best = scored.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }),
      best.1 <= max(2, word.count / 3)
    {
      return " (forse «\(best.0)»?)"
    }
    return words.count <= 50 ? "; ci sono: " + words.joined(separator: ", ") : ""
  }

  /// `forse «richieste»?`, when one of the words is near; empty otherwise.
  static func suggestion(to word: String, in words: [String], before: String = "") -> String {
    let wanted = Folding.fold(word)
    let limit = wanted.count < 6 ? 1 : 2
    let scored = words.map { ($0, distance(wanted, Folding.fold($0))) }
    guard let best = scored.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }), best.1 <= limit else {
      return ""
    }
    return "\(before)forse «\(best.0)»?"
  }

  /// Levenshtein distance.
  static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a.unicodeScalars)
    let b = Array(b.unicodeScalars)
    var previous = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var current = [i + 1]
      for (j, y) in b.enumerated() {
        current.append(min(previous[j] + (x == y ? 0 : 1), previous[j + 1] + 1, current[j] + 1))
      }
      previous = current
    }
    return previous[b.count]
  }
}
