/// Percentiles and spread of values that stand for different numbers of people.
public enum WeightedPercentile {
  /// The smallest value at or below which at least a share p of the weight lies (type 1 of Hyndman & Fan
  /// 1996, with weights). Nil when the weight is nothing.
  public static func value(_ p: Double, of items: [(value: Double, weight: Double)]) -> Double? {
    let whole = items.reduce(0) { $0 + $1.weight }
    guard whole > 0 else { return nil }
    var reached = 0.0
    let sorted = items.filter { $0.weight > 0 }.sorted { $0.value < $1.value }
    for item in sorted {
      reached += item.weight
      if reached >= p * whole * (1 - 1e-12) { return item.value }
    }
    return sorted.last?.value
  }

  /// The middle value, or halfway between the two in the middle; nil of none.
  public static func median(_ values: [Double]) -> Double? {
    let sorted = values.sorted()
    guard let last = sorted.last else { return nil }
    let upper = sorted.count / 2
    if sorted.count == 1 { return last }
    return sorted.count % 2 == 1 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2
  }

  /// Standard deviation over mean, both weighted; nil when the mean is not positive.
  public static func variation(_ items: [(value: Double, weight: Double)]) -> Double? {
    let whole = items.reduce(0) { $0 + $1.weight }
    guard whole > 0 else { return nil }
    let mean = items.reduce(0) { $0 + $1.value * $1.weight } / whole
    guard mean > 0 else { return nil }
    let variance = items.reduce(0) {
      $0 + $1.weight * ($1.value - mean) * ($1.value - mean)
    }
    return (variance / whole).squareRoot() / mean
  }
}
