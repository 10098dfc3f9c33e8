import Testing
import Warehouse

@testable import Indicators

/// A reader who keeps three editions, and a linear programme over all of them.
@Suite struct ThreeEditionsTests {
  /// Five comuni in two ATS and two classes of inner areas; places are the province, those, and the comuni.
  private static let sums = [
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
  private static let frame = Frame(
    comuni: comuni, ats: ["NORD", "SUD"].map { ATSRecord(id: $0, name: $0, isProvisional: false) },
    services: [], areas: [], channels: [], asOf: RandomWarehouse.asOf, years: 2)
  private static let rules = RulesOfPersons(
    Catalogue.definitions, settings: try! DisclosureSettings(),
    sensitive: SensitiveCodes(areas: [], services: []), frame: frame)

  /// What an edition would say by itself: small comuni are withheld and kept company.
  private func edition(_ comuni: [Int], _ random: inout SplitMix64) -> [Observation] {
    var counts = [Int](repeating: 0, count: 5) + comuni
    for (whole, parts) in Self.sums.prefix(5) {
      counts[whole] = parts.reduce(0) { $0 + counts[$1] }
    }
    var hidden = Set((5..<10).filter { (1...4).contains(counts[$0]) })
    var isAlone = true
    while isAlone {
      isAlone = false
      for (_, parts) in Self.sums.prefix(5) where parts.count(where: hidden.contains) == 1 {
        let others = parts.filter { !hidden.contains($0) && counts[$0] > 0 }
          .sorted { (counts[$0], $0) < (counts[$1], $1) }
        guard let first = others.first else { continue }
        hidden.insert(random.below(10) < 7 ? first : others[random.below(others.count)])
        isAlone = true
      }
    }
    return Self.keys.enumerated().map { place, key in
      let count = hidden.contains(place) ? nil : Double(counts[place])
      return Observation(
        indicator: "richieste-per-1000", territory: key, period: .year(2025), value: count,
        numerator: count, denominator: count.map { _ in 50_000 },
        status: count == nil ? .suppressed : .published)
    }
  }

  /// The range each number has that one of some editions withholds, by edition and place.
  private func ranges(_ editions: [[Observation]]) -> [[Int]: (lower: Int, upper: Int?)] {
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
      for (whole, parts) in Self.sums { state(([whole] + parts).map { first + $0 }) }
    }
    let attacker = Attacker(
      PublishedView(
        values: all, ceilings: all.map { _ in nil },
        linkage: Linkage(cellCount: all.count, starts: starts, members: members)))
    var ranges: [[Int]: (lower: Int, upper: Int?)] = [:]
    for (edition, observations) in editions.enumerated() {
      for place in observations.indices where observations[place].status == .suppressed {
        ranges[[edition, place]] = attacker.range(of: 10 * edition + place)
      }
    }
    return ranges
  }

  private func isTold(_ range: (lower: Int, upper: Int?)) -> Bool {
    guard let upper = range.upper else { return false }
    return upper - range.lower < 3 && upper > 0 && range.lower < 5
  }

  /// How often three editions tell what none of them tells alone.
  private func told(
    worlds: Int, from state: UInt64,
    byAll minded: ([Observation], _ after: [[Observation]]) -> [Observation]
  ) -> (tried: Int, told: Int, shown: Int) {
    var random = SplitMix64(state: state)
    let sizes = [0, 0, 1, 2, 3, 4, 6, 8, 10, 14, 20, 30]
    let growths = [0, 0, 0, 1, 2, 3, 6]
    var result = (tried: 0, told: 0, shown: 0)
    for _ in 0..<worlds {
      var counts = (0..<5).map { _ in sizes[random.below(sizes.count)] }
      var editions: [[Observation]] = []
      for _ in 0..<3 {
        let alone = edition(counts, &random)
        if ranges([alone]).values.contains(where: isTold) { break }
        editions.append(minded(alone, editions.reversed()))
        counts = counts.map { $0 + growths[random.below(growths.count)] }
      }
      guard editions.count == 3 else { continue }
      result.tried += 1
      result.shown += editions[2].count { $0.value != nil && !$0.isHeldBack }
      // What an edition tells by itself its own protection has allowed.
      if ranges(editions).contains(where: { place, range in
        isTold(range) && !isTold(ranges([editions[place[0]]])[[0, place[1]]]!)
      }) {
        result.told += 1
      }
    }
    return result
  }

  private func byPairs(_ now: [Observation], _ editions: [[Observation]]) -> [Observation] {
    editions.reduce(now) {
      EarlierEdition.reconciled($0, after: [$1], frame: Self.frame, rules: Self.rules)
    }
  }

  private func byAll(_ now: [Observation], _ editions: [[Observation]]) -> [Observation] {
    EarlierEdition.reconciled(now, after: editions, frame: Self.frame, rules: Self.rules)
  }

  /// What no two editions tell, and three do: of some 2,600 threes, five such.
  @Test(
    arguments: [
      6_253_389_000_327_014_678, 8_835_321_242_378_034_040, 7_550_651_329_093_961_767,
      867_043_246_835_332_711, 8_454_498_238_809_971_463,
    ] as [UInt64])
  func pairsSideBySideAreKeptFromTelling(state: UInt64) {
    #expect(told(worlds: 1, from: state, byAll: byPairs).told == 1, "nothing to protect")
    #expect(told(worlds: 1, from: state, byAll: byAll).told == 0)
  }

  @Test func threeEditionsTellNoMoreThanEach() {
    let all = told(worlds: 100, from: 19, byAll: byAll)
    #expect(all.tried > 50 && all.told == 0 && all.shown > 3 * all.tried)
  }
}

extension EarlierEdition {
  /// After editions that are at hand.
  static func reconciled(
    _ all: [Observation], after editions: [[Observation]], frame: Frame, rules: RulesOfPersons
  ) -> [Observation] {
    let readers = editions.map { edition in { () throws(Never) in edition } }
    return reconciled(all, after: readers, frame: frame, rules: rules)
  }
}
