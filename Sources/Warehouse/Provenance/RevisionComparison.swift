internal import GRDB

/// What a source says now against what it had said, whatever the order of the rows.
struct RevisionComparison {
  let db: Database
  let table: String
  let idColumn: String?

  private var name: String { table.quotedDatabaseIdentifier }

  private func range(_ alias: String, _ snapshots: [Int64]) -> String {
    "("
      + snapshots.map { "\(alias).key BETWEEN \($0 << 32) AND \($0 << 32 + 0xFFFF_FFFF)" }
      .joined(separator: " OR ") + ")"
  }

  func fill(
    _ revision: inout Revision, new: [Int64], old: [Int64], forgets: Bool
  ) throws {
    let columns = try db.columns(in: table).map(\.name).filter { $0 != "key" }
    guard let idColumn else { return try fill(&revision, new, old, columns, forgets: forgets) }
    let id = idColumn.quotedDatabaseIdentifier
    let compared = columns.filter { $0 != idColumn }
    if old.count == 1, new.count == 1 {
      let sideBySide = try SideBySide(
        db: db, table: table, id: idColumn, columns: compared, old: old[0], new: new[0])
      if try sideBySide.fill(&revision, forgets: forgets) { return }
    }
    let differ = compared.map {
      let column = $0.quotedDatabaseIdentifier
      return "o.\(column) IS NOT n.\(column)"
    }
    try fill(&revision, new, old, id: id, differ: differ, compared: compared, forgets: forgets)
  }

  private func fill(
    _ revision: inout Revision, _ new: [Int64], _ old: [Int64], id: String, differ: [String],
    compared: [String], forgets: Bool
  ) throws {
    let sums = differ.map { "total(o.key IS NOT NULL AND \($0))" }.joined(separator: ", ")
    func versions(_ snapshots: [Int64]) -> String {
      let order = snapshots.enumerated().map { "WHEN \($1) THEN \($0)" }.joined(separator: " ")
      return """
        SELECT f.key, f.\(id) AS id, row_number() OVER (PARTITION BY f.\(id)
          ORDER BY CASE f.key >> 32 \(order) END DESC, f.key DESC) AS place
        FROM \(name) f WHERE \(range("f", snapshots))
        """
    }
    // Inside one delivery the versions of an id are known apart already.
    let holds =
      new.count > 1
      ? "f.key IN (SELECT key FROM (\(versions(new))) WHERE place = 1)"
      : "NOT EXISTS (SELECT 1 FROM superseded x WHERE x.key = f.key AND reason = 'ripetuta')"
    let row = try Row.fetchOne(
      db,
      sql: """
        WITH before AS MATERIALIZED (SELECT key, id FROM (\(versions(old))) WHERE place = 1),
        now AS (SELECT f.* FROM \(name) f WHERE \(range("f", new)) AND \(holds))
        SELECT count(*), count(o.key),
          total(o.key IS NOT NULL AND (\(differ.isEmpty ? "0" : differ.joined(separator: " OR ")))),
          (SELECT count(*) FROM before)\(sums.isEmpty ? "" : ", " + sums)
        FROM now n LEFT JOIN before b ON b.id = n.\(id) LEFT JOIN \(name) o ON o.key = b.key
        """)!
    let (all, met, changed): (Int, Int, Double) = (row[0], row[1], row[2])
    revision.added = all - met
    revision.changed = Int(changed)
    revision.unchanged = met - Int(changed)
    revision.vanished = forgets ? (row[3] as Int) - met : 0
    for (i, column) in compared.enumerated() {
      let count = Int(row[4 + i] as Double)
      if count > 0 { revision.columns[column] = count }
    }
  }

  /// Facts without an identity are compared whole.
  private func fill(
    _ revision: inout Revision, _ new: [Int64], _ old: [Int64], _ columns: [String],
    forgets: Bool
  ) throws {
    let list = columns.map(\.quotedDatabaseIdentifier).joined(separator: ", ")
    func count(_ a: [Int64], notIn b: [Int64]) throws -> Int {
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM (SELECT \(list) FROM \(name) f WHERE \(range("f", a))
            EXCEPT SELECT \(list) FROM \(name) f WHERE \(range("f", b)))
          """)!
    }
    let distinct = try Int.fetchOne(
      db,
      sql:
        "SELECT count(*) FROM (SELECT DISTINCT \(list) FROM \(name) f WHERE \(range("f", new)))")!
    revision.added = try count(new, notIn: old)
    revision.unchanged = distinct - revision.added
    revision.vanished = forgets ? try count(old, notIn: new) : 0
  }
}
