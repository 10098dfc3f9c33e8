import Foundation
import GRDB
import Testing

@testable import Warehouse

@Suite struct PrivacyTests {
  private func token(_ number: UInt8) -> Data { Data([UInt8](repeating: number, count: 16)) }

  /// Two publishers, a request and a delivery each, and a request of the second that is a copy of the
  /// first's.
  private func furnished() throws -> Store {
    let store = try SchemaTests.furnished()
    try store.queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO source VALUES (2, 'piattaforma', 'richieste', 'P', 'p', 'cumulativa', 1, 'P');
          INSERT INTO source VALUES (3, 'comune', 'prestazioni', 'P', 'p', 'cumulativa', 1, 'C');
          INSERT INTO snapshot (id, source, delivery, received_on, sha256, bytes, descriptor, rows_read,
              rows_kept, rows_refused, is_current, decisions)
            VALUES (2, 2, '2025-12-31.csv', 19999, printf('%064d', 1), 1, printf('%064d', 2), 2, 2, 0,
              1, '[]'),
            (3, 3, '2025-12-31.csv', 19999, printf('%064d', 1), 1, printf('%064d', 2), 2, 2, 0, 1, '[]');
          """)
      try db.execute(
        sql: """
          UPDATE service_request SET person = ?, household = ?;
          INSERT INTO service_request (key, request_id, comune, requested_on, channel, service,
              origin_id, household)
            VALUES (8589934594, 'P1', '080063', 20000, 'pdp', 'C1', 'R1', NULL),
              (8589934595, 'P2', '080063', 20000, 'pdp', 'C1', NULL, ?);
          INSERT INTO service_delivery (key, delivery_id, request_id, provider, service, comune, person,
              delivered_on, quantity, unit)
            VALUES (12884901890, 'D1', 'R1', 'x', 'C1', '080063', NULL, 20001, 1, 'ore'),
              (12884901891, 'D2', 'R1', 'x', 'C1', '080063', ?, 20001, 1, 'ore');
          INSERT INTO finding VALUES (NULL, 1, 2, '', 'c', 'nota', 'cella', '');
          INSERT INTO finding VALUES (NULL, 1, 0, '', 'c', 'nota', '', '');
          """, arguments: [token(1), token(2), token(1), token(3)])
    }
    return store
  }

  @Test func erasingTakesWhatIsAboutAPersonAndNothingElse() throws {
    let store = try furnished()
    let erasure = try store.write {
      try $0.erase([PersonToken(bytes: token(1))!])
    }
    // The request, its copy that does not say whose it is, its delivery that does not either.
    #expect(erasure.rows == ["service_request": 2, "service_delivery": 1])
    #expect(erasure.cells == 1)
    #expect(erasure.findings == 1)
    #expect(
      erasure.deliveries == [
        "comune/richieste/2025-12-31.csv", "piattaforma/richieste/2025-12-31.csv",
        "comune/prestazioni/2025-12-31.csv",
      ])
    #expect(try store.currentRequests().map { String($0.suffix(2)) } == ["P2"])
    #expect(try store.count("service_delivery") == 1)
    let rows = try store.deliveries().map(\.rowsRead)
    #expect(rows.reduce(0, +) == 2)
    // Nobody else is touched, and nothing is left to erase.
    #expect(try store.write { try $0.erase([PersonToken(bytes: token(1))!]) } == Erasure())
    #expect(try store.write { try $0.erase([]) } == Erasure())
  }

  @Test func everyTokenChangesAndNothingElse() throws {
    let store = try furnished()
    try store.queue.write {
      try $0.execute(
        sql: """
          UPDATE service_delivery SET request_id = 'id~000102030405060708090a0b0c0d0e0f'
            WHERE delivery_id = 'D1';
          UPDATE service_delivery SET request_id = 'id~non una chiave di trentadue cifre'
            WHERE delivery_id = 'D2';
          """)
    }
    let changed = try store.write {
      try $0.rekey(to: "01234567") { PersonToken(high: ~$0.high, low: ~$0.low) }
    }
    #expect(changed == 5)
    #expect(try store.personKeyID() == "01234567")
    let (persons, texts) = try store.queue.read { db in
      (
        try Data.fetchSet(
          db,
          sql: """
            SELECT person FROM service_request WHERE person IS NOT NULL
            UNION SELECT household FROM service_request WHERE household IS NOT NULL
            UNION SELECT person FROM service_delivery WHERE person IS NOT NULL
            """),
        try String.fetchAll(db, sql: "SELECT request_id FROM service_delivery ORDER BY key")
      )
    }
    #expect(persons == Set([254, 253, 252].map { token($0) }))
    #expect(
      texts == [
        "id~fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0", "id~non una chiave di trentadue cifre",
      ])
  }

  /// A table that names persons and has no term would keep them for ever.
  @Test func everyTableOfPersonsHasATerm() throws {
    let store = try Store()
    let tables = try store.queue.read { db in
      try TokenColumns.all(db).map(\.table).filter { table in
        try db.columns(in: table).contains { $0.name == "key" }
      }
    }
    let withTerm = Set(PersonalFacts.all.map(\.table))
    #expect(tables.filter { !withTerm.contains($0) } == [])
    #expect(tables.contains("service_request"))
  }

  @Test func tokensAreReadAsTheyAreWritten() {
    let token = PersonToken(high: 1, low: .max)
    #expect(token.hexadecimal == "0000000000000001ffffffffffffffff")
    #expect(PersonToken(hexadecimal: token.hexadecimal) == token)
    #expect(PersonToken(bytes: token.bytes) == token)
    #expect(PersonToken(hexadecimal: "000000000000000G") == nil)
    #expect(PersonToken(bytes: [1, 2, 3]) == nil)
  }
}
