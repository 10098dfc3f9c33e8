/// A quantile of a waiting time, in whole days, with the days its confidence limits reach it.
///
/// Each is nil when its curve never gets there: “non raggiunta”.
public struct DurationQuantile: Hashable, Sendable {
  public var day: Int?
  public var lower: Int?
  public var upper: Int?

  public init(day: Int?, lower: Int?, upper: Int?) {
    self.day = day
    self.lower = lower
    self.upper = upper
  }
}

/// Products of fractions miss round values by a few units in the last place: 0.5 must still be ≤ 0.5.
let quantileTolerance = 1e-12

extension KaplanMeier {
  /// First day by which a share p (0 < p < 1) has been answered: min t with S(t) ≤ 1 − p.
  ///
  /// Limits by Brookmeyer & Crowley (1982), *Biometrics* 38, on the log-log scale: the first days on
  /// which the lower and the upper confidence curve are ≤ 1 − p.
  public func quantile(
    _ p: Double, level: Double = ConfidenceInterval.usualLevel
  ) -> DurationQuantile {
    precondition(p > 0 && p < 1, "a share strictly between 0 and 1")
    let target = 1 - p + quantileTolerance
    var result = DurationQuantile(day: nil, lower: nil, upper: nil)
    for row in table.rows where table.events(row) > 0 {
      if result.day == nil, survival[row] <= target { result.day = table.days[row] }
      guard
        let limits = logLogInterval(
          survival[row], deviation: hazardVariance[row].squareRoot(), level: level)
      else { continue }
      if result.lower == nil, limits.lower <= target { result.lower = table.days[row] }
      if limits.upper <= target {
        result.upper = table.days[row]
        break
      }
    }
    // The lower limit cannot come after the estimate: where S drops to 0 at once no limit exists.
    if let day = result.day { result.lower = min(result.lower ?? day, day) }
    return result
  }

  /// The day by which half have been answered.
  public var median: DurationQuantile { quantile(0.5) }
}
