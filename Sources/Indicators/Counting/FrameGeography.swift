import Warehouse

/// How the places and periods of a frame add up.
extension Frame {
  /// Total of provinces and what has no place; then, where comuni are shown, province, ATS and class of
  /// their comuni, else province of its ATS.
  func geographicSums(ofComuni: Bool) -> [(whole: Int, parts: [Int])] {
    let provinces = units.indices.filter { units[$0].kind == .province }
    var sums: [(whole: Int, parts: [Int])] = [(0, provinces + [placeless])]
    for unit in units.indices where units[unit].kind != .total && units[unit].kind != .comune {
      if ofComuni {
        sums.append((unit, members(of: unit).map { firstComune + $0 }))
      } else if units[unit].kind == .province {
        let own = Set(members(of: unit))
        let ambiti = units.indices.filter { ats in
          units[ats].kind == .ats && own.isSuperset(of: members(of: ats))
        }
        if !ambiti.isEmpty { sums.append((unit, ambiti)) }
      }
    }
    return sums
  }

  var firstComune: Int { units.count - comuni.count }

  /// By year, then by length from the longest: the periods that must share a pattern.
  var periodsByYearAndLength: [[[Int]]] {
    Set(periods.map(\.year)).sorted().map { year in
      let inYear = periods.indices.filter { periods[$0].year == year }
      return [12, 6, 3, 1].map { length in inYear.filter { periods[$0].months.count == length } }
    }
  }
}
