import Warehouse

/// The numbers of an indicator in a year, and a reader who has both editions: each kind of count is attacked
/// by itself.
struct AttackedYear {
  /// After this many rounds all numbers stay as they were before.
  private static let patience = 60

  private let editions: ComparedEditions
  /// The cells; what follows is by their place among them.
  private let cells: [Int]
  private var fates: [ComparedEditions.Fate]
  /// What is asked for; nil: all that either edition withholds.
  private let asked: [Int]?
  /// True where an edition says something of the period: there, what has no row is nothing.
  private let isKnown: (then: [Bool], now: [Bool])
  private let divisions: [(kind: SumsOfCells.Division.Kind, sum: SumsTogether.Sum)]
  private var sums: [Set<SumsOfCells.Division.Kind>: SumsTogether] = [:]

  /// - Parameters:
  ///   - cells: of one indicator and year, ascending.
  ///   - asked: cells among them whose today's number is asked for; nil: all secrets of both editions.
  init(_ editions: ComparedEditions, _ cells: [Int], asked: Set<Int>?) {
    self.editions = editions
    self.cells = cells
    fates = cells.map { editions.fates[$0] }
    self.asked = asked.map { asked in cells.indices.filter { asked.contains(cells[$0]) } }
    func isKnown(_ edition: PersonsOfCells) -> [Bool] {
      let periods = Set(cells.filter(edition.has).map(editions.cells.period))
      return cells.map { periods.contains(editions.cells.period(of: $0)) }
    }
    self.isKnown = (isKnown(editions.then), isKnown(editions.now))
    let place = Dictionary(uniqueKeysWithValues: zip(cells, cells.indices))
    divisions = cells.indices.flatMap { whole in
      editions.sums.divisions(of: cells[whole]).map { division in
        let parts = division.parts.compactMap { place[$0] }
        return (division.kind, .init(whole: whole, parts: parts, isWhole: division.isWhole))
      }
    }
  }

  /// Keeps back what would let both editions tell together what neither tells alone.
  ///
  /// - Returns: what becomes of the cells that were shown and are not any more.
  mutating func withstand() -> [(cell: Int, fate: ComparedEditions.Fate)] {
    for number in PersonsOfCells.Number.allCases { withstand(number) }
    return zip(cells, fates).filter { $1 != editions.fates[$0] }.map { ($0, $1) }
  }

  private mutating func withstand(_ number: PersonsOfCells.Number) {
    let then = cells.indices.map {
      editions.then.told(number, cells[$0], isKnown: isKnown.then[$0])
    }
    let now = cells.indices.map {
      fates[$0] == .shown
        ? editions.now.told(number, cells[$0], isKnown: isKnown.now[$0]) : nil
    }
    // Where both show and withhold the same, two editions tell no more than each alone.
    guard zip(then, now).contains(where: { ($0 == nil) != ($1 == nil) }) else { return }
    // Hours and money are not counted one by one.
    let isWhole = (then + now).allSatisfy { $0.map { abs($0 - $0.rounded()) < 0.02 } ?? true }
    guard isWhole else { return }
    func whole(_ numbers: [Double?]) -> [Int?] { numbers.map { $0.map { Int($0.rounded()) } } }
    let numbers = (then: whole(then), now: whole(now))
    withstand(
      EditionsTogether(then: numbers.then, now: numbers.now, sums: sums(numbers)), then, now)
  }

  private mutating func withstand(
    _ editionsTogether: EditionsTogether, _ then: [Double?], _ now: [Double?]
  ) {
    var problem = editionsTogether
    var targets = targets()
    for round in 0..<AttackedYear.patience {
      var found = problem.found(targets) { place in
        observation(place).flatMap(editions.rules(of: cells[place]).least) ?? 0
      }
      if round == 0, !found.isEmpty {
        let apart = problem.foundApart(targets)
        targets.removeAll { apart.contains($0.cell) }
        found.removeAll { apart.contains($0.target) }
      }
      if found.isEmpty { return }
      var untellable: Set<Int> = []
      for (target, evidence) in found {
        if evidence.contains(where: { fates[$0] != .shown }) { continue }
        guard let company = company(among: evidence, then, now) else {
          untellable.insert(target)
          continue
        }
        keepBack(company, hasMoved: then[company] != now[company])
        problem.withhold(company)
      }
      targets.removeAll { untellable.contains($0.cell) }
    }
    for place in cells.indices where fates[place] == .shown && now[place] != nil {
      if then[place] != now[place] { keepBack(place, hasMoved: true) }
    }
  }

  private func before(_ place: Int) -> Observation? { editions.cells.before(cells[place]) }
  private func after(_ place: Int) -> Observation? { editions.cells.after(cells[place]) }
  private func observation(_ place: Int) -> Observation? { after(place) ?? before(place) }

  private mutating func keepBack(_ place: Int, hasMoved: Bool) {
    fates[place] = hasMoved && before(place)?.value != nil ? .held : .withheld
  }

  /// What was withheld and opens comes first, then what moved least.
  private func company(among places: [Int], _ then: [Double?], _ now: [Double?]) -> Int? {
    func rank(_ place: Int) -> (Int, Double, Int) {
      guard let before = then[place] else { return (0, now[place]!, place) }
      let move = abs(now[place]! - before)
      return move > 0.01 ? (1, move, place) : (2, before, place)
    }
    return places.filter { now[$0] != nil && after($0)?.value != nil }
      .min { rank($0) < rank($1) }
  }

  private func targets() -> [Attacker.Target] {
    (asked ?? Array(cells.indices)).flatMap { place -> [Attacker.Target] in
      var targets: [Attacker.Target] = []
      if asked == nil, before(place)?.status == .suppressed {
        targets.append(.init(cell: 3 * place, width: editions.uncertainty))
      }
      if after(place)?.status == .suppressed || fates[place] == .withheld {
        targets.append(.init(cell: 3 * place + 1, width: editions.uncertainty))
      }
      return targets
    }
  }

  /// How the cells add up: along the sums that do wherever all of them are shown.
  private mutating func sums(_ numbers: (then: [Int?], now: [Int?])) -> SumsTogether {
    var broken: Set<SumsOfCells.Division.Kind> = []
    for (kind, sum) in divisions where !broken.contains(kind) {
      if !sum.addsUp(numbers.then) || !sum.addsUp(numbers.now) { broken.insert(kind) }
    }
    if let known = sums[broken] { return known }
    let all = SumsTogether(
      count: cells.count, divisions.filter { !broken.contains($0.kind) }.map(\.sum))
    sums[broken] = all
    return all
  }
}

extension ComparedEditions {
  /// Withholds, or keeps as it was, what would let both editions tell together what neither tells alone.
  ///
  /// The first time, all that either withholds is asked for; then what has been withheld since: of the rest
  /// readers know no more than they did.
  mutating func withstand() {
    let (asked, known) = (untried.map(Set.init), self)
    let years = years(of: asked)
    let kept = concurrently(years.count) { i in
      var year = AttackedYear(known, years[i], asked: asked)
      return year.withstand()
    }
    untried = []
    for (cell, fate) in kept.joined() { keepBack(cell, fate) }
  }

  /// The cells of each indicator of persons and year that has any of the cells.
  private func years(of asked: Set<Int>?) -> [[Int]] {
    var (years, next) = ([[Int]](), 0)
    while next < cells.indices.upperBound {
      let indicator = cells.indicatorCells(with: next)
      next = indicator.upperBound
      guard rules(of: indicator.lowerBound).isOfPersons else { continue }
      let byYear = Dictionary(grouping: indicator) {
        cells.order.periods.values[cells.period(of: $0)].year
      }
      for (_, cells) in byYear.sorted(by: { $0.key < $1.key }) {
        if asked.map({ cells.contains(where: $0.contains) }) ?? true { years.append(cells) }
      }
    }
    return years
  }
}

extension SumsTogether.Sum {
  /// False where the parts that are told are more than the whole, or are all of them and fewer.
  fileprivate func addsUp(_ numbers: [Int?]) -> Bool {
    guard let total = numbers[whole] else { return true }
    let shown = parts.compactMap { numbers[$0] }
    let sum = shown.reduce(0, +)
    return sum == total || sum < total && (!isWhole || shown.count < parts.count)
  }
}
