/// A dataset a file may be, with the field each column may be in it.
struct DatasetProposal {
  let contract: Contract
  /// By column of the file; nil where no field is sure enough.
  let chosen: [FieldMatch?]
  /// By column: every field it may be, best first.
  let candidates: [[FieldMatch]]
  /// By column: why its name says it is not to be read.
  let whyUnread: [String?]
  /// From 0 to 1: how much of what the dataset requires is there, and how much of the file it explains.
  let score: Double

  init(
    _ contract: Contract, columns: [ColumnProfile], names: [FieldMatcher.Name],
    whyUnread: [String?], matcher: FieldMatcher
  ) {
    self.contract = contract
    self.whyUnread = whyUnread
    candidates = columns.indices.map { i in
      guard whyUnread[i] == nil else { return [] }
      return matcher.matches(names[i], columns[i], in: contract)
        .sorted { ($1.score, $0.field.name) < ($0.score, $1.field.name) }
    }
    chosen = DatasetProposal.assign(candidates)
    let sure = chosen.compactMap(\.self)
    let required = contract.fields.filter(\.isRequired)
    let found = required.map { field in
      sure.first { $0.field.name == field.name }?.score ?? 0
    }.reduce(0, +)
    let readable = whyUnread.count { $0 == nil }
    let explained = sure.reduce(0) { $0 + $1.score } / Double(max(1, readable))
    let complete = required.isEmpty ? explained : found / Double(required.count)
    // A dataset with one column in common is explained by accident.
    let weight = min(1, Double(sure.count) / 3)
    score = weight * (0.55 * complete + 0.45 * explained)
  }

  /// One column for a field and one field for a column, the surest first; none for a column that may as well
  /// be either of two fields (`Comune partenza`, of a journey from one comune to another), nor for one that is
  /// called as a field another column has: `Comune.codice` beside `Comune` is no other comune. Of two columns
  /// of numbers that may as well be the field (`Importo liquidato`, `Importo pagato`) neither is.
  private static func assign(_ candidates: [[FieldMatch]]) -> [FieldMatch?] {
    var chosen = [FieldMatch?](repeating: nil, count: candidates.count)
    var taken: Set<String> = []
    let all = candidates.enumerated().flatMap { column, matches in
      matches.filter { $0.score >= FieldMatch.certain }.map { (column, $0) }
    }.sorted {
      ($1.1.score, $1.1.named, $0.0, $0.1.field.name)
        < ($0.1.score, $0.1.named, $1.0, $1.1.field.name)
    }
    for (column, match) in all where chosen[column] == nil && !taken.contains(match.field.name) {
      let isEither = candidates[column].contains {
        $0.field.name != match.field.name && !taken.contains($0.field.name)
          && ($0.score, $0.named) == (match.score, match.named)
      }
      let isSecond = candidates[column].contains {
        taken.contains($0.field.name) && $0.named >= named && match.named < named
      }
      let isShared =
        match.field.kind.isNumber
        && candidates.indices.contains { other in
          other != column && chosen[other] == nil
            && candidates[other].contains {
              $0.field.name == match.field.name
                && ($0.score, $0.named) == (match.score, match.named)
            }
        }
      if isEither || isSecond || isShared { continue }
      chosen[column] = match
      taken.insert(match.field.name)
    }
    return chosen
  }

  /// At least this, a column is called as the field, and has not only words in common with it.
  private static let named = 0.9

  var proposed: Int { chosen.compactMap(\.self).count }

  /// Required fields no column was found for.
  var missing: [Field] {
    contract.fields.filter { field in
      field.isRequired && !chosen.contains { $0?.field.name == field.name }
    }
  }

  /// Why this dataset, for the reader who may know better.
  var evidence: String {
    let lacking = missing.map { "«\($0.name)»" }
    return "\(proposed) colonne su \(chosen.count) riconosciute; "
      + (lacking.isEmpty
        ? "tutti i campi obbligatori ci sono" : "mancano \(lacking.joined(separator: ", "))")
  }
}
