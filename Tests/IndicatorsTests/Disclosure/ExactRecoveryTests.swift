import Testing

@testable import Indicators

/// The sparse elimination against a dense one in fractions, on random linked tables with random
/// cells withheld.
@Suite struct ExactRecoveryTests {
  @Test func agreesWithFractions() {
    var random = SeededGenerator(seed: 31)
    var determined = 0
    for round in 0..<60 {
      var tables = LinkedTables()
      tables.comuni = 4
      tables.ats = 2
      tables.classes = 2
      tables.modalities = 2
      let problem = tables.problem(using: &random)
      let chance = 2 + round % 6
      let hidden = problem.cells.map { _ in Int.random(in: 0..<chance, using: &random) == 0 }
      let sparse = ExactRecovery(problem.linkage, unknown: hidden).determined
      let dense = determinedByReduction(problem, hidden)
      #expect(sparse == dense)
      determined += dense.count
    }
    #expect(determined > 500)
  }

  /// What a cell is said to follow from tells it, whatever else is withheld; and it is not all there is.
  @Test func theEvidenceOnACellTellsIt() {
    var random = SeededGenerator(seed: 32)
    var (told, known, leaned) = (0, 0, 0)
    for _ in 0..<40 {
      let problem = LinkedTables().problem(using: &random)
      let hidden = problem.cells.map { _ in Int.random(in: 0..<4, using: &random) == 0 }
      let recovery = ExactRecovery(problem.linkage, unknown: hidden)
      for cell in recovery.determined {
        let evidence = recovery.evidence(on: cell)
        let alone = problem.cells.indices.map { !evidence.contains($0) }
        #expect(ExactRecovery(problem.linkage, unknown: alone).determined.contains(cell))
        told += 1
        known += hidden.count { !$0 }
        leaned += evidence.count
      }
    }
    #expect(told > 100)
    #expect(leaned * 3 < known)
  }

  /// Reduced row echelon form over the integers, rows kept primitive; a cell is determined when a row
  /// holds it alone.
  private func determinedByReduction(_ problem: ProtectionProblem, _ hidden: [Bool]) -> [Int] {
    let cells = hidden.indices.filter { hidden[$0] }
    let column = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    var rows: [[Int]] = []
    for index in 0..<problem.relationCount {
      let relation = problem.relation(index)
      var row = [Int](repeating: 0, count: cells.count)
      if let total = column[relation.total] { row[total] = -1 }
      for part in relation.parts { if let place = column[part] { row[place] = 1 } }
      if row.contains(where: { $0 != 0 }) { rows.append(row) }
    }
    var done = 0
    for pivot in cells.indices {
      guard let holder = (done..<rows.count).first(where: { rows[$0][pivot] != 0 }) else {
        continue
      }
      rows.swapAt(done, holder)
      for other in rows.indices where other != done && rows[other][pivot] != 0 {
        let (a, b) = (rows[done][pivot], rows[other][pivot])
        rows[other] = primitive(zip(rows[other], rows[done]).map { $0 * a - $1 * b })
      }
      done += 1
    }
    return rows.compactMap { row in
      let places = row.indices.filter { row[$0] != 0 }
      return places.count == 1 ? cells[places[0]] : nil
    }.sorted()
  }

  private func primitive(_ row: [Int]) -> [Int] {
    var divisor = 0
    for entry in row {
      var (a, b) = (divisor, abs(entry))
      while b != 0 { (a, b) = (b, a % b) }
      divisor = a
    }
    return divisor > 1 ? row.map { $0 / divisor } : row
  }
}
