import Glibc

/// Share still waiting after each day, exits of every cause counted as events.
///
/// Kaplan & Meier (1958), *JASA* 53: `S(t) = Π_{t_j ≤ t} (1 − d_j/n_j)`; variance by Greenwood (1926):
/// `S² Σ d_j/(n_j (n_j − d_j))`. When some exits compete with the one of interest (withdrawals), use
/// `AalenJohansen`: censoring them here would overstate the answers.
public struct KaplanMeier: ExitCurve {
  public let table: SurvivalTable
  /// S at the end of the day of each row.
  public let survival: [Double]
  /// Greenwood's sum, by row; infinite once everybody has left.
  let hazardVariance: [Double]

  public init(_ table: SurvivalTable) {
    self.table = table
    let rows = table.rows.count
    var s = 1.0
    var sum = 0.0
    var sums: [Double] = []
    sums.reserveCapacity(rows)
    survival = Array(unsafeUninitializedCapacity: rows) { curve, count in
      for row in 0..<rows {
        let n = Double(table.atRisk[row])
        let d = Double(table.events(row))
        if d > 0 {
          s *= (n - d) / n
          sum += d / (n * (n - d))
        }
        curve[row] = s
        sums.append(sum)
      }
      count = rows
    }
    hazardVariance = sums
  }

  /// True while somebody was followed up to `day`, or everybody had already left by then.
  public func isEstimable(at day: Int) -> Bool {
    guard let last = table.lastDay, day >= 0 else { return false }
    return day <= last || survival[survival.count - 1] == 0
  }

  /// Share still waiting at the end of `day`; nil beyond the longest follow-up.
  public func survival(at day: Int) -> Double? {
    guard isEstimable(at: day) else { return nil }
    return table.row(onOrBefore: day).map { survival[$0] } ?? 1
  }

  /// Greenwood's standard error of `survival(at:)`; nil where the curve is 0 or not estimable.
  public func standardError(at day: Int) -> Double? {
    guard let s = survival(at: day), s > 0 else { return nil }
    return table.row(onOrBefore: day).map { s * hazardVariance[$0].squareRoot() } ?? 0
  }

  /// Log-log interval of `survival(at:)`: `S^exp(±z √V/|ln S|)`, V = Greenwood's sum (Kalbfleisch &
  /// Prentice 1980, §1.3). Nil where S is 0 or 1, because no log-log interval exists there.
  public func interval(
    at day: Int, level: Double = ConfidenceInterval.usualLevel
  ) -> ConfidenceInterval? {
    guard isEstimable(at: day), let row = table.row(onOrBefore: day) else { return nil }
    return logLogInterval(
      survival[row], deviation: hazardVariance[row].squareRoot(), level: level)
  }

  /// Share answered within `day` days, that is 1 − S, with its interval where one exists; nil beyond
  /// the longest follow-up.
  public func share(
    within day: Int, level: Double = ConfidenceInterval.usualLevel
  ) -> (value: Double, interval: ConfidenceInterval?)? {
    guard let s = survival(at: day) else { return nil }
    let interval = interval(at: day, level: level).map {
      ConfidenceInterval(lower: 1 - $0.upper, upper: 1 - $0.lower)
    }
    return (1 - s, interval)
  }

  /// Restricted mean wait `RMST(τ) = ∫₀^τ S` in days, with its standard error
  /// `√Σ A_j² d_j/(n_j (n_j − d_j))`, A_j = area under the curve from t_j to τ (Klein & Moeschberger
  /// 2003, §4.5). Nil beyond the longest follow-up.
  public func restrictedMean(until tau: Int) -> (value: Double, standardError: Double)? {
    guard isEstimable(at: tau), tau > 0 else { return nil }
    var area = 0.0
    var variance = 0.0
    var end = Double(tau)
    var row = table.row(onOrBefore: tau) ?? -1
    // Backwards, because each event is weighted by the area that follows it.
    while row >= 0 {
      let start = Double(table.days[row])
      area += survival[row] * (end - start)
      let n = Double(table.atRisk[row])
      let d = Double(table.events(row))
      if d > 0, area > 0 { variance += area * area * d / (n * (n - d)) }
      end = start
      row -= 1
    }
    return (area + end, variance.squareRoot())
  }

  /// Normal interval of `restrictedMean(until:)`, within the days there are.
  public static func interval(
    ofMean mean: (value: Double, standardError: Double), until tau: Int,
    level: Double = ConfidenceInterval.usualLevel
  ) -> ConfidenceInterval {
    let half = NormalDistribution.halfWidth(level: level) * mean.standardError
    return ConfidenceInterval(
      lower: max(0, mean.value - half), upper: min(Double(tau), mean.value + half))
  }
}

/// `p^exp(±z σ)` with σ the standard error of ln p over |ln p|; nil at 0 and 1.
func logLogInterval(_ p: Double, deviation: Double, level: Double) -> ConfidenceInterval? {
  // One that only misses 1 by rounding has no limits either.
  guard p > 0, p < 1 - quantileTolerance, deviation.isFinite else { return nil }
  let logarithm = log(p)
  let shift = NormalDistribution.halfWidth(level: level) * deviation / -logarithm
  return ConfidenceInterval(
    lower: exp(logarithm * exp(shift)), upper: exp(logarithm * exp(-shift)))
}
