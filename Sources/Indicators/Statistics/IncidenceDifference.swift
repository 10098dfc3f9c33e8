/// Two groups compared at a horizon fixed beforehand, where waiting can end for other reasons.
public enum IncidenceDifference {
  /// Share of the first group that left for the cause within `day`, minus that of the second, with its
  /// interval from the two variances of Aalen–Johansen added (Zhang & Fine 2008, *Stat. Med.* 27: the
  /// comparison of cumulative incidences at a fixed point). Nil where either was not followed that long.
  public static func at(
    _ day: Int, _ first: AalenJohansen, minus second: AalenJohansen,
    level: Double = ConfidenceInterval.usualLevel
  ) -> (value: Double, interval: ConfidenceInterval, test: TestResult?)? {
    guard let a = first.incidence(within: day), let b = second.incidence(within: day),
      let s = first.standardError(within: day), let t = second.standardError(within: day)
    else { return nil }
    let deviation = (s * s + t * t).squareRoot()
    let half = NormalDistribution.halfWidth(level: level) * deviation
    let z = (a - b) / deviation
    return (
      a - b, ConfidenceInterval(lower: a - b - half, upper: a - b + half),
      deviation > 0 ? TestResult(statistic: z * z, degrees: 1) : nil
    )
  }
}
