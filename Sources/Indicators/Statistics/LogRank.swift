/// Do groups wait alike?
public enum LogRank {
  /// Mantel (1966), Peto & Peto (1972): at each day the exits of a group against those its share of
  /// who is still waiting would give; the quadratic form of the differences with their hypergeometric
  /// covariance, χ² on groups − 1. Exits of every cause count. Nil below two groups with anybody in them,
  /// or when no exit tells them apart.
  public static func test(_ groups: [SurvivalTable]) -> TestResult? {
    let groups = groups.filter { $0.subjects > 0 }
    let k = groups.count
    guard k >= 2 else { return nil }
    var difference = [Double](repeating: 0, count: k)
    var covariance = [[Double]](repeating: [Double](repeating: 0, count: k), count: k)
    let days = Set(
      groups.flatMap { g in g.rows.filter { g.events($0) > 0 }.map { g.days[$0] } })
    for day in days.sorted() {
      let atRisk = groups.map { Double($0.atRisk(on: day)) }
      let exits = groups.map { Double($0.events(on: day)) }
      let n = atRisk.reduce(0, +)
      let d = exits.reduce(0, +)
      guard n > 1 else { continue }
      for i in 0..<k {
        difference[i] += exits[i] - d * atRisk[i] / n
        for j in 0..<k {
          let same = i == j ? 1.0 : 0
          covariance[i][j] +=
            d * (n - d) / (n - 1) * atRisk[i] / n * (same - atRisk[j] / n)
        }
      }
    }
    // One group follows from the others: it is left out.
    let m = k - 1
    let matrix = covariance.prefix(m).map { Array($0.prefix(m)) }
    guard let solved = LinearSystem.solve(matrix, Array(difference.prefix(m))) else { return nil }
    let statistic = zip(solved, difference).reduce(0) { $0 + $1.0 * $1.1 }
    return TestResult(statistic: statistic, degrees: m)
  }
}

extension SurvivalTable {
  /// Who was still waiting at the start of any day.
  func atRisk(on day: Int) -> Int {
    let next = row(onOrBefore: day - 1).map { $0 + 1 } ?? 0
    return next < rows.count ? atRisk[next] : 0
  }

  func events(on day: Int) -> Int {
    guard let row = row(onOrBefore: day), days[row] == day else { return 0 }
    return events(row)
  }
}
