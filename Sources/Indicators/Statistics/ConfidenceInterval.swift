/// A two-sided confidence interval, in the unit of the estimate it belongs to.
public struct ConfidenceInterval: Hashable, Sendable {
  public var lower: Double
  public var upper: Double

  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// The usual level: 95 %.
  public static let usualLevel = 0.95
}
