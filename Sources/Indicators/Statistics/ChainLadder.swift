/// What the values of a run-off triangle will have grown to, with how far the reckoning may be out.
///
/// Mack, T. (1993), Distribution-free calculation of the standard error of chain ladder reserve estimates,
/// *ASTIN Bulletin* 23, 213–225: `f_k = ΣC_{i,k+1}/ΣC_{i,k}`,
/// `σ²_k = Σ C_{i,k} (C_{i,k+1}/C_{i,k} − f_k)² / (n_k − 1)`; of a single pair the smallest of
/// `σ⁴_{k−1}/σ²_{k−2}`, `σ²_{k−2}`, `σ²_{k−1}`. A row may begin later than the others: what it does not have
/// is not reckoned with.
struct ChainLadder {
  /// Values of one row at the ages from its first to its last.
  struct Row {
    var firstAge: Int
    var values: [Double]

    var lastAge: Int { firstAge + values.count - 1 }
    /// Nil where the row has no value, or nothing to grow from.
    fileprivate func pair(_ age: Int) -> (before: Double, after: Double)? {
      let place = age - firstAge
      guard place >= 0, place + 1 < values.count, values[place] > 0 else { return nil }
      return (values[place], values[place + 1])
    }
  }

  /// The first age the rows speak of.
  private(set) var start = 0
  /// By age k, from `start` on: what a value at k is multiplied by to be that of k + 1.
  private(set) var factors: [Double] = []
  /// σ² of each factor.
  private(set) var variances: [Double] = []
  /// Σ C_{i,k} behind each factor.
  private var weights: [Double] = []

  /// - Parameter isEnough: whether rows that have a pair at an age may speak of it, by their places; the
  ///   factors end before the first age, after `start`, of which none may.
  init(_ rows: [Row], isEnough: (_ rows: [Int]) -> Bool = { !$0.isEmpty }) {
    func places(_ age: Int) -> [Int] { rows.indices.filter { rows[$0].pair(age) != nil } }
    let ages = 0..<(rows.map(\.lastAge).max() ?? 0)
    guard let first = ages.first(where: { isEnough(places($0)) }) else { return }
    start = first
    for age in first..<ages.upperBound {
      let places = places(age)
      guard isEnough(places) else { return }
      let pairs = places.map { rows[$0].pair(age)! }
      let weight = pairs.reduce(0) { $0 + $1.before }
      let factor = pairs.reduce(0) { $0 + $1.after } / weight
      // All was taken back: nothing can be reckoned from it.
      guard factor > 0 else { return }
      let squares = pairs.reduce(0) {
        let gap = $1.after / $1.before - factor
        return $0 + $1.before * gap * gap
      }
      variances.append(
        pairs.count > 1 ? squares / Double(pairs.count - 1) : ChainLadder.extrapolated(variances))
      factors.append(factor)
      weights.append(weight)
    }
  }

  private static func extrapolated(_ variances: [Double]) -> Double {
    guard variances.count > 1 else { return variances.last ?? 0 }
    let (before, last) = (variances[variances.count - 2], variances[variances.count - 1])
    return min(before > 0 ? last * last / before : 0, before, last)
  }

  /// Age after which nothing more is expected: the last one spoken of.
  var horizon: Int { start + factors.count }

  /// What a value of 1 at an age has become at a later one.
  private func growth(_ ages: Range<Int>) -> Double {
    factors[ages.lowerBound - start..<ages.upperBound - start].reduce(1, *)
  }

  /// What values at their ages will have grown to at the horizon, together, and the standard error of the sum.
  ///
  /// The error has two parts: how values scatter about their factors, row by row, and how far the factors
  /// themselves may be out, which all rows share (Mack's covariance of the rows of a total). Values at ages
  /// that are not spoken of stay as they are.
  func ultimate(of latest: [(value: Double, age: Int)]) -> (value: Double, error: Double) {
    let growing = latest.filter { (start..<horizon).contains($0.age) && $0.value > 0 }
    let ends = growing.map { $0.value * growth($0.age..<horizon) }
    var variance = 0.0
    for age in start..<horizon {
      let factor = factors[age - start]
      let ratio = variances[age - start] / (factor * factor)
      var together = 0.0
      for (one, end) in zip(growing, ends) where one.age <= age {
        together += end
        variance += end * end * ratio / (one.value * growth(one.age..<age))
      }
      variance += together * together * ratio / weights[age - start]
    }
    let gained = zip(growing, ends).reduce(0) { $0 + $1.1 - $1.0.value }
    return (latest.reduce(gained) { $0 + $1.value }, variance.squareRoot())
  }
}
