public import Warehouse

extension Period {
  public enum Kind: Hashable, Sendable {
    case year, half, quarter, month
    /// Half-years first: the rhythm of a co-programming table.
    public static let preferred: [Kind] = [.half, .year, .quarter, .month]
  }

  public var kind: Kind {
    switch self {
    case .year: .year
    case .half: .half
    case .quarter: .quarter
    case .month: .month
    }
  }
}

extension [Period] {
  /// Of the periods of one kind an indicator is known for, in order: the newest if it ended after a day, and the same
  /// part of the last year that ended before it. What precedes a day tells nothing of it, and seasons are no
  /// movements (decision 17).
  ///
  /// - Returns: `before` may be a period that is not known; without a `now`, the last that is.
  public func around(_ day: Day, asOf: Day) -> (before: Period?, now: Period?) {
    guard let last, last.lastDay > day, asOf > day else {
      return (self.last { $0.lastDay <= day } ?? self.last, nil)
    }
    var earlier = last.yearBefore
    while earlier.lastDay >= day { earlier = earlier.yearBefore }
    return (earlier, last)
  }
}
