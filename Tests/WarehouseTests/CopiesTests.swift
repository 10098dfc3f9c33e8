import Testing

@testable import Warehouse

/// Two systems' exports of one request are one request (`id_origine`).
@Suite struct CopiesTests {
  let store: Store
  init() throws { store = try Store() }

  private func deliver(
    _ publisher: String, _ rows: [DeliveredRequest], month: Int = 1,
    policy: Source.Policy = .cumulative
  ) throws {
    let day = Day(year: 2026, month: month, day: 28)!
    try store.deliver(rows, as: "\(day).csv", on: day, from: .ofRequests(publisher, policy))
    try store.settle()
  }

  private func current() throws -> [String] {
    try store.currentRequests().map { String($0.split(separator: " ")[1]) }
  }

  @Test(arguments: [false, true]) func aCopyGivesWayToItsOwner(copyFirst: Bool) throws {
    let deliveries = [
      ("comune", [DeliveredRequest("C1", line: 2)]),
      ("piattaforma", [DeliveredRequest("P1", line: 2, origin: "C1")]),
    ]
    for (publisher, rows) in copyFirst ? deliveries.reversed() : deliveries {
      try deliver(publisher, rows)
    }
    #expect(try current() == ["C1"])
  }

  @Test func withoutItsOwnerACopyStays() throws {
    try deliver("piattaforma", [DeliveredRequest("P1", line: 2, origin: "C1")])
    #expect(try current() == ["P1"])
  }

  @Test func aCopyComesBackWhenItsOwnerIsWithdrawn() throws {
    try deliver("comune", [DeliveredRequest("C1", line: 2)])
    try deliver("piattaforma", [DeliveredRequest("P1", line: 2, origin: "C1")])
    #expect(try current() == ["C1"])
    try deliver("comune", [DeliveredRequest("C2", line: 2)], month: 2)
    #expect(try current() == ["C2", "P1"])
  }

  @Test func anIDOfTheSameSourceIsNotAnotherSystem() throws {
    try deliver(
      "piattaforma",
      [DeliveredRequest("P1", line: 2), DeliveredRequest("P2", line: 3, origin: "P1")])
    #expect(try current() == ["P1", "P2"])
  }

  @Test func ofTwoThatPointAtEachOtherTheFirstLoadedStays() throws {
    try deliver("piattaforma", [DeliveredRequest("P1", line: 2, origin: "C1")])
    try deliver("comune", [DeliveredRequest("C1", line: 2, origin: "P1")])
    #expect(try current() == ["P1"])
  }

  @Test func aChainEndsInItsFirstLink() throws {
    try deliver("ente", [DeliveredRequest("E1", line: 2, origin: "P1")])
    try deliver("piattaforma", [DeliveredRequest("P1", line: 2, origin: "C1")])
    try deliver("comune", [DeliveredRequest("C1", line: 2)])
    #expect(try current() == ["C1"])
  }

  @Test func everyCopyOfARequestGivesWay() throws {
    try deliver("comune", [DeliveredRequest("C1", line: 2)])
    try deliver("piattaforma", [DeliveredRequest("P1", line: 2, origin: "C1")])
    try deliver("ente", [DeliveredRequest("E1", line: 2, origin: "C1")])
    #expect(try current() == ["C1"])
  }

  /// A protocol number of one office may be anybody's elsewhere: where nothing agrees, a person decides.
  @Test func aRowThatAgreesInNothingIsOnlyProposed() throws {
    let day = Day.of("2026-01-02")
    try deliver("comune", [DeliveredRequest("1", line: 2), DeliveredRequest("2", line: 3)])
    try deliver(
      "piattaforma",
      [
        DeliveredRequest("P1", line: 2, origin: "1", day: day, comune: "080043", service: "A1"),
        DeliveredRequest("P2", line: 3, origin: "2", day: day, comune: "080043"),
      ])
    #expect(try current() == ["1", "2", "P1"])
    let proposals = try store.requestProposals()
    #expect(proposals.map(\.first.id) == ["1"] && proposals.map(\.second.id) == ["P1"])
    let decision = RequestDecision(
      first: proposals[0].first, second: proposals[0].second, isMerged: true)
    try store.write {
      try $0.replaceRequestDecisions([decision])
      try $0.supersedeCopies()
    }
    #expect(try current() == ["1", "2"])
    #expect(try store.requestProposals().isEmpty)
  }

  /// What nobody could place disagrees with nothing.
  @Test func whatIsUnknownDoesNotDisagree() throws {
    try deliver("comune", [DeliveredRequest("1", line: 2)])
    try deliver(
      "piattaforma",
      [
        DeliveredRequest(
          "P1", line: 2, origin: "1", day: .of("2026-01-02"), comune: "ND", service: "A1")
      ])
    #expect(try current() == ["1"])
  }

  @Test func settlingAgainChangesNothing() throws {
    try deliver("comune", [DeliveredRequest("C1", line: 2)])
    try deliver("piattaforma", [DeliveredRequest("P1", line: 2, origin: "C1")])
    try store.settle()
    #expect(try current() == ["C1"])
    #expect(try store.count("superseded") == 1)
  }

  /// An older version that was also a copy must not come back when its owner is withdrawn.
  @Test func anOlderVersionOfACopyStaysSuperseded() throws {
    try deliver("comune", [DeliveredRequest("C1", line: 2)])
    try deliver(
      "piattaforma", [DeliveredRequest("P1", line: 2, origin: "C1")], policy: .incremental)
    try deliver(
      "piattaforma", [DeliveredRequest("P1", line: 5, origin: "C1")], month: 2, policy: .incremental
    )
    try deliver("comune", [], month: 2)
    #expect(try store.currentRequests() == ["piattaforma/2026-02-28.csv:5 P1"])
  }
}
