import Testing
import Warehouse

@testable import Indicators

/// A reader who solves the sums of two editions together.
@Suite struct EditionsTogetherTests {
  typealias Sum = SumsTogether.Sum

  private func found(
    then: [Int?], now: [Int?], sums: [Sum], place: Int, width: Int = 3
  ) -> [EditionsTogether.Finding] {
    var problem = EditionsTogether(
      then: then, now: now, sums: SumsTogether(count: then.count, sums))
    let target = Attacker.Target(cell: 3 * place + SumsTogether.Role.now.rawValue, width: width)
    return problem.found([target]) { _ in .init(least: 5) }
  }

  /// Four comuni in two ATS (0, 1) and, two of them, a class (2). Where the first ATS has not grown, six more
  /// of the class are six more of the last comune, and two of the eight of its ATS are left for the third.
  @Test func growthFollowsFromSeveralSums() {
    let sums = [
      Sum(whole: 0, parts: [3, 4], isWhole: true), Sum(whole: 1, parts: [5, 6], isWhole: true),
      Sum(whole: 2, parts: [4, 6], isWhole: true),
    ]
    let then = [100, 20, 60, nil, nil, 0, nil]
    let now = [100, 28, 66, nil, nil, nil, nil]
    let all = found(then: then, now: now, sums: sums, place: 5)
    #expect(all.map(\.target) == [16] && all.first?.evidence == [0, 1, 2])
    let grown = [105, 28, 66, nil, nil, nil, nil]
    #expect(found(then: then, now: grown, sums: sums, place: 5).isEmpty)
    // Of what may be in none of the parts, nothing follows.
    let open = sums.map { Sum(whole: $0.whole, parts: $0.parts, isWhole: false) }
    #expect(found(then: then, now: now, sums: open, place: 5).isEmpty)
    // Nor from today's numbers alone.
    let problem = EditionsTogether(
      then: then, now: now, sums: SumsTogether(count: then.count, sums))
    #expect(problem.foundApart([.init(cell: 16, width: 3)]).isEmpty)
  }

  /// What was withheld of the first edition follows from the second, where nothing has moved.
  @Test func whatOpensTellsWhatWasWithheld() {
    let sums = [Sum(whole: 0, parts: [1, 2, 3], isWhole: true)]
    let (then, now) = ([100, nil, nil, 70], [110, nil, 26, nil] as [Int?])
    let moved = found(then: then, now: now, sums: sums, place: 1)
    #expect(moved.isEmpty, "ten more of the first or of the third")
    var problem = EditionsTogether(
      then: [90, nil, nil, 60], now: [90, nil, 26, nil], sums: SumsTogether(count: 4, sums))
    let target = Attacker.Target(cell: 3, width: 3)
    #expect(problem.found([target]) { _ in .init(least: 5) }.map(\.target) == [3], "four")
    #expect(problem.foundApart([target]).isEmpty)
  }

  /// Somebody was taken back: that nothing shrinks is no premise there.
  @Test func whatHasShrunkIsNotReckonedWith() {
    let sums = [Sum(whole: 0, parts: [1, 2, 3], isWhole: true)]
    #expect(
      found(then: [90, 0, 30, 60], now: [94, nil, nil, 62], sums: sums, place: 1).count == 1)
    #expect(found(then: [90, 0, 30, 60], now: [92, nil, nil, 67], sums: sums, place: 1).isEmpty)
  }

  /// One at the most, by four sums of which none tells more than four, in a part of the tables too large to
  /// be solved with what was and what is.
  @Test func growthIsBoundedByLinearProgramming() {
    // Places 0–5 are counted in the wholes 6–9; place 5 is a whole of a hundred and fifty others.
    let others = 10..<160
    let sums = [
      Sum(whole: 6, parts: [0, 1, 2], isWhole: true), Sum(whole: 7, parts: [1, 3], isWhole: true),
      Sum(whole: 8, parts: [2, 4], isWhole: true), Sum(whole: 9, parts: [3, 4, 5], isWhole: true),
      Sum(whole: 5, parts: Array(others), isWhole: true),
    ]
    let unknown = [Int?](repeating: nil, count: others.count)
    let then = [0, nil, nil, nil, nil, nil, 100, 100, 100, 100] + unknown
    let now = [nil, nil, nil, nil, nil, nil, 110, 106, 106, 103] + unknown
    #expect(found(then: then, now: now, sums: sums, place: 0).map(\.target) == [1])
    let wider = [nil, nil, nil, nil, nil, nil, 112, 106, 106, 103] + unknown
    #expect(found(then: then, now: wider, sums: sums, place: 0).isEmpty)
  }

  /// What is kept from one round to the next is what would be found anew.
  @Test func roundsTellWhatIsToldFromTheStart() {
    let count = 14
    let sums = [
      Sum(whole: 0, parts: [1, 2], isWhole: true), Sum(whole: 1, parts: [3, 4, 5], isWhole: true),
      Sum(whole: 2, parts: [6, 7], isWhole: true), Sum(whole: 8, parts: [3, 6], isWhole: true),
      Sum(whole: 9, parts: [4, 5, 7], isWhole: true),
      Sum(whole: 10, parts: [11, 12, 13], isWhole: false),
    ]
    let sumsTogether = SumsTogether(count: count, sums)
    func numbers(_ leaves: [Int]) -> [Int] {
      var all = [Int](repeating: 0, count: count)
      for (place, number) in zip([3, 4, 5, 6, 7, 11, 12, 13], leaves) { all[place] = number }
      for sum in sums.reversed() { all[sum.whole] = sum.parts.reduce(0) { $0 + all[$1] } }
      return all
    }
    var (random, tellings) = (SplitMix64(state: 3), 0)
    for _ in 0..<60 {
      let leaves = (0..<8).map { _ in random.below(20) }
      let grown = leaves.map { $0 + random.below(4) * random.below(3) }
      func hide(_ all: [Int]) -> [Int?] { all.map { random.below(3) == 0 ? nil : $0 } }
      let then = hide(numbers(leaves))
      var now = hide(numbers(grown))
      var problem = EditionsTogether(then: then, now: now, sums: sumsTogether)
      let targets = (0..<count).flatMap { place in
        (then[place] == nil ? [3 * place] : []) + (now[place] == nil ? [3 * place + 1] : [])
      }.map { Attacker.Target(cell: $0, width: 3) }
      while true {
        let found = problem.found(targets) { _ in .init(least: 5) }
        var anew = EditionsTogether(then: then, now: now, sums: sumsTogether)
        let again = anew.found(targets) { _ in .init(least: 5) }
        #expect(found.map(\.target) == again.map(\.target))
        #expect(found.map(\.evidence) == again.map(\.evidence))
        tellings += found.count
        let shown = now.indices.first { now[$0] != nil && random.below(3) == 0 }
        guard let shown else { break }
        problem.withhold(shown)
        now[shown] = nil
      }
    }
    #expect(tellings > 100)
  }
}

extension EarlierEditionTests {
  /// What may be told is for all editions to say: 40, then 50, then 41 tells of one person to whoever kept
  /// the first.
  @Test func theEditionsBeforeTheLastAreMindedToo() throws {
    let world = try RandomWarehouse(seed: 3, requests: 2000)
    func compute() throws -> [Observation] {
      try Engine(store: world.store, settings: DisclosureSettings(), asOf: RandomWarehouse.asOf)
        .observations()
    }
    func stand(_ all: [Observation], daysBefore days: Int) throws {
      try world.store.write {
        _ = try $0.replaceObservations(
          all.records, asOf: RandomWarehouse.asOf - days, inputs: "", toolVersion: "1")
      }
    }
    let alone = try compute()
    /// The same with another number of requests in a province.
    func edition(_ fewer: Double) -> [Observation] {
      alone.map { one in
        guard one.indicator == "richieste-per-1000", one.territory.kind == .province,
          one.dimension == "totale", one.period == .year(2025)
        else { return one }
        var other = one
        other.numerator = one.numerator! - fewer
        return other
      }
    }
    func province(_ all: [Observation]) -> Double? {
      all.first {
        $0.indicator == "richieste-per-1000" && $0.territory.kind == .province
          && $0.dimension == "totale" && $0.period == .year(2025)
      }?.numerator
    }
    let number = try #require(province(alone))
    try stand(edition(20), daysBefore: 30)
    #expect(province(try compute()) == number)
    try stand(edition(1), daysBefore: 60)
    #expect(province(try compute()) == number - 1)
  }
}
