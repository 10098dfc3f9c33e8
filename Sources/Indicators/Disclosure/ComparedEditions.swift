import Warehouse

/// Two editions side by side, and what becomes of the cells of the second.
struct ComparedEditions: Sendable {
  enum Fate { case shown, withheld, held }

  let cells: CellsOfEditions
  let sums: SumsOfCells
  let then: PersonsOfCells
  let now: PersonsOfCells
  /// The new edition as it would be had there been none before.
  private let alone: [Observation]
  /// How uncertain a small withheld count must stay.
  let uncertainty: Int
  private(set) var fates: [Fate]
  /// By observation of the new edition, true where nothing is asked any more.
  private let settled: [Bool]
  /// Cells kept back of which it was not asked yet whether they need company.
  private var lonely: [Int] = []
  /// Cells withheld since the editions were attacked; nil until they were.
  var untried: [Int]?
  /// What readers know of both by other editions they have kept; nil where there are none.
  var known: (then: KnownRanges, now: KnownRanges)?
  /// By the rank of the indicator.
  private let rules: [RulesOfIndicator]

  init(
    _ cells: CellsOfEditions, alone: [Observation], settled: [Bool], frame: Frame,
    rules common: RulesOfPersons,
    known: (then: KnownRanges, now: KnownRanges)? = nil
  ) {
    let rules = cells.order.indicators.values.map(common.rules)
    self.cells = cells
    self.alone = alone
    self.rules = rules
    self.known = known
    self.settled = settled
    uncertainty = common.uncertainty
    sums = SumsOfCells(cells, frame: frame)
    (then, now) = together(
      { PersonsOfCells(of: cells.indices, cells.before) { rules[cells.indicator(of: $0)] } },
      { PersonsOfCells(of: cells.indices, cells.after) { rules[cells.indicator(of: $0)] } })
    fates = Array(repeating: .shown, count: cells.indices.count)
  }

  func rules(of cell: Int) -> RulesOfIndicator { rules[cells.indicator(of: cell)] }

  /// How many there really are today, whatever is said.
  func fresh(_ number: PersonsOfCells.Number, _ cell: Int) -> Double? {
    guard let place = cells.placeAfter(cell) else { return nil }
    let persons = rules(of: cell).persons(number, of: alone[place])
    return persons.isNaN ? nil : persons
  }

  mutating func keepBack(_ cell: Int, _ fate: Fate) {
    fates[cell] = fate
    lonely.append(cell)
    if fate == .withheld { untried?.append(cell) }
  }

  func isSettled(_ cell: Int) -> Bool { cells.placeAfter(cell).map { settled[$0] } ?? false }

  mutating func judge() {
    let said = cells.indices.filter(isSaidTwice)
    let still = Set(said.map(year)).subtracting(said.filter { hasMoved($0) }.map(year))
    for cell in cells.indices where !isSettled(cell) {
      guard let now = cells.after(cell), now.value != nil, let then = cells.before(cell),
        let least = rules(of: cell).least(now)
      else { continue }
      // Where nothing has moved, whatever was kept back still is, in whoever's company it was.
      let isStill = still.contains(year(of: cell))
      if then.status == .suppressed {
        // What adds up to nothing was withheld for its own sake, and is shown now for its own sake.
        if self.now[.counted, cell] != nil, isStill || isCountedInFew(cell, least) {
          keepBack(cell, .withheld)
        }
      } else if then.value != nil {
        if hasMovedByFew(cell, least) || isStill && then.isHeldBack {
          keepBack(cell, .held)
        }
      }
    }
  }

  /// True where both editions say how many there are.
  private func isSaidTwice(_ cell: Int) -> Bool {
    cells.before(cell)?.isHeldBack == false && cells.after(cell)?.isHeldBack == false
      && !moves(of: cell).isEmpty
  }

  private func hasMoved(_ cell: Int) -> Bool { moves(of: cell).contains { $0 > 0.01 } }

  /// The indicator and year of a cell, as one number.
  fileprivate func year(of cell: Int) -> Int {
    cells.indicator(of: cell) * 10_000 + cells.order.periods.values[cells.period(of: cell)].year
  }

  /// By how much the numbers that both editions have of a cell differ: shares turned back into counts are
  /// not whole to the last digit.
  private func moves(of cell: Int) -> [Double] {
    PersonsOfCells.Number.allCases.compactMap { number in
      then[number, cell].flatMap { then in now[number, cell].map { abs($0 - then) } }
    }
  }

  /// True while a shown sum the cell is part of has not moved by as many persons as may be told.
  private func isCountedInFew(_ cell: Int, _ least: Int) -> Bool {
    sums.wholes(of: cell).contains { whole in
      guard cells.after(whole)?.isHeldBack == false, let then = then[.counted, whole],
        let now = now[.counted, whole]
      else { return false }
      return abs(now - then) < Double(least)
    }
  }

  private func hasMovedByFew(_ cell: Int, _ least: Int) -> Bool {
    moves(of: cell).contains { $0 > 0.01 && $0 < Double(least) - 0.01 }
  }

  /// Where all else of a sum is shown, it tells what one member alone keeps back: the member that moved
  /// least keeps it company, as it was shown before or, if it was not, withheld.
  mutating func accompany() {
    // What has been asked once stays answered: from then on less is shown.
    lonely.sort()
    while let cell = lonely.popLast() {
      for (whole, parts) in sums.with(cell) {
        // Whether they add up is for the numbers of today to say.
        guard let total = now[.counted, whole] else { continue }
        let shown = parts.filter { now[.counted, $0] != nil }
        let sum = shown.reduce(0.0) { $0 + now[.counted, $1]! }
        guard abs(sum - total) < 0.5 else { continue }
        let others = ([whole] + shown).filter { $0 != cell }
        guard others.allSatisfy({ fates[$0] == .shown }) else { continue }
        func move(_ cell: Int) -> Double {
          abs(now[.counted, cell]! - (then[.counted, cell] ?? 0))
        }
        let company = others.filter { move($0) > 0.01 }
          .min { (move($0), $0) < (move($1), $1) }
        guard let company else { continue }
        keepBack(company, then[.counted, company] == nil ? .withheld : .held)
      }
    }
  }

  /// What is worked out from counts and shows none (a gap, a score), or is set against what the whole lets
  /// expect, goes with the counts of its cell that rest on the same datasets, and with those of the whole:
  /// beside the count of a place that has not moved, its gap tells how the whole has.
  mutating func follow() {
    /// The datasets of each fate's cells, by the cell whatever is counted; of the whole, by what is there
    /// wherever it is.
    var grounds: [Fate: [Int: Set<String>]] = [:]
    var wholes: [Fate: [Int: Set<String>]] = [:]
    for cell in cells.indices where fates[cell] != .shown {
      let datasets = rules(of: cell).datasets
      grounds[fates[cell], default: [:]][cells.position(of: cell), default: []]
        .formUnion(datasets)
      guard cells.isOfWhole(cell) else { continue }
      wholes[fates[cell], default: [:]][cells.positionAnywhere(of: cell), default: []]
        .formUnion(datasets)
    }
    if grounds.isEmpty { return }
    func rests(_ cell: Int, on ground: Set<String>?) -> Bool {
      ground.map { rules(of: cell).datasets.contains(where: $0.contains) } ?? false
    }
    for cell in cells.indices where !isSettled(cell) {
      let rules = rules(of: cell)
      guard let now = cells.after(cell), now.value != nil, rules.isOfPersons,
        rules.isOfExpected || now.numerator == nil && now.denominator == nil
      else { continue }
      let then = cells.before(cell)
      let (own, whole) = (cells.position(of: cell), cells.positionAnywhere(of: cell))
      if then?.status == .suppressed,
        rests(cell, on: grounds[.withheld]?[own]) || rests(cell, on: wholes[.withheld]?[whole])
      {
        fates[cell] = .withheld
      } else if let before = then?.value {
        if before != now.value,
          rests(cell, on: grounds[.held]?[own]) || rests(cell, on: wholes[.held]?[whole])
        {
          fates[cell] = .held
        }
      } else if rests(cell, on: wholes[.held]?[whole]) {
        fates[cell] = .withheld
      }
    }
  }
}

/// What becomes of the cells.
extension ComparedEditions {
  /// What the new edition says of a cell.
  func outcome(_ cell: Int) -> Observation? {
    switch fates[cell] {
    case .shown: cells.after(cell)
    case .withheld: cells.after(cell)?.withheld
    case .held: cells.before(cell)?.heldBack
    }
  }

  func isAsBefore(_ cell: Int) -> Bool { outcome(cell) == cells.before(cell) }

  /// By observation of the new edition, true where all that is said of its indicator and year was said before.
  func settledNow() -> [Bool] {
    var (all, news) = (settled, Set<Int>())
    for cell in cells.indices where !isSettled(cell) && !isAsBefore(cell) {
      news.insert(year(of: cell))
    }
    for cell in cells.indices where !news.contains(year(of: cell)) {
      if let place = cells.placeAfter(cell) { all[place] = true }
    }
    return all
  }
}
