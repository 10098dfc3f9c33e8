internal import GRDB

extension Store {
  /// Every delivery expected by a day and what came of it, by publisher, dataset and period.
  ///
  /// - Parameters:
  ///   - calendar: what is expected; the calendar last loaded when nil.
  ///   - asOf: a period is expected when it has ended by this day. A delivery counts whenever it came, as
  ///     its rows do.
  public func expectedReports(
    _ calendar: [ExpectedDelivery]? = nil, asOf: Day
  ) throws -> [ExpectedReport] {
    let handedOver = Dictionary(grouping: try arrivals()) { $0.source }
    return try (calendar ?? reportingCalendar()).flatMap { expected in
      let arrivals = handedOver["\(expected.publisher)/\(expected.dataset)"] ?? []
      return expected.periods(endedBy: asOf).map { period in
        ExpectedReport(
          expected: expected, period: period,
          answer: arrivals.lazy.compactMap { $0.answer(to: period) }.first, asOf: asOf)
      }
    }
  }

  /// Deliveries in the order they were handed over, with their rows by month; the same file handed
  /// over again counts as a delivery of what it holds. Refused rows that came back mended are
  /// refused no more.
  private func arrivals() throws -> [Arrival] {
    var months: [Int64: [Int: Int]] = [:]
    for (snapshot, month, count) in try rows(
      "SELECT snapshot, month, rows FROM snapshot_month", { ($0[0], $0[1], $0[2]) })
      as [(Int64, Int, Int)]
    {
      months[snapshot, default: [:]][month] = count
    }
    return try rows(
      """
      SELECT s.id, publisher || '/' || dataset, given.delivery, given.received_on, s.rows_read,
        max(0, s.rows_refused - (SELECT coalesce(sum(c.rows_kept), 0) FROM snapshot c
          WHERE c.source = s.source AND c.completes = s.delivery)), s.is_dated
      FROM (SELECT id AS snapshot, delivery, received_on FROM snapshot
            UNION ALL SELECT snapshot, delivery, received_on FROM twin) AS given
        JOIN snapshot s ON s.id = given.snapshot JOIN source ON source.id = s.source
      ORDER BY given.received_on, given.delivery
      """
    ) {
      Arrival(
        source: $0[1], delivery: $0[2], receivedOn: Day(number: $0[3]), rowsRead: $0[4],
        rowsRefused: $0[5], months: $0[6] as Bool ? months[$0[0]] ?? [:] : nil)
    }
  }
}

/// A delivery as far as the calendar is concerned.
private struct Arrival {
  let source: String
  let delivery: String
  let receivedOn: Day
  let rowsRead: Int
  let rowsRefused: Int
  /// Kept rows by month (year × 12 + month − 1); nil for registers.
  let months: [Int: Int]?

  func answer(to period: Period) -> ExpectedReport.Answer? {
    guard receivedOn >= period.lastDay else { return nil }
    let first = period.year * 12 - 1
    let inPeriod = months.map { months in
      period.months.reduce(0) { $0 + (months[first + $1] ?? 0) }
    }
    guard inPeriod != 0 else { return nil }
    return ExpectedReport.Answer(
      delivery: delivery, receivedOn: receivedOn, rowsRead: rowsRead, rowsRefused: rowsRefused,
      rowsInPeriod: inPeriod)
  }
}
