/// How far an area's proportion may lie from the overall one by chance alone.
public enum FunnelLimits {
  /// The two levels of a funnel plot.
  public static let levels = [0.95, 0.998]

  /// Exact limits: the mid-P quantiles of the binomial with the overall proportion, over n.
  ///
  /// An observed count is outside exactly when its one-sided mid-P value is below half of 1 − level
  /// (Spiegelhalter 2005, *Stat. Med.* 24, with the mid-distribution in place of the interpolated
  /// one). Nil for an empty area.
  public static func exact(
    proportion: Double, trials: Int, level: Double
  ) -> ConfidenceInterval? {
    guard trials > 0 else { return nil }
    let distribution = BinomialDistribution(trials: trials, probability: proportion)
    let tail = (1 - level) / 2
    let n = Double(trials)
    return ConfidenceInterval(
      lower: distribution.midQuantile(tail) / n, upper: distribution.midQuantile(1 - tail) / n)
  }

  /// Normal approximation `p ± z √(φ p(1−p)/n)`, for cross-checks and overdispersed data; limits may
  /// leave 0…1. Nil for an empty area.
  public static func normal(
    proportion: Double, trials: Int, level: Double, overdispersion: Double = 1
  ) -> ConfidenceInterval? {
    guard trials > 0 else { return nil }
    let half =
      NormalDistribution.halfWidth(level: level)
      * (overdispersion * proportion * (1 - proportion) / Double(trials)).squareRoot()
    return ConfidenceInterval(lower: proportion - half, upper: proportion + half)
  }
}
