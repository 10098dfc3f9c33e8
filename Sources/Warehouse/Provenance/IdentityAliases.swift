internal import Foundation
internal import GRDB

/// A request as decisions name it.
public struct RequestPlace: Hashable, Sendable {
  /// `publisher/dataset`.
  public var source: String
  public var id: String

  public init(source: String, id: String) {
    self.source = source
    self.id = id
  }
}

/// Somebody decided that two requests are one, or are not.
public struct RequestDecision: Hashable, Sendable {
  public var first: RequestPlace
  public var second: RequestPlace
  public var isMerged: Bool

  public init(first: RequestPlace, second: RequestPlace, isMerged: Bool) {
    self.first = first
    self.second = second
    self.isMerged = isMerged
  }
}

/// An identifier that may belong to somebody known under another one too.
public struct UncertainPerson: Hashable, Sendable {
  public var person: PersonToken
  /// Class of identifier, `CF_OMOCODICO`.
  public var kind: String
  /// Token of the base form of an omocodic code.
  public var base: PersonToken?

  public init(person: PersonToken, kind: String, base: PersonToken?) {
    self.person = person
    self.kind = kind
    self.base = base
  }
}

extension WriteAccess {
  public func replaceAliases(
    persons: [(former: PersonToken, person: PersonToken, since: Day)],
    organisations: [(former: String, code: String)]
  ) throws {
    try db.execute(sql: "DELETE FROM person_alias; DELETE FROM organisation_alias")
    for a in persons {
      try db.execute(
        sql: "INSERT INTO person_alias VALUES (?, ?, ?)",
        arguments: [Data(a.former.bytes), Data(a.person.bytes), a.since.number])
    }
    for a in organisations {
      try db.execute(literal: "INSERT INTO organisation_alias VALUES (\(a.former), \(a.code))")
    }
  }

  public func replaceRequestDecisions(_ all: [RequestDecision]) throws {
    try db.execute(sql: "DELETE FROM request_decision")
    for d in all {
      try db.execute(
        literal: """
          INSERT OR REPLACE INTO request_decision VALUES (\(d.first.source), \(d.first.id),
            \(d.second.source), \(d.second.id), \(d.isMerged))
          """)
    }
  }

  public func note(uncertain persons: Set<UncertainPerson>) throws {
    guard !persons.isEmpty else { return }
    let kinds = CodeDictionary()
    let batch = FactBatch(
      columns: [
        FactColumn(name: "person", kind: .token, capacity: persons.count),
        FactColumn(name: "class", kind: .code, capacity: persons.count, dictionary: kinds),
        FactColumn(name: "base", kind: .token, capacity: persons.count),
      ], capacity: persons.count)
    // In order, so that each goes after the one before it.
    for (row, p) in persons.sorted(by: { $0.person < $1.person }).enumerated() {
      batch.columns[0].set(p.person, row: row)
      batch.columns[1].a[row] = kinds.index(of: p.kind)
      p.base.map { batch.columns[2].set($0, row: row) }
    }
    batch.count = persons.count
    let rows = try BatchTable("tavolo_persons", columns: 3, on: db.sqliteConnection!)
    try rows.show(batch, snapshot: 0) {
      try db.execute(
        sql: "INSERT OR REPLACE INTO uncertain_person SELECT c1, c2, c3 FROM tavolo_persons")
    }
  }

  /// The publishers whose requests a source says it holds too.
  public func setOverlap(_ publishers: [String], source: Int64) throws {
    try db.execute(literal: "DELETE FROM source_overlap WHERE source = \(source)")
    for publisher in publishers {
      try db.execute(
        literal: "INSERT OR IGNORE INTO source_overlap VALUES (\(source), \(publisher))")
    }
  }
}

extension Store {
  /// Who is who as it had been decided by a day: halves of tokens, as facts are read.
  public func personAliases(asOf day: Day) throws -> [UInt64: UInt64] {
    try queue.read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT former, person FROM person_alias WHERE since <= ?",
        arguments: [day.number])
      return Dictionary(
        uniqueKeysWithValues: rows.compactMap { row in
          guard let former = PersonToken(bytes: row[0] as Data),
            let person = PersonToken(bytes: row[1] as Data)
          else { return nil }
          return (former.high, person.high)
        })
    }
  }
}

extension FactColumn {
  fileprivate func set(_ token: PersonToken, row: Int) {
    a[row] = Int64(bitPattern: token.high)
    b[row] = Int64(bitPattern: token.low)
  }
}
