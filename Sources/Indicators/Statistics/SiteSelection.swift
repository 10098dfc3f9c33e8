/// Where to open the next k sites: exact, for about a hundred candidates and small k.
public enum SiteSelection {
  /// What is closest at hand for a place, as a gain: a function that more sites can only raise, each by less
  /// than it would have alone. Both classical problems are of this kind, which is what bounds the search.
  public struct Solution: Hashable, Sendable {
    /// Candidates chosen, in increasing order.
    public var sites: [Int]
    public var value: Double
  }

  /// Maximal covering (Church & ReVelle 1974): the k sites that bring the most weight within reach.
  ///
  /// - Parameters:
  ///   - reach: by candidate, the places it covers.
  ///   - covered: places already covered.
  public static func maximalCovering(
    weights: [Double], reach: [[Int]], covered: Set<Int> = [], k: Int
  ) -> Solution {
    let gain = reach.map { places -> [Double] in
      var row = [Double](repeating: 0, count: weights.count)
      for place in places where !covered.contains(place) { row[place] = weights[place] }
      return row
    }
    return best(gain, k: k)
  }

  /// p-median (Hakimi 1964): the k sites that take the most weighted minutes off the way to the nearest
  /// one. The value is the saving `Σ w_i (now_i − min_j d_ij)⁺`.
  ///
  /// - Parameter now: minutes to the nearest site there already is.
  public static func median(
    weights: [Double], minutes: [[Double]], now: [Double], k: Int
  ) -> Solution {
    best(
      minutes.map { row in
        row.indices.map { weights[$0] * max(0, now[$0] - row[$0]) }
      }, k: k)
  }

  /// Branch and bound: what any set can add is at most the sum of what its members would add alone
  /// (Nemhauser, Wolsey & Fisher 1978). Ties go to the lower numbers.
  private static func best(_ gain: [[Double]], k: Int) -> Solution {
    let places = gain.first?.count ?? 0
    var best = Solution(sites: [], value: 0)
    func added(_ site: Int, _ current: [Double]) -> Double {
      var sum = 0.0
      let row = gain[site]
      for i in 0..<places where row[i] > current[i] { sum += row[i] - current[i] }
      return sum
    }
    func search(_ candidates: [Int], _ chosen: [Int], _ current: [Double], _ value: Double) {
      if value > best.value * (1 + 1e-12) || (best.sites.isEmpty && !chosen.isEmpty) {
        best = Solution(sites: chosen.sorted(), value: value)
      }
      let left = k - chosen.count
      guard left > 0 else { return }
      let ranked = candidates.map { ($0, added($0, current)) }.filter { $0.1 > 0 }
        .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
      for (i, (site, more)) in ranked.enumerated() {
        let bound = ranked[i...].prefix(left).reduce(value) { $0 + $1.1 }
        if bound <= best.value * (1 + 1e-12) { return }
        var next = current
        for p in 0..<places { next[p] = max(next[p], gain[site][p]) }
        search(ranked[(i + 1)...].map(\.0), chosen + [site], next, value + more)
      }
    }
    search(Array(gain.indices), [], [Double](repeating: 0, count: places), 0)
    return best
  }
}
