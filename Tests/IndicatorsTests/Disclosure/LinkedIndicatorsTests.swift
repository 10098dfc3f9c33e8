import Testing
import Warehouse

@testable import Indicators

/// What one described indicator withholds must not follow from another, nor from its own curve.
@Suite struct LinkedIndicatorsTests {
  private static let asOf = Day(year: 2026, month: 6, day: 30)!

  private func withheld(
    _ countings: [(Counting, least: Int)], _ facts: [[FactField: String]]
  ) throws -> [CellProtection.Withheld] {
    let frame = Frame(
      comuni: [], ats: [], services: [], areas: [], channels: [], asOf: Self.asOf, years: 3)
    let members = countings.map { counting, least in
      let tally = FactTally(counting: counting, frame: frame, asOf: Self.asOf)
      tally.add(FactSlice(facts, reading: counting.fields), observedUntil: Self.asOf)
      return CellProtection.Member(
        table: CellTable(tally.tallies, counting: counting, frame: frame), counting: counting
      ) { _ in least }
    }
    let protection = CellProtection(members: members, floor: 3, sums: [:])
    var all = members.map { _ in CellProtection.Withheld() }
    for year in protection.years {
      for (i, own) in try protection.withheld(in: year).enumerated() { all[i].formUnion(own) }
    }
    return all
  }

  private func year(_ year: Int) -> CellTable.Key {
    CellTable.Key(unit: 0, period: .year(year), dimension: 0, code: "totale")
  }

  private func visits(useful: Int, others: Int) -> [[FactField: String]] {
    (0..<useful + others).map {
      [.accessedOn: "2025-02-03", .outcome: $0 < useful ? "richiesta" : "nessuno"]
    }
  }

  private static let visits = Counting(.proximityAccess, when: .day(.accessedOn), measure: .count)
  private static let useful = Counting(
    .proximityAccess, where: [.isOne(.outcome, ["richiesta"])], when: .day(.accessedOn),
    measure: .count)

  @Test func aSmallDifferenceOfTwoIndicatorsIsNotShown() throws {
    let few = try withheld(
      [(Self.visits, 5), (Self.useful, 5)], visits(useful: 20, others: 2))
    #expect(few.contains { $0.cells.contains(year(2025)) }, "22 − 20 = 2 could be told")
    let many = try withheld(
      [(Self.visits, 5), (Self.useful, 5)], visits(useful: 20, others: 12))
    #expect(many.allSatisfy { $0.cells.isEmpty })
  }

  @Test func eachAloneWouldShowIt() throws {
    let facts = visits(useful: 20, others: 2)
    #expect(try withheld([(Self.visits, 5)], facts)[0].cells.isEmpty)
    #expect(try withheld([(Self.useful, 5)], facts)[0].cells.isEmpty)
  }

  /// A share is withheld for its two who are out of it; the count of those in it is another indicator.
  @Test func aNumeratorWithheldHereIsNotShownThereWithTheWhole() throws {
    let share = Counting(
      .proximityAccess, when: .day(.accessedOn), measure: .share([.isOne(.outcome, ["richiesta"])]))
    let found = try withheld(
      [(Self.visits, 5), (share, 5), (Self.useful, 5)], visits(useful: 20, others: 2))
    #expect(found[1].cells.contains(year(2025)))
    #expect(
      found[0].cells.contains(year(2025)) || found[2].cells.contains(year(2025)),
      "whole and numerator together give the two away")
  }

  /// Twenty of the twenty-two requests another table shows: two are left out.
  @Test func thoseLeftOutOfAWholeShownElsewhereAreNotTold() throws {
    let frame = Frame(
      comuni: [], ats: [], services: [], areas: [], channels: [], asOf: Self.asOf, years: 3)
    func withheld(whole: Int) throws -> Set<CellTable.Key> {
      let tally = FactTally(counting: Self.useful, frame: frame, asOf: Self.asOf)
      tally.add(
        FactSlice(visits(useful: 20, others: 0), reading: Self.useful.fields),
        observedUntil: Self.asOf)
      var member = CellProtection.Member(
        table: CellTable(tally.tallies, counting: Self.useful, frame: frame),
        counting: Self.useful
      ) { _ in 5 }
      member.knowsWhole = true
      member.holders = [CellProtection.Member.Holder(count: { _ in whole })]
      return try CellProtection(members: [member], floor: 3, sums: [:]).withheld(in: 2025)[0].cells
    }
    #expect(try withheld(whole: 22).contains(year(2025)))
    #expect(try withheld(whole: 20).isEmpty)
    #expect(try withheld(whole: 32).isEmpty)
  }

  /// Withheld for company under one name, shown under another: the first would follow.
  @Test func theSameCountUnderTwoNamesIsWithheldUnderBoth() throws {
    let early = [[FactField: String]](repeating: [.accessedOn: "2025-02-03"], count: 2)
    let late = [[FactField: String]](repeating: [.accessedOn: "2025-08-03"], count: 30)
    let facts = early + late
    let found = try withheld([(Self.visits, 5), (Self.visits, 5)], facts)
    #expect(!found[0].cells.isEmpty)
    #expect(found[0].cells == found[1].cells)
  }

  /// Nine visits are withheld beside the two of another outcome: counted by themselves, they would give those
  /// two away.
  @Test func aCodeOfABreakdownIsWithheldUnderAnotherName() throws {
    let outcomes = [("richiesta", 20), ("nessuno", 9), ("rinvio", 2)]
    let facts = outcomes.flatMap { outcome, count in
      [[FactField: String]](
        repeating: [.accessedOn: "2025-02-03", .outcome: outcome], count: count)
    }
    let divided = Counting(
      .proximityAccess, when: .day(.accessedOn), by: [Counting.Breakdown("esito", .outcome)],
      measure: .distribution(.outcome))
    func counted(_ codes: String...) -> Counting {
      Counting(
        .proximityAccess, where: [.isOne(.outcome, codes)], when: .day(.accessedOn),
        measure: .count)
    }
    for other in [counted("nessuno"), counted("nessuno", "richiesta")] {
      let found = try withheld([(divided, 5), (other, 5)], facts)
      func isShown(_ outcome: String) -> Bool {
        !found[0].cells.contains(
          CellTable.Key(unit: 0, period: .year(2025), dimension: 1, code: outcome))
      }
      #expect(!isShown("rinvio"))
      let isOtherShown = !found[1].cells.contains(year(2025))
      #expect(
        !(isShown("richiesta") && (isShown("nessuno") || isOtherShown)), "31 − 20 − 9 = 2")
    }
  }

  private static let matchesEnding = Counting(
    .careMeeting, when: .day(.contractedOn), place: nil,
    measure: .wait(Indicators.Wait(.contractedOn, .endedOn, horizons: [30, 90])))

  /// Matches of 1 January 2025, by the day they ended; an empty one: not ended.
  private func matches(_ ends: [String: Int]) -> [[FactField: String]] {
    var facts: [[FactField: String]] = []
    for (end, count) in ends.sorted(by: { $0.key < $1.key }) {
      for _ in 0..<count {
        let fact: [FactField: String] =
          end.isEmpty
          ? [.contractedOn: "2025-01-01"] : [.contractedOn: "2025-01-01", .endedOn: end]
        facts.append(fact)
      }
    }
    return facts
  }

  /// 2 of 60 within 30 days: 0.033 × 60 is two people.
  @Test func aShareOfACurveThatIsAFewPeopleIsWithheld() throws {
    let found = try withheld(
      [(Self.matchesEnding, 5)], matches(["2025-01-11": 2, "2025-03-02": 20, "": 38]))
    #expect(found[0].horizons[30]?.contains(year(2025)) == true)
    #expect(!found[0].cells.contains(year(2025)), "how many there are is no secret")
  }

  @Test func soIsAStepOfAFewBetweenTwoPoints() throws {
    let found = try withheld(
      [(Self.matchesEnding, 5)], matches(["2025-01-11": 20, "2025-03-02": 2, "": 38]))
    let hidden = [30, 90].filter { found[0].horizons[$0]?.contains(year(2025)) == true }
    #expect(!hidden.isEmpty)
  }

  @Test func soAreTheFewWhoAreLeft() throws {
    let found = try withheld(
      [(Self.matchesEnding, 5)], matches(["2025-01-11": 20, "2025-03-02": 20, "": 2]))
    #expect(
      found[0].horizons[90]?.contains(year(2025)) == true || found[0].cells.contains(year(2025)))
    let open = try withheld(
      [(Self.matchesEnding, 5)], matches(["2025-01-11": 20, "2025-03-02": 20, "": 20]))
    #expect(open[0].horizons.isEmpty)
  }

  /// Five donors, one of whom gives nearly all hours.
  @Test func aSumThatIsNearlyAllOnePersonsIsWithheld() throws {
    let hours = Counting(
      .exchange, when: .day(.exchangedOn), measure: .sum(Quantity(.hours), per: nil),
      protects: .donor)
    func gifts(_ amounts: [Int]) -> [[FactField: String]] {
      amounts.enumerated().map { i, amount in
        [.exchangedOn: "2025-05-05", .hours: "\(amount)", .donor: "persona \(i)"]
      }
    }
    #expect(
      try withheld([(hours, 5)], gifts([1, 1, 1, 1, 1, 200]))[0].cells.contains(year(2025)))
    #expect(try withheld([(hours, 5)], gifts([40, 40, 40, 40, 40, 40]))[0].cells.isEmpty)
  }

  @Test func whatIsPartOfWhat() {
    func set(_ conditions: Condition...) -> CountedSet {
      CountedSet(kind: .facts, conditions: conditions)
    }
    #expect(set(.isOne(.outcome, ["a"])).isPart(of: set()))
    #expect(!set().isPart(of: set(.isOne(.outcome, ["a"]))))
    #expect(set(.isOne(.outcome, ["a"])).isPart(of: set(.present(.outcome))))
    #expect(
      set(.isOne(.outcome, ["a"])).isPart(
        of: set(.any([.isOne(.outcome, ["a", "b"]), .present(.requestID)]))))
    #expect(!set(.isOne(.outcome, ["a"])).isPart(of: set(.isOne(.outcome, ["b"]))))
    #expect(
      set(.isOne(.outcome, ["a"]), .present(.outcome)) == set(.isOne(.outcome, ["a"])),
      "what follows is not said twice")
  }

  /// Whoever reads everything: no published count less another it contains is a few.
  @Test func noDifferenceOfTwoIndicatorsIsAFew() throws {
    var published: [String: [String: Observation]] = [:]
    for o in EveryIndicatorTests.observations where o.status == .published {
      var cell = o
      cell.indicator = ""
      published[o.indicator, default: [:]][cell.id] = o
    }
    struct Shown {
      var counting: Counting
      var set: CountedSet
      var counts: [String: Double]
    }
    var shown: [Shown] = []
    for indicator in Catalogue.described {
      guard case .facts(let counting) = indicator.calculation,
        !["", "KO"].contains(indicator.definition.minimumCell)
      else { continue }
      let slug = indicator.definition.slug
      let sets = counting.countedSets
      var all: [String: Double] = [:]
      switch counting.measure {
      case .share, .shareOfDistinct:
        all = (published[slug] ?? [:]).compactMapValues(\.denominator)
        let hits = (published[slug] ?? [:]).compactMapValues(\.numerator)
        shown.append(Shown(counting: counting, set: sets.hits!, counts: hits))
      case .count, .rate, .distinct:
        all = (published[slug] ?? [:]).compactMapValues(\.numerator)
      case .wait(let wait):
        for days in wait.horizons {
          let own = published["\(slug).entro-\(days)"] ?? [:]
          all.merge(own.compactMapValues(\.denominator)) { a, _ in a }
          // Where nobody is censored the curve is a plain share.
          let events = own.compactMapValues { o -> Double? in
            guard let value = o.value, let n = o.denominator else { return nil }
            return abs(value * n - (value * n).rounded()) < 1e-6 ? (value * n).rounded() : nil
          }
          shown.append(
            Shown(counting: counting, set: counting.countedSet(within: days)!, counts: events))
        }
      default: break
      }
      shown.append(Shown(counting: counting, set: sets.all, counts: all))
    }
    var pairs = 0
    for part in shown {
      for (cell, count) in part.counts { #expect(count == 0 || count >= 5, "\(cell)") }
      for whole in shown
      where part.counting.table == whole.counting.table && part.counting.when == whole.counting.when
        && part.counting.place == whole.counting.place && part.set.isPart(of: whole.set)
      {
        for (cell, count) in part.counts {
          guard let more = whole.counts[cell] else { continue }
          pairs += 1
          #expect(more <= count || more - count >= 5, "\(part.set) \(cell): \(more) − \(count)")
        }
      }
    }
    #expect(pairs > 100)
  }
}
