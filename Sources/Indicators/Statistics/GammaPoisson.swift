/// Shrunken rates with their uncertainty.
public struct GammaPoisson: Hashable, Sendable {
  /// Shrunken rate of each area, the same as Marshall's.
  public var rates: [Double]
  /// Where the area's true rate lies, given its count and the other areas.
  public var intervals: [ConfidenceInterval]

  /// Clayton & Kaldor (1987, *Biometrics* 43) with Marshall's moments: a gamma prior of mean m and variance
  /// A gives area i the posterior Gamma(m²/A + U_i, m/A + P_i). Nil where the areas differ no more than by
  /// chance (A = 0): there is then one rate for all.
  public init?(
    _ areas: [(population: Double, users: Double)], level: Double = ConfidenceInterval.usualLevel
  ) {
    guard let moments = Marshall(areas), moments.excess > 0, moments.mean > 0 else { return nil }
    let shape = moments.mean * moments.mean / moments.excess
    let rate = moments.mean / moments.excess
    let tail = (1 - level) / 2
    rates = areas.map { (shape + $0.users) / (rate + $0.population) }
    intervals = areas.map { area in
      let (a, b) = (shape + area.users, rate + area.population)
      return ConfidenceInterval(
        lower: GammaDistribution.quantile(tail, shape: a) / b,
        upper: GammaDistribution.quantile(1 - tail, shape: a) / b)
    }
  }
}
