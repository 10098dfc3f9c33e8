import Testing
import Warehouse

@testable import Indicators

/// By how few a number that is held back has moved, to a reader who solves the sums of several editions.
@Suite struct HeldBackTests {
  /// What random editions tell.
  struct Outcome {
    var worlds = 0
    /// Numbers held back that have moved by fewer than may be told.
    var few = 0
    /// …and are fewer now.
    var shrunk = 0
    /// …of which a linear programme tells by how few, within three.
    var told = 0
    /// Numbers the last edition says.
    var said = 0
  }

  private static let sizes = [0, 0, 1, 2, 3, 4, 6, 8, 10, 14, 20, 30]
  static let growths = [0, 0, 0, 1, 2, 3, 6]
  /// Some are taken back as well.
  static let changes = growths + [0, -1, -2, -3, -6]

  /// The editions of a world, each minding those before, and how many there really were at each place; nil
  /// where one of them would tell by itself.
  static func editions(
    _ count: Int, larger: Int, changes: [Int] = growths, _ random: inout SplitMix64
  ) -> (said: [[Observation]], alone: [[Observation]], truths: [[Int]])? {
    var counts = (0..<5).map { _ in sizes[random.below(sizes.count)] + larger * random.below(2) }
    var all = (said: [[Observation]](), alone: [[Observation]](), truths: [[Int]]())
    for _ in 0..<count {
      let alone = FiveComuni.edition(counts, &random)
      let isTelling = FiveComuni.ranges([alone]).values.contains {
        isTold($0, standing: 0)
      }
      if isTelling { return nil }
      all.said.append(minded(alone, all.said.reversed()))
      all.alone.append(alone)
      all.truths.append(FiveComuni.counts(counts))
      counts = counts.map { max(0, $0 + changes[random.below(changes.count)]) }
    }
    return all
  }

  static func outcome(
    worlds: Int, editions count: Int, from state: UInt64, larger: Int = 20,
    changes: [Int] = growths
  ) -> Outcome {
    var (random, outcome) = (SplitMix64(state: state), Outcome())
    for _ in 0..<worlds {
      guard let all = editions(count, larger: larger, changes: changes, &random) else { continue }
      outcome.worlds += 1
      outcome.said += all.said.last!.count(where: isSaid)
      // Where something shrinks nobody supposes that nothing does: each edition tells by itself.
      let isGrowing = changes == growths
      let ranges = isGrowing ? FiveComuni.ranges(all.said) : [:]
      for (edition, observations) in all.said.enumerated() {
        let alone = isGrowing ? [:] : FiveComuni.ranges([observations])
        for (place, one) in observations.enumerated() where one.isHeldBack {
          let standing = Int(one.numerator!)
          let move = all.truths[edition][place] - standing
          guard (1...4).contains(abs(move)) else { continue }
          outcome.few += 1
          if move < 0 { outcome.shrunk += 1 }
          let range = isGrowing ? ranges[[edition, place]] : alone[[0, place]]
          if let range, isTold(range, standing: standing) {
            outcome.told += 1
          }
        }
      }
    }
    return outcome
  }

  private static func isTold(_ range: (lower: Int, upper: Int?), standing: Int) -> Bool {
    guard let upper = range.upper else { return false }
    return upper - range.lower < 3 && range.lower...upper != standing...standing
      && upper > standing - 5 && range.lower < standing + 5
  }

  private static func isSaid(_ one: Observation) -> Bool { one.value != nil && !one.isHeldBack }

  static func minded(_ now: [Observation], _ editions: [[Observation]]) -> [Observation] {
    EarlierEdition.reconciled(
      now, after: editions, frame: FiveComuni.frame, rules: FiveComuni.rules)
  }

  /// Of numbers held back one sum at a time alone, one in six was told by two editions or by three.
  @Test(arguments: [(editions: 2, worlds: 60), (3, 30)])
  func severalSumsDoNotTellByHowFew(editions: Int, worlds: Int) {
    let outcome = Self.outcome(worlds: worlds, editions: editions, from: 7)
    #expect(outcome.few > 100 && outcome.told == 0)
    #expect(outcome.said > 3 * outcome.worlds)
  }

  /// Nor where some are taken back: of each hundred such numbers one was told by what its edition says by itself.
  @Test(arguments: [(editions: 2, worlds: 100), (3, 50)])
  func whatHasShrunkIsNotToldEither(editions: Int, worlds: Int) {
    let outcome = Self.outcome(
      worlds: worlds, editions: editions, from: 11, changes: Self.changes)
    #expect(outcome.shrunk > 100 && outcome.few > outcome.shrunk + 100 && outcome.told == 0)
    #expect(outcome.said > outcome.worlds)
  }

  /// What kept others company has moved by enough to be told, and nothing says why it was kept back; nor do
  /// the editions before say any more of it.
  @Test(arguments: [2, 3], [growths, changes])
  func anEditionMadeAgainOverItselfIsTheSame(editions: Int, changes: [Int]) {
    var (random, tried, company) = (SplitMix64(state: 5), 0, 0)
    for _ in 0..<100 {
      guard let all = Self.editions(editions, larger: 20, changes: changes, &random),
        let last = all.said.last, last.contains(where: Self.isSaid)
      else { continue }
      tried += 1
      company += last.indices.count {
        last[$0].isHeldBack && abs(all.truths.last![$0] - Int(last[$0].numerator!)) > 4
      }
      #expect(Self.minded(all.alone.last!, [last]) == last)
      #expect(Self.minded(all.alone.last!, all.said.reversed()) == last)
    }
    #expect(tried > 40 && company > 20)
  }
}
