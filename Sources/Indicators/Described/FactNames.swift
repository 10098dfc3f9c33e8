public import Warehouse

/// The names analysts know the facts by: datasets and their fields, as the exchange contracts call them.
public struct FactNames: Sendable {
  public struct Dataset: Sendable {
    public var table: FactTable
    public var fields: [String: Field]

    public init(table: FactTable, fields: [String: Field]) {
      self.table = table
      self.fields = fields
    }
  }

  public struct Field: Sendable {
    public var field: FactField
    public var kind: Kind

    public init(_ field: FactField, _ kind: Kind) {
      self.field = field
      self.kind = kind
    }
  }

  /// What a field holds: which conditions and measures make sense of it.
  public enum Kind: Sendable {
    /// A word of a list.
    case code(Codes)
    /// Several words of a list.
    case codes([String])
    case comune
    /// A name of a thing, or several of them: it tells one from another and belongs to no list.
    case name
    case date
    /// With what it may be, where the contract says.
    case number(ClosedRange<Double>? = nil)
    case flag
    /// A keyed token of a person or household.
    case person
  }

  /// The words of a list, with those that say something delicate of whoever is counted under them.
  public struct Codes: Sendable {
    public var all: [String]
    public var sensitive: Set<String>
    /// Services of which nobody may know where those who ask for them live.
    public var secret: Set<String>

    public init(_ all: [String], sensitive: Set<String> = [], secret: Set<String> = []) {
      self.all = all
      self.sensitive = sensitive
      self.secret = secret
    }
  }

  public var datasets: [String: Dataset]

  public init(_ datasets: [String: Dataset]) { self.datasets = datasets }
}

/// Fields of one dataset by name.
struct FieldNames {
  let dataset: FactNames.Dataset

  func named(_ name: String) throws(DeclarationError) -> FactNames.Field {
    guard let field = dataset.fields[name] else {
      throw .unknown("il campo", name, among: dataset.fields.keys)
    }
    return field
  }

  func field(_ name: String) throws(DeclarationError) -> FactField { try named(name).field }

  func day(_ name: String) throws(DeclarationError) -> FactField {
    try fitting(name, "una data") { if case .date = $0 { true } else { false } }
  }

  func place(_ name: String) throws(DeclarationError) -> FactField {
    try fitting(name, "un comune") { if case .comune = $0 { true } else { false } }
  }

  func number(_ name: String) throws(DeclarationError) -> FactField {
    try fitting(name, "un numero") { if case .number = $0 { true } else { false } }
  }

  private func fitting(
    _ name: String, _ what: String, where fits: (FactNames.Kind) -> Bool
  ) throws(DeclarationError) -> FactField {
    let found = try named(name)
    guard fits(found.kind) else {
      throw .ofAnotherKind(
        name, what, among: dataset.fields.filter { fits($0.value.kind) }.keys.sorted())
    }
    return found.field
  }

  /// Money is kept in cents and published in euros.
  func quantity(_ name: String) throws(DeclarationError) -> Quantity {
    let field = try number(name)
    return field.name.hasSuffix("_cents") ? .euro(field) : Quantity(field)
  }

  /// What a result may be divided by: of persons a word of a list or a yes, nothing that tells one fact from
  /// another.
  func breakdown(_ name: String) throws(DeclarationError) -> Counting.Breakdown {
    let field = try fitting(name, "una scomposizione: serve un codice di un elenco o un sì/no") {
      switch $0 {
      case .code, .flag: true
      case .comune, .name: !dataset.table.concernsPersons
      case .codes, .date, .number, .person: false
      }
    }
    return Counting.Breakdown(name, field, as: field == .service ? .firstLetter : .text)
  }
}

/// What is wrong with a declared indicator: one sentence for who wrote it.
public struct DeclarationError: Error, Hashable, CustomStringConvertible {
  public var description: String

  init(_ description: String) { self.description = description }

  /// A word that is not among the valid ones, with the nearest.
  static func unknown(_ what: String, _ word: String, among valid: some Sequence<String>) -> Self {
    DeclarationError(
      "\(what) «\(word.prefix(60))» non esiste: le più vicine sono \(nearest(word, valid))")
  }

  /// A field that is not what is asked for, with those that are.
  static func ofAnotherKind(_ name: String, _ what: String, among valid: [String]) -> Self {
    DeclarationError(
      "il campo «\(name)» non è \(what)"
        + (valid.isEmpty ? "" : "; lo sono, fra gli altri, \(nearest(name, valid))"))
  }

  private static func nearest(_ word: String, _ valid: some Sequence<String>) -> String {
    valid.map { ($0, editDistance($0, word)) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(3).map { "«\($0.0)»" }
      .joined(separator: ", ")
  }
}

/// Levenshtein's distance.
private func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a.prefix(60)), Array(b.prefix(60)))
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
      diagonal = row[j + 1]
      row[j + 1] = next
    }
  }
  return row[b.count]
}
