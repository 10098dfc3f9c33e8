import Warehouse

extension CellProtection {
  /// Indicators that place the facts in the same cells and count the same, or part of what another counts.
  ///
  /// Being part of a whole that is known anyway (all requests) is no bond: what is left of it is looked at
  /// in each member.
  static func families(_ members: [Member]) -> [[Int]] {
    var families: [[Int]] = []
    for i in members.indices {
      let own = families.indices.filter { family in
        families[family].contains { members[$0].isBound(to: members[i]) }
      }
      let joined = own.flatMap { families[$0] } + [i]
      for family in own.reversed() { families.remove(at: family) }
      families.append(joined.sorted())
    }
    return families
  }
}

extension CellProtection.Member {
  fileprivate func isBound(to other: CellProtection.Member) -> Bool {
    guard counting.table == other.counting.table, counting.when == other.counting.when,
      counting.place == other.counting.place
    else { return false }
    let (own, others) = (sets, other.sets)
    return own.contains { a in
      others.contains { b in a == b || a.isPart(of: b) || b.isPart(of: a) }
    }
  }

  /// What it counts, a whole known anyway left out.
  private var sets: [CountedSet] {
    let sets = counting.countedSets
    return [sets.all, sets.hits].compactMap { $0 }.filter {
      !($0.conditions.isEmpty && knowsWhole)
    }
  }
}
