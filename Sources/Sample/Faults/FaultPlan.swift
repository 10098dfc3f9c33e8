/// Which rows of a source are wrong, and how: known rates, drawn by row and not by chance of order.
struct FaultPlan: Sendable {
  private let seed: UInt64
  private let source: RequestSource
  private let faults: [Fault]
  private let totals: [Int]

  /// - Parameter rates: rows per 100,000 with each fault.
  init(seed: UInt64, source: RequestSource, rates: [(Fault, Int)]) {
    self.seed = seed
    self.source = source
    faults = rates.map(\.0)
    var sum = 0
    totals = rates.map {
      sum += $0.1
      return sum
    }
  }

  /// The fault of a row.
  ///
  /// Requests delivered by two systems are left alone, so that which of the two is kept changes no
  /// total. Half of what a publisher delivered wrong is right when it is delivered again.
  ///
  /// - Parameters:
  ///   - isRepeat: the row was already in an earlier delivery of the source.
  ///   - isStarted: the view of the delivery shows a start date.
  func fault(of need: Need, isStarted: Bool, isRepeat: Bool) -> Fault {
    if need.isShared { return .none }
    var random = RandomStream(seed: seed, .fault, need.index * 4 + source.rawValue)
    let draw = random.below(100_000)
    guard let last = totals.last, draw < last else { return .none }
    let fault = faults[totals.firstIndex { $0 > draw }!]
    if isRepeat && random.below(2) == 0 { return .none }
    // Identifiers of another kind have their own rules: only fiscal codes lose a character.
    if fault == .brokenIdentifier, need.person.hasElevenDigits { return .none }
    return fault.needsStart && !isStarted ? .none : fault
  }
}

extension Person {
  var hasElevenDigits: Bool { Identifiers.kind(of: index) == .provisional }
}
