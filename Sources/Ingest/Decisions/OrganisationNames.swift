import Warehouse

/// Organisations that may be one: the fiscal code tells them apart, and only a person puts two codes
/// together.
enum OrganisationNames {
  /// Words that say what kind of body it is, not which.
  private static let forms: Set<String> = [
    "ODV", "APS", "ETS", "ONLUS", "OV", "ASSOCIAZIONE", "ASS", "COOPERATIVA", "COOP", "SOCIETA",
    "SOC", "SOCIALE", "SCS", "SRL", "IMPRESA", "FONDAZIONE", "ENTE", "VOLONTARIATO", "ARL", "A",
    "R",
    "L", "DI", "DEL", "DELLA", "DELLE", "DEI", "E", "IL", "LA", "LO", "LE", "I", "PROMOZIONE",
    "ORGANIZZAZIONE",
  ]

  /// The words that name it, in order; empty when nothing but its form is said. Initials are one word, dots among
  /// them or not: `O.D.V.`.
  static func key(_ name: String) -> String {
    var words: [String] = []
    var isInitials = false
    for word in Folding.fold(name).split(separator: " ").map(String.init) {
      let isInitial = word.count == 1
      if isInitial, isInitials { words[words.count - 1] += word } else { words.append(word) }
      // A form that is complete ends it: `A.P.S. E.T.S.`.
      let last = words[words.count - 1]
      isInitials = isInitial && (last.count == 1 || !forms.contains(last))
    }
    return words.filter { !forms.contains($0) }.joined(separator: " ")
  }

  /// Where facts name organisations.
  static let columns: [(table: String, column: String, isList: Bool)] = Contract.all.flatMap {
    contract in
    contract.fields.compactMap { field in
      switch field.kind {
      case .organisation: (contract.table, field.column, false)
      case .organisations: (contract.table, field.column, true)
      default: nil
      }
    }
  }

  static func proposals(_ all: [OrganisationName]) -> [DecisionLedger.Entry] {
    let named = all.filter { !$0.code.hasPrefix("pf~") }.map { ($0, key: FoldedText(key($0.name))) }
      .filter { $0.key.count >= 4 }
      .sorted { ($0.0.code, $0.0.name) < ($1.0.code, $1.0.name) }
    let names = NearNames(named.map { (comune: $0.0.comune, key: $0.key) })
    var seen: Set<[String]> = []
    var found: [DecisionLedger.Entry] = []
    for (i, one) in named.enumerated() {
      for (j, isSame) in names.later(than: i) {
        let other = named[j].0
        guard other.code != one.0.code, seen.insert([one.0.code, other.code]).inserted else {
          continue
        }
        found.append(
          DecisionLedger.Entry(
            first: one.0.code, second: other.code,
            reason: isSame
              ? "stesso nome, codici fiscali diversi" : "nomi quasi uguali, stesso comune",
            context: "\(one.0.name) (\(one.0.comune)) / \(other.name) (\(other.comune))"))
      }
    }
    return found
  }
}

/// Names that are one, or a letter or two apart in the same place: only long ones, of ten letters and more.
///
/// Of two names at most two letters apart one of three parts of the one stands whole in the other, moved by no more
/// places than there are letters too many or too few on either side (Li, Deng, Wang and Feng, 2011): those alone are
/// compared. Each with all the others would be eight thousand million pairs of a national register.
private struct NearNames {
  private static let limit = 2
  private static let shortest = 10

  private struct Part: Hashable {
    let comune: Int
    let length: Int
    let place: Int
    let text: ArraySlice<UInt8>
  }

  private let names: [(comune: Int, key: FoldedText)]
  private var same: [ArraySlice<UInt8>: [Int]] = [:]
  private var parts: [Part: [Int]] = [:]

  init(_ all: [(comune: String, key: FoldedText)]) {
    var comuni: [String: Int] = [:]
    names = all.map { name in
      let comune = comuni[name.comune, default: comuni.count]
      comuni[name.comune] = comune
      return (comune, name.key)
    }
    for (i, name) in names.enumerated() {
      same[name.key.bytes[...], default: []].append(i)
      guard name.key.count >= NearNames.shortest else { continue }
      for part in NearNames.parts(of: name.key.count) {
        parts[
          Part(
            comune: name.comune, length: name.key.count, place: part.lowerBound,
            text: name.key.bytes[part]), default: []
        ].append(i)
      }
    }
  }

  private static func parts(of length: Int) -> [Range<Int>] {
    (0...limit).map { $0 * length / (limit + 1)..<($0 + 1) * length / (limit + 1) }
  }

  /// Those after a name in the list that may be it, in their order, and whether they are the same.
  func later(than i: Int) -> [(place: Int, isSame: Bool)] {
    let (comune, key) = names[i]
    var found = Dictionary(
      uniqueKeysWithValues: same[key.bytes[...], default: []].filter { $0 > i }.map { ($0, true) })
    guard key.count >= NearNames.shortest else { return NearNames.sorted(found) }
    for length in max(NearNames.shortest, key.count - NearNames.limit)...key.count + NearNames.limit
    {
      let longer = key.count - length
      for (number, part) in NearNames.parts(of: length).enumerated() {
        let after = NearNames.limit - number
        for move in max(-number, longer - after)...min(number, longer + after) {
          let (start, end) = (part.lowerBound + move, part.upperBound + move)
          guard start >= 0, end <= key.count else { continue }
          let wanted = Part(
            comune: comune, length: length, place: part.lowerBound, text: key.bytes[start..<end])
          for j in parts[wanted, default: []] where j > i && found[j] == nil {
            if key.distance(to: names[j].key, limit: NearNames.limit) != nil { found[j] = false }
          }
        }
      }
    }
    return NearNames.sorted(found)
  }

  private static func sorted(_ found: [Int: Bool]) -> [(place: Int, isSame: Bool)] {
    found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
