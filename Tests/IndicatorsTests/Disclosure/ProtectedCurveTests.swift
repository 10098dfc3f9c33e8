import Testing

@testable import Indicators

/// Rule KM of domain.md §3.0 and percentiles of §4.4.10.
@Suite struct ProtectedCurveTests {
  private let settings = try? DisclosureSettings()

  /// One answer a day from day 1, then `open` waits that last `until` days.
  private func table(answers: Int, open: Int, until: Int, causes: Int = 1) -> SurvivalTable {
    SurvivalTable(
      causes: causes,
      entries: (0..<answers).map { .init(day: $0 + 1, cause: 1) }
        + [.init(day: until, cause: 0, count: open)])
  }

  @Test func tooFewEventsWithholdEverything() throws {
    let settings = try #require(settings)
    let curve = ProtectedCurve(
      table(answers: 4, open: 100, until: 50), threshold: 5, settings: settings)
    #expect(!curve.isPublishable && curve.points().isEmpty)
    for state in [curve.quantile(0.5).value == nil, curve.share(within: 3).value == nil] {
      #expect(state)
    }
    guard case .withheld = curve.restrictedMean(until: 30) else {
      Issue.record("a mean of four answers")
      return
    }
  }

  @Test func pointsStopWhereFewAreAtRisk() throws {
    let settings = try #require(settings)
    // 40 answers on days 1…40, 5 open: fewer than ten are at risk after day 36.
    let curve = ProtectedCurve(
      table(answers: 40, open: 5, until: 60), threshold: 5, settings: settings)
    #expect(curve.points().map(\.day) == [0, 7, 14, 21, 28, 35])
    #expect(near(curve.share(within: 36).value?.value, 36.0 / 45, 1e-12))
    guard case .withheld = curve.share(within: 37) else {
      Issue.record("nine at risk")
      return
    }
    guard case .notObserved = curve.share(within: 61) else {
      Issue.record("nobody was followed that long")
      return
    }
    #expect(curve.quantile(0.5).value?.day == 23)
    #expect(curve.restrictedMean(until: 40).value != nil)
  }

  /// Of every cause: with the curve of one, it tells of the few who left for another.
  @Test func aMeanNeedsEnoughOfEachCause() throws {
    let settings = try #require(settings)
    func mean(others: Int) -> Bool {
      let table = SurvivalTable(
        causes: 2,
        entries: [
          .init(day: 10, cause: 1, count: 20), .init(day: 20, cause: 2, count: others),
          .init(day: 60, cause: 0, count: 20),
        ])
      return ProtectedCurve(table, cause: 1, threshold: 5, settings: settings)
        .restrictedMean(until: 30).value != nil
    }
    #expect(mean(others: 0) && mean(others: 5) && !mean(others: 4))
  }

  /// Twenty days waited by a hundred persons are one who waited to the end, or many who waited a little.
  @Test func aMeanTellsOfNoFewWhoWaitLong() throws {
    let settings = try #require(settings)
    func mean(late: Int, soon: Int) -> Bool {
      let table = SurvivalTable(entries: [
        .init(day: 0, cause: 1, count: soon), .init(day: 60, cause: 1, count: late),
      ])
      return ProtectedCurve(table, threshold: 5, settings: settings)
        .restrictedMean(until: 30).value != nil
    }
    #expect(mean(late: 5, soon: 95) && !mean(late: 4, soon: 96))
    #expect(mean(late: 95, soon: 5) && !mean(late: 96, soon: 4))
    #expect(mean(late: 0, soon: 100), "everybody on the first day")
  }

  @Test func percentilesNeedPersonsBeyondThem() throws {
    let settings = try #require(settings)
    func state(_ n: Int, _ p: Double) -> Bool {
      // Everybody answered on day 1 or 2: the curve gets everywhere.
      let table = SurvivalTable(entries: [
        .init(day: 1, cause: 1, count: n / 2), .init(day: 2, cause: 1, count: n - n / 2),
      ])
      return ProtectedCurve(table, threshold: 5, settings: settings).quantile(p).value != nil
    }
    #expect(state(50, 0.9) && !state(49, 0.9), "P90 needs 50")
    #expect(state(10, 0.5) && !state(9, 0.5))
    #expect(state(50, 0.1) && !state(49, 0.1))
  }

  @Test func notReachedIsNotWithheld() throws {
    let settings = try #require(settings)
    let curve = ProtectedCurve(
      table(answers: 20, open: 80, until: 90), threshold: 5, settings: settings)
    guard case .notReached = curve.quantile(0.5) else {
      Issue.record("20 of 100 answered")
      return
    }
    #expect(curve.quantile(0.1).value?.day == 10)
  }

  @Test func aRareOtherCauseClosesTheCurveOfAllCauses() throws {
    let settings = try #require(settings)
    var entries = (0..<40).map { SurvivalTable.Entry(day: $0 + 1, cause: 1) }
    entries.append(.init(day: 20, cause: 2, count: 2))
    entries.append(.init(day: 60, cause: 0, count: 30))
    let table = SurvivalTable(causes: 2, entries: entries)
    let both = ProtectedCurve(table, threshold: 5, settings: settings)
    let activation = ProtectedCurve(table, cause: 1, threshold: 5, settings: settings)
    let withdrawal = ProtectedCurve(table, cause: 2, threshold: 5, settings: settings)
    #expect(!both.isPublishable && activation.isPublishable && !withdrawal.isPublishable)
    #expect(
      near(
        activation.share(within: 30).value?.value,
        AalenJohansen(table, cause: 1).incidence(within: 30)))
  }
}
