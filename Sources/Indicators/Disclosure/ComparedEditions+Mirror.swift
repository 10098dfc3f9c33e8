import Warehouse

/// What one indicator keeps back, another may show: requests are the whole of a share, and of a wait.
extension ComparedEditions {
  /// Keeps back today's numbers that are of as many as were counted, and kept back, in the same cell by
  /// another indicator of the same facts, where the edition before did not say so.
  ///
  /// - Returns: true where there were any.
  mutating func hideMirrors() -> Bool {
    var secrets: [Int: [(whole: Double, datasets: Set<String>)]] = [:]
    for cell in cells.indices where fates[cell] != .shown {
      // Of a share the part may be kept back while all know the whole.
      guard rules(of: cell).isOfResidents, let whole = untoldWhole(cell) else { continue }
      secrets[cells.position(of: cell), default: []].append(
        (whole, Set(rules(of: cell).datasets)))
    }
    let told = figuresOfHeld()
    if secrets.isEmpty && told.isEmpty { return false }
    let mirrors = cells.indices.filter { cell in
      guard fates[cell] == .shown, !isSettled(cell), cells.after(cell)?.value != nil else {
        return false
      }
      if told[cells.position(of: cell)]?.contains(rules(of: cell).definition) == true,
        countsPersons(cell), !isAsBefore(cell)
      {
        return true
      }
      guard let secrets = secrets[cells.position(of: cell)], let whole = untoldWhole(cell) else {
        return false
      }
      let datasets = rules(of: cell).datasets
      return secrets.contains {
        isSame($0.whole, whole) && datasets.contains(where: $0.datasets.contains)
      }
    }
    for cell in mirrors { keepBack(cell, cells.before(cell)?.value == nil ? .withheld : .held) }
    return !mirrors.isEmpty
  }

  /// By position, the definitions with a count kept back there: of several figures of one cell that rest on the
  /// same persons (those who give and receive) one would say today's beside another of before.
  private func figuresOfHeld() -> [Int: Set<String>] {
    var definitions: [Int: Set<String>] = [:]
    for cell in cells.indices where fates[cell] != .shown && countsPersons(cell) {
      definitions[cells.position(of: cell), default: []].insert(rules(of: cell).definition)
    }
    return definitions
  }

  /// True where it says how many persons are counted; a wait leaves that to its share.
  private func countsPersons(_ cell: Int) -> Bool {
    now[.counted, cell] != nil && cells.after(cell)?.numerator != nil
  }

  /// How many today's number of a cell is of, where the edition before did not say so; nought is
  /// everybody's number.
  private func untoldWhole(_ cell: Int) -> Double? {
    guard let whole = now.all(cell), whole > 0.5, rules(of: cell).isOfPersons else { return nil }
    return then.all(cell).map { isSame($0, whole) } ?? false ? nil : whole
  }

  /// Shares turned back into counts are not whole to the last digit.
  private func isSame(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 0.02 }
}
