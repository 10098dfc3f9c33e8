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

  /// The lines of a cell as a list, where each is a comune or a word of one list; otherwise nil: a text on
  /// several lines.
  mutating func list(of cell: CellBytes) -> String? {
    guard cell.contains(where: { $0 == 0x0A || $0 == 0x0D }), cell.count <= FileProfile.cellLimit
    else { return nil }
    let lines = cell.split { $0 == 0x0A || $0 == 0x0D }.map {
      FileProfile.spaced(CellBytes(rebasing: $0))
    }.filter { !$0.isEmpty }
    let whole = traits(of: lines.joined(separator: " "), kind: .text)
    guard lines.count > 1, whole.lists.isEmpty, !whole.traits.contains(.comune) else { return nil }
    let all = lines.map { traits(of: $0, kind: .text) }
    let areComuni = all.allSatisfy { $0.traits.contains(.comune) }
    let common = all.dropFirst().reduce(Set(all[0].lists)) { $0.intersection($1.lists) }
    return areComuni || !common.isEmpty ? lines.joined(separator: "|") : nil
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
    let found =
      byWord[Folding.fold(text)] ?? TwoLanguages.halves(of: text).flatMap { byWord[$0.0] }
    return (found ?? []).filter { lists[$0]?.resolve(text) != nil }
  }

  /// The lists of whose words a text is made, joined as people join them.
  func lists(joinedIn text: String) -> [CodeListName] {
    guard let end = text.firstIndex(where: { "|;,/-".contains($0) }) else { return [] }
    return lists(with: String(text[..<end])).filter { name in
      text.split(separator: "|").allSatisfy {
        JoinedWords.codes(in: String($0)) { lists[name]?.resolve($0) } != nil
      }
    }
  }
}
