import Testing
import Warehouse

/// Expected deliveries against those that came, on a small calendar worked out by hand.
@Suite struct ReportingTests {
  private let store: Store
  private let asOf = Day(iso: "2026-08-15")!

  init() throws { store = try Store() }

  private static func expected(
    _ publisher: String = "comune", _ frequency: ExpectedDelivery.Frequency = .quarterly,
    from: String = "2026-01-01", to: String? = nil, comuni: [String] = []
  ) -> ExpectedDelivery {
    ExpectedDelivery(
      publisher: publisher, publisherName: "Comune", dataset: "richieste", frequency: frequency,
      from: Day(iso: from)!, to: to.flatMap(Day.init(iso:)), daysAllowed: 30, comuni: comuni)
  }

  /// A delivery of a hundred rows, with those kept by month.
  private func deliver(
    _ delivery: String, on day: String, months: [String: Int]?, refused: Int = 0,
    publisher: String = "comune", completes: String? = nil
  ) throws {
    var snapshot = Snapshot(
      delivery: delivery, receivedOn: Day(iso: day)!,
      sha256: String(repeating: "a", count: 64), bytes: 1,
      descriptor: String(repeating: "b", count: 64))
    snapshot.rowsRead = 100
    snapshot.rowsRefused = refused
    snapshot.rowsKept = 100 - refused
    snapshot.completes = completes
    snapshot.months = months.map {
      Dictionary(
        uniqueKeysWithValues: $0.map { name, rows in
          let day = Period(name)!.firstDay
          return (day.year * 12 + day.month - 1, rows)
        })
    }
    let closed = snapshot
    try store.write { access in
      let source = try access.save(.ofRequests(publisher, .cumulative))
      let id = try access.open(closed, source: source, table: "service_request")
      try access.close(closed, id: id, source: source, policy: .cumulative)
    }
  }

  private func states(_ calendar: [ExpectedDelivery]) throws -> [String] {
    try store.expectedReports(calendar, asOf: asOf).map { "\($0.period) \($0.state.rawValue)" }
  }

  @Test func periodsAreThoseThatHaveEndedWithinTheAgreement() {
    #expect(
      Self.expected(from: "2025-11-01", to: "2026-06-30").periods(endedBy: asOf)
        == [.quarter(2025, 4), .quarter(2026, 1), .quarter(2026, 2)])
    #expect(Self.expected("c", .monthly, from: "2026-07-31").periods(endedBy: asOf).count == 1)
    #expect(Self.expected("c", .yearly).periods(endedBy: asOf).isEmpty)
    // The one that follows: never one that has ended, nor one the agreement does not reach.
    #expect(
      Self.expected("c", .monthly, from: "2026-01-31").nextPeriod(after: asOf) == .month(2026, 8))
    #expect(
      Self.expected("c", .monthly, from: "2026-12-01").nextPeriod(after: asOf) == .month(2026, 12))
    #expect(Self.expected(from: "2025-11-01", to: "2026-06-30").nextPeriod(after: asOf) == nil)
    #expect(
      Self.expected("c", .yearly).periods(endedBy: Day(iso: "2026-12-31")!) == [.year(2026)])
  }

  @Test func onTimeLateMissingAndAwaited() throws {
    // The first quarter on its last allowed day, the second too late, July not yet due.
    try deliver("2026-04-30.csv", on: "2026-04-30", months: ["2026-01": 40, "2026-03": 60])
    try deliver("2026-08-01.csv", on: "2026-08-01", months: ["2026-03": 60, "2026-06": 40])
    #expect(
      try states([Self.expected()]) == ["2026-T1 puntuale", "2026-T2 in_ritardo"])
    #expect(try states([Self.expected("altro")]) == ["2026-T1 mancante", "2026-T2 mancante"])
    #expect(
      try states([Self.expected("comune", .monthly, from: "2026-05-01")]) == [
        "2026-05 mancante", "2026-06 in_ritardo", "2026-07 attesa",
      ])
  }

  @Test func aDeliveryBeforeTheEndOrWithoutRowsOfThePeriodIsNoAnswer() throws {
    try deliver("2026-03-30.csv", on: "2026-03-30", months: ["2026-03": 100])
    try deliver("2026-04-10.csv", on: "2026-04-10", months: ["2025-12": 100])
    #expect(try states([Self.expected()]).first == "2026-T1 mancante")
    let first = try store.expectedReports(
      [Self.expected("comune", .quarterly, from: "2025-10-01")], asOf: asOf)[0]
    #expect(first.period == .quarter(2025, 4))
    #expect(first.answer?.delivery == "2026-04-10.csv")
    #expect(first.answer?.rowsInPeriod == 100)
  }

  @Test func whatIsHandedOverAfterTheReferenceDateCountsAsItsRowsDo() throws {
    try deliver("2026-08-16.csv", on: "2026-08-16", months: ["2026-06": 100])
    #expect(try states([Self.expected()])[1] == "2026-T2 in_ritardo")
  }

  @Test func refusedRowsThatCameBackMendedAreRefusedNoMore() throws {
    try deliver("2026-04-01.csv", on: "2026-04-01", months: ["2026-02": 90], refused: 10)
    try deliver(
      "2026-05-01.csv", on: "2026-05-01", months: ["2026-02": 94], refused: 6,
      completes: "2026-04-01.csv")
    let report = try store.expectedReports([Self.expected()], asOf: asOf)[0]
    #expect(report.answer?.delivery == "2026-04-01.csv")
    #expect(report.answer?.rowsRefused == 0 && report.isComplete)
  }

  @Test func aRegisterAnswersByBeingHandedOverEvenUnchanged() throws {
    try deliver("2026-04-01.csv", on: "2026-04-01", months: nil)
    let again = Snapshot(
      delivery: "2026-07-02.csv", receivedOn: Day(iso: "2026-07-02")!, sha256: "", bytes: 1,
      descriptor: "")
    try store.write {
      try $0.note(again, twinOf: "2026-04-01.csv", publisher: "comune", dataset: "richieste")
    }
    let reports = try store.expectedReports(
      [Self.expected("comune", .quarterly, from: "2026-06-01")], asOf: asOf)
    #expect(reports.map(\.state) == [.onTime])
    #expect(reports[0].answer?.delivery == "2026-07-02.csv")
    #expect(reports[0].answer?.rowsInPeriod == nil)
  }

  @Test func completeMeansAtMostOneRowInTwentyRefused() throws {
    try deliver("2026-04-01.csv", on: "2026-04-01", months: ["2026-02": 95], refused: 5)
    try deliver("2026-07-01.csv", on: "2026-07-01", months: ["2026-05": 94], refused: 6)
    let reports = try store.expectedReports([Self.expected()], asOf: asOf)
    #expect(reports.map(\.isComplete) == [true, false])
    let rate = ReportingRate(reports)
    #expect(rate.arrived == 2 && rate.complete == 1 && rate.share == 1 && rate.completeShare == 0.5)
    #expect(ReportingRate([]).share == nil)
  }

  @Test func aNumberRestsOnTheReportsOfItsPeriodAndTerritory() throws {
    let reports = try store.expectedReports(
      [Self.expected("a", comuni: ["080063"]), Self.expected("b"), Self.expected("c", .yearly)],
      asOf: Day(iso: "2026-12-31")!)
    let behind = reports.behind(
      dataset: "richieste", period: .half(2026, 1), comuni: ["080043"])
    // Of `b` two quarters, of `c` the year the half belongs to; `a` reports for another comune.
    #expect(behind.map { $0.expected.publisher } == ["b", "b", "c"])
    #expect(reports.behind(dataset: "prestazioni", period: .year(2026)).isEmpty)
    #expect(reports.behind(dataset: "richieste", period: .year(2026)).count == 9)
  }

  @Test func theCalendarComesBackAsItWasLoaded() throws {
    let calendar = [
      Self.expected("a", .monthly, to: "2026-12-31", comuni: ["080043", "080063"]),
      Self.expected("b", .yearly),
    ]
    try store.write { try $0.replaceCalendar([]) }
    let before = try store.inputsDescription()
    try store.write { try $0.replaceCalendar(calendar) }
    #expect(try store.reportingCalendar() == calendar)
    // Observations may carry the rates, so another calendar is another input.
    #expect(try store.inputsDescription() != before)
  }
}
