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

  /// The words that name it, in order; empty when nothing but its form is said.
  static func key(_ name: String) -> String {
    Folding.fold(name).split(separator: " ").map(String.init).filter { !forms.contains($0) }
      .joined(separator: " ")
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
    var seen: Set<[String]> = []
    var found: [DecisionLedger.Entry] = []
    for (i, one) in named.enumerated() {
      for other in named[(i + 1)...] where other.0.code != one.0.code {
        let isSame = one.key.distance(to: other.key, limit: 0) != nil
        // A letter or two apart only in the same place, and only long names.
        let isNear =
          !isSame && one.0.comune == other.0.comune && min(one.key.count, other.key.count) >= 10
          && one.key.distance(to: other.key, limit: 2) != nil
        guard isSame || isNear, seen.insert([one.0.code, other.0.code]).inserted else { continue }
        found.append(
          DecisionLedger.Entry(
            first: one.0.code, second: other.0.code,
            reason: isSame
              ? "stesso nome, codici fiscali diversi" : "nomi quasi uguali, stesso comune",
            context: "\(one.0.name) (\(one.0.comune)) / \(other.0.name) (\(other.0.comune))"))
      }
    }
    return found
  }
}
