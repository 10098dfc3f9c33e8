/// A synthetic age structure: residents of a comune by five-year band and sex.
///
/// The totals by sex are the real ones of the reference list; how they are spread over the ages is
/// invented, older where the way to the pole is longer. Never to be taken for statistics.
enum AgeStructure {
  /// `0-4` … `95-99`, `100+`.
  static let bandCount = 21

  static func name(ofBand band: Int) -> String {
    band == bandCount - 1 ? "100+" : "\(band * 5)-\(band * 5 + 4)"
  }

  /// The bands as they are delivered: the one in which people come of age is cut there, so that minors
  /// can be counted.
  static func delivered(_ residents: [Int]) -> [(name: String, count: Int)] {
    residents.enumerated().flatMap { band, count -> [(name: String, count: Int)] in
      guard band == 3 else { return [(name(ofBand: band), count)] }
      let minors = (count * 3 + 2) / 5
      return [("15-17", minors), ("18-19", count - minors)]
    }
  }

  /// Per thousand residents, bands 0-4 … 100+, of a comune as young and as old as they come here.
  private static let young: [Double] = [
    42, 47, 50, 52, 55, 58, 60, 61, 63, 69, 74, 74, 68, 61, 54, 45, 34, 21, 9, 2.6, 0.4,
  ]
  private static let old: [Double] = [
    27, 31, 35, 40, 45, 48, 50, 51, 54, 60, 70, 79, 82, 80, 76, 68, 53, 33, 14, 3.5, 0.5,
  ]

  /// Share of women at a band, 0–1: boys are more, old women are many more.
  private static func femaleShare(_ band: Int) -> Double {
    switch band {
    case 0..<8: 0.486
    case 8..<13: 0.507
    default: 0.507 + 0.032 * Double(band - 12)
    }
  }

  /// How far a comune is from the young profile towards the old one, 0–1.
  private static func ageing(_ comune: SampleTerritory.Comune, year: Int) -> Double {
    let base =
      switch comune.innerClass {
      case "A", "B": 0.15
      case "C": 0.3
      case "D": 0.5
      case "E": 0.75
      case "F": 0.95
      default: 0.4
      }
    let village = comune.residents < 1000 ? 0.15 : 0
    return min(1.2, base + village + Double(year - 2024) * 0.02)
  }

  /// Residents on 1 January: men, then women, each by band; they add up to the real totals.
  static func residents(
    of comune: SampleTerritory.Comune, year: Int
  ) -> (males: [Int], females: [Int]) {
    let k = ageing(comune, year: year)
    let profile = zip(young, old).map { $0 * (1 - k) + $1 * k }
    let female = profile.enumerated().map { $1 * femaleShare($0) }
    let male = profile.enumerated().map { $1 * (1 - femaleShare($0)) }
    return (apportion(comune.males, by: male), apportion(comune.females, by: female))
  }
}
