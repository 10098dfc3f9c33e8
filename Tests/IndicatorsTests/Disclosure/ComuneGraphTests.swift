import Testing

@testable import Indicators

@Suite struct ComuneGraphTests {
  /// Comuni of a few districts and classes at random, some hidden, some of which lend nothing.
  private struct Case {
    let graph: ComuneGraph
    let hidden: Set<Int>
    let sizes: [Int]

    init(_ random: inout SeededRandom) {
      let (districts, classes) = (1 + random.below(5), 1 + random.below(4))
      let count = 1 + random.below(18)
      graph = ComuneGraph(
        ends: (0..<count).map { _ in (random.below(districts), districts + random.below(classes)) })
      sizes = (0..<count).map { _ in max(0, random.below(14) - 2) }
      hidden = Set((0..<count).filter { _ in random.below(3) == 0 })
    }

    /// By what the word means: without the edge there is no way between its ends.
    func determined(_ hidden: Set<Int>) -> [Int] {
      hidden.sorted().filter { comune in
        var reached: Set = [graph.ends[comune].ats]
        var grows = true
        while grows {
          grows = false
          for other in hidden where other != comune {
            let (a, b) = graph.ends[other]
            if reached.contains(a) != reached.contains(b) {
              reached.formUnion([a, b])
              grows = true
            }
          }
        }
        return !reached.contains(graph.ends[comune].group)
      }
    }

    /// Every companion tried.
    func accompanied(least: Int) -> (hidden: Set<Int>, isSettled: Bool) {
      var hidden = hidden
      while let first = determined(hidden).first {
        let others = sizes.indices.filter { !hidden.contains($0) && sizes[$0] > 0 }
        let twins = others.filter { graph.ends[$0] == graph.ends[first] }
        let ranked = (twins.isEmpty ? others : twins).map { comune in
          (
            twins.isEmpty ? determined(hidden.union([comune])).count : 0,
            sizes[comune] >= least ? 0 : 1, sizes[comune], comune
          )
        }
        guard let best = ranked.min(by: { $0 < $1 }) else { return (hidden, false) }
        hidden.insert(best.3)
      }
      return (hidden, true)
    }
  }

  @Test func companionsAreThoseOfASecondImplementation() {
    var random = SeededRandom(seed: 20_261_127)
    var settled = 0
    for _ in 0..<400 {
      let one = Case(&random)
      #expect(one.graph.determined(one.hidden) == one.determined(one.hidden))
      var hidden = one.hidden
      let isSettled = one.graph.accompany(&hidden, least: 5) { one.sizes[$0] }
      let expected = one.accompanied(least: 5)
      #expect(hidden == expected.hidden)
      #expect(isSettled == expected.isSettled)
      if isSettled, hidden.count > one.hidden.count { settled += 1 }
    }
    #expect(settled > 100)
  }
}
