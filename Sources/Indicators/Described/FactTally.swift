import Warehouse

/// From the facts of a dataset to tallies, as a description says.
///
/// A class, so that asking it something of a million facts copies nothing.
final class FactTally {
  let counting: Counting
  let frame: Frame
  let asOf: Day

  init(counting: Counting, frame: Frame, asOf: Day) {
    self.counting = counting
    self.frame = frame
    self.asOf = asOf
  }

  /// Adds one fact; nothing when it does not count.
  ///
  /// - Parameters:
  ///   - order: something different for every fact: who is not identified is somebody of their own.
  ///   - observedUntil: last day of which the fact's delivery can tell.
  func add<F: FactReading>(
    _ fact: F, order: UInt64, observedUntil: Day, to tallies: inout BaseTallies
  ) {
    guard let place = place(fact), let quarter = quarter(fact),
      counting.filters.allHold(fact, asOf: asOf)
    else { return }
    let codes = counting.breakdowns.map { breakdown -> String in
      guard let text = fact.text(breakdown.field), !text.isEmpty else { return "ND" }
      return breakdown.isFirstLetter ? String(text.prefix(1)) : text
    }
    guard let one = contribution(fact, order: order, observedUntil: observedUntil) else { return }
    tallies.update(comune: place, quarter: quarter, codes: codes) { $0.add(one) }
  }

  /// Index of the comune; nil outside the territory.
  private func place<F: FactReading>(_ fact: F) -> Int? {
    guard let field = counting.place else { return frame.undetermined }
    let code = fact.code(field)
    return code == .none ? frame.undetermined : frame.comune(code)
  }

  private func quarter<F: FactReading>(_ fact: F) -> Int? {
    switch counting.when {
    case .asOf: frame.quarters.count - 1
    case .day(let field): fact.happened(field, by: asOf).flatMap { frame.quarter($0) }
    case .year(let field):
      fact.real(field).flatMap { Day(year: Int($0), month: 12, day: 31) }
        .flatMap { frame.quarter($0) }
    }
  }

  /// Whether the fact falls in the place, period and modality of an observation.
  func isIn<F: FactReading>(
    _ fact: F, unit: Int, period: Period, dimension: String, modality: String
  ) -> Bool {
    guard let place = place(fact), let quarter = quarter(fact),
      frame.unitsOfComune[place].contains(unit), counting.filters.allHold(fact, asOf: asOf)
    else { return false }
    if counting.when != .asOf {
      let inside = frame.quarters[quarter]
      guard period.firstDay <= inside.firstDay, inside.lastDay <= period.lastDay else {
        return false
      }
    }
    if dimension == "totale" { return true }
    guard let breakdown = counting.breakdowns.first(where: { $0.dimension == dimension }) else {
      return false
    }
    let text = fact.text(breakdown.field) ?? "ND"
    return (breakdown.isFirstLetter ? String(text.prefix(1)) : text) == modality
  }

  /// What one fact adds; nil when the measure has nothing to say of it.
  func contribution<F: FactReading>(
    _ fact: F, order: UInt64, observedUntil: Day
  ) -> Contribution? {
    var one = Contribution(
      identity: counting.protects.flatMap { fact.identity($0) } ?? order)
    switch counting.measure {
    case .count, .rate, .distribution: break
    case .share(let conditions):
      one.isInNumerator = conditions.allHold(fact, asOf: asOf)
      one.isInside = one.isInNumerator
    case .distinct(let field, _):
      guard let unit = fact.identity(field) else { return nil }
      one.unit = unit
    case .shareOfDistinct(let field, let conditions):
      guard let unit = fact.identity(field) else { return nil }
      one.unit = unit
      one.isUnitHit = conditions.allHold(fact, asOf: asOf)
      one.isInside = one.isUnitHit
    case .sum(let quantity, _), .mean(let quantity):
      guard let value = fact.real(quantity.field) else { return nil }
      one.sum = value * quantity.factor
      one.squares = one.sum * one.sum
      if case .sum = counting.measure { one.isOfContributor = counting.protects != nil }
    case .ratio(let top, let bottom):
      guard let a = fact.real(top.field), let b = fact.real(bottom.field) else { return nil }
      one.sum = a * top.factor
      one.other = b * bottom.factor
    case .wait(let wait):
      guard let start = fact.happened(wait.from, by: asOf), start <= observedUntil else {
        return nil
      }
      if let end = fact.happened(wait.to, by: observedUntil),
        wait.onlyIf.allHold(fact, asOf: asOf)
      {
        one.wait(days: end - start, cause: 1)
      } else if let end = wait.ended.compactMap({ fact.happened($0, by: observedUntil) }).min() {
        one.wait(days: end - start, cause: 2)
      } else {
        one.wait(days: observedUntil - start, cause: 0)
      }
    }
    return one
  }
}
