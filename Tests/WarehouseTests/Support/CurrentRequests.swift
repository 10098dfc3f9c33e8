import GRDB

@testable import Warehouse

extension Store {
  /// Id and line of every current request, by delivery: `comune-a/2026-01-31.csv:2 R1`.
  func currentRequests() throws -> [String] {
    try queue.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT publisher || '/' || delivery || ':' || f.line || ' ' || f.request_id
          FROM current_service_request f JOIN snapshot ON snapshot.id = f.snapshot
            JOIN source ON source.id = snapshot.source
          ORDER BY 1
          """)
    }
  }

  func count(_ table: String) throws -> Int {
    try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)")! }
  }
}
