/// The publishable part of a waiting-time curve: the only way from a survival table to a duration.
///
/// Rule `KM`: nothing below a minimum of events; points only while enough are still at risk.
/// Percentiles only with a full cell of persons on either side of them (P90 needs 50 under a
/// threshold of 5). A curve on days of its own is never given: points lie on a grid of a week,
/// because single steps are single persons' days.
public struct ProtectedCurve: Sendable {
  /// A duration statistic as a reader may see it.
  public enum Disclosed<Value: Sendable>: Sendable {
    case value(Value)
    /// The curve does not get there: “non raggiunta”.
    case notReached
    /// Too few persons: suppressed, which is neither zero nor missing.
    case withheld
    /// Nobody was followed that long.
    case notObserved

    /// The value, nil in every other state.
    public var value: Value? { if case .value(let value) = self { value } else { nil } }
  }

  /// A share with its interval where one exists.
  public struct Share: Hashable, Sendable {
    public var value: Double
    public var interval: ConfidenceInterval?
  }

  /// Days between the points of a published curve.
  public static let grid = 7

  private let any: KaplanMeier
  private let curve: any ExitCurve
  private let settings: DisclosureSettings
  private let threshold: Int
  private let hasEnough: Bool
  /// True where nobody follows from the mean, which is of every cause, and the curve of one.
  private let hasEnoughOfEach: Bool
  /// The last day with enough persons still at risk; −1 when there is none.
  private let horizon: Int

  /// - Parameters:
  ///   - cause: the exit the curve is about; nil = exits of every cause together, which needs enough
  ///     events of each cause that occurs, because the difference of two curves is a third.
  ///   - threshold: persons needed in the cell the table belongs to.
  public init(
    _ table: SurvivalTable, cause: Int? = nil, threshold: Int, settings: DisclosureSettings
  ) {
    precondition(threshold >= settings.legalFloor, "never below the legal floor")
    any = KaplanMeier(table)
    curve = cause.map { AalenJohansen(table, cause: $0) } ?? any
    self.settings = settings
    self.threshold = threshold
    let needed = max(settings.minimumEvents, threshold)
    let events = (1...table.causes).map { table.totalEvents(cause: $0) }
    let isEnoughOfEach =
      table.totalEvents >= needed && events.allSatisfy { $0 == 0 || $0 >= needed }
    let isEnough = cause.map { events[$0 - 1] >= needed } ?? isEnoughOfEach
    let minimum = max(settings.minimumAtRisk, threshold)
    hasEnough = isEnough && table.subjects >= minimum
    hasEnoughOfEach = hasEnough && isEnoughOfEach
    horizon = table.rows.last { table.atRisk[$0] >= minimum }.map { table.days[$0] } ?? -1
  }

  /// False when every duration of the cell is suppressed.
  public var isPublishable: Bool { hasEnough }

  /// Share that left (for the cause, if one was given) within `day` days.
  public func share(
    within day: Int, level: Double = ConfidenceInterval.usualLevel
  ) -> Disclosed<Share> {
    guard hasEnough else { return .withheld }
    guard any.isEstimable(at: day) else { return .notObserved }
    guard day <= horizon else { return .withheld }
    guard let share = curve.share(within: day, level: level) else { return .notObserved }
    return .value(Share(value: share.value, interval: share.interval))
  }

  /// First day by which a share p has left. Limits beyond the published part are left out.
  public func quantile(
    _ p: Double, level: Double = ConfidenceInterval.usualLevel
  ) -> Disclosed<DurationQuantile> {
    // In persons: the tolerance keeps 50 × (1 − 0.9) at 5.
    let beyond = Double(any.table.subjects) * min(p, 1 - p) + quantileTolerance * 1e3
    guard hasEnough, beyond >= Double(threshold) else { return .withheld }
    var result = curve.quantile(p, level: level)
    guard let day = result.day else { return .notReached }
    if day > horizon { return .withheld }
    if let lower = result.lower, lower > horizon { result.lower = nil }
    if let upper = result.upper, upper > horizon { result.upper = nil }
    return .value(result)
  }

  /// Restricted mean days to any exit, and its standard error: a mean over everyone, so it needs enough persons
  /// and events of each cause but no minimum at τ.
  ///
  /// Of so many days waited in all, no more than a τ-th can have waited to the end, and of those not waited
  /// no more than a τ-th can have left at once: neither may be known to be a few.
  public func restrictedMean(
    until tau: Int
  ) -> Disclosed<(value: Double, standardError: Double)> {
    guard hasEnoughOfEach else { return .withheld }
    guard let mean = any.restrictedMean(until: tau) else { return .notObserved }
    let waiting = Double(any.table.subjects) * mean.value / Double(tau)
    let sides = [waiting, Double(any.table.subjects) - waiting]
    guard sides.allSatisfy({ $0 == 0 || $0 >= Double(threshold) }) else { return .withheld }
    return .value(mean)
  }

  /// The curve on the weekly grid, from day 0 to the last grid day that may be shown.
  public func points(
    level: Double = ConfidenceInterval.usualLevel
  ) -> [(day: Int, share: Share)] {
    guard hasEnough else { return [] }
    return stride(from: 0, through: horizon, by: Self.grid).compactMap { day in
      share(within: day, level: level).value.map { (day, $0) }
    }
  }
}
