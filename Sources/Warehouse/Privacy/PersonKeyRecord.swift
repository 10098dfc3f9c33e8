internal import GRDB

extension Store {
  /// Fingerprint of the key the tokens were made with; nil before the first one.
  public func personKeyID() throws -> String? {
    try queue.read { try String.fetchOne($0, sql: "SELECT id FROM person_key") }
  }

  /// Whether any person is known here, by a token or as forgotten: then another key would make
  /// strangers of them all.
  public func holdsPersons() throws -> Bool {
    try queue.read { db in
      for (table, columns) in try TokenColumns.all(db) {
        let test = columns.map { "\($0.name.quotedDatabaseIdentifier) IS NOT NULL" }
          .joined(separator: " OR ")
        if try Bool.fetchOne(
          db,
          sql: "SELECT EXISTS (SELECT 1 FROM \(table.quotedDatabaseIdentifier) WHERE \(test))")!
        {
          return true
        }
      }
      return try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM forgotten)")!
    }
  }

  /// Rewrites the file so that nothing of what was deleted or changed is left in it.
  ///
  /// It needs as much free disk as the warehouse is large; when it is not there the warehouse stays
  /// as it was.
  public func compact() throws {
    try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
  }
}

extension WriteAccess {
  public func setPersonKey(id: String) throws {
    try db.execute(literal: "INSERT OR REPLACE INTO person_key VALUES (1, \(id))")
  }

  /// The group within which a source's persons are recognised.
  public func setScope(_ scope: String, source: Int64) throws {
    try db.execute(literal: "INSERT OR REPLACE INTO source_scope VALUES (\(source), \(scope))")
  }
}

/// Where tokens are: every column of bytes of every table is one, but for the packed copies of facts,
/// which go whenever a fact of theirs is changed.
enum TokenColumns {
  struct Column {
    let name: String
    let isRequired: Bool
  }

  static func all(_ db: Database) throws -> [(table: String, columns: [Column])] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT t.name AS place, c.name AS name, c."notnull" OR c.pk > 0 AS required
        FROM pragma_table_list t JOIN pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.schema = 'main' AND c.type = 'BLOB'
          AND t.name <> 'packed_facts'
        ORDER BY t.name, c.cid
        """)
    return Dictionary(grouping: rows) { $0["place"] as String }.sorted { $0.key < $1.key }
      .map { table, rows in
        (table, rows.map { Column(name: $0["name"], isRequired: $0["required"]) })
      }
  }
}
