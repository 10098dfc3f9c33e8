import Testing

@testable import Warehouse

/// Which of the loaded rows are current, by the source's policy.
@Suite struct DeliveryPolicyTests {
  let store: Store
  init() throws { store = try Store() }

  private let january = Day.of("2026-01-31")
  private let february = Day.of("2026-02-28")

  @Test(arguments: [false, true]) func aCumulativeSourceIsItsNewestDelivery(newestFirst: Bool)
    throws
  {
    let source = Source.ofRequests("comune-a", .cumulative)
    let deliveries: [(String, Day, [DeliveredRequest])] = [
      (
        "2026-01-31.csv", january,
        [DeliveredRequest("R1", line: 2), DeliveredRequest("R2", line: 3)]
      ),
      ("2026-02-28.csv", february, [DeliveredRequest("R2", line: 2)]),
    ]
    for (name, day, rows) in newestFirst ? deliveries.reversed() : deliveries {
      try store.deliver(rows, as: name, on: day, from: source)
    }
    // R1 is gone: the office no longer exports it.
    #expect(try store.currentRequests() == ["comune-a/2026-02-28.csv:2 R2"])
  }

  @Test(arguments: [false, true]) func anIncrementalSourceAdds(newestFirst: Bool) throws {
    let source = Source.ofRequests("piattaforma", .incremental)
    let deliveries: [(String, Day, [DeliveredRequest])] = [
      (
        "2026-01-31.csv", january,
        [DeliveredRequest("R1", line: 2), DeliveredRequest("R2", line: 3)]
      ),
      ("2026-02-28.csv", february, [DeliveredRequest("R2", line: 7)]),
    ]
    for (name, day, rows) in newestFirst ? deliveries.reversed() : deliveries {
      try store.deliver(rows, as: name, on: day, from: source)
    }
    #expect(
      try store.currentRequests() == [
        "piattaforma/2026-01-31.csv:2 R1", "piattaforma/2026-02-28.csv:7 R2",
      ])
  }

  @Test func twoDeliveriesOfADayGoByName() throws {
    for policy in Source.Policy.allCases {
      let source = Source.ofRequests("editore-\(policy.rawValue)", policy)
      for name in ["2026-01-31-b.csv", "2026-01-31-a.csv"] {
        try store.deliver([DeliveredRequest("R1", line: 2)], as: name, on: january, from: source)
      }
    }
    #expect(
      try store.currentRequests() == [
        "editore-cumulativa/2026-01-31-b.csv:2 R1", "editore-incrementale/2026-01-31-b.csv:2 R1",
      ])
  }

  @Test func insideADeliveryTheLastRowOfAnIDHolds() throws {
    let rows = [
      DeliveredRequest("R1", line: 2), DeliveredRequest("R2", line: 3),
      DeliveredRequest("R1", line: 4), DeliveredRequest("R1", line: 5),
    ]
    try store.deliver(
      rows, as: "2026-01-31.csv", on: january, from: .ofRequests("comune-a", .cumulative))
    #expect(
      try store.currentRequests() == [
        "comune-a/2026-01-31.csv:3 R2", "comune-a/2026-01-31.csv:5 R1",
      ])
  }

  @Test func aRepetitionIsReportedWithTheLineItReplaces() throws {
    let rows = [
      DeliveredRequest("R1", line: 2), DeliveredRequest("R1", line: 4),
      DeliveredRequest("R1", line: 9), DeliveredRequest("R2", line: 10),
    ]
    let id = try store.deliver(
      rows, as: "2026-01-31.csv", on: january, from: .ofRequests("comune-a", .cumulative))
    let repeated = try store.write {
      try $0.supersedeRepeated(
        ids: ["R1", "R2", "never met"], table: "service_request", idColumn: "request_id",
        snapshot: id)
    }
    #expect(repeated.map { [$0.line, $0.earlier] } == [[4, 2], [9, 4]])
  }

  @Test func aRefusedRowReplacesNothing() throws {
    let rows = [DeliveredRequest("R1", line: 2), DeliveredRequest("R1", line: 3, isRefused: true)]
    try store.deliver(
      rows, as: "2026-01-31.csv", on: january, from: .ofRequests("comune-a", .cumulative))
    #expect(try store.currentRequests() == ["comune-a/2026-01-31.csv:2 R1"])
  }

  @Test func theSameIDOfTwoSourcesIsTwoThings() throws {
    for publisher in ["comune-a", "comune-b"] {
      try store.deliver(
        [DeliveredRequest("1", line: 2)], as: "2026-01-31.csv", on: january,
        from: .ofRequests(publisher, .incremental))
    }
    try store.settle()
    #expect(try store.currentRequests().count == 2)
  }
}
