import Warehouse

extension CellProtection {
  /// The ways a cell is a sum of others: of territories, of shorter periods, of modalities.
  func parts(of cell: LinkedCell) -> [[LinkedCell]] {
    var ways: [[LinkedCell]] = []
    func with(_ change: (inout LinkedCell) -> Void) -> LinkedCell {
      var copy = cell
      change(&copy)
      return copy
    }
    let year = cell.period.year
    var shorter: [Period] = []
    switch cell.period {
    case .year: shorter = [.half(year, 1), .half(year, 2)]
    case .half(_, let half): shorter = [.quarter(year, half * 2 - 1), .quarter(year, half * 2)]
    default: break
    }
    if !shorter.isEmpty { ways.append(shorter.map { period in with { $0.period = period } }) }
    if cell.breakdown == nil {
      for (breakdown, codes) in modalities {
        ways.append(
          codes.map { code in
            with {
              $0.breakdown = breakdown
              $0.code = code
            }
          })
      }
    }
    for parts in sums[cell.unit] ?? [] {
      ways.append(parts.map { part in with { $0.unit = part } })
    }
    return ways
  }
}
