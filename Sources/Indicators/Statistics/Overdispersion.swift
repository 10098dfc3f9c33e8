/// How much more areas differ than chance allows.
public struct Overdispersion: Hashable, Sendable {
  /// φ: mean of the squared z-scores after winsorising; 1 = chance alone.
  public var factor: Double
  /// φ > 1 + 2 √(2/k): beyond what chance gives to the mean of k squared z-scores.
  public var isSignificant: Bool

  /// Spiegelhalter (2005), *Statistics in Medicine* 24: z-scores of the proportions around the
  /// overall one; the lowest and the highest tenth are set to the 10th and 90th percentile, so
  /// that a few true outliers do not widen the funnel they lie outside of. Nil below two areas.
  public init?(_ areas: [(trials: Int, successes: Int)], winsorised share: Double = 0.1) {
    let used = areas.filter { $0.trials > 0 }
    let trials = used.reduce(0) { $0 + $1.trials }
    guard used.count >= 2 else { return nil }
    let p = Double(used.reduce(0) { $0 + $1.successes }) / Double(trials)
    guard p > 0, p < 1 else { return nil }
    var z = used.map { area in
      (Double(area.successes) / Double(area.trials) - p)
        / (p * (1 - p) / Double(area.trials)).squareRoot()
    }.sorted()
    let cut = Int(Double(z.count) * share)
    for i in 0..<cut {
      z[i] = z[cut]
      z[z.count - 1 - i] = z[z.count - 1 - cut]
    }
    let k = Double(z.count)
    factor = z.reduce(0) { $0 + $1 * $1 } / k
    isSignificant = factor > 1 + 2 * (2 / k).squareRoot()
  }
}
