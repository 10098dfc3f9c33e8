import Testing
import Warehouse

@testable import Indicators

/// Reported requests beside an estimate of all: worked out by hand, again in another way, and attacked.
@Suite struct MissingReportsTests {
  /// Three comuni of an ambito, one of another.
  private static let comuni = [("1", "NORD"), ("2", "NORD"), ("3", "NORD"), ("4", "SUD")].map {
    ComuneRecord(
      istat: "08000" + $0, name: $0, belfiore: "A00" + $0, province: "080", validFrom: nil,
      validTo: nil, residents: 1000, squareKilometres: 10, altitude: 100, innerAreaClass: "C",
      minutesToPole: 1, ats: $1)
  }
  private static let north = TerritoryKey(.ats, "NORD")

  private func report(
    _ publisher: String = "uno", _ comuni: [String] = ["080001"],
    _ period: Period = .quarter(2026, 2),
    _ frequency: ExpectedDelivery.Frequency = .quarterly
  ) -> ExpectedReport {
    ExpectedReport(
      expected: ExpectedDelivery(
        publisher: publisher, publisherName: "Ente \(publisher)", dataset: "richieste",
        frequency: frequency, from: Day(iso: "2025-01-01")!, daysAllowed: 30, comuni: comuni),
      period: period, answer: nil, asOf: Day(iso: "2026-06-30")!)
  }

  /// So many requests in the first month of each quarter, told until March 2026.
  private func told(
    _ counts: [Period: Int], comune: String = "080001", heard: String = "2026-03-31"
  ) -> RequestsTold {
    var told = RequestsTold(heard: Day(iso: heard)!)
    for (period, count) in counts {
      told.counts[period.year * 12 + period.months.lowerBound - 1] = [PackedCode(comune): count]
    }
    return told
  }

  /// Of one source, quarter after quarter.
  private func triangle(_ known: [Int], source: String = "uno/richieste") -> ReportingTriangle {
    ReportingTriangle(
      dataset: "richieste",
      rows: known.enumerated().map {
        .init(
          quarter: .quarter(2020 + $0 / 4, $0 % 4 + 1), source: source, firstAge: 0, known: [$1])
      })
  }

  /// Of each place and time as many as said; what is not said is withheld where the tables have it.
  private func totals(
    _ reports: [ExpectedReport], _ told: [String: RequestsTold], history: [Int],
    published: [TerritoryKey: [Period: Int]]
  ) -> [TotalWithMissing] {
    MissingReports(
      reports, told: told, spread: CarriedForward(triangle(history)), comuni: Self.comuni
    ) { territory, period in
      if territory.kind == .comune {
        switch period {
        case .month, .quarter: return nil
        case .half, .year: break
        }
      }
      if case .month = period { return nil }
      let count = published[territory]?[period].map(Double.init)
      return Observation(
        indicator: RequestsPerThousand.slug, territory: territory, period: period, value: count,
        numerator: count, status: count == nil ? .suppressed : .published)
    }.totals
  }

  /// Eleven quarters of 100 and 120 by turns: carried a year they are always right; the first four are carried
  /// from the quarter before.
  private static let steady = [100, 120, 100, 120, 100, 120, 100, 120, 100, 120, 100]
  private static let shown: [TerritoryKey: [Period: Int]] = [
    .total: [.quarter(2026, 2): 437, .quarter(2025, 2): 500, .half(2025, 1): 900],
    north: [.quarter(2026, 2): 203, .quarter(2025, 2): 260],
    TerritoryKey(.comune, "080001"): [.half(2025, 1): 150],
  ]

  @Test func theYearBeforeIsCarriedWithTheSpreadOfItsErrors() {
    // 64 is of the class 63–72, told as 70. Ten ratios: seven of 1, two of 1.2, one of 1/1.2.
    let all = totals(
      [report()], ["uno": told([.quarter(2025, 2): 64, .quarter(2026, 1): 90])],
      history: Self.steady, published: Self.shown)
    #expect(all.map(\.territory) == [.total, Self.north])
    #expect(all.map(\.missing) == [["Ente uno"], ["Ente uno"]] && all.map(\.pairs) == [10, 10])
    #expect(all.map(\.reported) == [437, 203])
    // 1st and 9th of ten ratios: 1/1.2 and 1.2. 437 + 70 = 507; + 58.3 = 495.3; + 84 = 521.
    #expect(all[0].estimate == .init(value: 510, lower: 500, upper: 520))
    // 203 + 70 = 273; 261.3; 287.
    #expect(all[1].estimate == .init(value: 270, lower: 260, upper: 290))
    #expect(all.allSatisfy { $0.reason == nil })
  }

  @Test func failingThatTheLastToldLessWhatIsAlreadyHere() {
    // Of the second quarter of 2025 nothing; of the first of 2026 90, of which 20 were told of this one.
    var one = told([.quarter(2026, 1): 90, .quarter(2024, 4): 500])
    one.counts[2026 * 12 + 3] = [PackedCode("080001"): 20]
    var shown = Self.shown
    shown[TerritoryKey(.comune, "080001")] = [.year(2026): 10, .half(2026, 1): 400]
    let all = totals([report()], ["uno": one], history: Self.steady, published: shown)
    #expect(all.first?.estimate?.value == 510)
  }

  private func reason(
    _ reports: [ExpectedReport], _ counts: [Period: Int] = [.quarter(2025, 2): 64],
    history: [Int] = steady, published: [TerritoryKey: [Period: Int]] = shown
  ) -> [TotalWithMissing.Reason?] {
    let all = totals(reports, ["uno": told(counts)], history: history, published: published)
    #expect(all.allSatisfy { ($0.reason == nil) == ($0.estimate != nil) })
    return all.map(\.reason)
  }

  @Test func whatCannotBeEstimatedIsSaidAndIsNotZero() {
    #expect(reason([report()]) == [nil, nil])
    #expect(reason([report(), report("mai")]) == [.neverTold, .neverTold])
    #expect(reason([report()], [.quarter(2026, 2): 5]) == [.neverTold, .neverTold])
    #expect(reason([report()], [.quarter(2025, 2): 22]) == [.few, .few])
    #expect(reason([report()], history: [100, 100, 100]) == [.noHistory, .noHistory])
    #expect(reason([report()], history: [100, 100, 100, 100]) == [nil, nil])
    #expect(
      reason([report("uno", ["080001", "080004"])]) == [.confidential, .widerSender])
    #expect(reason([report("uno", [])]) == [nil, .widerSender])
    var hidden = Self.shown
    hidden[TerritoryKey(.comune, "080001")] = nil
    #expect(reason([report()], published: hidden) == [.confidential, .confidential])
    // A report of a year beside one of a quarter.
    var years = Self.shown
    years[.total]![.year(2025)] = 1000
    let both = reason(
      [
        report(), report("uno", ["080001"], .year(2025), .yearly),
        report("uno", ["080001"], .quarter(2025, 4)),
      ],
      published: years)
    #expect(both.contains(.longerReport) == false, "no number of that quarter is shown")
    years[.total]![.quarter(2025, 4)] = 300
    #expect(
      reason(
        [
          report("uno", ["080001"], .year(2025), .yearly),
          report("uno", ["080001"], .quarter(2025, 4)),
        ],
        published: years
      ).contains(.longerReport))
    // Where the number itself is withheld there is no row.
    var none = Self.shown
    none[.total] = nil
    #expect(totals([report()], [:], history: [], published: none).map(\.territory) == [Self.north])
  }

  @Test func fewPairsGiveTheWidestSeenAndTheBandHoldsTheEstimate() {
    #expect(CarriedForward(triangle([100, 150, 150])).band == nil)
    #expect(CarriedForward(triangle([100, 150, 150, 300])).band == 1...2)
    // A year before is carried where it was told; small counts say nothing.
    #expect(CarriedForward(triangle([100, 10, 100, 100, 50])).ratios == [0.1, 0.5, 1])
  }

  /// What a reader can work out who knows every published number, the method and the history of the ratios: of
  /// what is carried and of what is left of a published count at least eight values remain, and they are not
  /// told better by the list of deliveries, which rounds to five.
  @Test(arguments: [30, 33, 40, 46, 50, 55, 61, 72, 90])
  func aReaderIsLeftWithAtLeastEightValues(whole: Int) {
    var shown = Self.shown
    shown[TerritoryKey(.comune, "080001")] = [.half(2025, 1): whole]
    var seen: [TotalWithMissing.Estimate: Set<Int>] = [:]
    for carried in 1...whole {
      let one = totals(
        [report()], ["uno": told([.quarter(2025, 2): carried])], history: Self.steady,
        published: shown)[0]
      guard let estimate = one.estimate else {
        #expect(carried <= 32 && one.reason == .few)
        continue
      }
      seen[estimate, default: []].insert(carried)
      let alike = max(1, (carried + 2) / 5 * 5 - 2)...min(whole, (carried + 2) / 5 * 5 + 2)
      let classes = Set(alike.map { CarriedForward.told(of: $0, within: whole) })
      #expect(classes.count == 1, "\(carried) of \(whole)")
    }
    #expect(seen.values.allSatisfy { $0.count >= 8 }, "\(whole): \(seen)")
  }

  /// Two quarters carried from one half-year: alone each would pass, their sum could not. That the other was
  /// told takes one value.
  @Test(arguments: [46, 53, 60, 66, 75])
  func twoCarriedFromOneCountKeepSevenValuesEach(whole: Int) {
    var shown = Self.shown
    shown[.total]![.quarter(2026, 1)] = 450
    shown[.total]![.quarter(2025, 1)] = 400
    shown[Self.north]![.quarter(2025, 1)] = 400
    shown[TerritoryKey(.comune, "080001")] = [.half(2025, 1): whole]
    let reports = [report("uno", ["080001"], .quarter(2026, 1)), report()]
    struct Seen: Hashable { let values: [Int?] }
    var seen: [Seen: (first: Set<Int>, second: Set<Int>, rest: Set<Int>)] = [:]
    for first in 23...whole - 1 {
      for second in 1...whole - first {
        let counts: [Period: Int] = [.quarter(2025, 1): first, .quarter(2025, 2): second]
        let all = totals(
          reports, ["uno": told(counts, heard: "2025-12-31")], history: Self.steady,
          published: shown)
        let key = Seen(values: all.filter { $0.territory == .total }.map { $0.estimate?.value })
        seen[key, default: ([], [], [])].first.insert(first)
        seen[key]!.second.insert(second)
        seen[key]!.rest.insert(whole - first - second)
      }
    }
    for (key, left) in seen where key.values.contains(where: { $0 != nil }) {
      #expect(
        left.first.count >= 7 && left.second.count >= 7 && left.rest.count >= 7, "\(key) \(left)")
    }
  }

  /// One sender tells of two comuni, another of the second: each would pass alone, both are more than they have.
  @Test(arguments: [56, 59, 63, 70])
  func sendersOfTheSameComuneKeepSevenValuesEach(whole: Int) {
    let second = whole - 20
    var shown = Self.shown
    shown[TerritoryKey(.comune, "080001")] = [.half(2025, 1): 20]
    shown[TerritoryKey(.comune, "080002")] = [.half(2025, 1): second]
    let reports = [report("uno", ["080001", "080002"]), report("due", ["080002"])]
    struct Seen: Hashable { let values: [Int?] }
    var seen: [Seen: (first: Set<Int>, second: Set<Int>)] = [:]
    for alone in 0...20 {
      for common in 0...second {
        for other in 1...max(1, second - common) where alone + common > 0 && common < second {
          var first = told([.quarter(2025, 2): alone])
          let month = first.counts.keys.first!
          first.counts[month]![PackedCode("080002")] = common
          let all = totals(
            reports,
            ["uno": first, "due": told([.quarter(2025, 2): other], comune: "080002")],
            history: Self.steady, published: shown)
          let key = Seen(values: all.map { $0.estimate?.value })
          seen[key, default: ([], [])].first.insert(alone + common)
          seen[key]!.second.insert(other)
        }
      }
    }
    #expect(seen.keys.contains { $0.values.contains { $0 != nil } })
    for (key, left) in seen where key.values.contains(where: { $0 != nil }) {
      #expect(left.first.count >= 7 && left.second.count >= 7, "\(key) \(left)")
    }
  }

  /// Another way to the same estimate, on random histories: classes from their list, the comparable period and
  /// the percentiles by going through everything.
  @Test(arguments: 0..<40) func anotherWayAgrees(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let quarters = (0..<9).map { Period.quarter(2024 + $0 / 4, $0 % 4 + 1) }
    var counts: [Period: Int] = [:]
    for quarter in quarters where random.below(4) > 0 { counts[quarter] = random.below(150) + 1 }
    let history = (0..<4 + random.below(12)).map { _ in 15 + random.below(200) }
    let reported = 300 + random.below(100)
    let whole = 1000
    let periods =
      quarters + [.half(2024, 1), .half(2024, 2), .half(2025, 1), .half(2025, 2), .half(2026, 1)]
    var shown: [Period: Int] = [:]
    for period in periods { shown[period] = whole }
    let found = totals(
      [report()], ["uno": told(counts)], history: history,
      published: [
        .total: shown.merging([.quarter(2026, 2): reported]) { $1 },
        TerritoryKey(.comune, "080001"): shown,
      ])[0]

    let carried =
      counts[.quarter(2025, 2)] ?? quarters.last { counts[$0] != nil }.flatMap { counts[$0] }
    let fives = history.map { Int((Double($0) / 5).rounded()) * 5 }
    var ratios: [Double] = []
    for (place, came) in fives.enumerated() where place > 0 {
      let before = place >= 4 ? fives[place - 4] : fives[place - 1]
      if before >= 20 { ratios.append(Double(came) / Double(before)) }
    }
    ratios.sort()
    #expect(found.pairs == ratios.count)
    guard let carried else {
      #expect(found.reason == .neverTold)
      return
    }
    let classes = [0...22] + (2...30).map { ($0 * 10 + 3)...($0 * 10 + 12) }
    let place = classes.firstIndex { $0.contains(carried) }!
    let added = place == 0 ? 10 : place * 10 + 20
    guard ratios.count >= 3, added >= 20 else {
      #expect(found.estimate == nil)
      return
    }
    let isMany = ratios.count >= 10
    // The smallest ratio with at least a tenth, or nine tenths, of them at or below it.
    func percentile(_ tenths: Int) -> Double {
      ratios.first { ratio in ratios.count { $0 <= ratio } * 10 >= ratios.count * tenths }!
    }
    let low = min(1, isMany ? percentile(1) : ratios.first!)
    let high = max(1, isMany ? percentile(9) : ratios.last!)
    func total(_ factor: Double) -> Int {
      max(reported, Int(((Double(reported) + Double(added) * factor) / 10).rounded()) * 10)
    }
    #expect(found.estimate == .init(value: total(1), lower: total(low), upper: total(high)))
  }
}
