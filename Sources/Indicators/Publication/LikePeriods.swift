import Warehouse

extension Observation {
  /// The note of a number whose period the deliveries tell of only in part.
  public static let toldInPart = "periodo raccontato in parte"
  /// What stands between two notes of one number.
  public static let betweenNotes = "; "

  /// The note of a period whose cases have not been followed long enough to be judged.
  public static let tooRecent = "periodo troppo recente"

  /// The note of what differs between municipalities by no more than chance.
  public static let chanceAlone = "differenze solo casuali"

  /// The note that says, before how many, that durations were left out.
  public static let reversed = "durate che finiscono prima di cominciare, non contate: "

  /// Deliveries tell of some of its months alone, or some that were expected are not here.
  public var isToldInPart: Bool { note?.hasPrefix(Observation.toldInPart) == true }

  /// Why two numbers of different periods are not held against each other.
  public enum Unlikeness: Hashable, Sendable {
    case otherMonths, toldInPart
  }

  /// Nil where they may be: the same period, or the same months of another year, both told of whole. How
  /// things stand in a month is of no season.
  public func unlikeness(to other: Observation) -> Unlikeness? {
    if period == other.period { return nil }
    if period.season != other.period.season { return .otherMonths }
    return [self, other].contains(where: \.isToldInPart) ? .toldInPart : nil
  }
}

extension Period {
  /// The months of the year it is made of; nil of a month.
  fileprivate var season: ClosedRange<Int>? {
    if case .month = self { nil } else { months }
  }

  /// True where the days told of begin after its first month or end before its last one, without missing it
  /// altogether.
  func isToldInPart(by days: ClosedRange<Day>) -> Bool {
    guard days.overlaps(firstDay...lastDay) else { return false }
    let first = Period.month(year, months.lowerBound)
    let last = Period.month(year, months.upperBound)
    return first.lastDay < days.lowerBound || days.upperBound < last.firstDay
  }
}
