import GRDB
import Testing

@testable import Warehouse

/// What the fast scans give back is what the bulk load wrote.
@Suite struct ReadBackTests {
  private func scanned(_ store: Store) throws -> [ServiceRequest] {
    var all: [ServiceRequest] = []
    try store.forEachCurrentRequest { all.append($0) }
    return all
  }

  private static let codes = ["comune", "channel", "actor", "service", "user_area", "outcome"]
  private static let days = [
    "requested_on", "first_response_on", "decided_on", "started_on", "closed_on",
  ]

  /// A full row at line 2 and one with required columns alone at line 3.
  private func load(into store: Store) throws -> Int64 {
    let dictionary = CodeDictionary()
    let columns =
      ReadBackTests.codes.map {
        FactColumn(name: $0, kind: .code, capacity: 2, dictionary: dictionary)
      }
      + ReadBackTests.days.map { FactColumn(name: $0, kind: .integer, capacity: 2) }
      + ["is_assisted", "has_presumed_dates"].map {
        FactColumn(name: $0, kind: .integer, capacity: 2)
      }
      + [
        FactColumn(name: "person", kind: .token, capacity: 2),
        FactColumn(name: "request_id", kind: .text, capacity: 2),
      ]
    let batch = FactBatch(columns: columns, capacity: 2)
    let byName = Dictionary(uniqueKeysWithValues: columns.map { ($0.name, $0) })
    for (name, word) in [
      ("comune", "080063"), ("channel", "intermediario"), ("actor", "operatore_pdp"),
      ("service", "C1"), ("user_area", "ANZ"), ("outcome", "respinta_requisiti"),
    ] { byName[name]!.a[0] = dictionary.index(of: word) }
    for (i, name) in ReadBackTests.days.enumerated() { byName[name]!.a[0] = 20_000 + Int64(i) }
    byName["is_assisted"]!.a[0] = 1
    byName["has_presumed_dates"]!.a[0] = 1
    byName["person"]!.a[0] = Int64(bitPattern: 0xF102_0304_0506_0708)
    byName["person"]!.b[0] = 5
    for (name, word) in [("comune", "ND"), ("channel", "ND"), ("service", "ND")] {
      byName[name]!.a[1] = dictionary.index(of: word)
    }
    byName["requested_on"]!.a[1] = -5
    for row in 0..<2 {
      batch.lines[row] = Int32(row + 2)
      batch.setText("R\(row)", row: row, column: columns.count - 1)
    }
    batch.count = 2
    return try store.write { access in
      let snapshot = Snapshot(of: "2026-01-31.csv", on: .of("2026-01-31"), rows: [])
      let id = try access.open(
        snapshot, source: access.save(.ofRequests("comune", .cumulative)), table: "service_request")
      try BulkLoad(
        access, table: "service_request", columns: columns.map(\.name), snapshot: id
      ).write(batch)
      return id
    }
  }

  @Test func everyColumnOfARequestComesBack() throws {
    let store = try Store()
    let id = try load(into: store)
    let requests = try scanned(store)
    let r = try #require(requests.first)
    #expect(r.key == id << 32 | 2)
    #expect(r.person == 0xF102_0304_0506_0708)
    #expect(
      [r.comune, r.channel, r.actor, r.service, r.userArea, r.outcome]
        == ["080063", "intermediario", "operatore_pdp", "C1", "ANZ", "respinta_requisiti"]
        .map(PackedCode.init))
    #expect(
      [r.requestedOn, r.firstResponseOn, r.decidedOn, r.startedOn, r.closedOn]
        == (20_000...20_004).map(Day.init))
    #expect(r.isAssisted == true && r.hasPresumedDates)
  }

  @Test func whatIsMissingComesBackMissing() throws {
    let store = try Store()
    _ = try load(into: store)
    let r = try #require(try scanned(store).last)
    #expect(r.requestedOn == Day(number: -5))
    #expect(
      [r.comune, r.channel, r.service] == [PackedCode](repeating: PackedCode("ND"), count: 3))
    #expect([r.actor, r.userArea, r.outcome] == [PackedCode](repeating: .none, count: 3))
    #expect(r.person == nil && r.isAssisted == nil && !r.hasPresumedDates)
    #expect([r.firstResponseOn, r.decidedOn, r.startedOn, r.closedOn].allSatisfy { $0 == nil })
  }

  @Test func onlyCurrentRequestsAreScanned() throws {
    let store = try Store()
    let source = Source.ofRequests("comune", .cumulative)
    try store.deliver(
      [DeliveredRequest("R1", line: 2)], as: "2026-01-31.csv", on: .of("2026-01-31"), from: source)
    let newest = try store.deliver(
      [DeliveredRequest("R1", line: 2), DeliveredRequest("R1", line: 3)], as: "2026-02-28.csv",
      on: .of("2026-02-28"), from: source)
    #expect(try scanned(store).map(\.key) == [newest << 32 | 3])
  }

  @Test func anErrorOfTheReaderEndsTheScan() throws {
    struct Enough: Error {}
    let store = try Store()
    _ = try load(into: store)
    var seen = 0
    #expect(throws: Enough.self) {
      try store.forEachCurrentRequest { _ in
        seen += 1
        throw Enough()
      }
    }
    #expect(seen == 1)
    #expect(try scanned(store).count == 2, "the connection is still usable")
  }
}
