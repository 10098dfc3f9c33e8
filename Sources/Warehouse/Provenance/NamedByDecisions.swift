internal import Foundation
internal import GRDB

/// What decisions are about and no delivery has brought: a slip in a code, or what has gone since.
extension Store {
  /// What `find` told the last time, as long as the decisions and the facts are those of then: looking for
  /// a few codes among millions of rows takes longer than an ingest of nothing new.
  ///
  /// - Parameter decisions: whatever the lines follow from besides the facts.
  public func unmetDecisions(
    of decisions: [String], find: () throws -> [String]
  ) throws -> [String] {
    let (inputs, known) = try queue.read { db in
      let cuts = try String.fetchAll(
        db, sql: "SELECT object || ' ' || cut FROM retention_cut ORDER BY object")
      let inputs = try (decisions + cuts + Store.contents(db)).joined(separator: "\n")
      let told = try Data.fetchOne(
        db, sql: "SELECT CAST(told AS BLOB) FROM unmet_decisions WHERE inputs = ?",
        arguments: [inputs])
      return (inputs, told)
    }
    if let known { return try JSONDecoder().decode([String].self, from: known) }
    let told = try find()
    let json = String(decoding: try JSONEncoder().encode(told), as: UTF8.self)
    try queue.write {
      try $0.execute(
        literal: "INSERT OR REPLACE INTO unmet_decisions VALUES (1, \(inputs), \(json))")
    }
    return told
  }

  /// - Parameter columns: those that name organisations; in a list they are joined with `|`.
  public func organisations(
    _ codes: Set<String>, unmetIn columns: [(table: String, column: String, isList: Bool)]
  ) throws -> Set<String> {
    var unmet = codes
    try queue.read { db in
      for place in columns where !unmet.isEmpty {
        let table = place.table.quotedDatabaseIdentifier
        let column = place.column.quotedDatabaseIdentifier
        let wanted = unmet.sorted()
        let marks = wanted.map { _ in "?" }.joined(separator: ", ")
        let cells = try String.fetchAll(
          db,
          sql: "SELECT DISTINCT \(column) FROM \(table) WHERE \(column) IS NOT NULL"
            + (place.isList ? "" : " AND \(column) IN (\(marks))"),
          arguments: place.isList ? [] : StatementArguments(wanted))
        unmet.subtract(cells.flatMap { $0.split(separator: "|").map(String.init) })
      }
    }
    return unmet
  }

  public func personsUnmet(_ tokens: Set<PersonToken>) throws -> Set<PersonToken> {
    var unmet = tokens
    try queue.read { db in
      for (table, columns) in try TokenColumns.all(db) where !unmet.isEmpty {
        // Lists about persons are not facts of theirs.
        guard try db.columns(in: table).contains(where: { $0.name == "key" }) else { continue }
        for column in columns where !unmet.isEmpty {
          let name = column.name.quotedDatabaseIdentifier
          let list = unmet.map { "x'\($0.hexadecimal)'" }.joined(separator: ", ")
          let met = try Data.fetchAll(
            db,
            sql:
              "SELECT DISTINCT \(name) FROM \(table.quotedDatabaseIdentifier) WHERE \(name) IN (\(list))"
          )
          unmet.subtract(met.compactMap(PersonToken.init(bytes:)))
        }
      }
    }
    return unmet
  }

  /// Publishers a source says it overlaps with and of whom there is no request.
  public func overlapsUnmet() throws -> [(source: String, publisher: String)] {
    try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT s.publisher || '/' || s.dataset, o.publisher FROM source_overlap o
            JOIN source s ON s.id = o.source
          WHERE NOT EXISTS (SELECT 1 FROM source other
            WHERE other.publisher = o.publisher AND other.dataset = s.dataset)
          ORDER BY 1, 2
          """
      ).map { ($0[0], $0[1]) }
    }
  }

  public func requestsUnmet(_ places: Set<RequestPlace>) throws -> Set<RequestPlace> {
    if places.isEmpty { return [] }
    // Requests are not found by their id alone: one reading of them serves all the decisions.
    let ids = Set(places.map(\.id)).sorted()
    let met = try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT o.publisher || '/' || o.dataset, r.request_id FROM service_request r
            JOIN snapshot s ON s.id = r.key >> 32 JOIN source o ON o.id = s.source
          WHERE r.request_id IN (\(ids.map { _ in "?" }.joined(separator: ", ")))
          """, arguments: StatementArguments(ids)
      ).map { RequestPlace(source: $0[0], id: $0[1]) }
    }
    return places.subtracting(met)
  }
}
