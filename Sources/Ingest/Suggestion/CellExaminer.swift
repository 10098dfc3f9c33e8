/// Tells what cells can be, and remembers it of the spellings it has met.
struct CellExaminer {
  private static let spellingLimit = 50_000

  private let reference: ReferenceFolder
  private let words: ListWords
  private var seen: [Key: CellTraits] = [:]

  private struct Key: Hashable {
    let text: String
    let kind: UInt8
  }

  init(_ reference: ReferenceFolder) {
    self.reference = reference
    words = ListWords(reference.lists)
  }

  mutating func traits(of text: String, kind: RawCellKind) -> CellTraits {
    let key = Key(text: text, kind: kind.rawValue)
    if let known = seen[key] { return known }
    let traits = CellTraits(text, kind: kind, resolver: reference.resolver, words: words)
    if seen.count < CellExaminer.spellingLimit { seen[key] = traits }
    return traits
  }
}

/// Every word of every code list, folded, with the lists it is of: one look for all of them.
struct ListWords {
  private let lists: [CodeListName: CodeList]
  private var byWord: [String: [CodeListName]] = [:]

  init(_ lists: [CodeListName: CodeList]) {
    self.lists = lists
    for name in CodeListName.allCases {
      guard let list = lists[name] else { continue }
      let words = list.entries.flatMap { [$0.code, $0.label, $0.labelEN] + $0.synonyms }
      for word in Set(words.map(Folding.fold)) { byWord[word, default: []].append(name) }
    }
  }

  /// The lists in which a text stands for a code.
  func lists(with text: String) -> [CodeListName] {
    (byWord[Folding.fold(text)] ?? []).filter { lists[$0]?.resolve(text) != nil }
  }
}
