import Testing
import Warehouse

@testable import Indicators

/// Random editions of a province of five comuni in two ATS and two classes of inner areas, and a linear
/// programme over several of them.
enum FiveComuni {
  /// Places are the province, the ATS, the classes, and the comuni.
  static let sums = [
    (whole: 0, parts: [5, 6, 7, 8, 9]), (1, [5, 6, 7]), (2, [8, 9]), (3, [5, 8]), (4, [6, 7, 9]),
    (0, [1, 2]), (0, [3, 4]),
  ]
  private static let comuni = (0..<5).map { i in
    ComuneRecord(
      istat: "08000\(i)", name: "Comune \(i)", belfiore: "A00\(i)", province: "080",
      validFrom: nil, validTo: nil, residents: 50_000, squareKilometres: 10, altitude: 100,
      innerAreaClass: [0, 3].contains(i) ? "A" : "C", minutesToPole: nil,
      ats: i < 3 ? "NORD" : "SUD")
  }
  private static let keys =
    [
      TerritoryKey(.province, "080"), TerritoryKey(.ats, "NORD"), TerritoryKey(.ats, "SUD"),
      TerritoryKey(.innerAreaClass, "A"), TerritoryKey(.innerAreaClass, "C"),
    ] + comuni.map { TerritoryKey(.comune, $0.istat) }
  static let frame = Frame(
    comuni: comuni, ats: ["NORD", "SUD"].map { ATSRecord(id: $0, name: $0, isProvisional: false) },
    services: [], areas: [], channels: [], asOf: RandomWarehouse.asOf, years: 2)
  static let rules = RulesOfPersons(
    Catalogue.definitions, settings: try! DisclosureSettings(),
    sensitive: SensitiveCodes(areas: [], services: []), frame: frame)

  /// What is counted at each place where so much is in each comune.
  static func counts(_ comuni: [Int]) -> [Int] {
    var counts = [Int](repeating: 0, count: 5) + comuni
    for (whole, parts) in sums.prefix(5) {
      counts[whole] = parts.reduce(0) { $0 + counts[$1] }
    }
    return counts
  }

  /// What an edition would say by itself: small comuni are withheld and kept company.
  static func edition(_ comuni: [Int], _ random: inout SplitMix64) -> [Observation] {
    let counts = counts(comuni)
    var hidden = Set((5..<10).filter { (1...4).contains(counts[$0]) })
    var isAlone = true
    while isAlone {
      isAlone = false
      for (_, parts) in sums.prefix(5) where parts.count(where: hidden.contains) == 1 {
        let others = parts.filter { !hidden.contains($0) && counts[$0] > 0 }
          .sorted { (counts[$0], $0) < (counts[$1], $1) }
        guard let first = others.first else { continue }
        hidden.insert(random.below(10) < 7 ? first : others[random.below(others.count)])
        isAlone = true
      }
    }
    return keys.enumerated().map { place, key in
      let count = hidden.contains(place) ? nil : Double(counts[place])
      return Observation(
        indicator: "richieste-per-1000", territory: key, period: .year(2025), value: count,
        numerator: count, denominator: count.map { _ in 50_000 },
        status: count == nil ? .suppressed : .published)
    }
  }

  /// The range each number has that one of some editions withholds or holds back, by edition and place.
  static func ranges(_ editions: [[Observation]]) -> [[Int]: (lower: Int, upper: Int?)] {
    let values = editions.map { $0.map { $0.isHeldBack ? nil : $0.numerator.map { Int($0) } } }
    let pairs = editions.indices.flatMap { i in (i + 1..<editions.count).map { (i, $0) } }
    var all = values.flatMap(\.self)
    var (members, starts) = ([Int32](), [Int32(0)])
    func state(_ cells: [Int]) {
      members += cells.map(Int32.init)
      starts.append(Int32(members.count))
    }
    for (i, j) in pairs {
      for place in 0..<10 {
        state([10 * j + place, 10 * i + place, all.count])
        all.append(values[i][place].flatMap { then in values[j][place].map { $0 - then } })
      }
    }
    for first in stride(from: 0, to: all.count, by: 10) {
      for (whole, parts) in sums { state(([whole] + parts).map { first + $0 }) }
    }
    let attacker = Attacker(
      PublishedView(
        values: all, ceilings: all.map { _ in nil },
        linkage: Linkage(cellCount: all.count, starts: starts, members: members)))
    var ranges: [[Int]: (lower: Int, upper: Int?)] = [:]
    for (edition, observations) in editions.enumerated() {
      for place in observations.indices where values[edition][place] == nil {
        ranges[[edition, place]] = attacker.range(of: 10 * edition + place)
      }
    }
    return ranges
  }
}
