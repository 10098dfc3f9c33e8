import Testing

@testable import Indicators

/// domain.md §4.4.6: comuni are not published, but two partitions of them are.
@Suite struct CommonRefinementTests {
  /// ATS 1 = {a, b, c}, ATS 2 = {d, e}; class A = {a, b}, class B = {c, d, e}: the difference of ATS 1
  /// and class A is the comune c.
  private func problem(_ comuni: [Int], isPublished: Bool = false) -> ProtectionProblem {
    var problem = ProtectionProblem()
    for n in comuni { problem.add(.init(persons: n, threshold: 5, isPublished: isPublished)) }
    func sum(_ parts: [Int]) {
      let total = problem.add(
        .init(persons: parts.reduce(0) { $0 + problem.cells[$1].persons }, threshold: 5))
      problem.addRelation(total: total, parts: parts)
    }
    sum([0, 1, 2])
    sum([3, 4])
    sum([0, 1])
    sum([2, 3, 4])
    sum([5, 6])
    return problem
  }

  @Test func theDifferenceOfTwoPublishedTotalsIsAComune() throws {
    let problem = problem([20, 30, 3, 40, 10])
    let result = try problem.solved()
    #expect(result.primary == [false, false, true] + Array(repeating: false, count: 7))
    let hiddenTotals = (5..<10).filter { result.hidden[$0] }
    #expect(!hiddenTotals.isEmpty, "a coarser cell must go")
    #expect(result.audit.isSafe && result.audit.complementary == hiddenTotals.count)
    // Published as they are, the totals give it away.
    let naive = (0..<10).map { $0 < 5 }
    let findings = Attacker(PublishedView(problem, hidden: naive))
      .attack([.init(cell: 2, width: 5)])
    #expect(findings.breaches.map(\.cell) == [2] && findings.breaches[0].isRecovered)
  }

  @Test func aLargeComuneMayBeDerived() throws {
    // c has 30: nobody published it, but nothing forbids it either.
    let result = try problem([20, 30, 30, 40, 10]).solved()
    #expect(!(5..<10).contains { result.hidden[$0] } && result.audit.isSafe)
    #expect(result.audit.guarded == 0 && result.audit.publishable == 5)
  }

  @Test func aSmallComuneInsideABlockNeedsNothing() throws {
    // a is small, but only its sum with b can be worked out.
    let result = try problem([3, 30, 30, 40, 10]).solved()
    #expect(!(5..<10).contains { result.hidden[$0] } && result.audit.isSafe)
    #expect(result.audit.guarded == 1)
  }
}
