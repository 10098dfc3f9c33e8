import Indicators

/// How one estimate stands to another. Intervals that overlap do not prove equality, they only say
/// that chance is enough to explain the difference: so nothing is ranked on it.
enum Separation: Hashable {
  case above, below
  /// The intervals overlap.
  case indistinct
  /// At least one of the two has no interval: the difference is described, not judged.
  case unjudged(higher: Bool)
  /// They are of periods that are not alike: not the same months, or not told of whole.
  case unlike(Observation.Unlikeness)
  /// At least one of the two has no value.
  case unknown

  init(_ a: Observation, from b: Observation) {
    guard let x = a.value, let y = b.value else {
      self = .unknown
      return
    }
    if let unlikeness = a.unlikeness(to: b) {
      self = .unlike(unlikeness)
      return
    }
    guard let own = a.interval, let other = b.interval else {
      self = .unjudged(higher: x > y)
      return
    }
    if own.lowerBound > other.upperBound {
      self = .above
    } else if own.upperBound < other.lowerBound {
      self = .below
    } else {
      self = .indistinct
    }
  }

  /// How an estimate stands to a fixed number.
  init(_ a: Observation, fromFixed y: Double) {
    guard let x = a.value else {
      self = .unknown
      return
    }
    guard let interval = a.interval else {
      self = .unjudged(higher: x > y)
      return
    }
    self = interval.lowerBound > y ? .above : interval.upperBound < y ? .below : .indistinct
  }

  /// Better or worse for people; nil where it cannot be told or the indicator only describes.
  func verdict(_ direction: Definition.Direction) -> Verdict? {
    switch (self, direction) {
    case (.above, .higherIsBetter), (.below, .lowerIsBetter): .better
    case (.below, .higherIsBetter), (.above, .lowerIsBetter): .worse
    default: nil
    }
  }
}

enum Verdict: Hashable { case better, worse }

extension Observation {
  /// The 95 % interval of a value that has one. It has no upper end where a wait has not been followed for
  /// long enough: whatever is above its lower end agrees with the data.
  var interval: ClosedRange<Double>? {
    guard value != nil, let lower else { return nil }
    let upper = upper ?? .infinity
    return lower <= upper ? lower...upper : nil
  }
}
