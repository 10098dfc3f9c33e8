import Warehouse

/// The sums a cell of two editions is part of: over the territory, over the modalities of a dimension, over
/// the periods of a year. Whether a count adds up along them is for the numbers to say.
struct SumsOfCells {
  typealias Sum = (whole: Int, parts: [Int])

  /// What a whole is the sum of. Sums of a kind add up for all the cells of an indicator or for none.
  struct Division {
    enum Kind: Hashable {
      case territories(of: TerritoryKey.Kind, by: TerritoryKey.Kind)
      case modalities(dimension: Int)
      case periods
    }

    let kind: Kind
    let parts: [Int]
    /// False where some of the whole may be in none of its parts: what has no place, what was not told.
    let isWhole: Bool
  }

  private let cells: CellsOfEditions
  /// By the rank of every member: ranks of territories, and of periods.
  private let territorial: [[Sum]]
  private let periodic: [[Sum]]
  /// Ranks of what holds everything.
  private let everywhere: Int?
  private let undivided: (dimension: Int, modality: Int)?

  init(_ cells: CellsOfEditions, frame: Frame) {
    self.cells = cells
    let order = cells.order
    let units = frame.units.map(order.territories.rank)
    // What has no place is not shown; where there is any, the numbers do not add up.
    territorial = SumsOfCells.byMember(
      (frame.geographicSums(ofComuni: true) + frame.geographicSums(ofComuni: false)).map { sum in
        (units[sum.whole], sum.parts.filter { $0 != frame.placeless }.map { units[$0] })
      }, count: order.territories.values.count)
    periodic = SumsOfCells.byMember(
      order.periods.values.flatMap(SumsOfCells.sums).map { sum in
        (order.periods.rank(of: sum.whole), sum.parts.map(order.periods.rank))
      }, count: order.periods.values.count)
    everywhere = order.territories.rank(of: .total)
    let undivided = (
      dimension: order.dimensions.rank(of: "totale"), modality: order.modalities.rank(of: "totale")
    )
    self.undivided = undivided.dimension.flatMap { dimension in
      undivided.modality.map { (dimension, $0) }
    }
  }

  private static func byMember(_ sums: [(whole: Int?, parts: [Int?])], count: Int) -> [[Sum]] {
    var all = [[Sum]](repeating: [], count: count)
    for case (let whole?, let parts) in sums {
      let sum = (whole: whole, parts: parts.compactMap(\.self))
      for member in [sum.whole] + sum.parts { all[member].append(sum) }
    }
    return all
  }

  /// The sums a period begins: of a year, or of a half.
  private static func sums(_ whole: Period) -> [(whole: Period, parts: [Period])] {
    switch whole {
    case .year(let y): [(whole, [.half(y, 1), .half(y, 2)])]
    case .half(let y, let h): [(whole, [.quarter(y, 2 * h - 1), .quarter(y, 2 * h)])]
    case .quarter, .month: []
    }
  }

  /// The cells a cell is counted in: its territory's total, and its modality in what its territory is
  /// part of.
  func wholes(of cell: Int) -> [Int] {
    let own = cells.territory(of: cell)
    var containing = territorial[own].map(\.whole)
    if let everywhere { containing.append(everywhere) }
    var wholes = containing.filter { $0 != own && own != everywhere }.compactMap {
      cells.cell(cell, movedBy: ($0 - own) * cells.order.ofTerritory)
    }
    if let total = total(of: cell), total != cell { wholes.append(total) }
    return wholes
  }

  /// The cell of the same indicator, place and period that is not broken down.
  private func total(of cell: Int) -> Int? {
    undivided.flatMap { dimension, modality in
      cells.cell(
        cell,
        movedBy: dimension * cells.order.ofDimension + modality - cells.division(of: cell))
    }
  }

  /// Every sum a cell is a member of, of the cells there are.
  func with(_ cell: Int) -> [Sum] {
    let order = cells.order
    return sums(territorial, with: cell, at: cells.territory(of: cell), of: order.ofTerritory)
      + sumsOfModalities(with: cell)
      + sums(periodic, with: cell, at: cells.period(of: cell), of: order.ofPeriod)
  }

  /// The ways a cell is divided into others.
  func divisions(of cell: Int) -> [Division] {
    let order = cells.order
    let place = cells.territory(of: cell)
    let kinds = order.territories.values
    return parts(territorial, of: cell, at: place, of: order.ofTerritory).map { parts in
      Division(
        kind: .territories(
          of: kinds[place].kind, by: kinds[cells.territory(of: parts[0])].kind), parts: parts,
        isWhole: place != everywhere)
    }
      + parts(periodic, of: cell, at: cells.period(of: cell), of: order.ofPeriod).map {
        Division(kind: .periods, parts: $0, isWhole: true)
      }
      + (total(of: cell) == cell
        ? sumsOfModalities(with: cell).map {
          Division(
            kind: .modalities(dimension: cells.dimension(of: $0.parts[0])), parts: $0.parts,
            isWhole: false)
        } : [])
  }

  private func parts(_ sums: [[Sum]], of cell: Int, at own: Int, of step: Int) -> [[Int]] {
    sums[own].compactMap { sum in
      guard sum.whole == own else { return nil }
      let parts = sum.parts.compactMap { cells.cell(cell, movedBy: ($0 - own) * step) }
      return parts.isEmpty ? nil : parts
    }
  }

  private func sums(_ sums: [[Sum]], with cell: Int, at own: Int, of step: Int) -> [Sum] {
    sums[own].compactMap { sum in
      cells.cell(cell, movedBy: (sum.whole - own) * step).map { whole in
        (whole, sum.parts.compactMap { cells.cell(cell, movedBy: ($0 - own) * step) })
      }
    }
  }

  /// One for the cell's dimension; for what is not broken down, one for every dimension there is.
  private func sumsOfModalities(with cell: Int) -> [Sum] {
    guard let whole = total(of: cell) else { return [] }
    let own = cells.dimension(of: cell)
    var sums: [Sum] = []
    var last: Int?
    for one in cells.family(of: cell) {
      let dimension = cells.dimension(of: one)
      guard own == undivided?.dimension ? dimension != own : dimension == own else { continue }
      if dimension != last { sums.append((whole, [])) }
      last = dimension
      sums[sums.count - 1].parts.append(one)
    }
    return sums
  }
}
