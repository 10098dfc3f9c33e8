import Testing

@testable import Indicators

/// Bounds found by another solver: scipy 1.17.1, `linprog(±e, A_eq, b_eq, method="highs")` over the
/// same equations with counts from 0 up.
@Suite struct AttackerGoldenTests {
  /// Five comuni in two ATS ({0,1,2}, {3,4}) and two classes ({0,1}, {2,3,4}), a province; three
  /// modalities and their total. Id = place × 4 + modality.
  private var problem: ProtectionProblem {
    let comuni = [[4, 12, 7], [9, 3, 16], [21, 5, 2], [6, 18, 11], [3, 8, 25]]
    let groups = [
      [0], [1], [2], [3], [4], [0, 1, 2], [3, 4], [0, 1], [2, 3, 4], [0, 1, 2, 3, 4],
    ]
    var problem = ProtectionProblem()
    for members in groups {
      let counts = (0..<3).map { kind in members.reduce(0) { $0 + comuni[$1][kind] } }
      for count in counts + [counts.reduce(0, +)] {
        problem.add(.init(persons: count, threshold: 5))
      }
    }
    for kind in 0..<4 {
      for (place, parts) in [(5, [0, 1, 2]), (6, [3, 4]), (7, [0, 1]), (8, [2, 3, 4])] {
        problem.addRelation(total: place * 4 + kind, parts: parts.map { $0 * 4 + kind })
      }
      problem.addRelation(total: 36 + kind, parts: [20 + kind, 24 + kind])
      problem.addRelation(total: 36 + kind, parts: [28 + kind, 32 + kind])
    }
    for place in 0..<10 {
      problem.addRelation(total: place * 4 + 3, parts: [0, 1, 2].map { place * 4 + $0 })
    }
    return problem
  }

  private let golden: [(cell: Int, lower: Int, upper: Int)] = [
    (0, 0, 11), (2, 0, 11), (4, 2, 13), (5, 3, 3), (6, 12, 23), (9, 5, 5), (10, 2, 2), (12, 0, 9),
    (13, 0, 26), (14, 0, 35), (16, 0, 9), (17, 0, 26), (18, 1, 36), (21, 20, 20), (22, 25, 25),
    (29, 15, 15), (30, 23, 23),
  ]

  @Test func boundsAreThoseOfAnotherSolver() throws {
    var hidden = [Bool](repeating: false, count: 40)
    for entry in golden { hidden[entry.cell] = true }
    let attacker = Attacker(PublishedView(problem, hidden: hidden))
    for entry in golden {
      let range = try #require(attacker.range(of: entry.cell))
      #expect(range.lower == entry.lower && range.upper == entry.upper, "cell \(entry.cell)")
    }
    let findings = attacker.attack(golden.map { .init(cell: $0.cell, width: 12) })
    let narrow = golden.filter { $0.upper - $0.lower < 12 }
    #expect(findings.breaches.map(\.cell) == narrow.map(\.cell))
    for breach in findings.breaches {
      let isPinned = golden.contains { $0.cell == breach.cell && $0.lower == $0.upper }
      #expect(breach.isRecovered == isPinned)
    }
  }

  @Test func theSameProblemIsProtected() throws {
    let result = try problem.solved()
    #expect(result.audit.isSafe && result.audit.boundedExactly == result.audit.guarded)
    #expect(result.hidden == (try problem.solved().hidden), "the same pattern every time")
  }

  @Test func aZeroThatFollowsFromTheSumsIsNoSecret() throws {
    // Two partitions of the same total, one with an empty group: its zero follows whatever is
    // published. It is a cheap partner all the same, and must not drag everything else along.
    var problem = ProtectionProblem()
    let small = problem.add(.init(persons: 38, denominator: 40, threshold: 5))
    let large = problem.add(.init(persons: 50, denominator: 90, threshold: 5))
    let empty = problem.add(.init(persons: 0, threshold: 5))
    let total = problem.add(.init(persons: 88, denominator: 130, threshold: 5))
    problem.addRelation(total: total, parts: [small, large, empty])
    problem.addRelation(total: total, parts: [small, large])
    let result = try problem.solved()
    #expect(result.audit.isSafe)
    #expect(result.hidden == [true, true, true, false])
  }
}
