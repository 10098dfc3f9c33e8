/// Which withheld counts follow from the published ones by adding and subtracting sums, exactly.
///
/// The sums are solved as linear equations by sparse elimination over the integers modulo the prime
/// 2³¹ − 1. A cell is determined when it is zero in every solution of the homogeneous system; one
/// solution with random free values decides that, with an error of one in two thousand million
/// which can only make the attack look better than it is.
struct ExactRecovery {
  /// A residue is less than 2³¹: small rows are what makes this fast.
  private struct Entry {
    var column: Int32
    var residue: Int32

    var value: Int64 { Int64(residue) }

    init(_ column: Int32, _ value: Int64) {
      (self.column, residue) = (column, Int32(value))
    }
  }

  private typealias Row = [Entry]

  private static let prime: Int64 = 2_147_483_647

  private var rows: [Row] = []
  /// By row, the sum it was at first.
  private var relations: [Int32] = []
  /// What was added to which row, in this order.
  private var steps: [(target: Int32, pivot: Int32, factor: Int64)] = []
  private var pivots: [(column: Int, row: Int)] = []
  /// By cell, its column; −1 where it is known.
  private let column: [Int32]
  private let linkage: Linkage
  /// Cells that follow from the others, in increasing order.
  private(set) var determined: [Int] = []
  /// Rows each column may occur in; stale entries are skipped.
  private var occurrences: [[Int32]]
  private var degrees: [Int]
  private var isActive: [Bool] = []
  /// Columns by the number of active rows they occur in; stale entries are skipped.
  private var buckets: [[Int32]] = []

  /// - Parameter unknown: the cells that are not known; all the others are.
  init(_ linkage: Linkage, unknown: [Bool]) {
    self.linkage = linkage
    var cells: [Int] = []
    var column = [Int32](repeating: -1, count: unknown.count)
    for cell in unknown.indices where unknown[cell] {
      column[cell] = Int32(cells.count)
      cells.append(cell)
    }
    self.column = column
    occurrences = Array(repeating: [], count: cells.count)
    degrees = [Int](repeating: 0, count: cells.count)
    for (place, cell) in cells.enumerated() {
      occurrences[place].reserveCapacity(linkage.links(of: cell).count)
    }
    rows.reserveCapacity(linkage.relationCount)
    for relation in 0..<linkage.relationCount {
      let members = linkage.members(of: relation)
      var row: Row = []
      row.reserveCapacity(members.count)
      for place in members {
        let cell = Int(linkage.members[place])
        if column[cell] < 0 { continue }
        row.append(Entry(column[cell], place == members.lowerBound ? Self.prime - 1 : 1))
      }
      if row.isEmpty { continue }
      row.sort { $0.column < $1.column }
      for entry in row {
        occurrences[Int(entry.column)].append(Int32(rows.count))
        degrees[Int(entry.column)] += 1
      }
      rows.append(row)
      relations.append(Int32(relation))
    }
    isActive = [Bool](repeating: true, count: rows.count)
    for column in cells.indices { file(column) }
    eliminate()
    determined = zeroesOfRandomSolution().map { cells[$0] }
  }

  /// Known cells that a determined one is worked out from: were one of them unknown, these sums would no
  /// longer tell it.
  func evidence(on cell: Int) -> Set<Int> {
    // The combination of reduced rows that is this cell alone…
    var left = [Int64](repeating: 0, count: degrees.count)
    left[Int(column[cell])] = 1
    var share = [Int64](repeating: 0, count: rows.count)
    for (column, row) in pivots where left[column] != 0 {
      let factor =
        left[column] * Self.inverse(Self.value(of: column, in: rows[row])) % Self.prime
      share[row] = factor
      for entry in rows[row] {
        let place = Int(entry.column)
        left[place] = (left[place] + (Self.prime - factor) * entry.value) % Self.prime
      }
    }
    // …as one of the sums themselves.
    for step in steps.reversed() where share[Int(step.target)] != 0 {
      let pivot = Int(step.pivot)
      share[pivot] = (share[pivot] + step.factor * share[Int(step.target)]) % Self.prime
    }
    var net: [Int: Int64] = [:]
    for (row, share) in share.enumerated() where share != 0 {
      let members = linkage.members(of: Int(relations[row]))
      for place in members {
        let member = Int(linkage.members[place])
        if column[member] >= 0 { continue }
        let sign = place == members.lowerBound ? Self.prime - share : share
        net[member] = (net[member, default: 0] + sign) % Self.prime
      }
    }
    return Set(net.lazy.filter { $0.value != 0 }.map(\.key))
  }

  private mutating func file(_ column: Int) {
    let degree = degrees[column]
    if degree == 0 { return }
    while buckets.count <= degree { buckets.append([]) }
    buckets[degree].append(Int32(column))
  }

  /// The column in fewest equations that is not settled yet.
  private mutating func nextColumn(_ isSettled: [Bool]) -> Int? {
    var degree = 1
    while degree < buckets.count {
      guard let column = buckets[degree].popLast() else {
        degree += 1
        continue
      }
      if !isSettled[Int(column)], degrees[Int(column)] == degree { return Int(column) }
    }
    return nil
  }

  private mutating func eliminate() {
    var isSettled = [Bool](repeating: false, count: degrees.count)
    while let column = nextColumn(isSettled) {
      isSettled[column] = true
      let holders = occurrences[column].filter {
        isActive[Int($0)] && Self.value(of: column, in: rows[Int($0)]) != 0
      }
      guard let shortest = holders.min(by: { rows[Int($0)].count < rows[Int($1)].count }) else {
        continue
      }
      let pivot = Int(shortest)
      pivots.append((column, pivot))
      isActive[pivot] = false
      for entry in rows[pivot] {
        degrees[Int(entry.column)] -= 1
        if !isSettled[Int(entry.column)] { file(Int(entry.column)) }
      }
      if holders.count == 1 { continue }
      // A row that lost the column and has it again is there twice.
      var last = shortest
      for holder in holders.sorted() where holder != shortest && holder != last {
        eliminate(column, from: Int(holder), with: pivot)
        last = holder
      }
    }
  }

  /// Back substitution from random free values; columns that come out zero.
  private func zeroesOfRandomSolution() -> [Int] {
    var solution = [Int64](repeating: 0, count: degrees.count)
    var state: UInt64 = 0x7461_766F_6C6F
    for column in solution.indices {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      solution[column] = 1 + Int64((state >> 33) % UInt64(Self.prime - 1))
    }
    for (column, row) in pivots.reversed() {
      var sum: Int64 = 0
      var own: Int64 = 1
      for entry in rows[row] {
        if Int(entry.column) == column {
          own = entry.value
        } else {
          sum = Self.residue(sum + entry.value * solution[Int(entry.column)])
        }
      }
      solution[column] = (Self.prime - sum) % Self.prime * Self.inverse(own) % Self.prime
    }
    return solution.indices.filter { solution[$0] == 0 }
  }

  private mutating func eliminate(_ column: Int, from target: Int, with pivot: Int) {
    let own = Self.value(of: column, in: rows[target])
    let factor =
      (Self.prime - own) * Self.inverse(Self.value(of: column, in: rows[pivot])) % Self.prime
    steps.append((Int32(target), Int32(pivot), factor))
    let (a, b) = (rows[target], rows[pivot])
    rows[target] = Row(unsafeUninitializedCapacity: a.count + b.count) { row, count in
      var (i, j) = (0, 0)
      while i < a.count || j < b.count {
        if j == b.count || (i < a.count && a[i].column < b[j].column) {
          row[count] = a[i]
          (i, count) = (i + 1, count + 1)
        } else if i == a.count || b[j].column < a[i].column {
          // Fill-in: the target now holds a column it did not.
          row[count] = Entry(b[j].column, Self.residue(factor * b[j].value))
          occurrences[Int(b[j].column)].append(Int32(target))
          degrees[Int(b[j].column)] += 1
          file(Int(b[j].column))
          (j, count) = (j + 1, count + 1)
        } else {
          let sum = Self.residue(a[i].value + factor * b[j].value)
          if sum != 0 {
            row[count] = Entry(a[i].column, sum)
            count += 1
          } else {
            degrees[Int(a[i].column)] -= 1
            file(Int(a[i].column))
          }
          (i, j) = (i + 1, j + 1)
        }
      }
    }
  }

  /// The residue of at most a product of two residues and one more: 2³¹ is 1 modulo the prime.
  @inline(__always)
  private static func residue(_ number: Int64) -> Int64 {
    let folded = (number & prime) + number >> 31
    return folded < prime ? folded : folded - prime
  }

  private static func value(of column: Int, in row: Row) -> Int64 {
    var (low, high) = (0, row.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(row[middle].column) < column { low = middle + 1 } else { high = middle }
    }
    return low < row.count && Int(row[low].column) == column ? row[low].value : 0
  }

  /// Fermat: a^(p−2); nearly all coefficients are ±1.
  private static func inverse(_ a: Int64) -> Int64 {
    if a == 1 || a == prime - 1 { return a }
    var (result, base, exponent) = (Int64(1), a, prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}
