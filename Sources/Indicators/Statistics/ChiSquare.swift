import Glibc

/// The chi-square distribution: what several normal deviations squared add up to.
public enum ChiSquare {
  /// P(X > x).
  public static func upperTail(_ x: Double, degrees: Int) -> Double {
    precondition(degrees > 0, "at least one degree of freedom")
    return x <= 0 ? 1 : 1 - GammaDistribution.cumulative(x / 2, shape: Double(degrees) / 2)
  }
}

/// A test of a hypothesis: its statistic and how often chance alone gives one as large.
public struct TestResult: Hashable, Sendable {
  public var statistic: Double
  public var degrees: Int
  public var pValue: Double

  public init(statistic: Double, degrees: Int) {
    self.statistic = statistic
    self.degrees = degrees
    pValue = ChiSquare.upperTail(statistic, degrees: degrees)
  }
}
