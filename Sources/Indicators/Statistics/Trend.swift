/// Is a series going anywhere?
public enum Trend {
  public struct Result: Hashable, Sendable {
    /// S: pairs that rise minus pairs that fall.
    public var score: Double
    public var variance: Double
    /// Two-sided, normal approximation with continuity correction.
    public var pValue: Double
    /// Median of the slopes of all pairs, per step (Sen 1968).
    public var slope: Double
  }

  /// Mann (1945), Kendall (1975), with the variance corrected for ties. Nil below four values.
  public static func mannKendall(_ values: [Double]) -> Result? {
    guard values.count >= 4 else { return nil }
    return result([values], step: 1)
  }

  /// Seasonal: each season is compared with itself alone, and the scores add up (Hirsch, Slack & Smith
  /// 1982, *Water Resources Research* 18). The slope is per year. Nil where no season has two values or
  /// there are fewer than eight in all.
  public static func seasonal(_ values: [Double], seasons: Int) -> Result? {
    guard values.count >= 8, seasons > 0 else { return nil }
    let groups = (0..<seasons).map { season in
      stride(from: season, to: values.count, by: seasons).map { values[$0] }
    }
    return result(groups.filter { $0.count > 1 }, step: 1)
  }

  private static func result(_ groups: [[Double]], step: Double) -> Result? {
    var (score, variance) = (0.0, 0.0)
    var slopes: [Double] = []
    for values in groups {
      for i in values.indices {
        for j in (i + 1)..<max(values.count, i + 1) {
          let rise = values[j] - values[i]
          score += rise > 0 ? 1 : rise < 0 ? -1 : 0
          slopes.append(rise / (Double(j - i) * step))
        }
      }
      let n = Double(values.count)
      let ties = Dictionary(grouping: values) { $0 }.values.map { Double($0.count) }
      variance += n * (n - 1) * (2 * n + 5) / 18
      variance -= ties.reduce(0) { $0 + $1 * ($1 - 1) * (2 * $1 + 5) } / 18
    }
    guard !slopes.isEmpty else { return nil }
    slopes.sort()
    let middle = slopes.count / 2
    let slope =
      slopes.count % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2
    let corrected = max(0, abs(score) - 1)
    let p =
      variance > 0 ? 2 * (1 - NormalDistribution.cumulative(corrected / variance.squareRoot())) : 1
    return Result(score: score, variance: variance, pValue: min(1, p), slope: slope)
  }
}
