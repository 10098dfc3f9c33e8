/// How a rate follows an order of disadvantage.
public struct SocialGradient: Hashable, Sendable {
  /// Difference of the rate between the two ends of the order, from the regression on the fractional
  /// rank weighted by residents (slope index of inequality; Mackenbach & Kunst 1997, *Soc. Sci. Med.* 44).
  /// Negative: the most disadvantaged have less.
  public var slope: Double
  public var interval: ConfidenceInterval?
  /// Concentration index `2 cov_p(r, R)/r̄` (Kakwani, Wagstaff & van Doorslaer 1997, *J. Econometrics*
  /// 77): −1…1, 0 = no gradient, negative when the rate lies with the least disadvantaged.
  public var concentration: Double
  public var mean: Double

  /// - Parameter areas: from the least to the most disadvantaged; equal ones must come as one.
  ///
  /// The interval is that of weighted least squares with Student's t; none when no level is asked for. Nil
  /// when nobody lives there or the rate is nought.
  public init?(
    _ areas: [(population: Double, rate: Double)], level: Double? = ConfidenceInterval.usualLevel
  ) {
    let population = areas.reduce(0) { $0 + $1.population }
    guard population > 0 else { return nil }
    var reached = 0.0
    let ranked = areas.map { area -> (weight: Double, rank: Double, rate: Double) in
      defer { reached += area.population }
      return (area.population / population, (reached + area.population / 2) / population, area.rate)
    }
    let mean = ranked.reduce(0) { $0 + $1.weight * $1.rate }
    guard mean > 0 else { return nil }
    let centre = ranked.reduce(0) { $0 + $1.weight * $1.rank }
    let covariance = ranked.reduce(0) { $0 + $1.weight * ($1.rank - centre) * ($1.rate - mean) }
    let spread = ranked.reduce(0) { $0 + $1.weight * ($1.rank - centre) * ($1.rank - centre) }
    self.mean = mean
    concentration = 2 * covariance / mean
    guard spread > 0 else { return nil }
    let slope = covariance / spread
    self.slope = slope
    guard let level, areas.count > 2 else { return }
    let residual = ranked.reduce(0) { sum, area in
      let miss = area.rate - mean - slope * (area.rank - centre)
      return sum + area.weight * miss * miss
    }
    let error = (residual / Double(areas.count - 2) / spread).squareRoot()
    let half = StudentDistribution.halfWidth(level: level, degrees: areas.count - 2) * error
    interval = ConfidenceInterval(lower: slope - half, upper: slope + half)
  }
}

/// Student's t, for intervals of few areas.
enum StudentDistribution {
  /// Half-width in standard errors of a two-sided interval, by bisection of the incomplete beta function.
  static func halfWidth(level: Double, degrees: Int) -> Double {
    let n = Double(degrees)
    var (low, high) = (0.0, 1e6)
    for _ in 0..<200 {
      let t = (low + high) / 2
      // P(|T| ≤ t) = 1 − I_{n/(n+t²)}(n/2, ½).
      if 1 - regularisedBeta(n / (n + t * t), n / 2, 0.5) < level { low = t } else { high = t }
    }
    return (low + high) / 2
  }
}
