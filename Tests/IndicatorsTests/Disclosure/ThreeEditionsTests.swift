import Testing
import Warehouse

@testable import Indicators

/// A reader who keeps three editions, and a linear programme over all of them.
@Suite struct ThreeEditionsTests {
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
        let alone = FiveComuni.edition(counts, &random)
        if FiveComuni.ranges([alone]).values.contains(where: isTold) { break }
        editions.append(minded(alone, editions.reversed()))
        counts = counts.map { $0 + growths[random.below(growths.count)] }
      }
      guard editions.count == 3 else { continue }
      result.tried += 1
      result.shown += editions[2].count { $0.value != nil && !$0.isHeldBack }
      // What an edition tells by itself its own protection has allowed.
      if FiveComuni.ranges(editions).contains(where: { place, range in
        editions[place[0]][place[1]].status == .suppressed && isTold(range)
          && !isTold(FiveComuni.ranges([editions[place[0]]])[[0, place[1]]]!)
      }) {
        result.told += 1
      }
    }
    return result
  }

  private func byPairs(_ now: [Observation], _ editions: [[Observation]]) -> [Observation] {
    editions.reduce(now) {
      EarlierEdition.reconciled(
        $0, after: [$1], frame: FiveComuni.frame, rules: FiveComuni.rules)
    }
  }

  private func byAll(_ now: [Observation], _ editions: [[Observation]]) -> [Observation] {
    EarlierEdition.reconciled(
      now, after: editions, frame: FiveComuni.frame, rules: FiveComuni.rules)
  }

  /// What no two editions tell, and three do: of some 2,600 threes, two such.
  @Test(arguments: [8_835_321_242_378_034_040, 867_043_246_835_332_711] as [UInt64])
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
