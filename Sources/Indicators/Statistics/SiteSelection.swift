/// Where to open the next k sites: exact, for small k.
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
    let gains = reach.map { places in
      places.filter { !covered.contains($0) }.map { (place: $0, gain: weights[$0]) }
    }
    return best(gains, places: weights.count, k: k)
  }

  /// p-median (Hakimi 1964): the k sites that take the most weighted minutes off the way to the nearest
  /// one. The value is the saving `Σ w_i (now_i − min_j d_ij)⁺`.
  ///
  /// - Parameters:
  ///   - times: from each candidate to the places that have a way to it.
  ///   - now: minutes to the nearest site there already is, or what counts as far.
  public static func median(
    weights: [Double], times: Ways, now: [Double], k: Int
  ) -> Solution {
    let gains = times.places.map { site in
      times[site].filter { $0.minutes < now[$0.place] }.map {
        (place: $0.place, gain: weights[$0.place] * (now[$0.place] - $0.minutes))
      }
    }
    return best(gains, places: weights.count, k: k)
  }

  /// Branch and bound: what any set can add is at most the sum of what its members would add alone
  /// (Nemhauser, Wolsey & Fisher 1978). Ties go to the lower numbers.
  ///
  /// - Parameter gains: by candidate, what it would add alone to some of the places.
  private static func best(
    _ gains: [[(place: Int, gain: Double)]], places: Int, k: Int
  ) -> Solution {
    var best = Solution(sites: [], value: 0)
    func added(_ site: Int, _ current: [Double]) -> Double {
      gains[site].reduce(0) { $0 + max(0, $1.gain - current[$1.place]) }
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
        for (place, gain) in gains[site] { next[place] = max(next[place], gain) }
        search(ranked[(i + 1)...].map(\.0), chosen + [site], next, value + more)
      }
    }
    search(Array(gains.indices), [], [Double](repeating: 0, count: places), 0)
    return best
  }
}
