/// Names of which the words have lost what divided them, as programs of statistics want them: `datarich`,
/// `annonasc`, `idutente`.
struct RunTogetherWords {
  /// Folded words a name may be made of: those of the fields' own names, and what stands for them.
  private let words: Set<String>
  /// As long as no word is shorter: what is left of two letters is anything.
  private static let shortest = 3

  init(abbreviations: [String: String]) {
    let own = Contract.all.flatMap { $0.fields.map(\.name) }.flatMap {
      Folding.fold($0).split(separator: " ").map(String.init)
    }
    let codes = ["ID", "CF"]
    words = Set(own + abbreviations.keys).filter { $0.count >= RunTogetherWords.shortest }
      .union(codes)
  }

  /// The words, one blank between them; nil unless two of them make the name in one way alone.
  func apart(_ name: String) -> String? {
    let folded = Folding.fold(name)
    guard folded.utf8.count <= 20, folded.allSatisfy(\.isLetter) else { return nil }
    let places = folded.indices.dropFirst().filter { place in
      words.contains(String(folded[..<place])) && ends(String(folded[place...]))
    }
    guard places.count == 1, let place = places.first else { return nil }
    return "\(folded[..<place]) \(folded[place...])"
  }

  /// A word, or four letters of the beginning of one.
  private func ends(_ text: String) -> Bool {
    words.contains(text) || (text.count >= 4 && words.contains { $0.hasPrefix(text) })
  }
}
