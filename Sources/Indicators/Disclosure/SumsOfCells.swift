import Warehouse

/// The sums a cell of an edition is part of: over the territory, over the modalities of a dimension, over
/// the periods of a year. Whether a count adds up along them is for the numbers to say.
struct SumsOfCells {
  typealias Cell = EarlierEdition.Cell

  /// Territorial sums by every member.
  private let territorial: [TerritoryKey: [(whole: TerritoryKey, parts: [TerritoryKey])]]
  /// Dimensions, and modalities by the rest of the cell, that occur; only after `among`.
  private var dimensions: Set<String> = []
  private var modalities: [Cell: [String]] = [:]

  init(frame: Frame) {
    var territorial: [TerritoryKey: [(whole: TerritoryKey, parts: [TerritoryKey])]] = [:]
    for (whole, parts) in frame.geographicSums(ofComuni: true)
      + frame.geographicSums(ofComuni: false)
    {
      // What has no place is not shown; where there is any, the numbers do not add up.
      let sum = (
        whole: frame.units[whole],
        parts: parts.filter { $0 != frame.placeless }.map { frame.units[$0] }
      )
      for member in [sum.whole] + sum.parts { territorial[member, default: []].append(sum) }
    }
    self.territorial = territorial
  }

  /// The cells a cell is counted in: its territory's total, and its modality in what its territory is
  /// part of.
  func wholes(of cell: Cell) -> [Cell] {
    var wholes = containing(cell.territory).map { cell.in($0) }
    if cell.dimension != "totale" { wholes.append(cell.of("totale", "totale")) }
    return wholes
  }

  private func containing(_ territory: TerritoryKey) -> [TerritoryKey] {
    if territory == .total { return [] }
    return (territorial[territory] ?? []).map(\.whole).filter { $0 != territory } + [.total]
  }

  /// With the modalities that occur among some cells.
  func among(_ cells: some Sequence<Cell>) -> SumsOfCells {
    var sums = self
    for cell in cells where cell.dimension != "totale" {
      sums.dimensions.insert(cell.dimension)
      sums.modalities[cell.of(cell.dimension, ""), default: []].append(cell.modality)
    }
    return sums
  }

  /// Every sum a cell is a member of.
  func with(_ cell: Cell) -> [(whole: Cell, parts: [Cell])] {
    let ofPlaces = (territorial[cell.territory] ?? []).map { sum in
      (whole: cell.in(sum.whole), parts: sum.parts.map { cell.in($0) })
    }
    let divided = cell.dimension == "totale" ? dimensions.sorted() : [cell.dimension]
    let ofModalities = divided.compactMap { dimension in
      modalities[cell.of(dimension, "")].map { codes in
        (whole: cell.of("totale", "totale"), parts: codes.sorted().map { cell.of(dimension, $0) })
      }
    }
    let ofPeriods = SumsOfCells.sums(of: cell.period).map { sum in
      (whole: cell.during(sum.whole), parts: sum.parts.map { cell.during($0) })
    }
    return ofPlaces + ofModalities + ofPeriods
  }

  private static func sums(of period: Period) -> [(whole: Period, parts: [Period])] {
    func year(_ y: Int) -> (whole: Period, parts: [Period]) {
      (.year(y), [.half(y, 1), .half(y, 2)])
    }
    func half(_ y: Int, _ h: Int) -> (whole: Period, parts: [Period]) {
      (.half(y, h), [.quarter(y, 2 * h - 1), .quarter(y, 2 * h)])
    }
    return switch period {
    case .year(let y): [year(y)]
    case .half(let y, let h): [year(y), half(y, h)]
    case .quarter(let y, let q): [half(y, (q + 1) / 2)]
    case .month: []
    }
  }
}

extension EarlierEdition.Cell {
  fileprivate func `in`(_ territory: TerritoryKey) -> Self {
    var cell = self
    cell.territory = territory
    return cell
  }

  fileprivate func of(_ dimension: String, _ modality: String) -> Self {
    var cell = self
    (cell.dimension, cell.modality) = (dimension, modality)
    return cell
  }

  fileprivate func during(_ period: Period) -> Self {
    var cell = self
    cell.period = period
    return cell
  }
}
