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

  /// What a pair of editions leaves to a number that one of them withholds.
  struct Learnt: Sendable {
    let cell: Int
    let role: SumsTogether.Role
    let number: PersonsOfCells.Number
    let range: ClosedRange<Int>
  }

  typealias Kept = (cell: Int, fate: ComparedEditions.Fate)

  /// Keeps back what would let both editions tell together what neither tells alone.
  ///
  /// - Returns: what becomes of the cells that were shown and are not any more, and what is told all the same.
  mutating func withstand() -> (kept: [Kept], learnt: [Learnt]) {
    // Whoever has the same twice knows no more than by having it once.
    if cells.allSatisfy(editions.isAsBefore) { return ([], learn()) }
    let learnt = PersonsOfCells.Number.allCases.flatMap { withstand($0) }
    return (zip(cells, fates).filter { $1 != editions.fates[$0] }.map { ($0, $1) }, learnt)
  }

  private mutating func withstand(_ number: PersonsOfCells.Number) -> [Learnt] {
    let (then, now) = told(number)
    // Where both show and withhold the same, two editions tell no more than each alone; what others tell of
    // one is then told of the other.
    let isPatternKept = !zip(then, now).contains { ($0 == nil) != ($1 == nil) }
    // What is held back was never asked of either alone.
    let isNothingNew = isPatternKept && !fates.contains(.held)
    guard editions.known != nil || !isNothingNew, let problem = problem(number, then, now) else {
      return []
    }
    return learnt(
      number, from: withstand(problem, number, then, now, bySumsAlone: isNothingNew))
  }

  /// What both editions tell of what they withhold.
  mutating func learn() -> [Learnt] {
    if editions.known == nil { return [] }
    return PersonsOfCells.Number.allCases.flatMap { number in
      let (then, now) = told(number)
      return problem(number, then, now).map { learnt(number, from: $0) } ?? []
    }
  }

  private func learnt(_ number: PersonsOfCells.Number, from problem: EditionsTogether) -> [Learnt] {
    if editions.known == nil { return [] }
    let asked = cells.indices.flatMap { [3 * $0, 3 * $0 + 1] }
    return problem.ranges(of: asked).map { place, range in
      Learnt(
        cell: cells[place / 3], role: SumsTogether.Role(rawValue: place % 3)!, number: number,
        range: range)
    }
  }

  private func told(_ number: PersonsOfCells.Number) -> (then: [Double?], now: [Double?]) {
    (
      cells.indices.map { editions.then.told(number, cells[$0], isKnown: isKnown.then[$0]) },
      cells.indices.map {
        fates[$0] == .shown
          ? editions.now.told(number, cells[$0], isKnown: isKnown.now[$0]) : nil
      }
    )
  }

  /// Nil where hours or money are told, which are not counted one by one.
  private mutating func problem(
    _ number: PersonsOfCells.Number, _ then: [Double?], _ now: [Double?]
  ) -> EditionsTogether? {
    let isWhole = (then + now).allSatisfy { $0.map { abs($0 - $0.rounded()) < 0.02 } ?? true }
    guard isWhole else { return nil }
    func whole(_ numbers: [Double?]) -> [Int?] { numbers.map { $0.map { Int($0.rounded()) } } }
    let numbers = (then: whole(then), now: whole(now))
    var known: [Int: ClosedRange<Int>] = [:]
    if let learnt = editions.known {
      for (place, cell) in cells.enumerated() {
        known[3 * place] = editions.cells.placeBefore(cell).flatMap { learnt.then[number, $0] }
        known[3 * place + 1] = editions.cells.placeAfter(cell).flatMap { learnt.now[number, $0] }
      }
    }
    return EditionsTogether(
      then: numbers.then, now: numbers.now, sums: sums(numbers), known: known)
  }

  private mutating func withstand(
    _ editionsTogether: EditionsTogether, _ number: PersonsOfCells.Number, _ then: [Double?],
    _ now: [Double?], bySumsAlone: Bool
  ) -> EditionsTogether {
    var problem = editionsTogether
    // What other editions have told cannot be taken back.
    var targets = targets(number).filter { !problem.isKnown($0) }
    for round in 0..<AttackedYear.patience {
      var found = problem.found(targets, bySumsAlone: bySumsAlone) { few($0, number) }
      if round == 0, !found.isEmpty {
        // What is held back today is shown by its own edition: no protection has allowed that.
        let apart = problem.foundApart(
          targets.filter { $0.cell % 3 == 0 || standing($0.cell, number) == nil })
        targets.removeAll { apart.contains($0.cell) }
        found.removeAll { apart.contains($0.target) }
      }
      if found.isEmpty { return problem }
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
      if then[place] != now[place] {
        keepBack(place, hasMoved: true)
        problem.withhold(place)
      }
    }
    return problem
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

  /// What either edition withholds, and what it holds back that has moved by few, for all that is known.
  private func targets(_ number: PersonsOfCells.Number) -> [Attacker.Target] {
    (asked ?? Array(cells.indices)).flatMap { place -> [Int] in
      var targets: [Int] = []
      if asked == nil, let before = before(place), before.status == .suppressed || before.isHeldBack
      {
        targets.append(3 * place)
      }
      let isWithheld = fates[place] == .withheld || after(place)?.status == .suppressed
      if isWithheld || isHeldByFew(place, number) { targets.append(3 * place + 1) }
      return targets
    }.map { Attacker.Target(cell: $0, width: editions.uncertainty) }
  }

  private func isHeldByFew(_ place: Int, _ number: PersonsOfCells.Number) -> Bool {
    let target = 3 * place + 1
    guard standing(target, number) != nil, let fresh = editions.fresh(number, cells[place]) else {
      return false
    }
    return few(target, number).contains(Int(fresh.rounded()))
  }

  private func few(_ target: Int, _ number: PersonsOfCells.Number) -> EditionsTogether.Few {
    let place = target / 3
    return EditionsTogether.Few(
      standing: standing(target, number) ?? 0,
      least: observation(place).flatMap(editions.rules(of: cells[place]).least) ?? 0)
  }

  /// What is said of a target that is held back.
  private func standing(_ target: Int, _ number: PersonsOfCells.Number) -> Int? {
    let place = target / 3
    let isToday = target % 3 == SumsTogether.Role.now.rawValue
    if isToday, fates[place] != .held {
      guard after(place)?.isHeldBack == true else { return nil }
      return editions.now[number, cells[place]].map { Int($0.rounded()) }
    }
    guard isToday || before(place)?.isHeldBack == true else { return nil }
    return editions.then[number, cells[place]].map { Int($0.rounded()) }
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
    let (asked, comparison) = (untried.map(Set.init), self)
    let years = years(of: asked)
    let outcomes = concurrently(years.count) { i in
      var year = AttackedYear(comparison, years[i], asked: asked)
      return year.withstand()
    }
    untried = []
    for (cell, fate) in outcomes.flatMap(\.kept) { keepBack(cell, fate) }
    for one in outcomes.lazy.flatMap(\.learnt) { learn(one) }
  }

  /// What readers know of both editions once they have laid one over the other.
  func learnt() -> (then: KnownRanges, now: KnownRanges) {
    let years = years(of: nil)
    var comparison = self
    let learnt = concurrently(years.count) { i in
      var year = AttackedYear(self, years[i], asked: nil)
      return year.learn()
    }
    for one in learnt.joined() { comparison.learn(one) }
    return comparison.known!
  }

  private mutating func learn(_ one: AttackedYear.Learnt) {
    if one.role == .then {
      if let place = cells.placeBefore(one.cell) { known?.then[one.number, place] = one.range }
    } else if let place = cells.placeAfter(one.cell) {
      known?.now[one.number, place] = one.range
    }
  }

  /// The cells of each indicator of persons and year that has any of the cells, and is not settled.
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
        if cells.contains(where: isSettled) { continue }
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
