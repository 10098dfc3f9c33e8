import Testing
import Warehouse

@testable import Indicators

/// What a condition says of a column of facts is what its words say of each.
@Suite struct ConditionTests {
  private static let asOf = Day(year: 2026, month: 6, day: 30)!

  private static let conditions: [Condition] = [
    .isOne(.channel, ["pdp", "telefono"]), .isNone(.channel, ["pdp"]),
    .holds(.frailties, ["solitudine"]), .several(.frailties), .present(.frailties),
    .absent(.frailties), .present(.startedOn), .absent(.startedOn), .flag(.isAssisted, true),
    .flag(.isAssisted, false), .atLeast(.rating, 3), .atMost(.rating, 2.5),
    .within(.requestedOn, .startedOn, days: 30), .within(.startedOn, .requestedOn, days: 200),
    .seenFor(.requestedOn, days: 90),
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

  /// The condition's words, read on a fact as it is written.
  private func holds(
    _ condition: Condition, _ fact: [FactField: String], seenUntil: Day
  ) -> Bool {
    func text(_ field: FactField) -> String? {
      // Numbers are kept as numbers.
      field == .rating ? fact[field].flatMap(Double.init).map { "\($0)" } : fact[field]
    }
    func day(_ field: FactField) -> Day? {
      fact[field].flatMap { Day(iso: $0) }.flatMap { $0 <= Self.asOf ? $0 : nil }
    }
    func isThere(_ field: FactField) -> Bool {
      field.isDay ? day(field) != nil : fact[field] != nil
    }
    switch condition {
    case .isOne(let field, let codes): return text(field).map { codes.contains($0) } ?? false
    case .isNone(let field, let codes): return !(text(field).map { codes.contains($0) } ?? false)
    case .holds(let field, let codes):
      return (fact[field] ?? "").split(separator: "|").contains { codes.contains(String($0)) }
    case .several(let field): return (fact[field] ?? "").contains("|")
    case .present(let field): return isThere(field)
    case .absent(let field): return !isThere(field)
    case .flag(let field, let value): return fact[field] == (value ? "S" : "N")
    case .atLeast(let field, let least): return fact[field].map { Double($0)! >= least } ?? false
    case .atMost(let field, let most): return fact[field].map { Double($0)! <= most } ?? false
    case .within(let first, let second, let days):
      guard let a = day(first), let b = day(second) else { return false }
      return (0...Int(days)).contains(b - a)
    case .seenFor(let field, let days):
      return day(field).map { seenUntil - $0 >= days } ?? false
    case .same(let a, let b): return fact[a] != nil && fact[a] == fact[b]
    case .any(let parts): return parts.contains { holds($0, fact, seenUntil: seenUntil) }
    case .not(let part): return !holds(part, fact, seenUntil: seenUntil)
    }
  }

  @Test(arguments: conditions.indices) func ofOneAndOfAll(_ index: Int) {
    let condition = Self.conditions[index]
    let facts = facts(400)
    // A source may have been heard of last before the as-of date.
    for until in [Self.asOf, Self.asOf - 60] {
      let all = condition.holds(
        FactSlice(facts, reading: Set(condition.fields)), asOf: Self.asOf, observedUntil: until)
      let expected = facts.map { holds(condition, $0, seenUntil: until) }
      let unlike = facts.indices.filter { all[$0] != expected[$0] }
      #expect(all.count == 400 && unlike.isEmpty)
      let held = expected.count { $0 }
      if condition != .any([]) { #expect(held > 0 && held < 400, "it tells facts apart") }
    }
  }

  @Test func severalMustAllHold() {
    let slice = FactSlice(
      [[.channel: "pdp", .isAssisted: "S"], [.channel: "pdp"], [.isAssisted: "S"]],
      reading: [.channel, .isAssisted])
    let both: [Condition] = [.isOne(.channel, ["pdp"]), .flag(.isAssisted, true)]
    #expect(both.allHold(slice, asOf: Self.asOf) == [true, false, false])
    #expect([Condition]().allHold(slice, asOf: Self.asOf) == [true, true, true])
  }

  /// "ND" is no heading: a service nobody could place is not counted under one of its own.
  @Test func whatCannotBePlacedHasNoHeading() {
    #expect(["C1", "A", "ND", ""].map(Counting.Breakdown.heading) == ["C", "A", "ND", "ND"])
    #expect(Counting.Breakdown.service.code(of: "ND") == "ND")
    #expect(Counting.Breakdown.service.code(of: nil) == "ND")
    #expect(Counting.Breakdown.service.code(of: "E3") == "E")
  }
}
