internal import Foundation
internal import GRDB

/// Two keys of persons that may be one person.
public struct PersonProposal: Hashable, Sendable {
  public var former: PersonToken
  public var person: PersonToken
  public var reason: String
  /// Delivery and line where each was met.
  public var context: String
}

/// Two requests of different systems that may be one.
public struct RequestProposal: Hashable, Sendable {
  public var first: RequestPlace
  public var second: RequestPlace
  public var reason: String
  public var context: String
}

/// An organisation under one of the names it was delivered with.
public struct OrganisationName: Hashable, Sendable {
  public var code: String
  public var name: String
  public var comune: String

  public init(code: String, name: String, comune: String) {
    self.code = code
    self.name = name
    self.comune = comune
  }
}

extension Store {
  /// Every name an organisation has in current deliveries.
  public func organisationNames() throws -> [OrganisationName] {
    try rows("SELECT DISTINCT fiscal_code, name, comune FROM current_provider ORDER BY 1, 2, 3") {
      OrganisationName(code: $0[0], name: $0[1], comune: $0[2])
    }
  }

  /// An omocodic code and its base form, two omocodic codes of one base, and a temporary key in whose
  /// place a later delivery of the same request has another.
  public func personProposals() throws -> [PersonProposal] {
    try queue.read { db in
      let uncertain = try Row.fetchAll(db, sql: "SELECT person, base FROM uncertain_person")
      guard !uncertain.isEmpty else { return [] }
      let meetings = try FirstMeetings(
        of: Set(uncertain.flatMap { [$0.token(0), $0.token(1)] }.compactMap { $0?.high }), on: db)
      let omocodic = try Row.fetchAll(
        db,
        sql: """
          -- Materialised, because SQLite gives a table without rowid no index of the moment.
          WITH based AS MATERIALIZED (
            SELECT person, base FROM uncertain_person WHERE base IS NOT NULL)
          SELECT person, base, NULL FROM based
          UNION SELECT b.person, a.person, NULL FROM based a
            JOIN based b ON a.base = b.base AND a.person < b.person
          """)
      let replaced = try Row.fetchAll(
        db,
        sql: """
          WITH again AS MATERIALIZED (
            SELECT id, source, received_on, delivery FROM snapshot
            WHERE source IN (SELECT source FROM snapshot GROUP BY source HAVING count(*) > 1)),
          former AS MATERIALIZED (
            SELECT f.request_id, f.person, s.source, s.received_on, s.delivery
            FROM again s CROSS JOIN service_request f
              ON f.key BETWEEN s.id << 32 AND (s.id << 32) + 4294967295
            WHERE f.person IN (SELECT person FROM uncertain_person WHERE base IS NULL))
          SELECT DISTINCT o.person, n.person, 'riga ' || (n.key & 4294967295) || ' di ' || s.delivery
          FROM again s CROSS JOIN service_request n
              ON n.key BETWEEN s.id << 32 AND (s.id << 32) + 4294967295
            CROSS JOIN former o ON o.request_id = n.request_id AND o.source = s.source
          WHERE n.person <> o.person AND (s.received_on, \(DeliveryOrder.key(of: "s.delivery")))
              > (o.received_on, \(DeliveryOrder.key(of: "o.delivery")))
          """)
      let pairs =
        omocodic.map { ($0, "stessa forma base (omocodia)") }
        + replaced.map { ($0, "la stessa richiesta ha poi un altro codice") }
      var seen: Set<[PersonToken]> = []
      return pairs.compactMap { row, reason in
        guard let former = row.token(0), let person = row.token(1),
          seen.insert([former, person]).inserted, let one = meetings[former],
          let other = meetings[person] ?? row[2]
        else { return nil }
        return PersonProposal(
          former: former, person: person, reason: reason, context: "\(other) / \(one)")
      }.sorted { $0.context < $1.context }
    }
  }

  /// Requests of the same person for the same service, in the same comune and day, in sources that
  /// share their persons and have not both said that they overlap; and those that name as their origin one with
  /// which they agree in nothing.
  public func requestProposals() throws -> [RequestProposal] {
    try queue.read { db in
      let same = try SamePerson.pairs(db, isDeclared: false).map {
        ($0, "stessa persona, servizio, comune e giorno in due sistemi")
      }
      let unlike = try UnlikeOrigin.pairs(db).map {
        ($0, "id_origine, ma altro comune, giorno e servizio")
      }
      return try (same + unlike).map { pair, reason in
        let (owner, copy) = pair
        let words = try [owner, copy].map { key in
          try Row.fetchOne(
            db,
            sql: """
              SELECT publisher || '/' || dataset, request_id,
                delivery || ' riga ' || (f.key & 4294967295)
              FROM service_request f JOIN snapshot s ON s.id = f.key >> 32
                JOIN source ON source.id = s.source WHERE f.key = ?
              """, arguments: [key])!
        }
        return RequestProposal(
          first: RequestPlace(source: words[0][0], id: words[0][1]),
          second: RequestPlace(source: words[1][0], id: words[1][1]), reason: reason,
          context: "\(words[0][2] as String) / \(words[1][2] as String)")
      }
    }
  }
}

extension Row {
  fileprivate func token(_ place: Int) -> PersonToken? {
    (self[place] as Data?).flatMap { PersonToken(bytes: $0) }
  }
}
