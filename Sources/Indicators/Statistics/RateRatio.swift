import Glibc

/// One rate over another, with the log-normal interval `RR exp(±z √(1/a + 1/b))` of two Poisson counts
/// (Rothman, Greenland & Lash 2008, *Modern Epidemiology*, ch. 14).
public struct RateRatio: Hashable, Sendable {
  public var value: Double
  public var interval: ConfidenceInterval

  /// Nil where either has no cases or nobody lives there.
  public init?(
    _ one: (cases: Double, population: Double), over other: (cases: Double, population: Double),
    level: Double = ConfidenceInterval.usualLevel
  ) {
    guard one.cases > 0, other.cases > 0, one.population > 0, other.population > 0 else {
      return nil
    }
    value = one.cases / one.population / (other.cases / other.population)
    let half =
      NormalDistribution.halfWidth(level: level) * (1 / one.cases + 1 / other.cases).squareRoot()
    interval = ConfidenceInterval(lower: value * exp(-half), upper: value * exp(half))
  }
}
