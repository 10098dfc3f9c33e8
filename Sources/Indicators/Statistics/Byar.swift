/// Byar's approximation of the exact Poisson interval: no iteration, good from about ten events.
public enum Byar {
  /// Breslow & Day (1987), *Statistical Methods in Cancer Research* II, p. 69:
  /// `O(1 − 1/9O − z/3√O)³` and `(O+1)(1 − 1/9(O+1) + z/3√(O+1))³`. In events.
  public static func interval(
    count: Int, level: Double = ConfidenceInterval.usualLevel
  ) -> ConfidenceInterval {
    precondition(count >= 0, "a count")
    let z = NormalDistribution.halfWidth(level: level)
    let (low, high) = (Double(count), Double(count) + 1)
    let down = 1 - 1 / (9 * low) - z / (3 * low.squareRoot())
    let up = 1 - 1 / (9 * high) + z / (3 * high.squareRoot())
    return ConfidenceInterval(
      lower: count == 0 ? 0 : max(0, low * down * down * down), upper: high * up * up * up)
  }
}
