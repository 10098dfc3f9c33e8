import Warehouse

/// Which facts (or different values of a field) one published number counts, so that two indicators that
/// count the same, or of which one counts part of what the other does, are protected together.
struct CountedSet: Hashable {
  enum Kind: Hashable {
    case facts
    case distinct(FactField)
    /// Facts followed until something happens…
    case waits
    /// …and those for which it happened within so many days.
    case within(Wait, Int)
  }

  let kind: Kind
  /// None of them follows from another.
  let conditions: Set<Condition>

  init(kind: Kind, conditions: [Condition]) {
    self.kind = kind
    var kept: [Condition] = []
    for condition in conditions where !kept.contains(where: { $0.implies(condition) }) {
      kept.removeAll { condition.implies($0) }
      kept.append(condition)
    }
    self.conditions = Set(kept)
  }

  /// True when all that is counted here is surely counted there too, which counts more.
  func isPart(of other: CountedSet) -> Bool {
    guard self != other else { return false }
    switch (kind, other.kind) {
    case (.facts, .facts), (.waits, .facts), (.within, .facts), (.within, .waits): break
    case (.distinct(let a), .distinct(let b)): if a != b { return false }
    case (.within(let a, let days), .within(let b, let more)):
      if a != b || days >= more { return false }
    default: return false
    }
    return other.conditions.allSatisfy { wanted in
      conditions.contains { $0.implies(wanted) }
    }
  }
}

extension Condition {
  /// True when whatever this holds of, the other holds of too; false when that cannot be told.
  func implies(_ other: Condition) -> Bool {
    if self == other { return true }
    if case .any(let parts) = self { return parts.allSatisfy { $0.implies(other) } }
    switch (self, other) {
    case (_, .any(let parts)): return parts.contains { implies($0) }
    case (.isOne(let a, let few), .isOne(let b, let many)):
      return a == b && Set(few).isSubset(of: many)
    case (.isOne(let a, let some), .isNone(let b, let others)):
      return a == b && Set(some).isDisjoint(with: others)
    case (.isNone(let a, let many), .isNone(let b, let few)):
      return a == b && Set(few).isSubset(of: many)
    case (.holds(let a, let few), .holds(let b, let many)):
      return a == b && Set(few).isSubset(of: many)
    case (.atLeast(let a, let more), .atLeast(let b, let less)): return a == b && more >= less
    case (.atMost(let a, let less), .atMost(let b, let more)): return a == b && less <= more
    case (.within(let a, let b, let few), .within(let c, let d, let many)):
      return a == c && b == d && few <= many
    case (.seenFor(let a, let long), .seenFor(let b, let short)): return a == b && long >= short
    case (_, .present(let field)): return needs.contains(field)
    default: return false
    }
  }

  /// Fields without a value of which it cannot hold.
  private var needs: [FactField] {
    switch self {
    case .isOne(let field, _), .holds(let field, _), .several(let field), .present(let field),
      .flag(let field, _), .atLeast(let field, _), .atMost(let field, _), .seenFor(let field, _):
      [field]
    case .within(let first, let second, _), .same(let first, let second): [first, second]
    case .isNone, .absent, .any, .not: []
    }
  }
}

extension Counting {
  /// All it counts, and for a share those in the numerator.
  var countedSets: (all: CountedSet, hits: CountedSet?) {
    var conditions = filters
    var kind = CountedSet.Kind.facts
    var hits: [Condition]?
    switch measure {
    case .count, .daily, .rate, .distribution: break
    case .share(let more): hits = more
    case .distinct(let field, _): kind = .distinct(field)
    case .shareOfDistinct(let field, let more):
      kind = .distinct(field)
      hits = more
    case .sum(let quantity, _), .mean(let quantity): conditions.append(.present(quantity.field))
    case .ratio(let top, let bottom):
      conditions.append(.present(top.field))
      conditions.append(.present(bottom.field))
    case .wait: kind = .waits
    }
    let all = CountedSet(kind: kind, conditions: conditions)
    return (all, hits.map { CountedSet(kind: kind, conditions: conditions + $0) })
  }

  /// Those for which what is waited for happened within so many days.
  func countedSet(within days: Int) -> CountedSet? {
    guard case .wait(let wait) = measure else { return nil }
    return CountedSet(kind: .within(wait, days), conditions: filters)
  }

  var horizons: [Int] {
    if case .wait(let wait) = measure { wait.horizons } else { [] }
  }
}
