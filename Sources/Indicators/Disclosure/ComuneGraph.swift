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
  func determined(_ hidden: Set<Int>) -> [Int] {
    var edges: [[(to: Int, comune: Int)]] = Array(repeating: [], count: nodeCount)
    for comune in hidden.sorted() {
      edges[ends[comune].ats].append((ends[comune].group, comune))
      edges[ends[comune].group].append((ends[comune].ats, comune))
    }
    var order = [Int](repeating: -1, count: nodeCount)
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
    for node in 0..<nodeCount where order[node] < 0 { visit(node, through: -1) }
    return bridges.sorted()
  }

  /// Adds the smallest companions that leave nothing determined; false when there are not enough.
  ///
  /// - Parameter size: 0 for a comune that cannot lend any uncertainty.
  func accompany(_ hidden: inout Set<Int>, least: Int, size: (Int) -> Int) -> Bool {
    let sizes = ends.indices.map(size)
    while let first = determined(hidden).first {
      let known = hidden
      let others = ends.indices.filter { !known.contains($0) && sizes[$0] > 0 }
      // A twin settles it at once; otherwise whoever leaves the fewest determined, which is the same for
      // all of the same groups.
      let twins = others.filter { ends[$0] == ends[first] }
      var left: [Ends: Int] = [:]
      if twins.isEmpty {
        for comune in others where left[Ends(ends[comune])] == nil {
          left[Ends(ends[comune])] = determined(known.union([comune])).count
        }
      }
      func rank(_ comune: Int) -> (Int, Int, Int) {
        (left[Ends(ends[comune])] ?? 0, sizes[comune] >= least ? 0 : 1, sizes[comune])
      }
      guard let company = (twins.isEmpty ? others : twins).min(by: { rank($0) < rank($1) }) else {
        return false
      }
      hidden.insert(company)
    }
    return true
  }

  private struct Ends: Hashable {
    let ats: Int
    let group: Int

    init(_ ends: (ats: Int, group: Int)) { (ats, group) = ends }
  }
}
