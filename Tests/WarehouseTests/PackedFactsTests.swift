import GRDB
import Synchronization
import TestSupport
import Testing

@testable import Warehouse

/// The packed columns say what the rows say, and go when a fact changes.
@Suite struct PackedFactsTests {
  let store: Store
  let snapshot: Int64

  /// Three batches of random requests, with gaps, refused rows, values of every width and columns that
  /// the delivery does not carry.
  init() throws {
    let store = try Store()
    self.store = store
    snapshot = try store.write { access in
      var random = SplitMix(seed: 7)
      var delivery = Snapshot(of: "2026-01-31.csv", on: .of("2026-01-31"), rows: [])
      let source = try access.save(.ofRequests("comune", .cumulative))
      let id = try access.open(delivery, source: source, table: "service_request")
      let words = CodeDictionary()
      let columns =
        ["request_id", "outcome"].map { FactColumn(name: $0, kind: .text, capacity: 500) }
        + ["comune", "channel", "service", "user_area"].map {
          FactColumn(name: $0, kind: .code, capacity: 500, dictionary: words)
        }
        + ["requested_on", "decided_on", "started_on", "closed_on", "is_assisted"].map {
          FactColumn(name: $0, kind: .integer, capacity: 500)
        } + [FactColumn(name: "person", kind: .token, capacity: 500)]
      let bulk = try BulkLoad(
        access, table: "service_request", columns: columns.map(\.name), snapshot: id)
      var line: Int32 = 2
      for count in [500, 1, 300] {
        let batch = FactBatch(columns: columns, capacity: 500)
        for row in 0..<count {
          line += Int32.random(in: 1...3, using: &random)
          batch.lines[row] = line
          batch.isRefused[row] = Int.random(in: 0..<10, using: &random) == 0 && count > 1
          batch.setText("R\(line)", row: row, column: 0)
          columns[1].a[row] = FactBatch.null
          if Bool.random(using: &random) {
            batch.setText(
              ["rinuncia", "decesso", "respinta_requisiti"].randomElement(using: &random)!,
              row: row, column: 1)
          }
          for column in 2...5 {
            columns[column].a[row] = words.index(of: "C\(Int.random(in: 0..<300, using: &random))")
          }
          // Bytes, words, wider ones; before 1970 too; missing, present, always the same.
          columns[6].a[row] = Int64.random(in: -100...100, using: &random)
          columns[7].a[row] = Int64.random(in: 0...60_000, using: &random)
          columns[8].a[row] =
            Bool.random(using: &random)
            ? FactBatch.null : Int64.random(in: -1_000_000...1_000_000, using: &random)
          columns[9].a[row] = FactBatch.null
          columns[10].a[row] = 1
          columns[11].a[row] = Int64.random(in: .min ... .max, using: &random)
          columns[11].b[row] = 9
        }
        batch.count = count
        try bulk.write(batch)
        let refused = (0..<count).count { batch.isRefused[$0] }
        delivery.rowsRead += count
        delivery.rowsRefused += refused
        delivery.rowsKept += count - refused
      }
      try access.close(delivery, id: id, source: source, policy: .cumulative)
      return id
    }
  }

  private func change(_ sql: String) throws { try store.write { try $0.db.execute(sql: sql) } }

  private func scanned() throws -> [ServiceRequest] {
    var all: [ServiceRequest] = []
    try store.forEachCurrentRequest { all.append($0) }
    return all
  }

  /// The first request that is not the same: a whole list of differences says no more, and takes minutes.
  private func expectSame(
    _ found: [ServiceRequest], _ expected: [ServiceRequest],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(found.count == expected.count, sourceLocation: sourceLocation)
    let unlike = zip(found, expected).first { $0 != $1 }
    #expect(unlike == nil, sourceLocation: sourceLocation)
  }

  @Test func whatIsPackedIsWhatTheRowsSay() throws {
    #expect(try store.count("packed_facts") == 3)
    let packed = try scanned()
    #expect(packed.count > 650)
    try change("DELETE FROM packed_facts")
    expectSame(try scanned(), packed)
  }

  @Test func columnsTakeFewBytes() throws {
    let (bytes, count) = try store.queue.read { db in
      try Row.fetchOne(db, sql: "SELECT sum(length(cells)), sum(count) FROM packed_facts").map {
        ($0[0] as Int, $0[1] as Int)
      }!
    }
    // Key 2, token 8, four codes 2 each (300 words), days 1 + 2 + 4, outcome 1, and the words.
    #expect(bytes < count * 26 + 4 * 8 * 300 * 3)
  }

  @Test func onlyWhatHoldsIsScanned() throws {
    let all = try scanned()
    let gone = [all[0].key, all[1].key, all[400].key, all[all.count - 1].key]
    for key in gone { try change("INSERT INTO superseded VALUES (\(key), 'ripetuta')") }
    let packed = try scanned()
    expectSame(packed, all.filter { !gone.contains($0.key) })
    try change("DELETE FROM packed_facts")
    expectSame(try scanned(), packed)
  }

  @Test(arguments: [1, 2, 5]) func threadsSeeEveryRequestOnce(threads: Int) throws {
    final class Part: Sendable { let keys = Mutex<[Int64]>([]) }
    let parts = (0..<threads).map { _ in Part() }
    try store.shareCurrentRequests(among: parts) { part, requests in
      part.keys.withLock { $0 += requests.map(\.key) }
    }
    let keys = parts.flatMap { $0.keys.withLock { $0 } }
    #expect(try keys.sorted() == scanned().map(\.key))
  }

  @Test(arguments: ["UPDATE service_request SET person = NULL", "DELETE FROM service_request"])
  func aFactThatChangesIsNeverReadFromItsCopy(sql: String) throws {
    let key = try #require(try scanned().first?.key)
    try change("\(sql) WHERE key = \(key)")
    #expect(try store.count("packed_facts") == 0)
    #expect(try scanned().first { $0.key == key }?.person == nil)
    #expect(try scanned().count > 650)
  }

  @Test func whatIsPackedInPartOrOtherwiseIsReadFromItsRows() throws {
    let all = try scanned()
    try change("UPDATE packed_facts SET layout = 'key'")
    expectSame(try scanned(), all)
    try change("DELETE FROM packed_facts WHERE key = (SELECT max(key) FROM packed_facts)")
    expectSame(try scanned(), all)
  }

  @Test func readingADeliveryAgainLeavesNothingOfTheOldCopy() throws {
    try store.deliver(
      [DeliveredRequest("R1", line: 2)], as: "2026-01-31.csv", on: .of("2026-01-31"),
      from: .ofRequests("comune", .cumulative))
    #expect(try scanned().map { $0.key & 0xFFFF_FFFF } == [2])
    #expect(try store.count("packed_facts") == 1)
  }
}
