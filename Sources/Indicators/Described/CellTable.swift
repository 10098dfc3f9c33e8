import Warehouse

/// The published grid of one described indicator, each cell with its tally.
///
/// The whole and the province: years, halves and quarters, broken down by year and half. ATS: years and
/// halves, broken down by year. Classes of inner areas and comuni: years, never broken down: the two ways
/// of dividing the territory (ATS and classes) are shown together only where the comuni, which are what
/// they have in common, are protected too.
struct CellTable {
  struct Key: Hashable {
    /// Index of the unit in the frame; the one after the last is `ND`.
    var unit: Int
    var period: Period
    var dimension: Int
    var code: String
  }

  let frame: Frame
  let dimensions: [String]
  private let breakdowns: [Counting.Breakdown]
  let levels: Counting.Levels
  let isStock: Bool
  let isYearly: Bool
  private(set) var cells: [Key: CellTally] = [:]
  /// Those of the cells: of all there could be in a country few have a case.
  private var keysOfPeriod: [Period: [Key]] = [:]
  /// Codes of each dimension, sorted.
  private(set) var codes: [[String]]

  init(_ base: BaseTallies, counting: Counting, frame: Frame) {
    self.frame = frame
    dimensions = base.dimensions
    breakdowns = counting.breakdowns
    levels = counting.levels
    isStock = counting.when == .asOf
    if case .year = counting.when { isYearly = true } else { isYearly = false }
    var found = [Set<String>](repeating: [], count: dimensions.count)
    let counted = base.cells
    for (key, _) in counted { found[key.dimension].insert(key.code) }
    codes = found.map { $0.sorted() }
    codes[0] = ["totale"]
    for (key, tally) in counted {
      let periods = isStock ? [frame.stock] : self.periods(of: key.quarter)
      for unit in frame.unitsOfComune[key.comune] {
        for period in periods {
          let cell = Key(unit: unit, period: period, dimension: key.dimension, code: key.code)
          if isCounted(cell) { cells[cell, default: CellTally()].add(tally) }
        }
      }
    }
    keysOfPeriod = Dictionary(grouping: cells.keys, by: \.period)
  }

  private func periods(of quarter: Int) -> [Period] {
    frame.periodsOfQuarter[quarter].map { frame.periods[$0] }.filter {
      if $0 == frame.stock { return false }
      if isYearly, case .year = $0 { return true }
      return !isYearly
    }
  }

  /// Kept for protection, published or not.
  private func isCounted(_ key: Key) -> Bool {
    key.unit == frame.placeless || publishes(key) || key.code == "ND"
      || kind(key.unit) == .comune && key.dimension == 0 && isLong(key.period)
  }

  private func isLong(_ period: Period) -> Bool {
    if case .year = period { true } else { period == frame.stock }
  }

  private func kind(_ unit: Int) -> TerritoryKey.Kind { frame.units[unit].kind }

  /// Whether an edition shows the cell, disclosure apart.
  func publishes(_ key: Key) -> Bool {
    guard key.unit < frame.units.count, key.code != "ND" else { return false }
    let isTotal = key.dimension == 0
    switch kind(key.unit) {
    case .total, .province:
      if kind(key.unit) == .province && levels == .whole { return false }
      if case .quarter = key.period { return isTotal }
      return true
    case .ats:
      guard levels != .whole else { return false }
      if case .half = key.period { return isTotal }
      return isLong(key.period)
    case .innerAreaClass: return levels != .whole && isTotal && isLong(key.period)
    case .comune: return levels == .comune && isTotal && isLong(key.period)
    case .zone: return false
    }
  }

  /// Whether an edition has a row for the cell, disclosure apart.
  func shows(_ key: Key) -> Bool {
    publishes(key) && (cells[key] != nil || key.dimension == 0)
  }

  func linked(_ key: Key) -> LinkedCell {
    LinkedCell(
      unit: key.unit, period: key.period,
      breakdown: key.dimension == 0 ? nil : breakdowns[key.dimension - 1], code: key.code)
  }

  /// Nil where this indicator is not broken down that way.
  func key(_ cell: LinkedCell) -> Key? {
    var dimension = 0
    if let breakdown = cell.breakdown {
      guard let index = breakdowns.firstIndex(of: breakdown) else { return nil }
      dimension = index + 1
    }
    return Key(unit: cell.unit, period: cell.period, dimension: dimension, code: cell.code)
  }

  func tally(_ cell: LinkedCell) -> CellTally? { key(cell).flatMap { cells[$0] } }

  /// Periods an edition shows, sorted.
  var periods: [Period] {
    if isStock { return [frame.stock] }
    return frame.periods.filter { period in
      if period == frame.stock { return false }
      if case .year = period { return true }
      return !isYearly
    }
  }

  /// Every cell of a period, in a fixed order: those with cases, and totals without any.
  func keys(in period: Period) -> [Key] {
    var keys = keysOfPeriod[period] ?? []
    for unit in frame.units.indices {
      let total = Key(unit: unit, period: period, dimension: 0, code: "totale")
      if cells[total] == nil, publishes(total) { keys.append(total) }
    }
    return keys.sorted { ($0.unit, $0.dimension, $0.code) < ($1.unit, $1.dimension, $1.code) }
  }

  /// Cells of a period that an edition would show and that are without a case, whatever code the territory
  /// knows.
  func noughts(in period: Period, where holds: (Key) -> Bool) -> Set<Key> {
    let all = frame.units.indices.flatMap { unit in
      dimensions.indices.flatMap { dimension in
        let known = frame.modalities.filter { $0.dimension == dimensions[dimension] }.map(\.code)
        return Set(codes[dimension] + known).sorted().map {
          Key(unit: unit, period: period, dimension: dimension, code: $0)
        }
      }
    }
    return Set(all.filter { cells[$0] == nil && publishes($0) && holds($0) })
  }
}
