/// Exact intervals of a proportion of few trials.
public enum ExactProportion {
  /// Clopper & Pearson (1934), *Biometrika* 26: the proportions a one-sided test of the tail would not
  /// refuse. Never too short, often too long. Nil when there are no trials.
  public static func interval(
    successes: Int, of trials: Int, level: Double = ConfidenceInterval.usualLevel
  ) -> ConfidenceInterval? {
    limits(successes, trials, level: level, shareOfPoint: 1)
  }

  /// Mid-P (Lancaster 1961; Berry & Armitage 1995): half of the probability of what was seen counts.
  /// Its coverage is close to the level on average.
  public static func midP(
    successes: Int, of trials: Int, level: Double = ConfidenceInterval.usualLevel
  ) -> ConfidenceInterval? {
    limits(successes, trials, level: level, shareOfPoint: 0.5)
  }

  private static func limits(
    _ k: Int, _ n: Int, level: Double, shareOfPoint: Double
  ) -> ConfidenceInterval? {
    precondition(k >= 0 && k <= n, "successes among the trials")
    guard n > 0 else { return nil }
    let tail = (1 - level) / 2
    func below(_ p: Double) -> Double {
      let x = BinomialDistribution(trials: n, probability: p)
      return x.cumulative(k) - (1 - shareOfPoint) * x.mass(k)
    }
    func above(_ p: Double) -> Double {
      let x = BinomialDistribution(trials: n, probability: p)
      return 1 - x.cumulative(k) + shareOfPoint * x.mass(k)
    }
    return ConfidenceInterval(
      lower: k == 0 ? 0 : root { above($0) - tail }, upper: k == n ? 1 : root { tail - below($0) })
  }

  /// Where an increasing function of 0…1 crosses zero.
  private static func root(_ f: (Double) -> Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if f(middle) > 0 { high = middle } else { low = middle }
    }
    return (low + high) / 2
  }
}
