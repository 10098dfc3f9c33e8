/// Cumulative incidence of one cause of exit among competing ones.
///
/// Aalen & Johansen (1978), *Scand. J. Stat.* 5: `F_k(t) = Σ_{t_j ≤ t} S(t_{j−1}) d_kj/n_j`, S = survival
/// from all causes. Variance by the delta method (Marubini & Valsecchi 1995, §10.2):
/// `Σ (F(t)−F_j)² d_j/(n_j(n_j−d_j)) + Σ S_{j−1}² d_kj(n_j−d_kj)/n_j³ − 2 Σ (F(t)−F_j) S_{j−1} d_kj/n_j²`.
public struct AalenJohansen: ExitCurve {
  public let table: SurvivalTable
  public let cause: Int
  /// F at the end of the day of each row.
  public let incidence: [Double]
  let variance: [Double]
  private let isExhausted: Bool

  public init(_ table: SurvivalTable, cause: Int = 1) {
    precondition((1...table.causes).contains(cause), "a cause of the table")
    self.table = table
    self.cause = cause
    let rows = table.rows.count
    var (s, f) = (1.0, 0.0)
    // Sums of the three terms of the variance with (F(t) − F_j) multiplied out, so that one pass does.
    var (a0, a1, a2, b, c0, c1) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    var curve: [Double] = []
    var spread: [Double] = []
    curve.reserveCapacity(rows)
    spread.reserveCapacity(rows)
    for row in 0..<rows {
      let n = Double(table.atRisk[row])
      let d = Double(table.events(row))
      let k = Double(table.events(row, cause: cause))
      if d > 0 {
        f += s * k / n
        b += s * s * k * (n - k) / (n * n * n)
        c0 += s * k / (n * n)
        c1 += f * s * k / (n * n)
        // When everybody leaves F is final: the term is multiplied by zero from here on.
        if n > d {
          let h = d / (n * (n - d))
          a0 += h
          a1 += f * h
          a2 += f * f * h
        }
        s *= (n - d) / n
      }
      curve.append(f)
      spread.append(max(0, f * f * a0 - 2 * f * a1 + a2 + b - 2 * (f * c0 - c1)))
    }
    incidence = curve
    variance = spread
    isExhausted = rows > 0 && s == 0
  }

  /// True while somebody was followed up to `day`, or everybody had already left by then.
  public func isEstimable(at day: Int) -> Bool {
    guard let last = table.lastDay, day >= 0 else { return false }
    return day <= last || isExhausted
  }

  /// Share that left for this cause within `day` days; nil beyond the longest follow-up.
  public func incidence(within day: Int) -> Double? {
    guard isEstimable(at: day) else { return nil }
    return table.row(onOrBefore: day).map { incidence[$0] } ?? 0
  }

  public func standardError(within day: Int) -> Double? {
    guard isEstimable(at: day) else { return nil }
    return table.row(onOrBefore: day).map { variance[$0].squareRoot() } ?? 0
  }

  /// Log-log interval `F^exp(±z σ/(F |ln F|))` (Choudhury 2002, *Stat. Med.* 21); nil at 0 and 1.
  public func interval(
    within day: Int, level: Double = ConfidenceInterval.usualLevel
  ) -> ConfidenceInterval? {
    guard isEstimable(at: day), let row = table.row(onOrBefore: day) else { return nil }
    return limits(row, level: level)
  }

  public func share(
    within day: Int, level: Double = ConfidenceInterval.usualLevel
  ) -> (value: Double, interval: ConfidenceInterval?)? {
    incidence(within: day).map { ($0, interval(within: day, level: level)) }
  }

  /// First day by which a share p of everyone has left for this cause, with the days on which the
  /// upper and the lower confidence curve get there. Nil day: the incidence never reaches p.
  public func quantile(
    _ p: Double, level: Double = ConfidenceInterval.usualLevel
  ) -> DurationQuantile {
    precondition(p > 0 && p < 1, "a share strictly between 0 and 1")
    let target = p - quantileTolerance
    var result = DurationQuantile(day: nil, lower: nil, upper: nil)
    for row in table.rows where table.events(row, cause: cause) > 0 {
      if result.day == nil, incidence[row] >= target { result.day = table.days[row] }
      guard let limits = limits(row, level: level) else { continue }
      if result.lower == nil, limits.upper >= target { result.lower = table.days[row] }
      if limits.lower >= target {
        result.upper = table.days[row]
        break
      }
    }
    if let day = result.day { result.lower = min(result.lower ?? day, day) }
    return result
  }

  private func limits(_ row: Int, level: Double) -> ConfidenceInterval? {
    let f = incidence[row]
    guard f > 0 else { return nil }
    return logLogInterval(f, deviation: variance[row].squareRoot() / f, level: level)
  }
}
