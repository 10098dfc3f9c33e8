internal import GRDB

/// Texts that stand for an identifier somebody wrote where a thing or an organisation is named: `id~` or `pf~` and a
/// token; where the code stood among other words its token, a `~` and that of the whole. Alone in a cell or in a
/// list.
enum NamesOfPersons {
  /// Every column of text of the fact tables.
  static func columns(_ db: Database) throws -> [(table: String, columns: [TokenColumns.Column])] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT t.name AS place, c.name AS name, c."notnull" AS required FROM pragma_table_list t
          JOIN pragma_table_info(t.name) k ON k.name = 'key' AND k.pk
          JOIN pragma_table_info(t.name) c ON c.type = 'TEXT'
        WHERE t.type = 'table' AND t.schema = 'main' AND t.name NOT IN ('superseded', 'packed_facts')
        ORDER BY t.name, c.cid
        """)
    return Dictionary(grouping: rows) { $0["place"] as String }.sorted { $0.key < $1.key }
      .map { table, rows in
        (table, rows.map { .init(name: $0["name"], isRequired: $0["required"]) })
      }
  }

  /// Whether a column, quoted, names anybody.
  static func test(_ column: String) -> String {
    "(\(column) LIKE '%id~%' OR \(column) LIKE '%pf~%')"
  }

  /// Whether a column names one of these.
  static func test(_ column: String, _ tokens: [PersonToken]) -> String {
    let column = column.quotedDatabaseIdentifier
    let named = tokens.map { "instr(\(column), '~\($0.hexadecimal)')" }.joined(separator: " OR ")
    return "(\(column) LIKE '%~%' AND (\(named)))"
  }

  /// The text with its tokens changed; as it is where there are none.
  static func changing(_ text: String, _ change: (PersonToken) -> String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).map { item in
      var parts = item.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
      guard ["id", "pf"].contains(parts[0]) else { return String(item) }
      for i in parts.indices.dropFirst() {
        guard let token = PersonToken(hexadecimal: parts[i]) else { return String(item) }
        parts[i] = change(token)
      }
      return parts.joined(separator: "~")
    }.joined(separator: "|")
  }
}
