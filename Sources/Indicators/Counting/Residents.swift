import Warehouse

/// Residents of every territory, by year and target population.
struct Residents {
  private let frame: Frame
  /// Unit × year × target: nil where the ages needed were not delivered for every comune.
  private var byTarget: [Target: [[Int: Int]]] = [:]
  private let years: [Int]
  private let targets: [Target]
  /// What was delivered of each comune of the frame, oldest year first.
  private let delivered: [[Year]]

  private struct Year {
    var year: Int
    var counts: [PopulationCount]
  }

  private struct Target: Hashable {
    var from: Int
    var to: Int
    static let everyone = Target(from: 0, to: Int.max)
  }

  /// - Parameter counts: delivered residents by age; where a year or comune lacks them the reference
  ///   population stands in for the total alone.
  init(frame: Frame, counts: [PopulationCount], areas: [CodeRecord]) {
    self.frame = frame
    let years = Array(Set(frame.periods.map(\.year))).sorted()
    self.years = years
    let ageTargets = Dictionary(
      uniqueKeysWithValues: areas.compactMap { area -> (String, Target)? in
        guard area.ageFrom != nil || area.ageTo != nil else { return nil }
        return (area.code, Target(from: area.ageFrom ?? 0, to: area.ageTo ?? Int.max))
      })
    targets = frame.modalities.map {
      $0.dimension == "area_utenza" ? ageTargets[$0.code] ?? .everyone : .everyone
    }
    // A comune that has ceased is counted in the one it became part of.
    let byComune = Dictionary(grouping: counts) { frame.comune(PackedCode($0.comune)) }
    let delivered = frame.comuni.indices.map { comune in
      Dictionary(grouping: byComune[comune] ?? []) { $0.year }
        .map { Year(year: $0.key, counts: $0.value) }.sorted { $0.year < $1.year }
    }
    self.delivered = delivered
    for target in Set(targets) {
      var units = [[Int: Int]](repeating: [:], count: frame.places)
      for year in years {
        var sums = [Int?](repeating: 0, count: frame.places)
        for (i, comune) in frame.comuni.enumerated() {
          let residents = Residents.residents(
            of: comune, in: year, target: target, delivered: delivered[i])
          for place in frame.unitsOfComune[i] {
            sums[place] = residents.flatMap { r in sums[place].map { $0 + r } }
          }
        }
        for place in units.indices { units[place][year] = sums[place] }
      }
      byTarget[target] = units
    }
  }

  /// Residents of the target population of a modality; nil when they are not known.
  func count(unit: Int, year: Int, modality: Int) -> Int? {
    byTarget[targets[modality]]?[unit][year].flatMap { $0 > 0 ? $0 : nil }
  }

  /// Everybody in each comune of the frame in a year; nought where it is not known.
  func ofComuni(in year: Int) -> [Int] {
    frame.comuni.indices.map { count(unit: frame.firstComune + $0, year: year, modality: 0) ?? 0 }
  }

  /// Residents of an age class (nil: of every age) in any year, of one sex if told; nil when not known, or
  /// when a delivered band lies across an end of the class.
  func count(unit: Int, year: Int, ages: ClosedRange<Int>?, sex: String? = nil) -> Int? {
    if ages == nil, sex == nil, years.contains(year) {
      return count(unit: unit, year: year, modality: 0)
    }
    let target =
      ages.map { Target(from: $0.lowerBound, to: $0.upperBound >= 100 ? Int.max : $0.upperBound) }
      ?? .everyone
    var sum = 0
    for i in frame.members(of: unit) {
      guard
        let residents = Residents.residents(
          of: frame.comuni[i], in: year, target: target, sex: sex, delivered: delivered[i])
      else { return nil }
      sum += residents
    }
    return sum > 0 ? sum : nil
  }

  /// The newest delivered year not after the one asked for, or the first one delivered.
  private static func residents(
    of comune: ComuneRecord, in year: Int, target: Target, sex: String? = nil, delivered: [Year]
  ) -> Int? {
    guard var rows = (delivered.last { $0.year <= year } ?? delivered.first)?.counts else {
      return target == .everyone && sex == nil ? comune.residents : nil
    }
    if let sex {
      guard rows.allSatisfy({ $0.sex == "F" || $0.sex == "M" }) else { return nil }
      rows.removeAll { $0.sex != sex }
    }
    if target == .everyone { return rows.reduce(0) { $0 + $1.residents } }
    var sum = 0
    for row in rows {
      let isOpen = row.ages.upperBound >= 100
      let inside =
        row.ages.lowerBound >= target.from
        && (row.ages.upperBound <= target.to
          || (isOpen && target.to == Int.max))
      let outside = row.ages.upperBound < target.from || row.ages.lowerBound > target.to
      // A band across the target's edge cannot be divided.
      guard inside || outside else { return nil }
      if inside { sum += row.residents }
    }
    return sum
  }
}
