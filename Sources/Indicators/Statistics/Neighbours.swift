/// Which areas are most alike, measure by measure.
public struct Neighbours: Sendable {
  /// Measures of each area, centred and divided by their standard deviation; a measure that does not vary
  /// says nothing.
  public let scores: [[Double]]

  /// - Parameter measures: by area, the same measures in the same order.
  public init(_ measures: [[Double]]) {
    let n = Double(measures.count)
    var scores = measures
    for column in (measures.first ?? []).indices {
      let mean = measures.reduce(0) { $0 + $1[column] } / n
      let variance = measures.reduce(0) {
        $0 + ($1[column] - mean) * ($1[column] - mean)
      }
      let deviation = (variance / n).squareRoot()
      for row in scores.indices {
        scores[row][column] = deviation > 0 ? (measures[row][column] - mean) / deviation : 0
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
    scores.indices.filter { $0 != area }.map { ($0, distance(area, $0)) }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(k).map(\.0)
  }
}
