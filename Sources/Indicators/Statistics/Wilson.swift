/// Score interval of a proportion.
public enum Wilson {
  /// Wilson, E. B. (1927), *JASA* 22: `(p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)`.
  ///
  /// Never leaves 0…1 and has width even when p is 0 or 1. Nil when there are no trials.
  public static func interval(
    successes: Int, of trials: Int, level: Double = ConfidenceInterval.usualLevel
  ) -> ConfidenceInterval? {
    precondition(successes >= 0 && successes <= trials, "successes among the trials")
    if trials == 0 { return nil }
    let z = NormalDistribution.halfWidth(level: level)
    let n = Double(trials)
    let p = Double(successes) / n
    let zz = z * z / n
    let centre = p + zz / 2
    let half = z * (p * (1 - p) / n + zz / (4 * n)).squareRoot()
    return ConfidenceInterval(
      lower: successes == 0 ? 0 : max(0, (centre - half) / (1 + zz)),
      upper: successes == trials ? 1 : min(1, (centre + half) / (1 + zz)))
  }
}
