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
  func arrivals() throws -> [Arrival] {
    var months: [Int64: [Int: Arrival.Rows]] = [:]
    for (snapshot, month, rows, toldBefore) in try rows(
      "SELECT snapshot, month, rows, told_before FROM snapshot_month",
      { ($0[0], $0[1], $0[2], $0[3]) })
      as [(Int64, Int, Int, Int)]
    {
      months[snapshot, default: [:]][month] = Arrival.Rows(all: rows, new: rows - toldBefore)
    }
    return try rows(
      """
      SELECT s.id, publisher || '/' || dataset, given.delivery, given.received_on, s.rows_read,
        max(0, s.rows_refused - (SELECT coalesce(sum(c.rows_kept), 0) FROM snapshot c
          WHERE c.source = s.source AND c.completes = s.delivery)), s.is_dated,
        given.delivery <> s.delivery, s.completes, dataset, policy
      FROM (SELECT id AS snapshot, delivery, received_on FROM snapshot
            UNION ALL SELECT snapshot, delivery, received_on FROM twin) AS given
        JOIN snapshot s ON s.id = given.snapshot JOIN source ON source.id = s.source
      ORDER BY given.received_on, \(DeliveryOrder.key(of: "given.delivery"))
      """
    ) {
      Arrival(
        source: $0[1], delivery: $0[2], receivedOn: Day(number: $0[3]), rowsRead: $0[4],
        rowsRefused: $0[5], months: $0[6] as Bool ? months[$0[0]] ?? [:] : nil, isTwin: $0[7],
        completes: $0[8], dataset: $0[9], policy: Source.Policy(rawValue: $0[10])!)
    }
  }
}

/// A delivery as far as the calendar is concerned.
struct Arrival {
  struct Rows {
    let all: Int
    /// Those that are not newer versions of what the source had told.
    let new: Int
  }

  let source: String
  let delivery: String
  let receivedOn: Day
  let rowsRead: Int
  let rowsRefused: Int
  /// Kept rows by month (year × 12 + month − 1); nil for registers.
  let months: [Int: Rows]?
  /// True for the bytes of another delivery handed over again.
  let isTwin: Bool
  /// The delivery of which it brings mended rows.
  let completes: String?
  let dataset: String
  let policy: Source.Policy

  /// Rows dated in a period; nil for registers.
  func rows(in period: Period, _ kind: KeyPath<Rows, Int>) -> Int? {
    let first = period.year * 12 - 1
    return months.map { months in
      period.months.reduce(0) { $0 + (months[first + $1]?[keyPath: kind] ?? 0) }
    }
  }

  func answer(to period: Period) -> ExpectedReport.Answer? {
    guard receivedOn >= period.lastDay else { return nil }
    let inPeriod = rows(in: period, \.all)
    guard inPeriod != 0 else { return nil }
    return ExpectedReport.Answer(
      delivery: delivery, receivedOn: receivedOn, rowsRead: rowsRead, rowsRefused: rowsRefused,
      rowsInPeriod: inPeriod)
  }
}
