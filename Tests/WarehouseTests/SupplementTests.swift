import Testing
import Warehouse

/// A delivery that completes another is current as long as that one is, in a cumulative source.
@Suite struct SupplementTests {
  private func deliver(
    _ delivery: String, _ rows: [DeliveredRequest], completes: String? = nil, to store: Store
  ) throws {
    try store.write { access in
      let source = try access.save(.ofRequests("comune", .cumulative))
      var snapshot = Snapshot(
        delivery: delivery, receivedOn: Day(iso: String(delivery.prefix(10)))!,
        sha256: String(repeating: "a", count: 64), bytes: 1,
        descriptor: String(repeating: "b", count: 64))
      snapshot.completes = completes
      let id = try access.open(snapshot, source: source, table: "service_request")
      let batch = FactBatch.requests(rows)
      let bulk = try BulkLoad(
        access, table: "service_request", columns: batch.columns.map(\.name), snapshot: id)
      try bulk.write(batch)
      try access.close(snapshot, id: id, source: source, policy: .cumulative)
      if try access.hasVersions(source: source, policy: .cumulative) {
        try access.supersedeOlderVersions(
          table: "service_request", idColumn: "request_id", happenedOn: "requested_on",
          source: source)
      }
    }
  }

  private func current(_ store: Store) throws -> Int {
    var count = 0
    try store.forEachCurrentRequest { _ in count += 1 }
    return count
  }

  /// Whatever the order of loading.
  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func itStandsAndFallsWithWhatItCompletes(order: [Int]) throws {
    let store = try Store()
    let deliveries: [(String, [DeliveredRequest], String?)] = [
      ("2026-06-30.csv", [DeliveredRequest("1", line: 2), DeliveredRequest("2", line: 3)], nil),
      (
        "2026-07-15.csv", [DeliveredRequest("2", line: 2), DeliveredRequest("3", line: 3)],
        "2026-06-30.csv"
      ),
      ("2026-09-30.csv", [DeliveredRequest("1", line: 2)], nil),
    ]
    for i in order.prefix(2) {
      try deliver(deliveries[i].0, deliveries[i].1, completes: deliveries[i].2, to: store)
    }
    if !order.prefix(2).contains(2) {
      // 1, the newer 2, and 3.
      #expect(try current(store) == 3)
    }
    let last = deliveries[order[2]]
    try deliver(last.0, last.1, completes: last.2, to: store)
    #expect(try current(store) == 1)
    #expect(try store.deliveries().map(\.isCurrent) == [false, false, true])
  }

  @Test func readAgainTheWholeDeliveryGivesWayToItsMendedRowsAgain() throws {
    let store = try Store()
    let whole = [DeliveredRequest("1", line: 2), DeliveredRequest("2", line: 3)]
    try deliver("2026-06-30.csv", whole, to: store)
    try deliver(
      "2026-07-15.csv", [DeliveredRequest("2", line: 2)], completes: "2026-06-30.csv", to: store)
    try deliver("2026-06-30.csv", whole, to: store)
    #expect(try current(store) == 2)
    #expect(try store.deliveries().map(\.isCurrent) == [true, true])
  }

  /// Mended rows say nothing of the others: those are known to the day of the whole delivery, and so are
  /// the mended ones, which are rows of it.
  @Test func mendedRowsMakeNothingKnownLater() throws {
    let store = try Store()
    try deliver("2026-06-30.csv", [DeliveredRequest("R1", line: 2)], to: store)
    try deliver(
      "2026-07-15-scarti.csv", [DeliveredRequest("R2", line: 2)], completes: "2026-06-30.csv",
      to: store)
    #expect(Set(try store.lastHeardDays().values) == [.of("2026-06-30")])
    #expect(try store.lastHeardDays().count == 2)
  }
}
