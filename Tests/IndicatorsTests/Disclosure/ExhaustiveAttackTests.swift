import Testing

@testable import Indicators

/// All tables a reader must think possible, by trying every count: nothing in common with the methods
/// of the attacker or the solver.
private struct Enumeration {
  /// 2 × 3 leaves, two row totals, three column totals, the grand total.
  static let problemSize = 12
  let values: [Int?]
  private(set) var low = [Int](repeating: .max, count: problemSize)
  private(set) var high = [Int](repeating: -1, count: problemSize)
  private var leaves = [Int](repeating: 0, count: 6)

  /// - Parameter limit: hidden leaves are tried up to here; ranges are complete if no sum allows more.
  init(_ values: [Int?], limit: Int) {
    self.values = values
    assign(0, limit)
  }

  private mutating func assign(_ leaf: Int, _ limit: Int) {
    if leaf == 6 { return check() }
    for n in values[leaf].map({ $0...$0 }) ?? 0...limit {
      leaves[leaf] = n
      if isPossible(after: leaf) { assign(leaf + 1, limit) }
    }
  }

  /// A row or column that is complete must have its published total.
  private func isPossible(after leaf: Int) -> Bool {
    if leaf % 3 == 2, let total = values[6 + leaf / 3] {
      return leaves[leaf - 2] + leaves[leaf - 1] + leaves[leaf] == total
    }
    if leaf >= 3, let total = values[5 + leaf] { return leaves[leaf - 3] + leaves[leaf] == total }
    return true
  }

  private mutating func check() {
    let table = Self.withTotals(leaves)
    for cell in table.indices where values[cell] ?? table[cell] != table[cell] { return }
    for cell in table.indices {
      low[cell] = min(low[cell], table[cell])
      high[cell] = max(high[cell], table[cell])
    }
  }

  static func withTotals(_ x: [Int]) -> [Int] {
    let rows = [x[0] + x[1] + x[2], x[3] + x[4] + x[5]]
    return x + rows + [x[0] + x[3], x[1] + x[4], x[2] + x[5], rows[0] + rows[1]]
  }
}

@Suite struct ExhaustiveAttackTests {
  private func problem(_ leaves: [Int]) -> ProtectionProblem {
    var problem = ProtectionProblem()
    for n in Enumeration.withTotals(leaves) { problem.add(.init(persons: n, threshold: 3)) }
    problem.addRelation(total: 6, parts: [0, 1, 2])
    problem.addRelation(total: 7, parts: [3, 4, 5])
    for column in 0..<3 { problem.addRelation(total: 8 + column, parts: [column, column + 3]) }
    problem.addRelation(total: 11, parts: [6, 7])
    problem.addRelation(total: 11, parts: [8, 9, 10])
    return problem
  }

  @Test func everyHiddenCountIsReallyUncertain() throws {
    var random = SeededGenerator(seed: 21)
    var complete = 0
    for _ in 0..<160 {
      let leaves = (0..<6).map { _ in Int.random(in: 0...6, using: &random) }
      let problem = problem(leaves)
      let result = try problem.solved()
      #expect(result.audit.isSafe)
      let view = PublishedView(problem, hidden: result.hidden)
      // Counts go up to 6, rows to 18; more than four unknown leaves would take too long to try.
      if (0..<6).filter({ result.hidden[$0] }).count > 4 { continue }
      let limit = 18
      let all = Enumeration(view.values, limit: limit)
      let attacker = Attacker(view)
      for cell in 0..<12 where result.hidden[cell] {
        // Small counts by their threshold; what is hidden for their sake by something at least.
        let need = result.primary[cell] ? 3 : 1
        #expect(all.high[cell] - all.low[cell] >= need, "cell \(cell) of \(leaves)")
        let range = try #require(attacker.range(of: cell))
        #expect(range.lower <= all.low[cell] && range.upper ?? .max >= all.high[cell])
        // Two-way tables are totally unimodular: where nothing exceeds what was tried, the linear
        // bounds are the true ones.
        if let upper = range.upper, upper < limit {
          complete += 1
          #expect(range.lower == all.low[cell] && upper == all.high[cell])
        }
      }
    }
    #expect(complete > 100)
  }

  @Test func attackerIsNeverWrong() throws {
    // Any pattern of withheld cells, safe or not: what the attacker claims holds in every table.
    var random = SeededGenerator(seed: 22)
    var recovered = 0
    for _ in 0..<150 {
      let leaves = (0..<6).map { _ in Int.random(in: 0...5, using: &random) }
      let problem = problem(leaves)
      let hidden = (0..<12).map { _ in Int.random(in: 0...2, using: &random) == 0 }
      let view = PublishedView(problem, hidden: hidden)
      let all = Enumeration(view.values, limit: 9)
      let findings = Attacker(view).attack(
        (0..<12).filter { hidden[$0] }.map { Attacker.Target(cell: $0, width: 3) })
      let found = Dictionary(uniqueKeysWithValues: findings.breaches.map { ($0.cell, $0) })
      for cell in 0..<12 where hidden[cell] {
        let width = all.high[cell] - all.low[cell]
        #expect((width < 3) == (found[cell] != nil), "cell \(cell) of \(leaves), \(hidden)")
        #expect((width == 0) == (found[cell]?.isRecovered ?? false))
        recovered += width == 0 ? 1 : 0
      }
    }
    #expect(recovered > 100)
  }
}
