import Testing
import Warehouse

@testable import Indicators

/// A condition says the same of a fact and of a column of them.
@Suite struct ConditionTests {
  private static let asOf = Day(year: 2026, month: 6, day: 30)!

  private static let conditions: [Condition] = [
    .isOne(.channel, ["pdp", "telefono"]), .isNone(.channel, ["pdp"]),
    .holds(.frailties, ["solitudine"]), .several(.frailties), .present(.frailties),
    .absent(.frailties), .present(.startedOn), .absent(.startedOn), .flag(.isAssisted, true),
    .flag(.isAssisted, false), .atLeast(.rating, 3), .atMost(.rating, 2.5),
    .within(.requestedOn, .startedOn, days: 30), .seenFor(.requestedOn, days: 90),
    .same(.channel, .frailties), .isOne(.rating, ["3.0"]),
    .any([.isOne(.channel, ["pdp"]), .flag(.isAssisted, true), .present(.startedOn)]),
    .not(.isOne(.channel, ["pdp"])), .not(.any([.present(.startedOn), .absent(.frailties)])),
    .any([]),
  ]

  /// Values, gaps, dates on and around the as-of date, in every combination chance brings.
  private func facts(_ count: Int) -> [[FactField: String]] {
    var random = SplitMix64(state: 11)
    let values: [FactField: [String]] = [
      .channel: ["pdp", "telefono", "sportello", "solitudine"],
      .frailties: ["solitudine", "digitale|solitudine", "cronicita"],
      .requestedOn: ["2025-12-01", "2026-04-01", "2026-04-02", "2026-06-30", "2026-07-01"],
      .startedOn: ["2025-12-31", "2026-05-01", "2026-06-30", "2026-07-02"],
      .isAssisted: ["S", "N"], .rating: ["1", "2.5", "3", "5"],
    ]
    return (0..<count).map { _ in
      var fact: [FactField: String] = [:]
      for (field, choice) in values.sorted(by: { $0.key.rawValue < $1.key.rawValue })
      where random.below(4) > 0 {
        fact[field] = choice[random.below(choice.count)]
      }
      return fact
    }
  }

  @Test(arguments: conditions.indices) func ofOneAndOfAll(_ index: Int) {
    let condition = Self.conditions[index]
    let slice = FactSlice(facts(400), reading: Set(condition.fields))
    let all = condition.holds(slice, asOf: Self.asOf)
    var held = 0
    var unlike: [Int] = []
    slice.eachFact { fact in
      let holds = condition.holds(fact, asOf: Self.asOf)
      if holds { held += 1 }
      if all[fact.place] != holds { unlike.append(fact.place) }
    }
    #expect(all.count == 400 && unlike.isEmpty)
    if condition != .any([]) { #expect(held > 0 && held < 400, "it tells facts apart") }
  }

  @Test func severalMustAllHold() {
    let slice = FactSlice(
      [[.channel: "pdp", .isAssisted: "S"], [.channel: "pdp"], [.isAssisted: "S"]],
      reading: [.channel, .isAssisted])
    let both: [Condition] = [.isOne(.channel, ["pdp"]), .flag(.isAssisted, true)]
    #expect(both.allHold(slice, asOf: Self.asOf) == [true, false, false])
    #expect([Condition]().allHold(slice, asOf: Self.asOf) == [true, true, true])
  }
}
