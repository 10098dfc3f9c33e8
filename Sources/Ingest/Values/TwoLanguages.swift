/// A word said in two languages, as offices of bilingual territories write it: `Ja/Sì`,
/// `weiblich - femminile`.
enum TwoLanguages {
  /// What both halves mean; nil unless the text is two different words of the same meaning.
  static func meaning<Meaning: Equatable>(
    of text: String, _ meaning: (String) -> Meaning?
  ) -> Meaning? {
    guard let (first, second) = halves(of: text), let shared = meaning(first),
      meaning(second) == shared
    else { return nil }
    return shared
  }

  /// Two different words, folded, of more than one letter: `M/F` and `1/1` are no word said twice.
  static func halves(of text: String) -> (String, String)? {
    for mark in ["/", " - ", " – ", "|"] where text.contains(mark) {
      let halves = text.split(separator: mark, omittingEmptySubsequences: false).map {
        Folding.fold(String($0))
      }
      guard halves.count == 2, halves[0] != halves[1],
        halves.allSatisfy({ $0.utf8.count > 1 && $0.contains(where: \.isLetter) })
      else { continue }
      return (halves[0], halves[1])
    }
    return nil
  }
}
