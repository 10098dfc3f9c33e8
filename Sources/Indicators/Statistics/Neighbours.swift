/// Which areas are most alike, measure by measure.
public struct Neighbours: Sendable {
  /// Measures of each area, centred and divided by their standard deviation; a measure that does not vary
  /// says nothing.
  public let scores: [[Double]]

  /// - Parameter measures: by area, the same measures in the same order; what is not a number is not
  ///   known, and counts as the mean.
  public init(_ measures: [[Double]]) {
    var scores = measures
    for column in (measures.first ?? []).indices {
      let known = measures.map { $0[column] }.filter { !$0.isNaN }
      let mean = known.reduce(0, +) / Double(known.count)
      let variance = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(known.count)
      let deviation = variance.squareRoot()
      for row in scores.indices {
        let measure = measures[row][column]
        scores[row][column] =
          deviation > 0 && !measure.isNaN ? (measure - mean) / deviation : 0
      }
    }
    self.scores = scores
  }

  /// Euclidean distance of the z-scores.
  public func distance(_ a: Int, _ b: Int) -> Double {
    zip(scores[a], scores[b]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  /// The k nearest others, the nearest first; equal distances by order.
  public func nearest(to area: Int, _ k: Int) -> [Int] {
    // Of all of a country's comuni a handful are wanted: they are kept in order, not all sorted.
    var best: [(area: Int, distance: Double)] = []
    for other in scores.indices where other != area {
      let distance = distance(area, other)
      if best.count == k, best.last.map({ distance >= $0.distance }) ?? true { continue }
      best.insert((other, distance), at: best.firstIndex { distance < $0.distance } ?? best.count)
      if best.count > k { best.removeLast() }
    }
    return best.map(\.area)
  }
}
