import Glibc

/// How sure an order of priorities is: the same order made a thousand times, with the weights of the
/// signals moved by up to a fifth and the values moved inside their intervals. What stays among the
/// first in nearly all of them is sure; what comes and goes is not.
struct PrioritySensitivity {
  /// For a signal: distance from the reference in standard errors, positive where it is worse; nil
  /// where it cannot be judged.
  typealias Distances = [Double?]

  static let trials = 1000
  static let first = 3
  /// With fewer signals that can be judged a place is not ordered.
  static let fewestSignals = 2
  /// Largest distance counted: beyond it a value is only "very far".
  static let farthest = 4.0

  /// - Parameters:
  ///   - places: for each place, the distances of its signals, in the same order.
  ///   - decided: the weight the table gave each signal, in the same order; none: all alike.
  /// - Returns: for each place the share of trials in which it is among the first three; nil for a
  ///   place with fewer than two signals that can be judged.
  static func shares(_ places: [Distances], weights decided: [Double] = []) -> [Double?] {
    let judged = places.indices.filter { places[$0].count { $0 != nil } >= fewestSignals }
    guard judged.count > first else { return places.map { _ in nil } }
    var generator = Generator(state: 20_260_630)
    var hits = [Int](repeating: 0, count: places.count)
    for _ in 0..<trials {
      let weights: [Double] = (places.first ?? []).indices.map { signal in
        let base = signal < decided.count ? decided[signal] : 1
        return base * (0.8 + 0.4 * generator.uniform())
      }
      let scores = judged.map { place -> (score: Double, place: Int) in
        var (sum, total) = (0.0, 0.0)
        for (signal, distance) in places[place].enumerated() {
          guard let distance else { continue }
          let moved = min(max(distance, -farthest), farthest) + generator.normal()
          sum += weights[signal] * moved
          total += weights[signal]
        }
        return (sum / total, place)
      }
      for one in scores.sorted(by: { ($0.score, $1.place) > ($1.score, $0.place) }).prefix(first) {
        hits[one.place] += 1
      }
    }
    return places.indices.map { place in
      judged.contains(place) ? Double(hits[place]) / Double(trials) : nil
    }
  }

  /// Distance of a value from a reference in standard errors of the value, by its 95 % interval.
  static func distance(
    _ value: Double, lower: Double, upper: Double, reference: Double, worseIsAbove: Bool
  ) -> Double? {
    let error = (upper - lower) / (2 * 1.959964)
    guard error > 0 else { return nil }
    return (worseIsAbove ? value - reference : reference - value) / error
  }

  /// The same numbers on every run (Steele, Lea, Flood 2014, "SplitMix").
  private struct Generator {
    var state: UInt64

    mutating func uniform() -> Double {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
    }

    /// Box and Muller's.
    mutating func normal() -> Double {
      let (a, b) = (max(uniform(), 0x1p-53), uniform())
      return sqrt(-2 * log(a)) * cos(2 * .pi * b)
    }
  }
}
