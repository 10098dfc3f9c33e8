/// What was known of the quarters of a dataset, month after month after their end: the run-off triangle of
/// actuaries, the reporting triangle of epidemiologists.
///
/// It is made of the counts that are kept with the deliveries: no fact is read for it.
public struct ReportingTriangle: Hashable, Sendable {
  /// Months after the end of a quarter that are looked at; what is known then is taken for final.
  public static let lastAge = 12

  /// A quarter as one source told it.
  public struct Row: Hashable, Sendable {
    public var quarter: Period
    /// `publisher/dataset`.
    public var source: String
    /// Months from the end of the quarter to the first delivery that answers for it: before that nothing
    /// was told, which is not none.
    public var firstAge: Int
    /// Rows dated in the quarter that were known within `firstAge` months of its end, and within each month
    /// more up to that of the source's last delivery.
    public var known: [Int]
    /// False for the last of `known` when its month was not over at the last delivery: more may have been told.
    public var isLastMonthOver: Bool

    public init(
      quarter: Period, source: String, firstAge: Int, known: [Int], isLastMonthOver: Bool = true
    ) {
      self.quarter = quarter
      self.source = source
      self.firstAge = firstAge
      self.known = known
      self.isLastMonthOver = isLastMonthOver
    }

    /// Months from the end of the quarter to the last of `known`.
    public var lastAge: Int { firstAge + known.count - 1 }
  }

  public var dataset: String
  /// By quarter, then source; none without a row known.
  public var rows: [Row]

  public init(dataset: String, rows: [Row]) {
    self.dataset = dataset
    self.rows = rows
  }
}

extension Store {
  /// One for each dataset whose rows are events, by name.
  ///
  /// - Parameter asOf: quarters that have ended by this day. A delivery counts whenever it came, as its rows
  ///   do: how old what is known of a quarter is, its source's last delivery says.
  public func reportingTriangles(asOf: Day) throws -> [ReportingTriangle] {
    let bySource = Dictionary(grouping: try arrivals().filter { $0.months != nil }) { $0.source }
    var rows: [String: [ReportingTriangle.Row]] = [:]
    for (source, arrivals) in bySource {
      let history = SourceHistory(arrivals)
      rows[arrivals[0].dataset, default: []] += history.quarters.filter { $0.lastDay <= asOf }
        .compactMap { history.row($0, source: source) }
    }
    return rows.sorted { $0.key < $1.key }.map { dataset, rows in
      ReportingTriangle(
        dataset: dataset, rows: rows.sorted { ($0.quarter, $0.source) < ($1.quarter, $1.source) })
    }
  }
}

/// What a source had told, at any time.
private struct SourceHistory {
  /// In the order they were handed over.
  private let arrivals: [Arrival]

  init(_ arrivals: [Arrival]) { self.arrivals = arrivals }

  var quarters: Set<Period> {
    Set(
      arrivals.lazy.flatMap { $0.months!.keys }.compactMap {
        Day(year: $0 / 12, month: $0 % 12 + 1, day: 1).map(Period.quarter(of:))
      })
  }

  /// Nil when no delivery answers for the quarter within the months looked at.
  func row(_ quarter: Period, source: String) -> ReportingTriangle.Row? {
    guard let answer = arrivals.lazy.compactMap({ $0.answer(to: quarter) }).first else {
      return nil
    }
    let heard = arrivals[arrivals.count - 1].receivedOn
    let first = quarter.age(on: answer.receivedOn)
    let last = min(quarter.age(on: heard), ReportingTriangle.lastAge)
    guard first <= last else { return nil }
    let known = (first...last).map { rowsKnown(of: quarter, by: quarter.lastDay(ofAge: $0)) }
    return ReportingTriangle.Row(
      quarter: quarter, source: source, firstAge: first, known: known,
      isLastMonthOver: quarter.lastDay(ofAge: last) <= heard)
  }

  private func rowsKnown(of quarter: Period, by day: Day) -> Int {
    let told = arrivals.prefix { $0.receivedOn <= day }.filter { !$0.isTwin }
    let standing =
      switch told.first?.policy {
      case .incremental: told
      case .cumulative, nil:
        {
          let newest = told.last { $0.completes == nil }?.delivery
          return told.filter { ($0.completes ?? $0.delivery) == newest }
        }()
      }
    return standing.reduce(0) { $0 + ($1.rows(in: quarter, \.new) ?? 0) }
  }
}

extension Period {
  private var lastMonth: Int { year * 12 + months.upperBound - 1 }

  /// Months begun after the end of the period: 0 on its last day, 1 in the month that follows.
  func age(on day: Day) -> Int { day.year * 12 + day.month - 1 - lastMonth }

  /// The day on which so many months have gone by since its end.
  func lastDay(ofAge age: Int) -> Day {
    let month = lastMonth + age
    return Period.month(month / 12, month % 12 + 1).lastDay
  }
}
