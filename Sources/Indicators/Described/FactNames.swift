public import Warehouse

/// The names analysts know the facts by: datasets and their fields, as the exchange contracts call them.
public struct FactNames: Sendable {
  public struct Dataset: Sendable {
    public var table: FactTable
    public var fields: [String: FactField]

    public init(table: FactTable, fields: [String: FactField]) {
      self.table = table
      self.fields = fields
    }
  }

  public var datasets: [String: Dataset]

  public init(_ datasets: [String: Dataset]) { self.datasets = datasets }
}

/// What is wrong with a declared indicator: one sentence for who wrote it.
public struct DeclarationError: Error, Hashable, CustomStringConvertible {
  public var description: String

  init(_ description: String) { self.description = description }

  /// A word that is not among the valid ones, with the nearest.
  static func unknown(_ what: String, _ word: String, among valid: some Sequence<String>) -> Self {
    let near = valid.map { ($0, editDistance($0, word)) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(3).map { "«\($0.0)»" }
    return DeclarationError(
      "\(what) «\(word)» non esiste: le più vicine sono \(near.joined(separator: ", "))")
  }
}

/// Levenshtein's distance.
private func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a), Array(b))
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
