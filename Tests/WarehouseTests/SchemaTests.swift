import GRDB
import Testing

@testable import Warehouse

/// The schema refuses what would make a number wrong, whoever writes it.
@Suite struct SchemaTests {
  /// A statement that must be refused, and its nearest neighbour that must not: without the second a
  /// misspelt column would pass for a check.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let what: String
    let accepted: String
    let refused: String
    var testDescription: String { what }
  }

  static func source(_ names: String, _ rest: String) -> String {
    """
    INSERT INTO source (id, publisher, dataset, title, licence, policy, is_synthetic)
    VALUES (9, \(names), 't', 'l', \(rest))
    """
  }

  static func expected(_ frequency: String, days: Int, to: String = "NULL") -> String {
    """
    INSERT INTO expected_delivery
    VALUES ('p', 'd', 'P', '\(frequency)', 20000, \(to), \(days), '', '')
    """
  }

  static func snapshot(
    source: String = "1", sha: String = "printf('%064d', 1)", bytes: String = "10",
    rows: String = "3, 2, 1", current: String = "1"
  ) -> String {
    """
    INSERT INTO snapshot (source, delivery, received_on, sha256, bytes, descriptor, rows_read,
      rows_kept, rows_refused, is_current, decisions)
    VALUES (\(source), '2026-01-31.csv', 20000, \(sha), \(bytes), printf('%064d', 2), \(rows),
      \(current), '[]')
    """
  }

  static func request(_ columns: String, _ values: String) -> String {
    """
    INSERT INTO service_request (key, request_id, comune, requested_on, channel, service\(columns))
    VALUES (\(values))
    """
  }

  static func observation(_ numbers: String, status: String) -> String {
    """
    INSERT INTO observation VALUES (20000, 'canali', 'totale', 'totale', '2026', 'totale', 'totale',
      \(numbers), '\(status)', NULL)
    """
  }

  static let refusals = [
    Refusal(
      what: "a policy that does not exist",
      accepted: source("'p', 'd'", "'incrementale', 0"),
      refused: source("'p', 'd'", "'a_caso', 0")),
    Refusal(
      what: "a flag that is neither yes nor no",
      accepted: source("'p', 'd'", "'cumulativa', 1"),
      refused: source("'p', 'd'", "'cumulativa', 2")),
    Refusal(
      what: "a second source of the same publisher and dataset",
      accepted: source("'comune', 'enti'", "'cumulativa', 1"),
      refused: source("'comune', 'richieste'", "'cumulativa', 1")),
    Refusal(
      what: "a snapshot of a source that is not there", accepted: snapshot(),
      refused: snapshot(source: "77")),
    Refusal(
      what: "a fingerprint of the wrong length", accepted: snapshot(),
      refused: snapshot(sha: "'abc'")),
    Refusal(
      what: "a file of fewer than no bytes", accepted: snapshot(), refused: snapshot(bytes: "-1")),
    Refusal(
      what: "rows that do not add up", accepted: snapshot(rows: "5, 4, 1"),
      refused: snapshot(rows: "5, 4, 0")),
    Refusal(
      what: "an expectation with a frequency that does not exist",
      accepted: expected("mensile", days: 30), refused: expected("ogni tanto", days: 30)),
    Refusal(
      what: "an expectation that ends before it begins",
      accepted: expected("annuale", days: 0, to: "20000"),
      refused: expected("annuale", days: 0, to: "19999")),
    Refusal(
      what: "a month in which a delivery has no rows",
      accepted: "INSERT INTO snapshot_month VALUES (1, 24312, 1, 0)",
      refused: "INSERT INTO snapshot_month VALUES (1, 24312, 0, 0)"),
    Refusal(
      what: "more rows told before than there are",
      accepted: "INSERT INTO snapshot_month VALUES (1, 24312, 2, 2)",
      refused: "INSERT INTO snapshot_month VALUES (1, 24312, 2, 3)"),
    Refusal(
      what: "a finding of a snapshot that is not there",
      accepted: "INSERT INTO finding VALUES (NULL, 1, 2, '', 'c', 'nota', '', '')",
      refused: "INSERT INTO finding VALUES (NULL, 99, 2, '', 'c', 'nota', '', '')"),
    Refusal(
      what: "a severity that does not exist",
      accepted: "INSERT INTO finding VALUES (NULL, 1, 2, '', 'c', 'errore', '', '')",
      refused: "INSERT INTO finding VALUES (NULL, 1, 2, '', 'c', 'grave', '', '')"),
    Refusal(
      what: "a reason of supersession that does not exist",
      accepted: "INSERT INTO superseded VALUES (1, 'aggiornata')",
      refused: "INSERT INTO superseded VALUES (1, 'perché sì')"),
    Refusal(
      what: "a comune code without its leading zero",
      accepted: """
        INSERT INTO comune VALUES ('080063', 'R', 'H224', '080', NULL, NULL, 1, 1, 1, 'A', 0, NULL)
        """,
      refused: """
        INSERT INTO comune VALUES ('80063', 'R', 'H224', '080', NULL, NULL, 1, 1, 1, 'A', 0, NULL)
        """),
    Refusal(
      what: "a class of inner areas that was never published",
      accepted: """
        INSERT INTO comune VALUES ('080064', 'R', 'I', '080', NULL, NULL, 1, 1, 1, 'F', 0, NULL)
        """,
      refused: """
        INSERT INTO comune VALUES ('080064', 'R', 'I', '080', NULL, NULL, 1, 1, 1, 'E-F', 0, NULL)
        """),
    Refusal(
      what: "a comune of an ambito that is not there",
      accepted: """
        INSERT INTO comune VALUES ('080065', 'R', 'I', '080', NULL, NULL, 1, 1, 1, 'F', 0, 'LOC')
        """,
      refused: """
        INSERT INTO comune VALUES ('080065', 'R', 'I', '080', NULL, NULL, 1, 1, 1, 'F', 0, 'XXX')
        """),
    Refusal(
      what: "an ambito that ends before it begins",
      accepted: "UPDATE ats SET valid_from = 20000, valid_to = 20000",
      refused: "UPDATE ats SET valid_from = 20001, valid_to = 20000"),
    Refusal(
      what: "a word where a day is expected",
      accepted: request("", "1, 'R1', '080063', 20000, 'pdp', 'C1'"),
      refused: request("", "1, 'R1', '080063', 'ieri', 'pdp', 'C1'")),
    Refusal(
      what: "a fraction of a day",
      accepted: request("", "1, 'R1', '080063', 20000.0, 'pdp', 'C1'"),
      refused: request("", "1, 'R1', '080063', 20000.5, 'pdp', 'C1'")),
    Refusal(
      what: "a request without a service",
      accepted: request("", "1, 'R1', '080063', 20000, 'pdp', 'ND'"),
      refused: request("", "1, 'R1', '080063', 20000, 'pdp', NULL")),
    Refusal(
      what: "a person that is not a token of sixteen bytes",
      accepted: request(", person", "1, 'R1', '080063', 20000, 'pdp', 'C1', zeroblob(16)"),
      refused: request(", person", "1, 'R1', '080063', 20000, 'pdp', 'C1', zeroblob(15)")),
    Refusal(
      what: "a fiscal code where a token is expected",
      accepted: request(", person", "1, 'R1', '080063', 20000, 'pdp', 'C1', NULL"),
      refused: request(", person", "1, 'R1', '080063', 20000, 'pdp', 'C1', 'RSSMRA80A01H224X'")),
    Refusal(
      what: "a second fact of the same snapshot and line",
      accepted: request("", "4294967299, 'R2', '080063', 20000, 'pdp', 'C1'"),
      refused: request("", "4294967298, 'R2', '080063', 20000, 'pdp', 'C1'")),
    Refusal(
      what: "a CUP of the wrong length",
      accepted: "INSERT INTO funding VALUES (1, 'B41H22000020006', 'pnrr', 100, 20000, 'x')",
      refused: "INSERT INTO funding VALUES (1, 'B41H2200002000', 'pnrr', 100, 20000, 'x')"),
    Refusal(
      what: "an amount with a fraction of a cent",
      accepted: "INSERT INTO funding VALUES (1, 'B41H22000020006', 'pnrr', 147969248, 20000, 'x')",
      refused: "INSERT INTO funding VALUES (1, 'B41H22000020006', 'pnrr', 1479692.481, 20000, 'x')"),
    Refusal(
      what: "a suppressed observation with a value",
      accepted: observation("NULL, NULL, NULL, NULL, NULL", status: "soppresso"),
      refused: observation("0.5, NULL, NULL, NULL, NULL", status: "soppresso")),
    Refusal(
      what: "a suppressed observation with an interval",
      accepted: observation("0.5, 0.1, 0.9, 5, 10", status: "pubblicato"),
      refused: observation("NULL, 0.1, 0.9, NULL, NULL", status: "soppresso")),
    Refusal(
      what: "a suppressed observation with a numerator",
      accepted: observation("NULL, NULL, NULL, 5, NULL", status: "provvisorio"),
      refused: observation("NULL, NULL, NULL, 5, NULL", status: "soppresso")),
    Refusal(
      what: "a suppressed observation with a denominator",
      accepted: observation("NULL, NULL, NULL, NULL, 10", status: "non_applicabile"),
      refused: observation("NULL, NULL, NULL, NULL, 10", status: "soppresso")),
    Refusal(
      what: "a status that does not exist",
      accepted: observation("1, NULL, NULL, NULL, NULL", status: "non_pervenuto"),
      refused: observation("1, NULL, NULL, NULL, NULL", status: "quasi")),
  ]

  /// One source, one snapshot, one request at line 2 of it, one ambito.
  static func furnished() throws -> Store {
    let store = try Store()
    try store.queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO source (id, publisher, dataset, title, licence, policy, is_synthetic)
            VALUES (1, 'comune', 'richieste', 'Prova', 'prova', 'cumulativa', 1);
          INSERT INTO snapshot (id, source, delivery, received_on, sha256, bytes, descriptor,
            rows_read, rows_kept, rows_refused, is_current, decisions)
            VALUES (1, 1, '2025-12-31.csv', 19999, printf('%064d', 1), 1, printf('%064d', 2), 1, 1, 0, 1, '[]');
          INSERT INTO service_request (key, request_id, comune, requested_on, channel, service)
            VALUES (4294967298, 'R1', '080063', 20000, 'pdp', 'C1');
          INSERT INTO ats (id, name, is_provisional) VALUES ('LOC', 'Locri', 1);
          """)
    }
    return store
  }

  @Test(arguments: refusals) func refuses(_ refusal: Refusal) throws {
    let store = try SchemaTests.furnished()
    try store.queue.writeWithoutTransaction { db in
      try db.inTransaction {
        try db.execute(sql: refusal.accepted)
        return .rollback
      }
      let error = #expect(throws: DatabaseError.self) { try db.execute(sql: refusal.refused) }
      #expect(error?.resultCode == .SQLITE_CONSTRAINT)
    }
  }

  @Test func aSourceWithSnapshotsCannotGo() throws {
    let store = try SchemaTests.furnished()
    #expect(throws: DatabaseError.self) {
      try store.queue.write { try $0.execute(sql: "DELETE FROM source") }
    }
  }

  @Test func findingsGoWithTheirSnapshot() throws {
    let store = try SchemaTests.furnished()
    try store.queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO finding VALUES (NULL, 1, 2, 'Comune', 'comune-non-riconosciuto', 'avviso', '', '');
          DELETE FROM service_request;
          DELETE FROM snapshot;
          """)
    }
    #expect(try store.count("finding") == 0)
  }

  @Test func everyTableIsStrict() throws {
    let loose = try Store().queue.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict
            AND name NOT LIKE 'sqlite_%' AND name <> 'grdb_migrations'
          """)
    }
    #expect(loose == [])
  }

  /// A check that needs a table of the moment has it filled anew for every row that comes in.
  @Test(arguments: FactTable.allCases.map(\.name) + ["observation", "finding"])
  func noCheckFillsATable(_ table: String) throws {
    let program = try Store().queue.read { db in
      let columns = try db.columns(in: table).map(\.name)
      return try Row.fetchAll(
        db,
        sql: """
          EXPLAIN INSERT INTO \(table) (\(columns.map { "\"\($0)\"" }.joined(separator: ", ")))
          SELECT \(columns.map { _ in "key" }.joined(separator: ", ")) FROM json_each('[]')
          """
      ).map { $0["opcode"] as String }
    }
    #expect(program.contains("MakeRecord"))
    #expect(!program.contains("OpenEphemeral"))
  }

  @Test func everyFactTableHasItsCurrentView() throws {
    let (tables, views) = try Store().queue.read { db in
      (
        try String.fetchAll(
          db,
          sql: """
            SELECT t.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c
            WHERE t.type = 'table' AND c.name = 'key' AND c.pk
              AND t.name NOT IN ('superseded', 'packed_facts')
            """),
        try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'view'")
      )
    }
    #expect(tables.sorted() == FactTable.allCases.map(\.name).sorted())
    #expect(views.sorted() == FactTable.allCases.map { "current_\($0.name)" }.sorted())
  }

  @Test func everyColumnOfAFactHasItsName() throws {
    let columns = try Store().queue.read { db in
      try FactTable.allCases.flatMap { table in
        try String.fetchAll(
          db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table.name])
      }
    }
    #expect(Set(columns).subtracting(["key"]) == Set(FactField.allCases.map(\.name)))
  }
}
