/// A column that may be a field, with how sure that is and why.
struct FieldMatch {
  let field: Field
  /// From 0 to 1; the name and the cells both have their say.
  let score: Double
  let evidence: String

  /// At least this, and the column is proposed; less, and a person decides.
  static let certain = 0.6
  /// Less than this is not worth a person's time.
  static let possible = 0.3
}

/// Compares columns with the fields of contracts.
///
/// A file may have thousands of columns and there are hundreds of fields: only fields whose name has a
/// word in common with a column's are compared with it.
struct FieldMatcher {
  private let synonyms: HeaderSynonyms
  private var entries: [Entry] = []
  /// Folded names and stems of words → places in `entries`.
  private var byName: [String: Set<Int>] = [:]
  private var byStem: [String: Set<Int>] = [:]
  /// By dataset: fields that cells alone may tell.
  private var telling: [String: Set<Int>] = [:]

  /// A field of a contract under all its names.
  private struct Entry {
    let contract: Contract
    let field: Field
    let names: [FieldName]
  }

  /// A name of a field: its own, its label, or a synonym.
  private struct FieldName {
    let folded: String
    let words: HeaderWords
    let isOwn: Bool
    let text: String
  }

  init(synonyms: HeaderSynonyms) {
    self.synonyms = synonyms
    for contract in Contract.all {
      for field in contract.fields {
        let all = [(field.name, true)] + synonyms.names(of: field, in: contract).map { ($0, false) }
        let names = all.map { name, isOwn in
          FieldName(
            folded: Folding.fold(name),
            words: HeaderWords(name, abbreviations: synonyms.abbreviations), isOwn: isOwn,
            text: name)
        }
        for name in names {
          byName[name.folded, default: []].insert(entries.count)
          for stem in name.words.stems { byStem[stem, default: []].insert(entries.count) }
        }
        if field.kind.tellsByItsCells {
          telling[contract.dataset, default: []].insert(entries.count)
        }
        entries.append(Entry(contract: contract, field: field, names: names))
      }
    }
  }

  /// What a column is called, worked out once for all the fields it is compared with.
  struct Name {
    let whole: String
    let last: String
    let wholeWords: HeaderWords
    let lastWords: HeaderWords
    /// By dataset: the fields with a name in common with it.
    fileprivate var kindred: [String: Set<Int>] = [:]
  }

  func names(_ headers: [String]) -> [Name] {
    // Headers share words, and to look for a word among all the others takes time.
    var near: [String: Set<Int>] = [:]
    return headers.map { header in
      let parts = HeaderName(header)
      var name = Name(
        whole: Folding.fold(parts.whole), last: Folding.fold(parts.last),
        wholeWords: HeaderWords(parts.whole, abbreviations: synonyms.abbreviations),
        lastWords: HeaderWords(parts.last, abbreviations: synonyms.abbreviations))
      var found = (byName[name.whole] ?? []).union(byName[name.last] ?? [])
      for stem in Set(name.wholeWords.stems + name.lastWords.stems) {
        if near[stem] == nil { near[stem] = entries(near: stem) }
        found.formUnion(near[stem]!)
      }
      for place in found {
        name.kindred[entries[place].contract.dataset, default: []].insert(place)
      }
      return name
    }
  }

  /// Fields one of whose names has this word, or nearly.
  private func entries(near stem: String) -> Set<Int> {
    // A number is only itself.
    guard stem.contains(where: \.isLetter) else { return byStem[stem] ?? [] }
    return byStem.reduce(into: []) { found, other in
      if HeaderWords.sameness(stem, other.key) > 0 { found.formUnion(other.value) }
    }
  }

  /// The fields of a contract a column may be, in no order.
  func matches(_ name: Name, _ column: ColumnProfile, in contract: Contract) -> [FieldMatch] {
    let kindred = name.kindred[contract.dataset] ?? []
    let others = (telling[contract.dataset] ?? []).subtracting(kindred)
    return kindred.compactMap {
      match(column, entries[$0], named: likeness(name, entries[$0].names))
    } + others.compactMap { match(column, entries[$0], named: (0, "")) }
  }

  /// Nil when nothing speaks for it.
  private func match(
    _ column: ColumnProfile, _ entry: Entry, named name: (score: Double, why: String)
  ) -> FieldMatch? {
    let field = entry.field
    let (named, why) = name
    // Where the name says nothing only cells that tell by themselves may speak.
    guard named > 0 || field.kind.tellsByItsCells else { return nil }
    let fit = FieldFit(column, field, identity: entry.contract.identity == field.name)
    var score = named * (fit.map { 0.45 + 0.55 * min(1, $0.score / 0.5) } ?? 0.8)
    if let fit, fit.isTelling { score = max(score, min(1, score + 0.35 * fit.score)) }
    guard score >= FieldMatch.possible else { return nil }
    let evidence = [why, fit?.evidence ?? "colonna vuota"].filter { !$0.isEmpty }
    return FieldMatch(field: field, score: score, evidence: evidence.joined(separator: "; "))
  }

  private func likeness(_ name: Name, _ names: [FieldName]) -> (score: Double, why: String) {
    var best = (score: 0.0, why: "")
    for other in names {
      var score = 0.0
      var why = other.isOwn ? "si chiama come il campo" : "sinonimo noto: «\(other.text)»"
      if other.folded == name.whole {
        score = other.isOwn ? 1 : 0.97
      } else if other.folded == name.last {
        score = other.isOwn ? 0.92 : 0.9
      } else {
        let whole = name.wholeWords.likeness(to: other.words)
        // Without its group a column may say less: `Domanda / Data` is no bare `Data`.
        let last = name.lastWords.likeness(to: other.words) * 0.95
        score = max(whole, last) * (other.isOwn ? 0.9 : 0.88)
        why = "parole in comune con «\(other.text)»"
      }
      if score > best.score { best = (score, why) }
    }
    return best
  }
}
