import Warehouse

/// What an edition before this one showed, so that the two do not tell together what neither tells alone.
///
/// Readers keep editions. A count that grew from 40 to 42 tells of two persons, and a count withheld last
/// time and shown today, beside sums that did not move, gives last time's other withheld counts away. So
/// what was withheld stays withheld while what it is part of has hardly moved, and what moved by fewer
/// persons than may be told stays as it was shown: the revision waits until it is large enough.
///
/// One edition at a time, from the last back; `reconciled(_:after:)` minds several.
///
/// Source: Hundepool et al., *Handbook on Statistical Disclosure Control* (ESSNet), on differencing and on
/// patterns that stay the same from one release to the next.
struct EarlierEdition {
  /// The note of a number left as it was.
  static let heldBack = "revisione trattenuta"

  private let before: [Observation]
  private let frame: Frame
  private let rules: RulesOfPersons

  init(_ observations: [Observation], frame: Frame, rules: RulesOfPersons) {
    before = observations
    self.frame = frame
    self.rules = rules
  }

  /// The observations of the new edition as they may be published after this one, in the same order.
  ///
  /// - Parameters:
  ///   - alone: the same as they were before any earlier edition was minded.
  ///   - settled: by observation, true where a later edition said all the same of its indicator and year: readers
  ///     learn nothing by having it twice.
  ///   - known: what readers know of this edition and of the new one by others; nil: there are none.
  /// - Returns: with what they know of the new one now, and what is settled.
  func reconciled(
    _ observations: [Observation], alone: [Observation], settled: [Bool],
    known: (then: KnownRanges, now: KnownRanges)?
  ) -> (observations: [Observation], known: KnownRanges?, settled: [Bool]) {
    var comparison = ComparedEditions(
      CellsOfEditions(before: before, after: observations), alone: alone,
      settled: settled, frame: frame, rules: rules, known: known)
    comparison.judge()
    comparison.accompany()
    comparison.withstand()
    comparison.accompany()
    // Each time some more are kept back: it ends.
    while comparison.hideMirrors() {
      comparison.accompany()
      comparison.withstand()
      comparison.accompany()
    }
    comparison.follow()
    let edition = comparison.cells.edition { cell, _ in comparison.outcome(cell)! }
    return (edition, comparison.known?.now, comparison.settledNow())
  }
}

extension Observation {
  /// True where it says what an earlier edition did, and not how things stand.
  public var isHeldBack: Bool { note?.hasSuffix(EarlierEdition.heldBack) == true }

  var withheld: Observation {
    Observation(
      indicator: indicator, territory: territory, period: period, dimension: dimension,
      modality: modality, status: .suppressed)
  }

  var heldBack: Observation {
    var one = self
    one.status = .provisional
    if !isHeldBack {
      one.note = [note, EarlierEdition.heldBack].compactMap(\.self).joined(
        separator: Observation.betweenNotes)
    }
    return one
  }
}
