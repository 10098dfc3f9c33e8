/// A network of ties between nodes numbered from 0.
public struct Network: Sendable {
  public let nodes: Int
  /// By node, where its ties lead.
  public let ties: [[Int]]

  /// Repeated ties count once; a tie of a node with itself does not count.
  public init(nodes: Int, ties: [(Int, Int)], isDirected: Bool) {
    var sets = [Set<Int>](repeating: [], count: nodes)
    for (a, b) in ties where a != b {
      sets[a].insert(b)
      if !isDirected { sets[b].insert(a) }
    }
    self.nodes = nodes
    self.ties = sets.map { $0.sorted() }
  }

  /// Ties over those there could be, of an undirected network.
  public var density: Double? {
    nodes > 1 ? Double(ties.reduce(0) { $0 + $1.count }) / Double(nodes * (nodes - 1)) : nil
  }

  /// Groups whose members all reach each other along the ties' direction (Tarjan 1972, without recursion),
  /// each sorted, the largest first, then by first member.
  public var stronglyConnectedComponents: [[Int]] {
    var number = [Int](repeating: -1, count: nodes)
    var low = number
    var isOnStack = [Bool](repeating: false, count: nodes)
    var stack: [Int] = []
    var path: [(node: Int, next: Int)] = []
    var counter = 0
    var components: [[Int]] = []
    for root in 0..<nodes where number[root] < 0 {
      path = [(root, 0)]
      while let (node, next) = path.last {
        if next == 0 {
          number[node] = counter
          low[node] = counter
          counter += 1
          stack.append(node)
          isOnStack[node] = true
        }
        if next < ties[node].count {
          path[path.count - 1].next += 1
          let other = ties[node][next]
          if number[other] < 0 {
            path.append((other, 0))
          } else if isOnStack[other] {
            low[node] = min(low[node], number[other])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
        guard low[node] == number[node] else { continue }
        var component: [Int] = []
        while let top = stack.popLast() {
          isOnStack[top] = false
          component.append(top)
          if top == node { break }
        }
        components.append(component.sorted())
      }
    }
    return components.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }

  /// How many shortest paths of the others go through each node, each pair counted once (Brandes 2001,
  /// *J. Math. Sociol.* 25); of an undirected network.
  public var betweenness: [Double] {
    var result = [Double](repeating: 0, count: nodes)
    for source in 0..<nodes {
      var order: [Int] = []
      var before = [[Int]](repeating: [], count: nodes)
      var paths = [Double](repeating: 0, count: nodes)
      var distance = [Int](repeating: -1, count: nodes)
      paths[source] = 1
      distance[source] = 0
      var queue = [source]
      var head = 0
      while head < queue.count {
        let node = queue[head]
        head += 1
        order.append(node)
        for other in ties[node] {
          if distance[other] < 0 {
            distance[other] = distance[node] + 1
            queue.append(other)
          }
          if distance[other] == distance[node] + 1 {
            paths[other] += paths[node]
            before[other].append(node)
          }
        }
      }
      var dependency = [Double](repeating: 0, count: nodes)
      for node in order.reversed() where node != source {
        for previous in before[node] {
          dependency[previous] += paths[previous] / paths[node] * (1 + dependency[node])
        }
        result[node] += dependency[node]
      }
    }
    return result.map { $0 / 2 }
  }
}
