import GRDB

/// What the first fact tables were made without: the ranges of their values, and that no fact outlives
/// its delivery; frozen like every migration.
extension Migrations {
  private static let firstChecks: [(table: String, checks: [String])] = [
    (
      "service_request",
      [
        "is_assisted", "is_first", "has_presumed_dates", "is_free", "is_shared", "needs_transport",
      ].map(flag) + ["birth_year BETWEEN 1900 AND 2100", "rating BETWEEN 1 AND 5"]
    ),
    (
      "service_delivery",
      ["is_remote", "is_shared"].map(flag) + ["volunteer_hours", "participants"].map(amount)
    ),
    (
      "proximity_access",
      ["is_assisted", "not_digitally_autonomous"].map(flag) + ["minutes"].map(amount)
    ),
    (
      "population",
      [
        "year BETWEEN 1900 AND 2100", "age_from >= 0", "age_to >= age_from", "residents >= 0",
      ]
    ),
    ("provider", ["volunteers", "employees_fte"].map(amount)),
    ("service_offer", ["is_free", "is_shared"].map(flag) + ["capacity"].map(amount)),
    (
      "proximity_point",
      ["weekly_hours", "public_fte", "third_sector_fte", "square_metres"].map(amount)
    ),
  ]

  private static func flag(_ column: String) -> String { "\(column) BETWEEN 0 AND 1" }
  private static func amount(_ column: String) -> String { "\(column) >= 0" }

  /// SQLite gives a table its checks when it is made: each is made again with them, under the name its view
  /// knows, with its rows, indices and triggers.
  static func addFirstChecks(_ db: Database) throws {
    for (table, checks) in firstChecks {
      let rest = try String.fetchAll(
        db,
        sql: """
          SELECT sql FROM sqlite_master
          WHERE tbl_name = ? AND type <> 'table' AND sql IS NOT NULL
          """, arguments: [table])
      let made = try String.fetchOne(
        db, sql: "SELECT sql FROM sqlite_master WHERE name = ?", arguments: [table])!
      let constraints = checks.map { ", CHECK (\($0))" }.joined()
      try db.execute(
        sql: """
          CREATE TABLE rows_kept AS SELECT * FROM \(table);
          DROP TABLE \(table);
          \(made.dropLast(") STRICT".count))\(constraints)) STRICT;
          INSERT INTO \(table) SELECT * FROM rows_kept;
          DROP TABLE rows_kept;
          """)
      for sql in rest { try db.execute(sql: sql) }
    }
  }

  /// A fact's key holds its delivery, so that no column names it and a foreign key would be one more
  /// column, looked up for every row of a load and without an index to find a delivery's facts by. The
  /// same is asked once for a load (`BulkLoad`) and, here, once when a delivery goes.
  static func factsGoFirst(_ tables: [String]) -> String {
    let facts = tables.map {
      "EXISTS (SELECT 1 FROM \($0) WHERE key BETWEEN OLD.id << 32 AND (OLD.id << 32) + 4294967295)"
    }.joined(separator: "\n    OR ")
    return ["DELETE", "UPDATE OF id"].map { change in
      """
      CREATE TRIGGER facts_go_first_\(change.prefix(6).lowercased()) BEFORE \(change) ON snapshot
      WHEN \(facts)
      BEGIN
        SELECT RAISE(ABORT, 'facts of the snapshot are still there');
      END;
      """
    }.joined(separator: "\n")
  }
}
