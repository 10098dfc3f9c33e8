import Testing

@testable import Warehouse

/// What was known of a quarter, month after month: worked out by hand, and again by another implementation.
@Suite struct ReportingTriangleTests {
  private func requests(_ ids: ClosedRange<Int>, on day: String) -> [DeliveredRequest] {
    ids.map { DeliveredRequest("\($0)", line: Int32($0), day: .of(day)) }
  }

  private func rows(
    _ policy: Source.Policy, _ deliveries: [(String, [DeliveredRequest])],
    asOf: String = "2026-12-31"
  ) throws -> [ReportingTriangle.Row] {
    let store = try Store()
    for (day, rows) in deliveries {
      try store.deliver(rows, as: "\(day).csv", on: .of(day), from: .ofRequests("comune", policy))
    }
    let all = try store.reportingTriangles(asOf: .of(asOf))
    #expect(all.map(\.dataset) == ["richieste"])
    return all[0].rows
  }

  @Test func ofACumulativeSourceTheNewestDeliveryByThenHolds() throws {
    // On the quarter's last day 3; ten days into April 5; in June one is taken back.
    let rows = try rows(
      .cumulative,
      [
        ("2026-03-31", requests(1...3, on: "2026-02-10")),
        ("2026-04-10", requests(1...5, on: "2026-02-10")),
        ("2026-06-30", requests(1...4, on: "2026-02-10")),
      ])
    #expect(
      rows == [
        ReportingTriangle.Row(
          quarter: .quarter(2026, 1), source: "comune/richieste", firstAge: 0, known: [3, 5, 5, 4])
      ])
  }

  @Test func ofAnIncrementalSourceANewerVersionIsNotNew() throws {
    // May brings 3 again, changed, with 4; July 1 again and nothing new.
    let rows = try rows(
      .incremental,
      [
        ("2026-04-10", requests(1...3, on: "2026-02-10")),
        ("2026-05-20", requests(3...4, on: "2026-02-10")),
        ("2026-07-05", requests(1...1, on: "2026-02-10")),
      ])
    #expect(rows.count == 1)
    #expect(rows[0].firstAge == 1 && rows[0].known == [3, 4, 4, 4])
    #expect(!rows[0].isLastMonthOver, "July was not over when it was last heard")
  }

  @Test func beforeItToldNothingWasKnownWhichIsNotNone() throws {
    // Told before the quarter's end, and of it only in June.
    let rows = try rows(
      .cumulative,
      [
        ("2026-03-15", requests(1...2, on: "2026-02-10")),
        ("2026-06-30", requests(1...6, on: "2026-02-10")),
      ])
    #expect(rows.map(\.firstAge) == [3] && rows.map(\.known) == [[6]])
  }

  @Test func onlyQuartersThatHaveEndedAndTheMonthsLookedAt() throws {
    let delivered = [
      ("2026-06-30", requests(1...2, on: "2026-06-10") + requests(3...4, on: "2024-12-31"))
    ]
    #expect(try rows(.cumulative, delivered).map(\.quarter) == [.quarter(2026, 2)])
    #expect(try rows(.cumulative, delivered, asOf: "2026-06-29").isEmpty == true)
  }

  @Test func theBytesHandedOverAgainAreHeardAndNotCountedTwice() throws {
    let store = try Store()
    try store.deliver(
      requests(1...3, on: "2026-02-10"), as: "2026-03-31.csv", on: .of("2026-03-31"),
      from: .ofRequests("ente", .incremental))
    let again = Snapshot(
      delivery: "2026-05-31.csv", receivedOn: .of("2026-05-31"), sha256: "", bytes: 1,
      descriptor: "")
    try store.write {
      try $0.note(again, twinOf: "2026-03-31.csv", publisher: "ente", dataset: "richieste")
    }
    let rows = try store.reportingTriangles(asOf: .of("2026-06-30"))[0].rows
    #expect(rows.map(\.known) == [[3, 3, 3]])
  }

  /// The second implementation goes by requests, day by day, and knows neither months of deliveries nor
  /// superseded keys.
  @Test(arguments: 0..<40) func anotherCountByRequestsAgrees(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let policy: Source.Policy = seed % 2 == 0 ? .incremental : .cumulative
    let asked = (0..<12).map { _ in Day.of("2025-07-01") + Int.random(in: 0..<400, using: &random) }
    let days = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      Day.of("2025-08-01") + Int.random(in: 0..<500, using: &random)
    }
    let deliveries = days.enumerated().map { place, day in
      let ids = asked.indices.filter { _ in Int.random(in: 0..<2, using: &random) == 0 }
      return (
        name: "\(day)-\(place).csv", day: day,
        rows: ids.map { DeliveredRequest("\($0)", line: Int32($0 + 2), day: asked[$0]) }
      )
    }
    let store = try Store()
    for delivery in deliveries.shuffled(using: &random) {
      try store.deliver(
        delivery.rows, as: delivery.name, on: delivery.day, from: .ofRequests("ente", policy))
    }
    let asOf = Day.of("2026-09-30")
    let found = try store.reportingTriangles(asOf: asOf).flatMap(\.rows)

    let sorted = deliveries.sorted { ($0.day, $0.name) < ($1.day, $1.name) }
    var expected: [ReportingTriangle.Row] = []
    for quarter in (0..<8).map({ Period.quarter(2025 + $0 / 4, $0 % 4 + 1) })
    where quarter.lastDay <= asOf {
      // The last days of the months after the end, found by walking day by day.
      var ends = [quarter.lastDay]
      while ends.count <= 12 {
        var day = ends.last! + 2
        while (day + 1).month == day.month { day = day + 1 }
        ends.append(day)
      }
      func tells(_ request: DeliveredRequest) -> Bool { quarter.contains(request.day) }
      func known(by day: Day) -> Int {
        let told = sorted.filter { $0.day <= day }
        let ids =
          policy == .cumulative
          ? told.last?.rows.filter(tells).map(\.id) ?? []
          : told.flatMap { $0.rows.filter(tells).map(\.id) }
        return Set(ids).count
      }
      let answer = sorted.first { $0.day >= quarter.lastDay && $0.rows.contains(where: tells) }
      guard let answer, let first = ends.firstIndex(where: { answer.day <= $0 }) else { continue }
      let heard = sorted.last!.day
      let last = ends.firstIndex { heard <= $0 } ?? 12
      expected.append(
        ReportingTriangle.Row(
          quarter: quarter, source: "ente/richieste", firstAge: first,
          known: (first...last).map { known(by: ends[$0]) }, isLastMonthOver: ends[last] <= heard))
    }
    #expect(found == expected)
  }
}
