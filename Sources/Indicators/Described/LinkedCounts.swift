import Warehouse

/// A cell of the tables of several indicators over the same facts.
struct LinkedCell: Hashable {
  var unit: Int
  var period: Period
  /// Nil: the total.
  var breakdown: Counting.Breakdown?
  var code: String
}

/// What a count is to an indicator that shows it.
enum CountRole: Hashable {
  case all, hits, misses
  case within(Int)

  func count(_ tally: CellTally, _ counting: Counting) -> Int {
    let isDistinct: Bool
    switch counting.measure {
    case .distinct, .shareOfDistinct: isDistinct = true
    default: isDistinct = false
    }
    let all = isDistinct ? tally.units.count : tally.cases
    let hits = isDistinct ? tally.unitHits.count : tally.hits
    switch self {
    case .all: return all
    case .hits: return hits
    case .misses: return all - hits
    case .within(let days):
      return tally.waits.entries.reduce(0) {
        $0 + ($1.key & 3 == 1 && Int($1.key >> 2) <= days ? $1.value : 0)
      }
    }
  }

  /// Too few, or too few identities behind them.
  func isSmall(_ tally: CellTally, _ counting: Counting, least: Int) -> Bool {
    let count = count(tally, counting)
    guard count > 0 else { return false }
    switch self {
    // Of a share each side is looked at by itself.
    case .all: return counting.countedSets.hits == nil && min(count, tally.inside.count) < least
    case .hits: return min(count, tally.inside.count) < least
    case .misses: return min(count, tally.outside.count) < least
    // It is counted in cases alone, as the protection of all the counts together looks at it.
    case .within: return false
    }
  }
}

/// The different counts that indicators over the same facts show, or from which a reader could tell them.
struct LinkedCounts {
  enum Count: Hashable {
    case set(CountedSet)
    /// What the second counts beyond the first.
    case difference(Int, Int)
  }

  struct Use: Hashable {
    var member: Int
    var role: CountRole
  }

  private(set) var counts: [Count] = []
  /// By count, the indicators whose tallies have it.
  private(set) var uses: [[Use]] = []
  private var indices: [Count: Int] = [:]

  private mutating func index(_ count: Count) -> Int {
    if let known = indices[count] { return known }
    indices[count] = counts.count
    counts.append(count)
    uses.append([])
    return counts.count - 1
  }

  mutating func add(_ counting: Counting, of member: Int) {
    let sets = counting.countedSets
    let all = index(.set(sets.all))
    uses[all].append(Use(member: member, role: .all))
    if let hits = sets.hits {
      let part = index(.set(hits))
      uses[part].append(Use(member: member, role: .hits))
      uses[index(.difference(part, all))].append(Use(member: member, role: .misses))
    }
    for days in counting.horizons {
      guard let set = counting.countedSet(within: days) else { continue }
      uses[index(.set(set))].append(Use(member: member, role: .within(days)))
    }
  }

  /// A count of some codes of a field, and the one of all codes, which the field divides.
  struct Division {
    let part: Int
    let whole: Int
    let breakdown: Counting.Breakdown
    let codes: Set<String>
  }

  func divisions(by breakdowns: [Counting.Breakdown]) -> [Division] {
    counts.indices.flatMap { part -> [Division] in
      guard case .set(let own) = counts[part] else { return [] }
      // Units of several codes return in each.
      if case .distinct = own.kind { return [] }
      return own.conditions.flatMap { condition -> [Division] in
        guard case .isOne(let field, let words) = condition else { return [] }
        return breakdowns.filter { $0.field == field }.flatMap { breakdown in
          counts.indices.compactMap { whole in
            guard whole != part, case .set(let other) = counts[whole],
              own == CountedSet(kind: other.kind, conditions: other.conditions + [condition])
            else { return nil }
            return Division(
              part: part, whole: whole, breakdown: breakdown,
              codes: Set(words.map { breakdown.code(of: $0) }))
          }
        }
      }
    }
  }

  /// Adds what follows by subtraction where one count is part of another with none in between.
  mutating func addDifferences() {
    let sets = counts.enumerated().compactMap { i, count -> (index: Int, set: CountedSet)? in
      if case .set(let set) = count { (i, set) } else { nil }
    }
    func isPart(_ a: CountedSet, _ b: CountedSet) -> Bool { a.isPart(of: b) && !b.isPart(of: a) }
    for part in sets {
      for whole in sets where isPart(part.set, whole.set) {
        let isDirect = !sets.contains { isPart(part.set, $0.set) && isPart($0.set, whole.set) }
        if isDirect { _ = index(.difference(part.index, whole.index)) }
      }
    }
  }
}
