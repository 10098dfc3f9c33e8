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

  private let before: [Observation]
  private let frame: Frame
  private let rules: RulesOfPersons

  init(_ observations: [Observation], frame: Frame, rules: RulesOfPersons) {
    before = observations
    self.frame = frame
    self.rules = rules
  }

  /// The observations of the new edition as they may be published after this one, in the same order.
  func reconciled(_ observations: [Observation]) -> [Observation] {
    var comparison = Comparison(
      CellsOfEditions(before: before, after: observations), frame: frame, rules: rules)
    comparison.judge()
    comparison.accompany()
    comparison.accompanyClosed()
    comparison.follow()
    return comparison.cells.edition { cell, now in
      switch comparison.fates[cell] {
      case .shown: now
      case .withheld: now.withheld
      case .held: comparison.cells.before(cell)!.heldBack
      }
    }
  }

  /// Two editions side by side, and what becomes of the cells of the second.
  private struct Comparison {
    enum Fate { case shown, withheld, held }

    let cells: CellsOfEditions
    private let rules: RulesOfPersons
    private let sums: SumsOfCells
    /// How many are counted in each cell. Worked out once: a sum asks for those of all its members.
    private let then: [Double?]
    private let now: [Double?]
    /// What two editions may be subtracted by: how many are counted, of how many, and how many are not.
    private let sides: [Side]
    private(set) var fates: [Fate]

    init(_ cells: CellsOfEditions, frame: Frame, rules: RulesOfPersons) {
      self.cells = cells
      self.rules = rules
      sums = SumsOfCells(cells, frame: frame)
      then = cells.indices.map { cells.before($0).flatMap(rules.count) }
      now = cells.indices.map { cells.after($0).flatMap(rules.count) }
      func side(_ number: (Observation) -> Double?) -> Side {
        Side(
          then: cells.indices.map { cells.before($0).flatMap(number) },
          now: cells.indices.map { cells.after($0).flatMap(number) })
      }
      sides = [
        Side(then: then, now: now),
        side { rules.isOfResidents($0) ? nil : $0.denominator },
        side { rules.isOfResidents($0) ? nil : rules.others($0) },
      ]
      fates = Array(repeating: .shown, count: cells.indices.count)
    }

    mutating func judge() {
      var opened: [(cell: Int, least: Int)] = []
      for cell in cells.indices {
        guard let now = cells.after(cell), now.value != nil, let then = cells.before(cell),
          let least = rules.least(now)
        else { continue }
        if then.status == .suppressed {
          if staysWithheld(cell, least) {
            fates[cell] = .withheld
          } else {
            opened.append((cell, least))
          }
        } else if then.value != nil, hasMovedByFew(cell, then, now, least) {
          fates[cell] = .held
        }
      }
      // What opens while another closes: laid one over the other, they leave what neither shows by itself.
      for (cell, least) in opened {
        let isTold = sums.with(cell).contains { sum in
          sides.contains { side in
            side.now[cell] != nil
              && untold(sum, side).map { $0.hasClosed && $0.more < Double(least) - 0.01 } ?? false
          }
        }
        if isTold { fates[cell] = .withheld }
      }
    }

    private struct Side {
      let then: [Double?]
      let now: [Double?]

      func move(_ cell: Int) -> Double { abs((now[cell] ?? 0) - (then[cell] ?? 0)) }
    }

    /// What the first edition told of a cell: what it had no row for was nothing.
    private func told(then cell: Int, _ side: Side) -> Double? {
      side.then[cell] ?? (cells.before(cell) == nil ? 0 : nil)
    }

    private func told(now cell: Int, _ side: Side) -> Double? {
      guard fates[cell] == .shown else { return nil }
      return side.now[cell] ?? (cells.after(cell) == nil ? 0 : nil)
    }

    /// True of what was shown, be it as nothing, and is withheld today for its own sake or another's.
    private func hasClosed(_ cell: Int, _ side: Side) -> Bool {
      cells.after(cell)?.status == .suppressed && told(then: cell, side) != nil
    }

    /// Of the members of a sum that both editions do not show, how many more there are: what the whole grew
    /// by less what the others did. Nil where the whole is not shown both times.
    private func untold(
      _ sum: SumsOfCells.Sum, _ side: Side
    ) -> (more: Double, hasClosed: Bool, others: [Int])? {
      guard let first = side.then[sum.whole], let last = told(now: sum.whole, side) else {
        return nil
      }
      var more = last - first
      var (closed, others) = (false, [sum.whole])
      for part in sum.parts {
        guard let before = told(then: part, side), let after = told(now: part, side) else {
          if hasClosed(part, side) { closed = true }
          continue
        }
        more -= after - before
        others.append(part)
      }
      return more < -0.01 ? nil : (more, closed, others)
    }

    /// A cell that was shown and is not any more can have grown by no more than what is left of a sum: where
    /// that is few, the one of the others that moved least keeps it company.
    mutating func accompanyClosed() {
      var next = 0
      while next < cells.indices.upperBound {
        let family = cells.family(of: next)
        next = family.upperBound
        // Of a period that is new nothing was told.
        guard family.contains(where: { cells.before($0) != nil }) else { continue }
        for cell in family where cells.after(cell)?.status == .suppressed {
          accompany(closed: cell)
        }
      }
      accompany()
    }

    private mutating func accompany(closed cell: Int) {
      let own = sides.filter { hasClosed(cell, $0) }
      guard !own.isEmpty, let least = rules.least(cells.after(cell)!) else { return }
      for sum in sums.with(cell) where sum.whole != cell {
        for side in own {
          while let left = untold(sum, side), left.more > 0.01, left.more < Double(least) - 0.01 {
            let company = left.others.filter { side.now[$0] != nil && side.move($0) > 0.01 }
              .min { (side.move($0), $0) < (side.move($1), $1) }
            guard let company else { break }
            fates[company] = cells.before(company)?.value == nil ? .withheld : .held
          }
        }
      }
    }

    /// True while a shown sum the cell is part of has not moved by as many persons as may be told.
    private func staysWithheld(_ cell: Int, _ least: Int) -> Bool {
      // What adds up to nothing was withheld for its own sake, and is shown now for its own sake.
      guard now[cell] != nil else { return false }
      return sums.wholes(of: cell).contains { whole in
        guard let then = then[whole], let now = now[whole] else { return false }
        return abs(now - then) < Double(least)
      }
    }

    private func hasMovedByFew(
      _ cell: Int, _ then: Observation, _ now: Observation, _ least: Int
    ) -> Bool {
      func isFew(_ a: Double?, _ b: Double?) -> Bool {
        guard let a, let b else { return false }
        // Shares turned back into counts are not whole to the last digit.
        return abs(a - b) > 0.01 && abs(a - b) < Double(least) - 0.01
      }
      if isFew(self.then[cell], self.now[cell]) { return true }
      guard !rules.isOfResidents(now) else { return false }
      return isFew(then.denominator, now.denominator)
        || isFew(rules.others(then), rules.others(now))
    }

    /// Where all else of a sum is shown, it tells what one member alone keeps back: the member that moved
    /// least keeps it company, as it was shown before or, if it was not, withheld.
    mutating func accompany() {
      var queue = cells.indices.filter { fates[$0] != .shown }
      while let cell = queue.popLast() {
        for (whole, parts) in sums.with(cell) {
          // Whether they add up is for the numbers of today to say.
          guard let total = now[whole] else { continue }
          let shown = parts.filter { now[$0] != nil }
          let sum = shown.reduce(0.0) { $0 + now[$1]! }
          guard abs(sum - total) < 0.5 else { continue }
          let others = ([whole] + shown).filter { $0 != cell }
          guard others.allSatisfy({ fates[$0] == .shown }) else { continue }
          func move(_ cell: Int) -> Double { abs(now[cell]! - (then[cell] ?? 0)) }
          let company = others.filter { move($0) > 0.01 }
            .min { (move($0), $0) < (move($1), $1) }
          guard let company else { continue }
          fates[company] = then[company] == nil ? .withheld : .held
          queue.append(company)
        }
      }
    }

    /// What is worked out from counts and shows none (a gap, a score) goes with the counts of its cell
    /// that rest on the same datasets.
    mutating func follow() {
      let datasets = datasets()
      /// The datasets of each fate's cells, by the cell whatever is counted.
      var grounds: [Fate: [Int: Set<String>]] = [:]
      for cell in cells.indices where fates[cell] != .shown {
        grounds[fates[cell], default: [:]][cells.position(of: cell), default: []]
          .formUnion(datasets[cells.indicator(of: cell)] ?? [])
      }
      if grounds.isEmpty { return }
      func goes(_ cell: Int, with fate: Fate) -> Bool {
        guard let ground = grounds[fate]?[cells.position(of: cell)] else { return false }
        return datasets[cells.indicator(of: cell)]!.contains(where: ground.contains)
      }
      for cell in cells.indices {
        guard let now = cells.after(cell), now.value != nil, now.numerator == nil,
          now.denominator == nil, rules.least(now) != nil, let then = cells.before(cell)
        else { continue }
        if then.status == .suppressed, goes(cell, with: .withheld) {
          fates[cell] = .withheld
        } else if then.value != nil, then.value != now.value, goes(cell, with: .held) {
          fates[cell] = .held
        }
      }
    }

    /// What the indicators of the new edition are worked out from, by their rank.
    private func datasets() -> [Int: [String]] {
      var datasets: [Int: [String]] = [:]
      for cell in cells.indices where datasets[cells.indicator(of: cell)] == nil {
        datasets[cells.indicator(of: cell)] = cells.after(cell).map(rules.datasets)
      }
      return datasets
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
