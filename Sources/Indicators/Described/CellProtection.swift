import Warehouse

/// Which cells of a described indicator must be withheld.
///
/// Years, halves and quarters of a year, all territories and all modalities are one problem, with the
/// count, the numerator and the rest of a share linked to each other. Sums are sums of facts; a cell too
/// small in persons is withheld even when its facts are many.
struct CellProtection {
  let table: CellTable
  let counting: Counting
  /// Fewest identities by cell; nil: public facts, nothing is withheld.
  let threshold: (CellTable.Key) -> Int?
  let floor: Int
  /// By unit, the ways it is a sum of others.
  let sums: [Int: [[Int]]]

  private var frame: Frame { table.frame }

  /// Counts that are protected: all, and the two sides of a share.
  private enum Side: Int, CaseIterable { case all, hits, misses }

  private var sides: [Side] {
    switch counting.measure {
    case .share, .shareOfDistinct: Side.allCases
    default: [.all]
    }
  }

  private func count(_ tally: CellTally, _ side: Side) -> Int {
    let isDistinct: Bool
    switch counting.measure {
    case .distinct, .shareOfDistinct: isDistinct = true
    default: isDistinct = false
    }
    let all = isDistinct ? tally.units.count : tally.cases
    let hits = isDistinct ? tally.unitHits.count : tally.hits
    switch side {
    case .all: return all
    case .hits: return hits
    case .misses: return all - hits
    }
  }

  /// Too few identities behind a side that has any.
  private func isSmall(_ tally: CellTally, _ least: Int) -> Bool {
    guard sides.count > 1 else {
      let count = count(tally, .all)
      return count > 0 && min(count, tally.inside.count) < least
    }
    let (hits, misses) = (count(tally, .hits), count(tally, .misses))
    return (hits > 0 && min(hits, tally.inside.count) < least)
      || (misses > 0 && min(misses, tally.outside.count) < least)
  }

  /// Years apart: what one shows does not add up with another.
  func hidden() throws -> Set<CellTable.Key> {
    var all: Set<CellTable.Key> = []
    for periods in Dictionary(grouping: table.periods, by: \.year).sorted(by: { $0.key < $1.key }) {
      let keys = periods.value.flatMap { table.keys(in: $0) }
      guard keys.contains(where: { threshold($0) != nil }) else { continue }
      var withheld = Set(
        keys.filter { key in
          guard table.publishes(key), let least = threshold(key) else { return false }
          return table.cells[key].map { isSmall($0, least) } ?? false
        })
      while true {
        let found = try solve(keys, withheld)
        if found.isSubset(of: withheld) { break }
        withheld.formUnion(found)
      }
      all.formUnion(withheld)
    }
    return all
  }

  private func solve(
    _ keys: [CellTable.Key], _ withheld: Set<CellTable.Key>
  ) throws -> Set<CellTable.Key> {
    var problem = ProtectionProblem()
    var ids: [CellTable.Key: [Int]] = [:]
    for key in keys {
      let tally = table.cells[key] ?? CellTally()
      let isUndetermined = key.unit == frame.placeless || key.code == "ND"
      ids[key] = sides.map { side in
        problem.add(
          ProtectionProblem.Cell(
            persons: count(tally, side), threshold: threshold(key) ?? floor,
            isPublished: table.publishes(key), isWithheld: withheld.contains(key),
            isUndetermined: isUndetermined, uncertainty: floor))
      }
      if let id = ids[key], id.count == 3 {
        problem.addRelation(total: id[0], parts: [id[1], id[2]])
      }
    }
    func state(_ whole: CellTable.Key, _ parts: [CellTable.Key]) {
      guard let total = ids[whole] else { return }
      let known = parts.compactMap { ids[$0] }
      guard !known.isEmpty else { return }
      for side in total.indices {
        let sum = known.reduce(0) { $0 + problem.cells[$1[side]].persons }
        // Distinct units may return in several parts: then nothing adds up.
        if sum == problem.cells[total[side]].persons {
          problem.addRelation(total: total[side], parts: known.map { $0[side] })
        }
      }
    }
    for key in keys {
      for parts in parts(of: key) { state(key, parts) }
    }
    let result = try problem.solved()
    return Set(
      keys.filter { key in
        table.publishes(key) && ids[key]!.contains { result.hidden[$0] }
      })
  }

  /// The ways a cell is a sum of others: of territories, of shorter periods, of modalities.
  private func parts(of key: CellTable.Key) -> [[CellTable.Key]] {
    var ways: [[CellTable.Key]] = []
    func with(_ change: (inout CellTable.Key) -> Void) -> CellTable.Key {
      var copy = key
      change(&copy)
      return copy
    }
    let year = key.period.year
    var shorter: [Period] = []
    switch key.period {
    case .year: shorter = [.half(year, 1), .half(year, 2)]
    case .half(_, let half): shorter = [.quarter(year, half * 2 - 1), .quarter(year, half * 2)]
    default: break
    }
    if !shorter.isEmpty { ways.append(shorter.map { period in with { $0.period = period } }) }
    if key.dimension == 0 {
      for dimension in table.dimensions.indices.dropFirst() {
        ways.append(
          table.codes[dimension].map { code in
            with {
              $0.dimension = dimension
              $0.code = code
            }
          })
      }
    }
    for parts in sums[key.unit] ?? [] {
      ways.append(parts.map { part in with { $0.unit = part } })
    }
    return ways
  }
}
