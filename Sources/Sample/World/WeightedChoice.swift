/// A choice among positions with given weights.
struct WeightedChoice: Sendable {
  /// Running totals; the last one is the sum.
  private let totals: [Double]

  /// - Parameter weights: not negative, and not all zero.
  init(_ weights: [Double]) {
    var sum = 0.0
    totals = weights.map { weight in
      sum += weight
      return sum
    }
  }

  var total: Double { totals.last ?? 0 }

  /// The position for a uniform in [0, 1).
  func pick(_ unit: Double) -> Int {
    let target = unit * total
    var low = 0
    var high = totals.count - 1
    while low < high {
      let middle = (low + high) / 2
      if totals[middle] > target { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Whole numbers in proportion to weights that add up to a given total (largest remainders; equal
/// remainders go to the earlier position).
func apportion(_ total: Int, by weights: [Double]) -> [Int] {
  let sum = weights.reduce(0, +)
  guard sum > 0 else { return weights.map { _ in 0 } }
  let exact = weights.map { $0 / sum * Double(total) }
  var parts = exact.map { Int($0) }
  let missing = total - parts.reduce(0, +)
  let order = exact.indices.sorted {
    (exact[$1] - Double(parts[$1]), $0) < (exact[$0] - Double(parts[$0]), $1)
  }
  for i in order.prefix(missing) { parts[i] += 1 }
  return parts
}
