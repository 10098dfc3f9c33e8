import GRDB
import Testing

@testable import Warehouse

/// The first fact tables hold their values to their ranges, and no fact outlives its delivery.
@Suite struct FirstFactCheckTests {
  @Test(arguments: [
    ("service_request", "is_assisted", 1, 2), ("service_request", "has_presumed_dates", 0, -1),
    ("service_request", "birth_year", 1948, 48), ("service_request", "rating", 5, 6),
    ("service_delivery", "is_remote", 1, 2), ("service_delivery", "participants", 0, -1),
    ("proximity_access", "not_digitally_autonomous", 1, 7), ("proximity_access", "minutes", 0, -1),
    ("population", "residents", 0, -1), ("population", "age_to", 64, -1),
    ("population", "year", 2026, 26), ("provider", "volunteers", 0, -1),
    ("service_offer", "is_free", 0, 2), ("service_offer", "capacity", 0, -1),
    ("proximity_point", "weekly_hours", 24, -24),
  ])
  func aValueOutOfItsRangeIsRefused(
    _ table: String, _ column: String, _ accepted: Int, _ refused: Int
  ) throws {
    let store = try Store()
    try store.queue.write { db in
      try FirstFactCheckTests.insert(1, into: table, column, accepted, db)
      try FirstFactCheckTests.insert(2, into: table, column, nil, db)
      let error = #expect(throws: DatabaseError.self) {
        try FirstFactCheckTests.insert(3, into: table, column, refused, db)
      }
      #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_CHECK)
    }
  }

  /// A row with that value, and where a value is needed something of the column's type. Nil is 0 where the
  /// column is never empty.
  private static func insert(
    _ key: Int64, into table: String, _ column: String, _ value: Int?, _ db: Database
  ) throws {
    let columns = try db.columns(in: table).filter { $0.isNotNull || $0.name == column }
    let values = columns.map { one in
      if one.name == column, value != nil || !one.isNotNull {
        return value.map(String.init) ?? "NULL"
      }
      if one.name == "year" { return "2026" }
      return one.type == "TEXT" ? "'x'" : "0"
    }
    try db.execute(
      sql: """
        INSERT INTO \(table) (key, \(columns.map(\.name).joined(separator: ", ")))
        VALUES (\(key), \(values.joined(separator: ", ")))
        """)
  }

  /// Every table keyed by a delivery and a line holds its delivery in place.
  @Test(arguments: FactTable.allCases.map(\.name) + ["superseded", "packed_facts"])
  func aDeliveryGoesAfterItsFacts(_ table: String) throws {
    let store = try Store()
    try store.queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO source (id, publisher, dataset, title, licence, policy, is_synthetic)
            VALUES (1, 'comune', 'richieste', 'Prova', 'prova', 'cumulativa', 1);
          INSERT INTO snapshot (id, source, delivery, received_on, sha256, bytes, descriptor,
            rows_read, rows_kept, rows_refused, is_current, decisions)
          SELECT value, 1, value || '.csv', 19999, printf('%064d', 1), 1, printf('%064d', 2), 1, 1, 0, 1,
            '[]' FROM json_each('[1, 2, 3]');
          PRAGMA ignore_check_constraints = ON
          """)
      // The last line a delivery of its number can have.
      let key = 2 << 32 | Int64(0xFFFF_FFFF)
      let columns = try db.columns(in: table).filter { $0.isNotNull && $0.name != "key" }
      let values = columns.map { ["TEXT": "'x'", "BLOB": "x'00'"][$0.type] ?? "0" }
      try db.execute(
        sql: """
          INSERT INTO \(table) (\((["key"] + columns.map { "\"\($0.name)\"" }).joined(separator: ", ")))
          VALUES (\((["\(key)"] + values).joined(separator: ", ")))
          """)
      for change in [
        "DELETE FROM snapshot WHERE id = 2", "UPDATE snapshot SET id = 9 WHERE id = 2",
      ] {
        let error = #expect(throws: DatabaseError.self) { try db.execute(sql: change) }
        #expect(error?.message == "facts of the snapshot are still there")
      }
      try db.execute(
        sql: "DELETE FROM snapshot WHERE id <> 2; DELETE FROM \(table); DELETE FROM snapshot")
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM snapshot") == 0)
    }
  }

  @Test func aLoadIsOfADeliveryThatIsThere() throws {
    let store = try Store()
    let error = #expect(throws: DatabaseError.self) {
      try store.write {
        _ = try BulkLoad($0, table: "service_request", columns: ["request_id"], snapshot: 7)
      }
    }
    #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY)
  }

  /// A warehouse of before takes the checks over with every row, index, trigger and view it had.
  @Test func aWarehouseOfBeforeKeepsItsFacts() throws {
    let queue = try DatabaseQueue()
    let before = "19 cost of a point"
    try Migrations.migrator.migrate(queue, upTo: before)
    func belongings(_ db: Database) throws -> [String] {
      try String.fetchAll(
        db,
        sql: """
          SELECT sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL
            AND tbl_name <> 'snapshot' ORDER BY name
          """)
    }
    let old = try queue.write { db in
      try FirstFactCheckTests.insert(1, into: "service_request", "rating", 4, db)
      try FirstFactCheckTests.insert(2, into: "proximity_point", "annual_cost_cents", 9_600_000, db)
      try db.execute(
        sql:
          "INSERT INTO packed_facts (key, last, count, layout, cells) VALUES (1, 1, 1, '', x'00')")
      return try belongings(db)
    }
    try Migrations.migrator.migrate(queue)
    try queue.write { db in
      #expect(try belongings(db) == old)
      #expect(try Int.fetchOne(db, sql: "SELECT rating FROM service_request WHERE key = 1") == 4)
      #expect(
        try Int.fetchOne(db, sql: "SELECT annual_cost_cents FROM proximity_point") == 9_600_000)
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM packed_facts") == 1)
      try db.execute(sql: "UPDATE service_request SET rating = 5")
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM packed_facts") == 0)
    }
  }
}
