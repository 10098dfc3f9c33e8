/// How much less a sample says when its units come in clusters: several requests by one person.
public struct DesignEffect: Hashable, Sendable {
  public var proportion: Double
  /// Variance with the clusters over variance without them (Kish 1965).
  public var factor: Double
  /// Units divided by the factor: how many independent ones would say as much.
  public var effectiveSize: Double

  /// The proportion is a ratio of cluster totals, its variance the linearised one
  /// `Σ (y_c − p n_c)² / n²` (the sandwich of an independence working model; Liang & Zeger 1986). Nil when
  /// there are no units or the proportion is 0 or 1.
  public init?(_ clusters: [(units: Int, successes: Int)]) {
    let n = Double(clusters.reduce(0) { $0 + $1.units })
    let p = Double(clusters.reduce(0) { $0 + $1.successes }) / n
    guard n > 0, p > 0, p < 1 else { return nil }
    let spread = clusters.reduce(0) { sum, c in
      let miss = Double(c.successes) - p * Double(c.units)
      return sum + miss * miss
    }
    proportion = p
    factor = spread / n / (p * (1 - p))
    effectiveSize = n / factor
  }

  /// Wilson's interval for the effective number of units.
  public func interval(level: Double = ConfidenceInterval.usualLevel) -> ConfidenceInterval {
    let z = NormalDistribution.halfWidth(level: level)
    let zz = z * z / effectiveSize
    let centre = proportion + zz / 2
    let half =
      z * (proportion * (1 - proportion) / effectiveSize + zz / (4 * effectiveSize)).squareRoot()
    return ConfidenceInterval(
      lower: max(0, (centre - half) / (1 + zz)), upper: min(1, (centre + half) / (1 + zz)))
  }
}
