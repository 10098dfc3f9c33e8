/// A word of theirs that our lists do not know, with the codes it may mean, best first.
struct WordProposal {
  let word: String
  let count: Int
  /// Code and label, with how alike they are; never applied by anybody but a person.
  let candidates: [(code: String, label: String, likeness: Double)]
}

/// The words of one column of a field that is read through a list.
struct WordProposals {
  let field: Field
  let header: String
  /// Spellings that are read as they are.
  let known: Int
  let open: [WordProposal]
  /// Why the words are not shown, when they are not.
  let withheld: String?

  /// Nil for fields without words.
  init?(
    _ match: FieldMatch, _ column: ColumnProfile, reference: ReferenceFolder,
    abbreviations: [String: String], isDecided: (String) -> Bool = { _ in false }
  ) {
    let field = match.field
    guard field.kind.hasWords else { return nil }
    self.field = field
    header = column.header
    if field.isOwnWord {
      (known, open, withheld) = (0, [], WordProposals.ownWords)
      return
    }
    let reader = WordReader(field.kind, reference: reference, abbreviations: abbreviations)
    let unknown = column.words.filter { !reader.isKnown($0.key) && !isDecided($0.key) }
    known = column.words.count - unknown.count
    if let reason = WordProposals.reasonToWithhold(column, unknown: unknown) {
      (open, withheld) = ([], reason)
      return
    }
    // Beyond the cells that were looked into, a word may still hold what nobody should read.
    let open = unknown.filter { !Masking.holdsPersonalData($0.key) && $0.key.count <= 60 }.sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }.map {
      WordProposal(word: $0.key, count: $0.value, candidates: reader.candidates(for: $0.key))
    }
    // Under a name that is nearly the field's, words like names of which none is near a code may be those
    // of persons who come back.
    let mayBeNames =
      known == 0 && match.named < 0.9 && column.share(.nameLike) > 0.8
      && open.allSatisfy { $0.candidates.isEmpty }
    (self.open, withheld) = mayBeNames ? ([], WordProposals.maybeNames) : (open, nil)
  }

  private static let ownWords =
    "possono essere note su persone: si aggiungono a mano quelle dell'elenco di chi le scrive"
  private static let maybeNames = "le voci possono essere nomi di persone"

  /// A column of words shows its words only when they can hardly be about somebody: no identifier, no
  /// sentence, and either most of them known or each of them repeated.
  private static func reasonToWithhold(
    _ column: ColumnProfile, unknown: [String: Int]
  ) -> String? {
    if column.isSensitive { return "la colonna contiene testi liberi o dati personali" }
    guard !unknown.isEmpty else { return nil }
    let cells = column.words.values.reduce(0, +)
    let knownCells = cells - unknown.values.reduce(0, +)
    let mostlyKnown = Double(knownCells) >= 0.3 * Double(cells)
    let repeats = column.variety <= 0.34
    if mostlyKnown || repeats { return nil }
    return column.share(.nameLike) > 0.3
      ? maybeNames : "le voci si ripetono troppo poco per mostrarle"
  }
}

/// Reads words as a field does, and ranks the codes an unknown one may mean.
struct WordReader {
  private let kind: Field.Kind
  private let reference: ReferenceFolder
  private let abbreviations: [String: String]
  private let entries: [(code: String, label: String, names: [HeaderWords])]

  init(_ kind: Field.Kind, reference: ReferenceFolder, abbreviations: [String: String]) {
    self.kind = kind
    self.reference = reference
    self.abbreviations = abbreviations
    entries = (kind.list.flatMap { reference.lists[$0] }?.entries ?? []).map { entry in
      let names = [entry.label, entry.code] + entry.synonyms
      return (
        entry.code, entry.label, names.map { HeaderWords($0, abbreviations: abbreviations) }
      )
    }
  }

  func isKnown(_ word: String) -> Bool {
    switch kind {
    case .code(let list, _): return reference.lists[list]?.resolve(word) != nil
    case .codes(let list):
      return isList(word) { reference.lists[list]?.resolve($0) }
    case .yesNo: return YesNo.parse(word) != nil || ["t", "f"].contains(word)
    case .ageBand: return AgeBand.parse(word) != nil
    case .comune: return isPlace(word)
    case .comuni: return isList(word) { isPlace($0) ? $0 : nil }
    default: return true
    }
  }

  private func isList(_ word: String, resolve: (String) -> String?) -> Bool {
    word.split(separator: "|").allSatisfy {
      JoinedWords.codes(in: String($0), resolve: resolve) != nil
    }
  }

  private func isPlace(_ word: String) -> Bool {
    switch reference.resolver.resolve(word) {
    case .resolved, .special, .empty: true
    default: false
    }
  }

  func candidates(for word: String) -> [(code: String, label: String, likeness: Double)] {
    switch kind {
    case .comune, .comuni:
      switch reference.resolver.resolve(word) {
      case .unresolved(let near?): return [("", near, 0)]
      case .postcode: return [("", "sembra un CAP: serve il comune", 0)]
      default: return []
      }
    default: break
    }
    let words = HeaderWords(word, abbreviations: abbreviations)
    let near = kind.list.flatMap { reference.lists[$0] }?.suggestions(for: word) ?? []
    return entries.map { entry in
      let likeness = entry.names.map { words.likeness(to: $0) }.max() ?? 0
      return (entry.code, entry.label, near.contains(entry.code) ? max(likeness, 0.5) : likeness)
    }.filter { $0.2 >= 0.3 }.sorted { ($1.2, $0.0) < ($0.2, $1.0) }.prefix(3).map { $0 }
  }
}

extension Field.Kind {
  /// The code list behind a field of words.
  var list: CodeListName? {
    switch self {
    case .code(let list, _), .codes(let list): list
    default: nil
    }
  }
}
