import Warehouse

/// Two editions side by side, and what becomes of the cells of the second.
struct ComparedEditions: Sendable {
  enum Fate { case shown, withheld, held }

  let cells: CellsOfEditions
  let rules: RulesOfPersons
  let sums: SumsOfCells
  /// How many are counted in each cell. Worked out once: a sum asks for those of all its members.
  private let then: [Double?]
  private let now: [Double?]
  var fates: [Fate]

  init(_ cells: CellsOfEditions, frame: Frame, rules: RulesOfPersons) {
    self.cells = cells
    self.rules = rules
    sums = SumsOfCells(cells, frame: frame)
    then = cells.indices.map { cells.before($0).flatMap(rules.count) }
    now = cells.indices.map { cells.after($0).flatMap(rules.count) }
    fates = Array(repeating: .shown, count: cells.indices.count)
  }

  mutating func judge() {
    for cell in cells.indices {
      guard let now = cells.after(cell), now.value != nil, let then = cells.before(cell),
        let least = rules.least(now)
      else { continue }
      if then.status == .suppressed {
        if staysWithheld(cell, least) { fates[cell] = .withheld }
      } else if then.value != nil, hasMovedByFew(cell, then, now, least) {
        fates[cell] = .held
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
