import Warehouse

/// What the edition before this one showed, so that the two do not tell together what neither tells alone.
///
/// Readers keep editions. A count that grew from 40 to 42 tells of two persons, and a count withheld last
/// time and shown today, beside sums that did not move, gives last time's other withheld counts away. So
/// what was withheld stays withheld while what it is part of has hardly moved, and what moved by fewer
/// persons than may be told stays as it was shown: the revision waits until it is large enough.
///
/// Only the last edition is looked at, be it of an earlier date or of the same: what it kept from the ones
/// before is part of what it showed.
///
/// Source: Hundepool et al., *Handbook on Statistical Disclosure Control* (ESSNet), on differencing and on
/// patterns that stay the same from one release to the next.
struct EarlierEdition {
  /// The note of a number left as it was.
  static let heldBack = "revisione trattenuta"

  /// What tells one observation of an edition from the others.
  struct Cell: Hashable {
    var indicator: String
    var territory: TerritoryKey
    var period: Period
    var dimension: String
    var modality: String

    init(_ one: Observation) {
      indicator = one.indicator
      territory = one.territory
      period = one.period
      dimension = one.dimension
      modality = one.modality
    }
  }

  private let before: [Cell: Observation]
  private let sums: SumsOfCells
  private let rules: RulesOfPersons

  init(_ observations: [Observation], frame: Frame, rules: RulesOfPersons) {
    before = Dictionary(uniqueKeysWithValues: observations.map { (Cell($0), $0) })
    sums = SumsOfCells(frame: frame)
    self.rules = rules
  }

  /// The observations of the new edition as they may be published after this one, in the same order.
  func reconciled(_ observations: [Observation]) -> [Observation] {
    let after = Dictionary(uniqueKeysWithValues: observations.map { (Cell($0), $0) })
    var withheld: Set<Cell> = []
    var held: Set<Cell> = []
    for (cell, now) in after where now.value != nil {
      guard let least = rules.least(now), let then = before[cell] else { continue }
      if then.status == .suppressed {
        if staysWithheld(cell, now, least, after) { withheld.insert(cell) }
      } else if then.value != nil, hasMovedByFew(then, now, least) {
        held.insert(cell)
      }
    }
    accompany(&withheld, &held, after)
    follow(&withheld, &held, after)
    return observations.map { now in
      let cell = Cell(now)
      if withheld.contains(cell) { return now.withheld }
      return held.contains(cell) ? before[cell]!.heldBack : now
    }
  }

  /// True while a shown sum the cell is part of has not moved by as many persons as may be told.
  private func staysWithheld(
    _ cell: Cell, _ now: Observation, _ least: Int, _ after: [Cell: Observation]
  ) -> Bool {
    // What adds up to nothing was withheld for its own sake, and is shown now for its own sake.
    guard rules.count(now) != nil else { return false }
    return sums.wholes(of: cell).contains { whole in
      guard let then = before[whole].flatMap(rules.count),
        let now = after[whole].flatMap(rules.count)
      else { return false }
      return abs(now - then) < Double(least)
    }
  }

  private func hasMovedByFew(_ then: Observation, _ now: Observation, _ least: Int) -> Bool {
    func isFew(_ a: Double?, _ b: Double?) -> Bool {
      guard let a, let b else { return false }
      // Shares turned back into counts are not whole to the last digit.
      return abs(a - b) > 0.01 && abs(a - b) < Double(least) - 0.01
    }
    if isFew(rules.count(then), rules.count(now)) { return true }
    guard !rules.isOfResidents(now) else { return false }
    return isFew(then.denominator, now.denominator)
      || isFew(rules.others(then), rules.others(now))
  }

  /// Where all else of a sum is shown, it tells what one member alone keeps back: the member that moved
  /// least keeps it company, as it was shown before or, if it was not, withheld.
  private func accompany(
    _ withheld: inout Set<Cell>, _ held: inout Set<Cell>, _ after: [Cell: Observation]
  ) {
    if held.isEmpty && withheld.isEmpty { return }
    let sums = sums.among(after.keys)
    // Worked out once: a sum asks for those of all its members at every turn.
    let now = after.compactMapValues(rules.count)
    let then = before.compactMapValues(rules.count)
    func precedes(_ a: Cell, _ b: Cell) -> Bool {
      Observation.inPublicationOrder(after[a]!, after[b]!)
    }
    var queue = held.union(withheld).sorted(by: precedes)
    while let cell = queue.popLast() {
      for (whole, parts) in sums.with(cell) {
        // Whether they add up is for the numbers of today to say.
        guard let total = now[whole] else { continue }
        let shown = parts.filter { now[$0] != nil }
        let sum = shown.reduce(0.0) { $0 + now[$1]! }
        guard abs(sum - total) < 0.5 else { continue }
        let others = ([whole] + shown).filter { $0 != cell }
        if others.contains(where: { held.contains($0) || withheld.contains($0) }) { continue }
        func move(_ cell: Cell) -> Double {
          abs(now[cell]! - (then[cell] ?? 0))
        }
        let company = others.filter { move($0) > 0.01 }.min {
          let (a, b) = (move($0), move($1))
          return a == b ? precedes($0, $1) : a < b
        }
        guard let cell = company else { continue }
        if then[cell] == nil {
          withheld.insert(cell)
        } else {
          held.insert(cell)
        }
        queue.append(cell)
      }
    }
  }

  /// What is worked out from counts and shows none (a gap, a score) goes with the counts of its cell that
  /// rest on the same datasets.
  private func follow(
    _ withheld: inout Set<Cell>, _ held: inout Set<Cell>, _ after: [Cell: Observation]
  ) {
    /// The cell, whatever is counted, with each dataset the indicator reads in the indicator's place.
    func grounds(_ cell: Cell, _ one: Observation) -> [Cell] {
      rules.datasets(one).map { dataset in
        var ground = cell
        ground.indicator = dataset
        return ground
      }
    }
    func grounds(_ cells: Set<Cell>) -> Set<Cell> {
      Set(cells.flatMap { grounds($0, after[$0]!) })
    }
    let (withheldGrounds, heldGrounds) = (grounds(withheld), grounds(held))
    for (cell, now) in after
    where now.value != nil && now.numerator == nil && now.denominator == nil {
      guard rules.least(now) != nil, let then = before[cell] else { continue }
      let own = grounds(cell, now)
      if then.status == .suppressed, own.contains(where: withheldGrounds.contains) {
        withheld.insert(cell)
      } else if then.value != nil, then.value != now.value,
        own.contains(where: heldGrounds.contains)
      {
        held.insert(cell)
      }
    }
  }
}

extension Observation {
  fileprivate var withheld: Observation {
    Observation(
      indicator: indicator, territory: territory, period: period, dimension: dimension,
      modality: modality, status: .suppressed)
  }

  fileprivate var heldBack: Observation {
    var one = self
    one.status = .provisional
    one.note = note ?? EarlierEdition.heldBack
    return one
  }
}
