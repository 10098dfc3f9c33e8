internal import GRDB

/// What erasing a person took away.
public struct Erasure: Hashable, Sendable {
  /// Rows by fact table.
  public var rows: [String: Int] = [:]
  /// Cells emptied in rows that are about somebody else.
  public var cells = 0
  public var findings = 0
  /// Deliveries (`publisher/dataset/file`) the rows came from.
  public var deliveries: Set<String> = []

  public init() {}

  public var rowCount: Int { rows.values.reduce(0, +) }
}

extension WriteAccess {
  /// Erases whoever has one of these tokens: the rows about them, what refers to those rows, what was
  /// found in them. The deliveries concerned will be read again if their files are still there.
  ///
  /// A row is about a person when their token is in its `person` column, or in one it cannot do
  /// without, or when it has no place for another; elsewhere (the head of a household) the cell alone
  /// is emptied.
  public func erase(_ tokens: [PersonToken]) throws -> Erasure {
    guard !tokens.isEmpty else { return Erasure() }
    var erasure = Erasure()
    try db.execute(
      sql: """
        CREATE TEMP TABLE erased (fact TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (fact, key))
          WITHOUT ROWID;
        """)
    defer { try? db.execute(sql: "DROP TABLE temp.erased") }
    let list = "(" + tokens.map { "x'\($0.hexadecimal)'" }.joined(separator: ", ") + ")"
    for (table, columns) in try TokenColumns.all(db) {
      let name = table.quotedDatabaseIdentifier
      guard try db.columns(in: table).contains(where: { $0.name == "key" }) else {
        // Lists about persons: their whole row is.
        let test = columns.map { "\($0.name.quotedDatabaseIdentifier) IN \(list)" }
        try db.execute(sql: "DELETE FROM \(name) WHERE \(test.joined(separator: " OR "))")
        continue
      }
      let isAboutAny = !columns.contains { $0.name == "person" }
      for column in columns {
        let test = "\(column.name.quotedDatabaseIdentifier) IN \(list)"
        if isAboutAny || column.isRequired || column.name == "person" {
          try db.execute(
            sql: "INSERT OR IGNORE INTO erased SELECT ?, key FROM \(name) WHERE \(test)",
            arguments: [table])
        } else {
          try db.execute(
            sql: """
              UPDATE \(name) SET \(column.name.quotedDatabaseIdentifier) = NULL
              WHERE \(test) AND key NOT IN (SELECT key FROM erased WHERE fact = ?)
              """, arguments: [table])
          erasure.cells += db.changesCount
        }
      }
    }
    erasure.cells += try addNamed(by: tokens)
    try addCopies()
    erasure.cells += try addReferences()
    try removeErased(into: &erasure)
    return erasure
  }

  /// Rows of which something is named by an identifier of theirs: by the rule of columns of tokens.
  private func addNamed(by tokens: [PersonToken]) throws -> Int {
    var emptied = 0
    for (table, columns) in try NamesOfPersons.columns(db) {
      let name = table.quotedDatabaseIdentifier
      let isAboutAny = try !db.columns(in: table).contains { $0.name == "person" }
      for column in columns {
        let test = NamesOfPersons.test(column.name, tokens)
        if isAboutAny || column.isRequired {
          try db.execute(
            sql: "INSERT OR IGNORE INTO erased SELECT ?, key FROM \(name) WHERE \(test)",
            arguments: [table])
        } else {
          try db.execute(
            sql: """
              UPDATE \(name) SET \(column.name.quotedDatabaseIdentifier) = NULL
              WHERE \(test) AND key NOT IN (SELECT key FROM erased WHERE fact = ?)
              """, arguments: [table])
          emptied += db.changesCount
        }
      }
    }
    return emptied
  }

  /// The same request in another system that does not say whose it is.
  private func addCopies() throws {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO erased
        SELECT 'service_request', other.key FROM erased e
          JOIN service_request mine ON mine.key = e.key AND e.fact = 'service_request'
          JOIN service_request other ON other.person IS NULL
            AND (other.origin_id = mine.request_id OR other.request_id = mine.origin_id)
        WHERE (SELECT source FROM snapshot WHERE id = other.key >> 32)
          <> (SELECT source FROM snapshot WHERE id = mine.key >> 32)
        """)
  }

  /// Facts of the same publisher that name an erased request: about the same person when they have a
  /// place for one and it is empty; otherwise only the name of the request goes.
  private func addReferences() throws -> Int {
    try db.execute(
      sql: """
        CREATE TEMP TABLE erased_request AS
        SELECT DISTINCT publisher, request_id FROM erased
          JOIN service_request r USING (key) JOIN snapshot s ON s.id = r.key >> 32
          JOIN source ON source.id = s.source
        WHERE fact = 'service_request';
        """)
    defer { try? db.execute(sql: "DROP TABLE temp.erased_request") }
    var emptied = 0
    for table in try String.fetchAll(
      db,
      sql: """
        SELECT t.name FROM pragma_table_list t
          JOIN pragma_table_info(t.name) k ON k.name = 'key'
          JOIN pragma_table_info(t.name) c ON c.name = 'request_id'
        WHERE t.type = 'table' AND t.schema = 'main' AND t.name <> 'service_request'
        """)
    {
      let name = table.quotedDatabaseIdentifier
      let named = """
        EXISTS (SELECT 1 FROM erased_request x JOIN source o ON o.publisher = x.publisher
          JOIN snapshot s ON s.source = o.id
          WHERE s.id = f.key >> 32 AND x.request_id = f.request_id)
        """
      let columns = try db.columns(in: table)
      let hasPerson = columns.contains { $0.name == "person" }
      if hasPerson || columns.contains(where: { $0.name == "request_id" && $0.isNotNull }) {
        try db.execute(
          sql: """
            INSERT OR IGNORE INTO erased
            SELECT ?, f.key FROM \(name) f
            WHERE f.request_id IS NOT NULL \(hasPerson ? "AND f.person IS NULL" : "") AND \(named)
            """, arguments: [table])
      } else {
        try db.execute(
          sql: """
            UPDATE \(name) AS f SET request_id = NULL
            WHERE f.request_id IS NOT NULL AND \(named)
            """)
        emptied += db.changesCount
      }
    }
    return emptied
  }

  private func removeErased(into erasure: inout Erasure) throws {
    for table in try String.fetchAll(db, sql: "SELECT DISTINCT fact FROM erased") {
      try db.execute(
        sql: """
          DELETE FROM \(table.quotedDatabaseIdentifier)
          WHERE key IN (SELECT key FROM erased WHERE fact = ?)
          """, arguments: [table])
      erasure.rows[table] = db.changesCount
    }
    try db.execute(sql: "DELETE FROM superseded WHERE key IN (SELECT key FROM erased)")
    try db.execute(
      sql: """
        DELETE FROM finding WHERE line > 0
          AND snapshot << 32 | line IN (SELECT key FROM erased)
        """)
    erasure.findings = db.changesCount
    erasure.deliveries = try Set(
      String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT publisher || '/' || dataset || '/' || delivery FROM erased
            JOIN snapshot s ON s.id = key >> 32 JOIN source ON source.id = s.source
          """))
    try db.execute(
      sql: """
        UPDATE snapshot SET rows_read = rows_read - n, rows_kept = rows_kept - n
        FROM (SELECT key >> 32 AS id, count(*) AS n FROM erased GROUP BY 1) e
        WHERE e.id = snapshot.id
        """)
  }

  /// Makes deliveries be read again if their files are still there, and everything that follows from
  /// them be computed again.
  ///
  /// - Parameter reading: a fingerprint no reading has.
  public func outdate(_ deliveries: some Sequence<String>, reading: (String) -> String) throws {
    for delivery in deliveries {
      let parts = delivery.split(separator: "/", maxSplits: 2).map(String.init)
      guard parts.count == 3,
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT s.id, descriptor FROM snapshot s JOIN source ON source.id = s.source
            WHERE publisher = ? AND dataset = ? AND delivery = ?
            """, arguments: [parts[0], parts[1], parts[2]])
      else { continue }
      let descriptor = reading(row[1])
      try db.execute(
        literal: "UPDATE snapshot SET descriptor = \(descriptor) WHERE id = \(row[0] as Int64)")
    }
  }
}
