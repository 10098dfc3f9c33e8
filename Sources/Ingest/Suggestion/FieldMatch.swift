/// A column that may be a field, with how sure that is and why.
struct FieldMatch {
  let field: Field
  /// From 0 to 1; the name and the cells both have their say.
  let score: Double
  /// What the name alone says.
  var named = 0.0
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
  /// Folded names → places in `entries`.
  private var byName: [String: Set<Int>] = [:]
  /// The first letters of joined names → places in `entries`.
  private var byStart: [String: Set<Int>] = [:]
  /// Stems of the words of all names, numbered, each with its places in `entries`.
  private var stems: [(text: String, entries: Set<Int>)] = []
  private let runTogether: RunTogetherWords
  /// By dataset: fields that cells alone may tell.
  private var telling: [String: Set<Int>] = [:]

  /// A field of a contract under all its names.
  fileprivate struct Entry {
    let contract: Contract
    let field: Field
    let names: [FieldName]
  }

  /// A name of a field: its own, its label, or a synonym.
  fileprivate struct FieldName {
    let folded: String
    /// Without blanks.
    let joined: String
    let words: HeaderWords
    /// The words' stems, as they are numbered.
    let numbers: [Int]
    let isOwn: Bool
    let text: String
  }

  init(synonyms: HeaderSynonyms) {
    self.synonyms = synonyms
    runTogether = RunTogetherWords(abbreviations: synonyms.abbreviations)
    var numbers: [String: Int] = [:]
    for contract in Contract.all {
      for field in contract.fields {
        let all = [(field.name, true)] + synonyms.names(of: field, in: contract).map { ($0, false) }
        let names = all.map { name, isOwn in
          let words = HeaderWords(name, abbreviations: synonyms.abbreviations)
          for stem in words.stems where numbers[stem] == nil {
            numbers[stem] = stems.count
            stems.append((stem, []))
          }
          return FieldName(
            folded: Folding.fold(name), joined: FieldMatcher.joined(name), words: words,
            numbers: words.stems.map { numbers[$0]! },
            isOwn: isOwn, text: name)
        }
        for name in names {
          byName[name.folded, default: []].insert(entries.count)
          byStart[String(name.joined.prefix(FieldMatcher.cutStart)), default: []]
            .insert(entries.count)
          for number in name.numbers { stems[number].entries.insert(entries.count) }
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
    fileprivate let whole: NamePart
    /// Without its group or number, where it has one.
    fileprivate let last: NamePart?
    /// What a question asks: after `quale`, `quanti`, `che`.
    fileprivate let asked: NamePart?
    /// The same name in each of two languages, `Dienst/Servizio`.
    fileprivate let halves: [NamePart]
    /// It says how many, and so no field that says which one.
    fileprivate let isCount: Bool
    /// By dataset: the fields with a name in common with it.
    fileprivate var kindred: [String: Set<Int>] = [:]
  }

  fileprivate struct NamePart {
    let folded: String
    /// Where it may have lost its end: dBase and shapefiles keep ten letters of a name.
    let cut: String?
    let words: HeaderWords
    /// By word.
    let near: [[NearStem]]

    func likeness(to other: FieldName) -> Double {
      words.likeness(to: other.words) { mine, its in
        for stem in near[mine] where stem.number == other.numbers[its] { return stem.sameness }
        return 0
      }
    }

    /// How sure it is that what was cut is this name.
    func cutness(of other: FieldName) -> Double {
      guard let cut, other.joined.hasPrefix(cut) else { return 0 }
      return 0.75 + 0.2 * Double(cut.utf8.count) / Double(other.joined.utf8.count)
    }

    /// How sure it is that a question that opens with a field's words asks for it: `Quale servizio è
    /// stato erogato?`.
    func openness(to other: FieldName) -> Double {
      let count = other.words.stems.count
      guard count > 0, words.stems.starts(with: other.words.stems) else { return 0 }
      return 0.7 + 0.1 * Double(min(3, count))
    }
  }

  /// A word of a field's name that is, or nearly, one of a column's.
  fileprivate struct NearStem {
    let number: Int
    let sameness: Double
  }

  func names(_ headers: [String]) -> [Name] {
    // Headers share words, and to look for a word among all the others takes time.
    var near: [String: [NearStem]] = [:]
    func part(_ text: String) -> NamePart {
      var words = HeaderWords(text, abbreviations: synonyms.abbreviations)
      if words.stems.count == 1, stems(near: words.stems[0]).isEmpty,
        let apart = runTogether.apart(text)
      {
        words = HeaderWords(apart, abbreviations: synonyms.abbreviations)
      }
      for stem in words.stems where near[stem] == nil { near[stem] = stems(near: stem) }
      return NamePart(
        folded: Folding.fold(text), cut: FieldMatcher.cut(text), words: words,
        near: words.stems.map { near[$0]! })
    }
    let prefixes = HeaderPrefixes(headers)
    return headers.map { header in
      let last = HeaderName(synonyms.withoutLabel(prefixes.stripped(header))).last
      var name = Name(
        whole: part(header), last: last == header ? nil : part(last),
        asked: HeaderName.asked(header).map(part),
        halves: TwoLanguages.halves(of: last).map { [part($0.0), part($0.1)] } ?? [],
        isCount: HeaderName.isCount(last))
      var found: Set<Int> = []
      for part in [name.whole, name.last].compactMap(\.self) + name.halves {
        found.formUnion(byName[part.folded] ?? [])
        if let cut = part.cut {
          found.formUnion(byStart[String(cut.prefix(FieldMatcher.cutStart))] ?? [])
        }
        for near in part.near { for stem in near { found.formUnion(stems[stem.number].entries) } }
      }
      for place in found {
        name.kindred[entries[place].contract.dataset, default: []].insert(place)
      }
      return name
    }
  }

  /// Letters of a name in dBase, and those at the least that are left of it without its marks.
  private static let cutLength = 10
  private static let cutStart = 8

  private static func joined(_ name: String) -> String { Folding.fold(name).filter { $0 != " " } }

  private static func cut(_ header: String) -> String? {
    guard header.utf8.count == cutLength, !header.contains(" ") else { return nil }
    let joined = joined(header)
    return joined.utf8.count >= cutStart ? joined : nil
  }

  private func stems(near stem: String) -> [NearStem] {
    // A number is only itself.
    let isNumber = !stem.contains(where: \.isLetter)
    return stems.indices.compactMap { number in
      let other = stems[number].text
      let sameness = isNumber ? (stem == other ? 1 : 0) : HeaderWords.sameness(stem, other)
      return sameness > 0 ? NearStem(number: number, sameness: sameness) : nil
    }
  }

  /// The fields of a contract a column may be, in no order.
  func matches(_ name: Name, _ column: ColumnProfile, in contract: Contract) -> [FieldMatch] {
    var kindred = name.kindred[contract.dataset] ?? []
    if name.isCount { kindred = kindred.filter { !entries[$0].field.kind.tellsWhich } }
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
    return FieldMatch(
      field: field, score: score, named: named, evidence: evidence.joined(separator: "; "))
  }

  private func likeness(_ name: Name, _ names: [FieldName]) -> (score: Double, why: String) {
    var best = (score: 0.0, name: 0, isWhole: false, isCut: false)
    for (i, other) in names.enumerated() {
      let score: Double
      var isWhole = true
      var isCut = false
      if other.folded == name.whole.folded {
        score = other.isOwn ? 1 : 0.97
      } else if name.halves.contains(where: { $0.folded == other.folded })
        || other.folded == name.last?.folded
      {
        score = other.isOwn ? 0.92 : 0.9
      } else {
        // Without its group a column may say less: `Domanda / Data` is no bare `Data`.
        let alike = max(
          name.whole.likeness(to: other), (name.last?.likeness(to: other) ?? 0) * 0.95,
          name.asked?.openness(to: other) ?? 0)
        let cutness = max(name.whole.cutness(of: other), name.last?.cutness(of: other) ?? 0)
        isCut = cutness > alike
        score = max(alike, cutness) * (other.isOwn ? 0.9 : 0.88)
        isWhole = false
      }
      if score > best.score { best = (score, i, isWhole, isCut) }
    }
    guard best.score > 0 else { return (0, "") }
    let other = names[best.name]
    if best.isCut { return (best.score, "«\(other.text)» tagliato a dieci lettere") }
    guard best.isWhole else { return (best.score, "parole in comune con «\(other.text)»") }
    return (
      best.score, other.isOwn ? "si chiama come il campo" : "sinonimo noto: «\(other.text)»"
    )
  }
}
