/// Two columns that are one number, of men and of women, where the sex is a field: too few to reverse a table
/// for, so a source reads each.
struct SexColumns {
  private let male: String
  private let female: String
  private let field: Field
  private let dataset: String

  private static let sex = "sesso"

  /// Nil where the sex has a column, or the columns are not just one for each.
  init?(_ headers: [String], in proposal: DatasetProposal) {
    let contract = proposal.contract
    guard proposal.missing.contains(where: { $0.name == SexColumns.sex }),
      let field = contract.fields.first(where: { $0.isRequired && $0.kind.isCount })
    else { return nil }
    let named = headers.filter { !$0.isEmpty }
    let male = named.filter { SexWords.sexes(of: $0) == ["M"] }
    let female = named.filter { SexWords.sexes(of: $0) == ["F"] }
    guard male.count == 1, female.count == 1 else { return nil }
    (self.male, self.female, self.field) = (male[0], female[0], field)
    dataset = contract.dataset
  }

  /// What to do, for whoever describes the source.
  var advice: String {
    "«\(Suggestion.shown(male))» e «\(Suggestion.shown(female))» sono lo stesso numero dei due sessi, che"
      + " qui è un campo: servono due fonti dello stesso file, di due editori (come «maschi/\(dataset)» e"
      + " «femmine/\(dataset)»), una con «\(row(male, "M"))» in columns.csv, l'altra con «\(row(female, "F"))», e"
      + " le altre colonne con «-,*»"
  }

  private func row(_ header: String, _ sex: String) -> String {
    "\(DraftRows.row(field.name, Suggestion.shown(header)))» e «\(SexColumns.sex),=\(sex)"
  }
}

/// How headers name men, women and ages.
enum SexWords {
  private static let words: [String: String] = [
    "M": "M", "MASCHI": "M", "MASCHIO": "M", "MASCHILE": "M", "UOMINI": "M", "UOMO": "M",
    "F": "F", "FEMMINE": "F", "FEMMINA": "F", "FEMMINILE": "F", "DONNE": "F", "DONNA": "F",
  ]

  static func sexes(of header: String) -> Set<String> {
    Set(Folding.fold(header).split(separator: " ").compactMap { words[String($0)] })
  }

  /// `0-14`, `65 e oltre`, `Maschi 15-64`, `F (65+)`; a bare number may be anything.
  static func isAgeBand(_ header: String) -> Bool {
    let rest = header.split(whereSeparator: { " \t\n()[]_/:".contains($0) }).filter {
      words[Folding.fold(String($0))] == nil
    }.joined(separator: " ")
    return rest.contains { !$0.isNumber } && AgeBand.parse(rest) != nil
  }
}

extension Field.Kind {
  /// How many of something: a whole number that is no year.
  fileprivate var isCount: Bool {
    if case .integer(let range) = self { range.lowerBound == 0 } else { false }
  }
}
