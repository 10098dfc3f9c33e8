import Warehouse

/// The attack of a reader who has both editions, on each kind of count by itself.
extension ComparedEditions {
  /// After this many rounds an indicator keeps all its numbers of before.
  private static let patience = 60

  /// What two editions may be subtracted by: how many are counted, of how many, and how many are not.
  private var numbers: [(Observation) -> Double?] {
    let rules = rules
    return [
      rules.count, { rules.isOfResidents($0) ? nil : $0.denominator },
      { rules.isOfResidents($0) ? nil : rules.others($0) },
    ]
  }

  /// Withholds, or keeps as it was, what would let both editions tell together what neither tells alone.
  mutating func withstand() { withstand(near: Array(cells.indices)) }

  /// - Parameter some: cells, ascending, of the indicators and years in question.
  mutating func withstand(near some: [Int]) {
    var indicators: [(cells: Range<Int>, years: Set<Int>)] = []
    for cell in some {
      if cell >= indicators.last?.cells.upperBound ?? 0 {
        indicators.append((cells.indicatorCells(with: cell), []))
      }
      indicators[indicators.count - 1].years.insert(year(of: cell))
    }
    // Each indicator keeps back cells of its own alone.
    let (all, known) = (indicators, self)
    let kept = concurrently(all.count) { i in
      var own = known
      own.withstand(all[i].cells, in: all[i].years)
      return Array(own.fates[all[i].cells])
    }
    for (indicator, kept) in zip(all, kept) { fates.replaceSubrange(indicator.cells, with: kept) }
  }

  private func year(of cell: Int) -> Int { cells.order.periods.values[cells.period(of: cell)].year }

  private mutating func withstand(_ indicator: Range<Int>, in years: Set<Int>) {
    let known = (
      then: Set(indicator.filter { cells.before($0) != nil }.map(cells.period)),
      now: Set(indicator.filter { cells.after($0) != nil }.map(cells.period))
    )
    for number in numbers { withstand(indicator, in: years, Told(known: known, number: number)) }
  }

  /// What editions tell of one number of the cells of an indicator.
  private struct Told {
    /// Periods of which each edition says anything: there, what has no row is nothing.
    let known: (then: Set<Int>, now: Set<Int>)
    let number: (Observation) -> Double?

    func number(_ one: Observation?, isKnown: Bool) -> Double? {
      guard let one else { return isKnown ? 0 : nil }
      // What was held back is not what it says.
      return one.status == .suppressed || one.note == EarlierEdition.heldBack ? nil : number(one)
    }
  }

  private func numberThen(_ cell: Int, _ told: Told) -> Double? {
    told.number(cells.before(cell), isKnown: told.known.then.contains(cells.period(of: cell)))
  }

  private func numberNow(_ cell: Int, _ told: Told) -> Double? {
    guard fates[cell] == .shown else { return nil }
    return told.number(cells.after(cell), isKnown: told.known.now.contains(cells.period(of: cell)))
  }

  private mutating func withstand(_ indicator: Range<Int>, in asked: Set<Int>, _ told: Told) {
    let isSecret = indicator.contains { cell in
      (cells.after(cell) ?? cells.before(cell)).flatMap(rules.least) != nil
    }
    guard isSecret else { return }
    // Where both show and withhold the same, two editions tell no more than each alone.
    let years = Set(
      indicator.filter { (numberThen($0, told) == nil) != (numberNow($0, told) == nil) }
        .map(year(of:)))
    for own in years.intersection(asked).sorted() {
      withstand(indicator.filter { year(of: $0) == own }, told)
    }
  }

  private mutating func withstand(_ group: [Int], _ told: Told) {
    let (then, now) = (group.map { numberThen($0, told) }, group.map { numberNow($0, told) })
    // Hours and money are not counted one by one.
    let isWhole = (then + now).allSatisfy { $0.map { abs($0 - $0.rounded()) < 0.02 } ?? true }
    guard isWhole else { return }
    func whole(_ numbers: [Double?]) -> [Int?] { numbers.map { $0.map { Int($0.rounded()) } } }
    var problem = EditionsTogether(
      then: whole(then), now: whole(now), sums: divisions(group, whole(then), whole(now)))
    var targets = targets(group)
    func least(_ place: Int) -> Int {
      (cells.after(group[place]) ?? cells.before(group[place])).flatMap(rules.least) ?? 0
    }
    for round in 0..<ComparedEditions.patience {
      var found = problem.found(targets, least: least)
      if round == 0, !found.isEmpty {
        let apart = problem.foundApart(targets)
        targets.removeAll { apart.contains($0.cell) }
        found.removeAll { apart.contains($0.target) }
      }
      if found.isEmpty { return }
      var untellable: Set<Int> = []
      for (target, evidence) in found {
        if evidence.contains(where: { fates[group[$0]] != .shown }) { continue }
        guard let company = company(among: evidence, of: group, then, now) else {
          untellable.insert(target)
          continue
        }
        keepBack(group[company], hasMoved: then[company] != now[company])
        problem.withhold(company)
      }
      targets.removeAll { untellable.contains($0.cell) }
    }
    for (place, cell) in group.enumerated() where fates[cell] == .shown && now[place] != nil {
      if then[place] != now[place] { keepBack(cell, hasMoved: true) }
    }
  }

  private mutating func keepBack(_ cell: Int, hasMoved: Bool) {
    fates[cell] = hasMoved && cells.before(cell)?.value != nil ? .held : .withheld
  }

  /// What was withheld and opens comes first, then what moved least.
  private func company(
    among places: [Int], of group: [Int], _ then: [Double?], _ now: [Double?]
  ) -> Int? {
    func rank(_ place: Int) -> (Int, Double, Int) {
      guard let before = then[place] else { return (0, now[place]!, place) }
      let move = abs(now[place]! - before)
      return move > 0.01 ? (1, move, place) : (2, before, place)
    }
    return places.filter { now[$0] != nil && cells.after(group[$0])?.value != nil }
      .min { rank($0) < rank($1) }
  }

  /// What either edition withholds.
  private func targets(_ group: [Int]) -> [Attacker.Target] {
    group.indices.flatMap { place -> [Attacker.Target] in
      let cell = group[place]
      var targets: [Attacker.Target] = []
      if cells.before(cell)?.status == .suppressed {
        targets.append(.init(cell: 3 * place, width: rules.uncertainty))
      }
      if cells.after(cell)?.status == .suppressed || fates[cell] == .withheld {
        targets.append(.init(cell: 3 * place + 1, width: rules.uncertainty))
      }
      return targets
    }
  }

  /// How the cells add up, by place: along the sums that do wherever all of them are shown.
  private func divisions(
    _ group: [Int], _ then: [Int?], _ now: [Int?]
  ) -> [EditionsTogether.Sum] {
    let place = Dictionary(uniqueKeysWithValues: zip(group, group.indices))
    var all: [(kind: SumsOfCells.Division.Kind, sum: EditionsTogether.Sum)] = []
    var broken: Set<SumsOfCells.Division.Kind> = []
    for whole in group.indices {
      for division in sums.divisions(of: group[whole]) {
        let sum = EditionsTogether.Sum(
          whole: whole, parts: division.parts.compactMap { place[$0] }, isWhole: division.isWhole)
        all.append((division.kind, sum))
        if !sum.addsUp(then) || !sum.addsUp(now) { broken.insert(division.kind) }
      }
    }
    return all.filter { !broken.contains($0.kind) }.map(\.sum)
  }
}

extension EditionsTogether.Sum {
  /// False where the parts that are told are more than the whole, or are all of them and fewer.
  fileprivate func addsUp(_ numbers: [Int?]) -> Bool {
    guard let total = numbers[whole] else { return true }
    let shown = parts.compactMap { numbers[$0] }
    let sum = shown.reduce(0, +)
    return sum == total || sum < total && (!isWhole || shown.count < parts.count)
  }
}
