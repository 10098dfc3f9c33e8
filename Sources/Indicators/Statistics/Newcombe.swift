/// Interval of the difference of two independent proportions.
public enum Newcombe {
  /// The difference p₁ − p₂ with its hybrid score interval.
  ///
  /// Newcombe, R. G. (1998), Interval estimation for the difference between independent
  /// proportions, *Statistics in Medicine* 17, method 10: the two Wilson intervals (l, u) combine as
  /// `d − √((p₁−l₁)² + (u₂−p₂)²)`, `d + √((u₁−p₁)² + (p₂−l₂)²)`. Nil when a group is empty.
  public static func difference(
    _ first: (successes: Int, trials: Int), minus second: (successes: Int, trials: Int),
    level: Double = ConfidenceInterval.usualLevel
  ) -> (value: Double, interval: ConfidenceInterval)? {
    guard
      let a = Wilson.interval(successes: first.successes, of: first.trials, level: level),
      let b = Wilson.interval(successes: second.successes, of: second.trials, level: level)
    else { return nil }
    let p = Double(first.successes) / Double(first.trials)
    let q = Double(second.successes) / Double(second.trials)
    let down = ((p - a.lower) * (p - a.lower) + (b.upper - q) * (b.upper - q)).squareRoot()
    let up = ((a.upper - p) * (a.upper - p) + (q - b.lower) * (q - b.lower)).squareRoot()
    return (p - q, ConfidenceInterval(lower: p - q - down, upper: p - q + up))
  }
}
