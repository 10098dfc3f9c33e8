import Testing

@testable import Warehouse

/// A delivered file enters whole, once, and is replaced whole when it is read again.
@Suite struct SnapshotTests {
  let store: Store
  let source = Source.ofRequests("comune-a", .cumulative)
  let day = Day.of("2026-01-31")

  init() throws { store = try Store() }

  private struct Interrupted: Error {}

  @Test func aFailureLeavesNothingBehind() throws {
    let rows = [DeliveredRequest("R1", line: 2), DeliveredRequest("R2", line: 3)]
    #expect(throws: Interrupted.self) {
      try store.write { access in
        let sourceID = try access.save(source)
        let id = try access.open(
          Snapshot(of: "2026-01-31.csv", on: day, rows: rows), source: sourceID,
          table: "service_request")
        let batch = FactBatch.requests(rows)
        batch.findings = [Finding(line: 2, header: "", code: "riga-totale", severity: .note)]
        try BulkLoad(
          access, table: "service_request", columns: batch.columns.map(\.name), snapshot: id
        ).write(batch)
        throw Interrupted()
      }
    }
    for table in ["source", "snapshot", "service_request", "finding"] {
      #expect(try store.count(table) == 0, "\(table)")
    }
  }

  @Test func aFailureLeavesWhatWasThereBefore() throws {
    try store.deliver(
      [DeliveredRequest("R1", line: 2)], as: "2026-01-31.csv", on: day, from: source)
    #expect(throws: Interrupted.self) {
      try store.write { access in
        _ = try access.open(
          Snapshot(of: "2026-01-31.csv", on: day, rows: []), source: try access.save(source),
          table: "service_request")
        throw Interrupted()
      }
    }
    #expect(try store.currentRequests() == ["comune-a/2026-01-31.csv:2 R1"])
  }

  /// The second reading finds fewer rows, on other lines, and no repetition: nothing of the first may
  /// stay, neither facts nor findings nor superseded keys.
  @Test func anotherReadingLeavesNoOldRow() throws {
    try store.deliver(
      [
        DeliveredRequest("R1", line: 2), DeliveredRequest("R1", line: 3),
        DeliveredRequest("R2", line: 4), DeliveredRequest("R3", line: 9),
      ], as: "2026-01-31.csv", on: day, from: source)
    #expect(try store.count("superseded") == 1)
    let again = try store.deliver(
      [DeliveredRequest("R2", line: 2), DeliveredRequest("R1", line: 3)], as: "2026-01-31.csv",
      on: day, from: source)
    #expect(
      try store.currentRequests() == [
        "comune-a/2026-01-31.csv:2 R2", "comune-a/2026-01-31.csv:3 R1",
      ])
    #expect(try store.count("service_request") == 2)
    #expect(try store.count("superseded") == 0)
    #expect(try store.count("snapshot") == 1)
    #expect(try store.deliveryNames() == [again: "comune-a/richieste/2026-01-31.csv"])
  }

  @Test func loadedMeansTheseBytesUnderThisReadingOnThisDay() throws {
    try store.deliver([], as: "2026-01-31.csv", on: day, from: source)
    let same = Snapshot(of: "2026-01-31.csv", on: day, rows: [])
    func isLoaded(_ change: (inout Snapshot) -> Void) throws -> Bool {
      var snapshot = same
      change(&snapshot)
      return try store.isLoaded(snapshot, publisher: "comune-a", dataset: "richieste")
    }
    #expect(try isLoaded { _ in })
    #expect(try !isLoaded { $0.sha256 = String(repeating: "c", count: 64) })
    #expect(try !isLoaded { $0.descriptor = String(repeating: "c", count: 64) })
    #expect(try !isLoaded { $0.delivery = "2026-02-28.csv" })
    #expect(try !isLoaded { $0.receivedOn = .of("2026-02-01") })
    #expect(try !store.isLoaded(same, publisher: "comune-b", dataset: "richieste"))
  }

  @Test func theSameBytesUnderAnotherNameAreATwin() throws {
    try store.deliver([], as: "2026-01-31.csv", on: day, from: source)
    let other = Snapshot(of: "2026-02-28.csv", on: .of("2026-02-28"), rows: [])
    #expect(
      try store.twin(of: other, publisher: "comune-a", dataset: "richieste") == "2026-01-31.csv")
    #expect(try store.twin(of: other, publisher: "comune-b", dataset: "richieste") == nil)
    var different = other
    different.sha256 = String(repeating: "c", count: 64)
    #expect(try store.twin(of: different, publisher: "comune-a", dataset: "richieste") == nil)
  }

  @Test func whatCameOfItIsKept() throws {
    try store.deliver(
      [DeliveredRequest("R1", line: 2), DeliveredRequest("R2", line: 3, isRefused: true)],
      as: "2026-01-31.csv", on: day, from: source)
    let delivery = try #require(try store.deliveries().first)
    #expect((delivery.rowsRead, delivery.rowsKept, delivery.rowsRefused) == (2, 1, 1))
    #expect(delivery.receivedOn == day && delivery.isCurrent && delivery.isSynthetic)
  }

  @Test func aSourceDescribedAnewKeepsItsPlace() throws {
    let first = try store.write { try $0.save(source) }
    var renamed = source
    renamed.title = "Altro titolo"
    renamed.policy = .incremental
    #expect(try store.write { try $0.save(renamed) } == first)
    #expect(try store.count("source") == 1)
  }

  @Test func onlyFindingsOfCurrentDeliveriesAreCounted() throws {
    for (name, month) in [("2026-01-31.csv", "2026-01-31"), ("2026-02-28.csv", "2026-02-28")] {
      let id = try store.deliver([], as: name, on: .of(month), from: source)
      try store.write { access in
        try BulkLoad(access, table: "service_request", columns: ["request_id"], snapshot: id)
          .write(Finding(line: 2, header: "", code: "riga-totale", severity: .note))
      }
    }
    #expect(try store.findingCounts().map(\.count) == [1])
  }
}
