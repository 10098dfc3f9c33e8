import Warehouse

/// How the places and periods of a frame add up.
extension Frame {
  /// Total of provinces and `ND`; province, ATS and class of pieces; piece of comuni.
  var geographicSums: [(whole: Int, parts: [Int])] {
    let firstPiece = units.count
    let firstComune = units.count - comuni.count
    let places = pieces.indices.map { firstPiece + $0 }
    let provinces = units.indices.filter { units[$0].kind == .province }
    var sums: [(whole: Int, parts: [Int])] = [(0, provinces + [places.last!])]
    for (unit, key) in units.enumerated() {
      let parts = places.filter { place in
        let piece = pieces[place - firstPiece]
        return switch key.kind {
        case .province: piece.province == key.code
        case .ats: piece.ats == key.code
        case .innerAreaClass: piece.innerAreaGroup == key.code
        default: false
        }
      }
      if !parts.isEmpty { sums.append((unit, parts)) }
    }
    for (i, piece) in pieces.enumerated() where piece != .undetermined {
      let members = comuni.indices.filter { Piece(comuni[$0]) == piece }
      sums.append((firstPiece + i, members.map { firstComune + $0 }))
    }
    return sums
  }

  /// By year, then by length from the longest: the periods that must share a pattern.
  var periodsByYearAndLength: [[[Int]]] {
    Set(periods.map(\.year)).sorted().map { year in
      let inYear = periods.indices.filter { periods[$0].year == year }
      return [12, 6, 3, 1].map { length in inYear.filter { periods[$0].months.count == length } }
    }
  }
}
