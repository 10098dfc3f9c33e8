internal import GRDB

/// What a publisher has undertaken to deliver, how often, and within how many days.
public struct ExpectedDelivery: Hashable, Sendable {
  /// How long a reporting period is.
  public enum Frequency: String, Hashable, Sendable, CaseIterable {
    case monthly = "mensile"
    case quarterly = "trimestrale"
    case halfYearly = "semestrale"
    case yearly = "annuale"

    /// The period a day belongs to.
    public func period(of day: Day) -> Period {
      switch self {
      case .monthly: .month(day.year, day.month)
      case .quarterly: .quarter(of: day)
      case .halfYearly: .half(of: day)
      case .yearly: .year(day.year)
      }
    }
  }

  /// Folder name of the publisher, as in `Source.publisher`.
  public var publisher: String
  /// What readers call it.
  public var publisherName: String
  public var dataset: String
  public var frequency: Frequency
  /// Periods that end before this day are not expected.
  public var from: Day
  /// Periods that end after this day are not expected any more; nil while the agreement holds.
  public var to: Day?
  /// Days after the end of the period within which a delivery is on time.
  public var daysAllowed: Int
  /// Comuni the publisher reports for, ISTAT codes; empty means the whole territory.
  public var comuni: [String]
  /// The office to ask; shown to operators, never published.
  public var contact: String

  public init(
    publisher: String, publisherName: String, dataset: String, frequency: Frequency, from: Day,
    to: Day? = nil, daysAllowed: Int, comuni: [String] = [], contact: String = ""
  ) {
    self.publisher = publisher
    self.publisherName = publisherName
    self.dataset = dataset
    self.frequency = frequency
    self.from = from
    self.to = to
    self.daysAllowed = daysAllowed
    self.comuni = comuni
    self.contact = contact
  }

  /// The periods expected by a day: those that have ended, oldest first.
  public func periods(endedBy day: Day) -> [Period] {
    var periods: [Period] = []
    var period = frequency.period(of: from)
    while period.lastDay <= day, to.map({ period.lastDay <= $0 }) ?? true {
      if period.lastDay >= from { periods.append(period) }
      period = frequency.period(of: period.lastDay + 1)
    }
    return periods
  }

  /// The period to be delivered next: the first that has not ended by a day; nil when the agreement ends
  /// before it does.
  public func nextPeriod(after day: Day) -> Period? {
    let period = frequency.period(of: max(from, day + 1))
    return to.map { period.lastDay <= $0 } ?? true ? period : nil
  }
}

extension WriteAccess {
  /// Replaces the calendar whole.
  public func replaceCalendar(_ all: [ExpectedDelivery]) throws {
    try db.execute(sql: "DELETE FROM expected_delivery")
    for e in all {
      try db.execute(
        literal: """
          INSERT INTO expected_delivery VALUES (\(e.publisher), \(e.dataset), \(e.publisherName),
            \(e.frequency.rawValue), \(e.from.number), \(e.to?.number), \(e.daysAllowed),
            \(e.comuni.joined(separator: "|")), \(e.contact))
          """)
    }
  }
}

extension Store {
  /// The calendar as it was last loaded, by publisher, dataset and first day.
  public func reportingCalendar() throws -> [ExpectedDelivery] {
    try rows(
      """
      SELECT publisher, publisher_name, dataset, frequency, valid_from, valid_to, days_allowed,
        comuni, contact
      FROM expected_delivery ORDER BY publisher, dataset, valid_from
      """
    ) {
      ExpectedDelivery(
        publisher: $0[0], publisherName: $0[1], dataset: $0[2],
        frequency: ExpectedDelivery.Frequency(rawValue: $0[3])!, from: Day(number: $0[4]),
        to: ($0[5] as Int32?).map(Day.init), daysAllowed: $0[6],
        comuni: ($0[7] as String).split(separator: "|").map(String.init), contact: $0[8])
    }
  }
}
