internal import GRDB

/// Requests of one person for one service, in one comune and day, told by two sources that share their
/// persons.
///
/// The first of two is that of the publisher that comes first by name. Where a person asked twice on
/// one day, the first of one source goes with the first of the other.
///
/// The persons of every source but the largest are kept in mind, and of the largest only those who are
/// among them: a small delivery beside millions of requests costs two quick scans.
enum SamePerson {
  /// - Parameter isDeclared: of sources that both say they overlap; otherwise of those that do not.
  static func pairs(_ db: Database, isDeclared: Bool) throws -> [(owner: Int64, copy: Int64)] {
    let sources = try sources(db)
    let allied = try overlaps(db)
    func isAsked(_ a: Origin, _ b: Origin) -> Bool {
      let bothSaySo =
        allied.contains(Overlap(source: a.id, publisher: b.publisher))
        && allied.contains(Overlap(source: b.id, publisher: a.publisher))
      return a.publisher < b.publisher && bothSaySo == isDeclared
    }
    let concerned = sources.values.filter { a in
      sources.values.contains { isAsked(a, $0) || isAsked($0, a) }
    }
    guard let largest = concerned.max(by: { ($0.rows, $0.id) < ($1.rows, $1.id) }) else {
      return []
    }
    let ids = Set(concerned.map(\.id))
    var asked: [Request: [Int64: [Int64]]] = [:]
    var persons: Set<Int64> = []
    try scan(db, ids.subtracting([largest.id])) { source, request, key in
      persons.insert(request.person)
      asked[request, default: [:]][source, default: []].append(key)
    }
    guard !persons.isEmpty else { return [] }
    try scan(db, [largest.id]) { source, request, key in
      if persons.contains(request.person), asked[request] != nil {
        asked[request]![source, default: []].append(key)
      }
    }
    var pairs: [(owner: Int64, copy: Int64)] = []
    for keys in asked.values where keys.count > 1 {
      for (a, first) in keys {
        for (b, second) in keys where isAsked(sources[a]!, sources[b]!) {
          pairs += zip(first, second).map { ($0, $1) }
        }
      }
    }
    return pairs.sorted { ($0.owner, $0.copy) < ($1.owner, $1.copy) }
  }

  private struct Origin {
    var id: Int64
    var publisher: String
    var rows: Int
  }

  private struct Overlap: Hashable {
    var source: Int64
    var publisher: String
  }

  private struct Request: Hashable {
    var person: Int64
    var service: PackedCode
    var comune: PackedCode
    var day: Int64
  }

  /// Sources of requests whose persons another source can know again.
  private static func sources(_ db: Database) throws -> [Int64: Origin] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT source.id, publisher, coalesce(
            (SELECT sum(rows_kept) FROM snapshot s WHERE s.source = source.id AND is_current), 0)
        FROM source WHERE dataset = 'richieste' AND id IN (
          SELECT source FROM source_scope WHERE scope IN (
            SELECT scope FROM source_scope JOIN source r ON r.id = source
            WHERE r.dataset = 'richieste' GROUP BY scope HAVING count(*) > 1))
        """)
    return Dictionary(
      uniqueKeysWithValues: rows.map { ($0[0], Origin(id: $0[0], publisher: $0[1], rows: $0[2])) })
  }

  private static func overlaps(_ db: Database) throws -> Set<Overlap> {
    Set(
      try Row.fetchAll(db, sql: "SELECT source, publisher FROM source_overlap").map {
        Overlap(source: $0[0], publisher: $0[1])
      })
  }

  /// Current requests of these sources that say who asked for what, where: by loading order.
  private static func scan(
    _ db: Database, _ sources: Set<Int64>, _ body: (Int64, Request, Int64) -> Void
  ) throws {
    guard !sources.isEmpty else { return }
    let bySnapshot = Dictionary(
      uniqueKeysWithValues: try Row.fetchAll(db, sql: "SELECT id, source FROM snapshot").map {
        ($0[0] as Int64, $0[1] as Int64)
      })
    let shape = ServiceRequest.shape
    func place(_ name: String) -> Int { shape.columns.firstIndex { $0.name == name }! }
    let (person, service) = (place("person"), place("service"))
    let (comune, day) = (place("comune"), place("requested_on"))
    let unknown = PackedCode("ND")
    let feed = try FactFeed(shape, on: db) { bySnapshot[$0].map(sources.contains) == true }
    let slice = FactSlice(shape, reading: [.person, .service, .comune, .requestedOn])
    try feed.forEachSlice(slice) { slice in
      slice.each { row in
        guard let who = row.number(person), let asked = row.number(day) else { return }
        let request = Request(
          person: who, service: row.code(service), comune: row.code(comune), day: asked)
        guard request.service != .none, request.service != unknown, request.comune != unknown
        else { return }
        body(bySnapshot[row.key >> 32]!, request, row.key)
      }
    }
  }
}
