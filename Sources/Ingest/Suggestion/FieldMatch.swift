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
struct FieldMatcher {
  let synonyms: HeaderSynonyms
  private var names: [String: [FieldName]] = [:]

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
        names["\(contract.dataset)/\(field.name)"] = all.map { name, isOwn in
          FieldName(
            folded: Folding.fold(name),
            words: HeaderWords(name, abbreviations: synonyms.abbreviations), isOwn: isOwn,
            text: name)
        }
      }
    }
  }

  /// What a column is called, worked out once for all the fields it is compared with.
  struct Name {
    let whole: String
    let last: String
    let wholeWords: HeaderWords
    let lastWords: HeaderWords
  }

  func name(_ header: String) -> Name {
    let name = HeaderName(header)
    return Name(
      whole: Folding.fold(name.whole), last: Folding.fold(name.last),
      wholeWords: HeaderWords(name.whole, abbreviations: synonyms.abbreviations),
      lastWords: HeaderWords(name.last, abbreviations: synonyms.abbreviations))
  }

  /// Nil when nothing speaks for it.
  func match(
    _ name: Name, _ column: ColumnProfile, _ field: Field, in contract: Contract
  ) -> FieldMatch? {
    let (named, why) = likeness(name, field, in: contract)
    // Where the name says nothing only cells that tell by themselves may speak.
    guard named > 0 || field.kind.tellsByItsCells else { return nil }
    let fit = FieldFit(column, field, identity: contract.identity == field.name)
    var score = named * (fit.map { 0.45 + 0.55 * min(1, $0.score / 0.5) } ?? 0.8)
    if let fit, fit.isTelling { score = max(score, min(1, score + 0.35 * fit.score)) }
    guard score >= FieldMatch.possible else { return nil }
    let evidence = [why, fit?.evidence ?? "colonna vuota"].filter { !$0.isEmpty }
    return FieldMatch(field: field, score: score, evidence: evidence.joined(separator: "; "))
  }

  private func likeness(
    _ name: Name, _ field: Field, in contract: Contract
  ) -> (score: Double, why: String) {
    var best = (score: 0.0, why: "")
    for other in names["\(contract.dataset)/\(field.name)"] ?? [] {
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
