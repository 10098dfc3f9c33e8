import GRDB
import Testing

@testable import Warehouse

/// What changed between the deliveries of a source, against a second account of it in plain Swift.
@Suite struct RevisionTests {
  private struct Row: Hashable {
    var id: String
    var origin: String
  }

  private func load(
    _ rows: [Row], _ name: String, on day: Day, _ policy: Source.Policy, into store: Store
  ) throws {
    let delivered = rows.enumerated().map {
      DeliveredRequest($1.id, line: Int32($0 + 2), origin: $1.origin)
    }
    let source = Source.ofRequests("comune", policy)
    try store.deliver(delivered, as: name, on: day, from: source)
  }

  /// The last row of an id holds, within a delivery and across them.
  private func model(_ new: [Row], _ old: [[Row]], forgets: Bool) -> [Int] {
    func held(_ rows: [Row]) -> [String: String] {
      Dictionary(rows.map { ($0.id, $0.origin) }, uniquingKeysWith: { $1 })
    }
    let (now, before) = (held(new), held(old.flatMap(\.self)))
    let met = now.filter { before[$0.key] != nil }
    let changed = met.filter { before[$0.key] != $0.value }.count
    return [
      now.count - met.count, changed, met.count - changed, forgets ? before.count - met.count : 0,
    ]
  }

  /// Twenty-seven successive exports, as of a platform whose rows change and vanish, in any order of
  /// loading.
  @Test(
    arguments: [
      (1, Source.Policy.cumulative), (2, .cumulative), (3, .incremental), (4, .incremental),
    ] as [(UInt64, Source.Policy)])
  func everyDeliveryIsComparedWithWhatCameBefore(seed: UInt64, policy: Source.Policy) throws {
    var random = SeededGenerator(seed: seed)
    var current: [Row] = []
    let exports = (0..<27).map { _ -> [Row] in
      current.removeAll { _ in Int.random(in: 0..<12, using: &random) == 0 }
      for i in current.indices where Int.random(in: 0..<6, using: &random) == 0 {
        current[i].origin = "v\(Int.random(in: 0..<4, using: &random))"
      }
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        current.append(Row(id: "r\(Int.random(in: 0..<60, using: &random))", origin: "v0"))
      }
      return current
    }
    let store = try Store()
    let days = (0..<27).map { Day(number: 20_000 + Int32($0 * 7)) }
    for i in (0..<27).shuffled(using: &random) {
      try load(exports[i], "\(days[i]).csv", on: days[i], policy, into: store)
    }
    let revisions = try store.revisions()
    #expect(revisions.count == 26)
    for i in 1..<27 {
      let revision = try #require(revisions["comune/richieste/\(days[i]).csv"])
      #expect(revision.previous == "\(days[i - 1]).csv")
      let old = policy == .cumulative ? [exports[i - 1]] : Array(exports[..<i])
      #expect(
        [revision.added, revision.changed, revision.unchanged, revision.vanished]
          == model(exports[i], old, forgets: policy == .cumulative), "\(days[i])")
      #expect(revision.columns == (revision.changed > 0 ? ["origin_id": revision.changed] : [:]))
    }
  }

  /// In whatever order the rows come, reading side by side counts what SQLite's join counts, or gives up
  /// when too many wait.
  @Test(arguments: 1...12) func rowsThatMovedWaitForOneAnother(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let before = (0..<200).map { Row(id: "r\($0)", origin: "v0") }
    var after = before.filter { _ in Int.random(in: 0..<20, using: &random) > 0 }
    for i in after.indices where Int.random(in: 0..<9, using: &random) == 0 {
      after[i].origin = "v1"
    }
    for i in 0..<10 {
      after.insert(
        Row(id: "n\(i)", origin: "v0"), at: Int.random(in: 0..<after.count, using: &random))
    }
    if seed.isMultiple(of: 3) { after.shuffle(using: &random) }
    let store = try Store()
    let source = Source.ofRequests("comune", .cumulative)
    let ids = try [before, after].enumerated().map { i, rows in
      try store.deliver(
        rows.enumerated().map { DeliveredRequest($1.id, line: Int32($0 + 2), origin: $1.origin) },
        as: "2026-0\(i + 1)-01.csv", on: .of("2026-0\(i + 1)-01"), from: source)
    }
    func compared(patience: Int) throws -> [Int]? {
      try store.write { access in
        var revision = Revision(previous: "")
        let isDone = try SideBySide(
          db: access.db, table: "service_request", id: "request_id",
          columns: ["comune", "origin_id"],
          old: ids[0], new: ids[1], patience: patience
        ).fill(&revision, forgets: true)
        #expect(isDone || revision == Revision(previous: ""))
        guard isDone else { return nil }
        #expect(revision.columns == ["origin_id": revision.changed])
        return [revision.added, revision.changed, revision.unchanged, revision.vanished]
      }
    }
    let expected = model(after, [before], forgets: true)
    #expect(try compared(patience: 1000) == expected)
    // In step, no more wait at once than came and went.
    #expect(try compared(patience: 40) == (seed.isMultiple(of: 3) ? nil : expected))
  }

  @Test func factsWithoutIdentityAreComparedWhole() throws {
    let store = try Store()
    let source = Source(
      publisher: "istat", dataset: "popolazione", title: "t", licence: "l", policy: .cumulative,
      isSynthetic: true)
    func load(_ rows: [String], _ day: Day) throws {
      try store.write { access in
        let sourceID = try access.save(source)
        let snapshot = Snapshot(
          delivery: "\(day).csv", receivedOn: day, sha256: String(repeating: "a", count: 64),
          bytes: 1, descriptor: String(repeating: "b", count: 64))
        let id = try access.open(snapshot, source: sourceID, table: "population")
        for (i, row) in rows.enumerated() {
          try access.db.execute(
            sql: "INSERT INTO population VALUES (\(id << 32 | Int64(i + 2)), \(row))")
        }
        try access.close(snapshot, id: id, source: sourceID, policy: .cumulative)
        try access.revise(
          snapshot: id, source: sourceID, table: "population", idColumn: nil, policy: .cumulative)
      }
    }
    try load(
      ["'080063', 2025, 0, 4, 'F', 10", "'080063', 2025, 0, 4, 'M', 11"], .of("2026-01-01"))
    try load(
      [
        "'080063', 2025, 0, 4, 'F', 10", "'080063', 2025, 0, 4, 'M', 12",
        "'080063', 2026, 0, 4, 'F', 9",
      ],
      .of("2026-02-01"))
    let revision = try #require(try store.revisions()["istat/popolazione/2026-02-01.csv"])
    #expect(
      [revision.added, revision.changed, revision.unchanged, revision.vanished] == [2, 0, 1, 1])
  }

  @Test func aRepeatedRowSaysInWhatItDiffers() throws {
    let store = try Store()
    let source = Source.ofRequests("comune", .cumulative)
    let rows = [
      DeliveredRequest("1", line: 2, origin: "a"), DeliveredRequest("2", line: 3, origin: "a"),
      DeliveredRequest("1", line: 4, origin: "a"), DeliveredRequest("2", line: 5, origin: "b"),
    ]
    let id = try store.deliver(rows, as: "2026-01-31.csv", on: .of("2026-01-31"), from: source)
    let repeated = try store.write {
      try $0.supersedeRepeated(
        ids: ["1", "2"], table: "service_request", idColumn: "request_id", snapshot: id)
    }
    #expect(
      repeated == [
        RepeatedRow(line: 4, earlier: 2, id: "1", different: []),
        RepeatedRow(line: 5, earlier: 3, id: "2", different: ["origin_id"]),
      ])
  }
}
