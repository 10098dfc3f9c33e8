/// One expected delivery for one period, and what came of it.
public struct ExpectedReport: Hashable, Sendable {
  /// The delivery that answers for the period: the first one handed over, on the period's last day or
  /// later, that has rows dated in it (for registers, which have no event dates: the first one handed
  /// over).
  public struct Answer: Hashable, Sendable {
    public var delivery: String
    public var receivedOn: Day
    public var rowsRead: Int
    public var rowsRefused: Int
    /// Rows it keeps that are dated in the period; nil for registers.
    public var rowsInPeriod: Int?

    public init(
      delivery: String, receivedOn: Day, rowsRead: Int, rowsRefused: Int, rowsInPeriod: Int?
    ) {
      self.delivery = delivery
      self.receivedOn = receivedOn
      self.rowsRead = rowsRead
      self.rowsRefused = rowsRefused
      self.rowsInPeriod = rowsInPeriod
    }
  }

  public enum State: String, Hashable, Sendable, CaseIterable {
    case onTime = "puntuale"
    case late = "in_ritardo"
    /// Not here, and its last day has passed.
    case missing = "mancante"
    /// Not here, and still within its days.
    case awaited = "attesa"
  }

  /// A delivery is complete when at least this share of its rows could be kept.
  public static let completeShare = 0.95

  public var expected: ExpectedDelivery
  public var period: Period
  public var answer: Answer?
  public var state: State

  public init(expected: ExpectedDelivery, period: Period, answer: Answer?, asOf: Day) {
    self.expected = expected
    self.period = period
    self.answer = answer
    let due = period.lastDay + expected.daysAllowed
    if let answer {
      state = answer.receivedOn <= due ? .onTime : .late
    } else {
      state = asOf > due ? .missing : .awaited
    }
  }

  /// Last day on which the delivery is on time.
  public var dueOn: Day { period.lastDay + expected.daysAllowed }

  /// It arrived and at least `completeShare` of its rows could be kept.
  public var isComplete: Bool {
    guard let answer else { return false }
    return Double(answer.rowsRefused) <= (1 - Self.completeShare) * Double(answer.rowsRead)
  }
}

/// Expected, arrived, on time: the columns of a reporting-rate table.
///
/// What is expected is every period that has ended, as in DHIS2; those still within their days are
/// told apart, so that a reader can see why a rate is low.
public struct ReportingRate: Hashable, Sendable {
  public var expected = 0
  public var onTime = 0
  public var late = 0
  public var missing = 0
  public var awaited = 0
  public var complete = 0

  public init(_ reports: some Sequence<ExpectedReport>) {
    for report in reports {
      expected += 1
      if report.isComplete { complete += 1 }
      switch report.state {
      case .onTime: onTime += 1
      case .late: late += 1
      case .missing: missing += 1
      case .awaited: awaited += 1
      }
    }
  }

  public var arrived: Int { onTime + late }
  /// Arrived of expected, between 0 and 1; nil when nothing is expected.
  public var share: Double? { expected > 0 ? Double(arrived) / Double(expected) : nil }
  public var onTimeShare: Double? { expected > 0 ? Double(onTime) / Double(expected) : nil }
  public var completeShare: Double? { expected > 0 ? Double(complete) / Double(expected) : nil }
}

extension Sequence<ExpectedReport> {
  /// The reports a number rests on: those of a dataset whose period falls in the number's period, from
  /// publishers that report for any of the comuni (nil: for the whole territory).
  public func behind(
    dataset: String, period: Period, comuni: Set<String>? = nil
  ) -> [ExpectedReport] {
    filter { report in
      report.expected.dataset == dataset
        && report.period.firstDay <= period.lastDay && period.firstDay <= report.period.lastDay
        && (comuni == nil || report.expected.comuni.isEmpty
          || !comuni!.isDisjoint(with: report.expected.comuni))
    }
  }
}
