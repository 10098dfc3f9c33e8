/// Empirical Bayes rates: small areas are drawn towards the overall rate, large ones stay put.
///
/// Marshall, R. J. (1991), Mapping disease and mortality rates using empirical Bayes estimators,
/// *Applied Statistics* 40, global form: `m = ΣU/ΣP`, `s² = ΣP_i(r_i − m)²/ΣP`, `A = max(0, s² − m/P̄)`,
/// `w_i = A/(A + m/P_i)`, `r̃_i = m + w_i (r_i − m)`.
///
/// A shrunken rate can be turned back into the count it came from: publish it only where the raw
/// count may be published.
public struct Marshall: Hashable, Sendable {
  /// Overall rate m.
  public var mean: Double
  /// Population-weighted variance s² of the raw rates.
  public var variance: Double
  /// Variance A left once chance is taken out; when 0 every area gets the overall rate.
  public var excess: Double
  /// Weight w of each area's own rate, 0…1.
  public var weights: [Double]
  /// Shrunken rate of each area, in the order given.
  public var rates: [Double]

  /// Nil when nobody lives in the areas. An area without residents gets the overall rate.
  public init?(_ areas: [(population: Double, users: Double)]) {
    let population = areas.reduce(0) { $0 + $1.population }
    guard population > 0 else { return nil }
    let m = areas.reduce(0) { $0 + $1.users } / population
    var sum = 0.0
    for area in areas where area.population > 0 {
      let gap = area.users / area.population - m
      sum += area.population * gap * gap
    }
    mean = m
    variance = sum / population
    let excess = max(0, sum / population - m / (population / Double(areas.count)))
    self.excess = excess
    weights = areas.map {
      $0.population > 0 && excess > 0 ? excess / (excess + m / $0.population) : 0
    }
    rates = zip(areas, weights).map { area, w in
      w > 0 ? m + w * (area.users / area.population - m) : m
    }
  }
}
