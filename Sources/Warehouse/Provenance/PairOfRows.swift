internal import GRDB

/// Two rows of a table held against each other, by their keys.
struct PairOfRows {
  private let columns: [String]
  private let query: RawQuery

  init(_ db: Database, _ table: String, columns: [String]) throws {
    self.columns = columns
    let name = table.quotedDatabaseIdentifier
    let differ = columns.map(\.quotedDatabaseIdentifier).map { "a.\($0) IS NOT b.\($0)" }
    query = try RawQuery(
      """
      SELECT \((["1"] + differ).joined(separator: ", ")) FROM \(name) a, \(name) b
      WHERE a.key = ? AND b.key = ?
      """, on: db)
  }

  /// Places of the columns in which they differ.
  func differing(_ a: Int64, _ b: Int64) throws -> [Int] {
    query.start(a, b)
    let flags = try query.next()!
    return columns.indices.filter { flags.integer(CInt($0 + 1)) != 0 }
  }
}
