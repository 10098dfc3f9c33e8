import Warehouse

/// What one indicator keeps back, another may show: requests are the whole of a share, and of a wait.
extension ComparedEditions {
  /// Keeps back today's numbers that are of as many as were counted, and kept back, in the same cell by
  /// another indicator of the same facts, where the edition before did not say so.
  ///
  /// - Returns: the cells kept back.
  mutating func hideMirrors() -> [Int] {
    var secrets: [Int: [(whole: Double, datasets: Set<String>)]] = [:]
    for cell in cells.indices where fates[cell] != .shown {
      // Of a share the part may be kept back while all know the whole.
      guard let now = cells.after(cell), rules.isOfResidents(now), let whole = untoldWhole(cell)
      else { continue }
      secrets[cells.position(of: cell), default: []].append((whole, Set(rules.datasets(now))))
    }
    if secrets.isEmpty { return [] }
    let mirrors = cells.indices.filter { cell in
      guard fates[cell] == .shown, let secrets = secrets[cells.position(of: cell)],
        let whole = untoldWhole(cell), let now = cells.after(cell), now.value != nil
      else { return false }
      let datasets = rules.datasets(now)
      return secrets.contains {
        isSame($0.whole, whole) && datasets.contains(where: $0.datasets.contains)
      }
    }
    for cell in mirrors { fates[cell] = cells.before(cell)?.value == nil ? .withheld : .held }
    return mirrors
  }

  /// How many today's number of a cell is of, where the edition before did not say so; nought is
  /// everybody's number.
  private func untoldWhole(_ cell: Int) -> Double? {
    guard let now = cells.after(cell), rules.least(now) != nil, let whole = whole(now), whole > 0.5
    else { return nil }
    return cells.before(cell).flatMap(self.whole).map { isSame($0, whole) } ?? false ? nil : whole
  }

  /// How many an observation is of: those counted, where the rest are residents.
  private func whole(_ one: Observation) -> Double? {
    rules.isOfResidents(one) ? rules.count(one) : one.denominator ?? rules.count(one)
  }

  /// Shares turned back into counts are not whole to the last digit.
  private func isSame(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 0.02 }
}
