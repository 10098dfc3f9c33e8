/// Intervals of measures over areas that have no simple formula.
public enum Bootstrap {
  /// Areas are drawn with replacement; the interval goes between the percentiles of the statistic
  /// (Efron 1979). The same seed gives the same interval. Nil when more than a tenth of the draws have no
  /// statistic.
  public static func interval<Area>(
    _ areas: [Area], replicates: Int = 2000, seed: UInt64 = 1,
    level: Double = ConfidenceInterval.usualLevel, statistic: ([Area]) -> Double?
  ) -> ConfidenceInterval? {
    guard areas.count > 1 else { return nil }
    var random = SeededRandom(seed: seed)
    var values: [Double] = []
    values.reserveCapacity(replicates)
    var draw = areas
    for _ in 0..<replicates {
      for i in draw.indices { draw[i] = areas[random.below(areas.count)] }
      if let value = statistic(draw) { values.append(value) }
    }
    guard values.count * 10 >= replicates * 9 else { return nil }
    values.sort()
    let tail = (1 - level) / 2
    let last = Double(values.count - 1)
    return ConfidenceInterval(
      lower: values[Int((tail * last).rounded())], upper: values[Int(((1 - tail) * last).rounded())]
    )
  }
}
