/// The withheld comuni as edges between their ATS and their class: what published sums say about them.
///
/// With the sums of every ATS and class known, the count of a withheld comune follows from them exactly
/// when its edge is a bridge: only around a cycle can one comune have more and the next one less with
/// all sums unchanged. Two comuni of the same ATS and class are the shortest cycle.
struct ComuneGraph {
  /// Groups of each comune, one for each published division: ATS, class.
  let ends: [(ats: Int, group: Int)]
  private let nodeCount: Int

  /// - Parameter ends: small numbers; those of the second division follow those of the first.
  init(ends: [(ats: Int, group: Int)]) {
    self.ends = ends
    nodeCount = (ends.map { max($0.ats, $0.group) }.max() ?? 0) + 1
  }

  /// Those of `hidden` whose count follows from the sums.
  func determined(_ hidden: Set<Int>) -> [Int] { Ties(of: hidden, in: self).bridges }

  /// Adds the smallest companions that leave nothing determined; false when there are not enough.
  ///
  /// - Parameter size: 0 for a comune that cannot lend any uncertainty.
  func accompany(_ hidden: inout Set<Int>, least: Int, size: (Int) -> Int) -> Bool {
    let sizes = ends.indices.map(size)
    while true {
      let ties = Ties(of: hidden, in: self)
      guard let first = ties.bridges.first else { return true }
      let known = hidden
      let others = ends.indices.filter { !known.contains($0) && sizes[$0] > 0 }
      // A twin settles it at once; otherwise whoever leaves the fewest determined, which is the same for
      // all of the same groups.
      let twins = others.filter { ends[$0] == ends[first] }
      var ways: [Int: [Int?]] = [:]
      if twins.isEmpty {
        for group in Set(others.map { ends[$0].group }) {
          ways[group] = ties.bridgesOnTheWay(from: group)
        }
      }
      func rank(_ comune: Int) -> (Int, Int, Int) {
        // One more way between two nodes unties the bridges on the one there was; where there was none it
        // is a bridge itself.
        let untied = ways[ends[comune].group].map { $0[ends[comune].ats] ?? -1 } ?? 0
        return (-untied, sizes[comune] >= least ? 0 : 1, sizes[comune])
      }
      guard let company = (twins.isEmpty ? others : twins).min(by: { rank($0) < rank($1) }) else {
        return false
      }
      hidden.insert(company)
    }
  }

  /// What the hidden comuni tie together.
  private struct Ties {
    private let edges: [[(to: Int, comune: Int)]]
    /// The comuni whose edge is the only way between its ends, ascending.
    private(set) var bridges: [Int] = []

    init(of hidden: Set<Int>, in graph: ComuneGraph) {
      var edges: [[(to: Int, comune: Int)]] = Array(repeating: [], count: graph.nodeCount)
      for comune in hidden {
        let (ats, group) = graph.ends[comune]
        edges[ats].append((group, comune))
        edges[group].append((ats, comune))
      }
      self.edges = edges
      var order = [Int](repeating: -1, count: edges.count)
      var lowest = order
      var next = 0
      var bridges: [Int] = []
      func visit(_ node: Int, through arrival: Int) {
        order[node] = next
        lowest[node] = next
        next += 1
        for edge in edges[node] where edge.comune != arrival {
          if order[edge.to] >= 0 {
            lowest[node] = min(lowest[node], order[edge.to])
          } else {
            visit(edge.to, through: edge.comune)
            lowest[node] = min(lowest[node], lowest[edge.to])
            if lowest[edge.to] > order[node] { bridges.append(edge.comune) }
          }
        }
      }
      for node in edges.indices where order[node] < 0 { visit(node, through: -1) }
      self.bridges = bridges.sorted()
    }

    /// By node, how many bridges lie between it and another: every way there passes the same. Nil where
    /// none leads.
    func bridgesOnTheWay(from start: Int) -> [Int?] {
      let bridges = Set(bridges)
      var passed = [Int?](repeating: nil, count: edges.count)
      passed[start] = 0
      var waiting = [start]
      while let node = waiting.popLast() {
        for edge in edges[node] where passed[edge.to] == nil {
          passed[edge.to] = passed[node]! + (bridges.contains(edge.comune) ? 1 : 0)
          waiting.append(edge.to)
        }
      }
      return passed
    }
  }
}
