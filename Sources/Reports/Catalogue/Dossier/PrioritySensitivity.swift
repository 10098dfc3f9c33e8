import Glibc

/// How sure an order of priorities is: the rule followed a thousand times, with the weights of the signals
/// moved by up to a fifth and the values moved inside their intervals. What stays among the first in nearly
/// all of them is sure; what comes and goes is not.
struct PrioritySensitivity {
  /// For a signal: how far its interval is beyond that of the reference on the worse side, in standard
  /// errors; positive where there is the signal, nil where it cannot be judged.
  typealias Margins = [Double?]

  static let trials = 1000
  static let first = 3
  /// With fewer that can be judged, and none of them a signal, a place is not ordered.
  static let fewestSignals = 2

  /// - Parameters:
  ///   - places: for each place, the margins of its signals, in the same order.
  ///   - decided: the weight the table gave each signal, in the same order; none: all alike.
  /// - Returns: for each place the share of trials in which it is among the first three; nil for a
  ///   place without enough data.
  static func shares(_ places: [Margins], weights decided: [Double] = []) -> [Double?] {
    let judged = places.indices.filter { place in
      let known = places[place].compactMap(\.self)
      return known.count >= fewestSignals || known.contains { $0 > 0 }
    }
    guard judged.count > first else { return places.map { _ in nil } }
    var generator = Generator(state: 20_260_630)
    var hits = [Double](repeating: 0, count: places.count)
    for _ in 0..<trials {
      let weights: [Double] = (places.first ?? []).indices.map { signal in
        let base = signal < decided.count ? decided[signal] : 1
        return base * (0.8 + 0.4 * generator.uniform())
      }
      // The level follows from the weight of the signals: what weighs more is never of a lower one.
      var byWeight: [Double: [Int]] = [:]
      for place in judged {
        var weight = 0.0
        for (signal, margin) in places[place].enumerated() {
          if let margin, margin + generator.normal() > 0 { weight += weights[signal] }
        }
        if weight > 0 { byWeight[weight, default: []].append(place) }
      }
      // Those of the same weight have the same part in what is left of the first places.
      var left = Double(first)
      for (_, equals) in byWeight.sorted(by: { $0.key > $1.key }) where left > 0 {
        for place in equals { hits[place] += min(1, left / Double(equals.count)) }
        left -= Double(equals.count)
      }
    }
    return places.indices.map { judged.contains($0) ? hits[$0] / Double(trials) : nil }
  }

  /// How far an interval is beyond another on the worse side, in standard errors of the first; nil where one
  /// is missing.
  static func margin(
    _ own: ClosedRange<Double>?, beyond other: ClosedRange<Double>?, worseIsAbove: Bool
  ) -> Double? {
    guard let own, let other else { return nil }
    let beyond =
      worseIsAbove ? own.lowerBound - other.upperBound : other.lowerBound - own.upperBound
    let error = (own.upperBound - own.lowerBound) / (2 * 1.959964)
    // What has no error, or no end, does not move.
    guard error > 0, error.isFinite else { return beyond > 0 ? .infinity : -.infinity }
    return beyond / error
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
