import Testing
import Warehouse

@testable import Indicators

/// A declared indicator that picks out codes of a breakdown of the first pass counts what that pass shows or
/// withholds under another name.
@Suite struct HeldByRequestsTests {
  private static func counting(_ field: FactField, _ codes: String...) -> Counting {
    Counting(
      .serviceRequest, where: [.isOne(field, codes)], when: .day(.requestedOn), measure: .count)
  }

  private static func indicator(_ slug: String, _ counting: Counting) -> Indicator {
    let text = Text("x", "x")
    return Indicator(
      definition: Definition(
        slug: slug, code: "", family: "", name: text, unit: .count, direction: .descriptive,
        formula: text, caveats: text, source: text, minimumCell: "K5"),
      counting: counting)
  }

  private static func observations(
    _ store: Store, _ declared: [Indicator]
  ) throws -> [String: Observation] {
    let all = try Engine(
      store: store, settings: DisclosureSettings(), asOf: RandomWarehouse.asOf, declared: declared
    ).observations()
    return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
  }

  private static func requests(
    of one: Observation, _ dimension: String, _ modality: String
  ) -> String {
    Observation(
      indicator: RequestsPerThousand.slug, territory: one.territory, period: one.period,
      dimension: dimension, modality: modality
    ).id
  }

  @Test func whatTheFirstPassWithholdsIsNotShownUnderAnotherName() throws {
    let world = try RandomWarehouse(seed: 4, requests: 500)
    let share = Counting(
      .serviceRequest, when: .day(.requestedOn), measure: .share([.isOne(.channel, ["pdp"])]))
    let without = Counting(
      .serviceRequest, where: [.isNone(.userArea, ["ANZ"])], when: .day(.requestedOn),
      measure: .count)
    let all = try Self.observations(
      world.store,
      [
        Self.indicator("solo-anziani", Self.counting(.userArea, "ANZ")),
        Self.indicator("quota-pdp", share), Self.indicator("senza-anziani", without),
      ])
    var withheld: [String: Int] = [:]
    var shown: [String: Int] = [:]
    for one in all.values where one.dimension == "totale" {
      let held: (String, String)
      switch one.indicator {
      case "solo-anziani", "senza-anziani": held = ("area_utenza", "ANZ")
      case "quota-pdp": held = ("canale", "pdp")
      default: continue
      }
      guard let heading = all[Self.requests(of: one, held.0, held.1)] else { continue }
      if heading.status == .suppressed {
        withheld[one.indicator, default: 0] += 1
        #expect(one.status == .suppressed, "\(one.id)")
      } else if one.status != .suppressed {
        shown[one.indicator, default: 0] += 1
      }
    }
    for slug in ["solo-anziani", "quota-pdp", "senza-anziani"] {
      #expect(withheld[slug, default: 0] >= 5 && shown[slug, default: 0] >= 5, "\(slug)")
    }
  }

  /// Of a heading twenty requests are for one service, twenty for another and the rest for a third.
  private static func shown(third: Int, _ declared: [Indicator]) throws -> [Observation.Status] {
    let facts = [("A1", 20), ("A2", 20), ("A4", third), ("C1", 30)].flatMap { service, count in
      WorkedExample.requests(count, [.service: service])
    }
    let store = try WorkedExampleTests().warehouse(
      of: WorkedExample("x", "x", residents: [20_000], [.serviceRequest: facts], 0),
      codes: ["A2", "A4"].map {
        CodeRecord(list: "servizio", code: $0, nameIT: $0, nameEN: $0, parent: "A")
      } + [
        CodeRecord(list: "servizio", code: "C", nameIT: "C", nameEN: "C"),
        CodeRecord(list: "servizio", code: "C1", nameIT: "C1", nameEN: "C1", parent: "C"),
      ])
    let all = try Self.observations(store, declared)
    #expect(
      all.values.contains {
        $0.indicator == RequestsPerThousand.slug && $0.modality == "A"
          && $0.period == .year(2025) && $0.territory == .total && $0.numerator != nil
      })
    return try declared.map { one in
      let id = Observation(
        indicator: one.definition.slug, territory: .total, period: .year(2025)
      ).id
      return try #require(all[id]).status
    }
  }

  /// Forty-two requests of a heading are shown: of one of its services twenty, of another twenty.
  @Test func theFewLeftOfAHeadingAreNotTold() throws {
    let both = [Self.indicator("due-servizi", Self.counting(.service, "A1", "A2"))]
    #expect(try Self.shown(third: 2, both) == [.suppressed])
    #expect(try Self.shown(third: 12, both) == [.published])
    let each = ["A1", "A2"].map {
      Self.indicator("solo-\($0.lowercased())", Self.counting(.service, $0))
    }
    let shares = ["A1", "A2"].map {
      Self.indicator(
        "quota-\($0.lowercased())",
        Counting(
          .serviceRequest, when: .day(.requestedOn), measure: .share([.isOne(.service, [$0])])))
    }
    for declared in [each, shares, [each[0], shares[1]]] {
      #expect(try Self.shown(third: 2, declared).contains(.suppressed))
      #expect(try Self.shown(third: 12, declared) == [.published, .published])
    }
  }

  /// A third service of a heading of 42 or 52, counted with others only.
  @Test(arguments: [
    [["A1", "A4"], ["A2", "A4"], ["A1", "A2"]],
    [["A1", "A4"], ["A2", "A4"]],
    [["A1"], ["A2"], ["A4"]],
    [["C1", "A4"]],
    [["C1", "A1", "A4"], ["A2", "A4"]],
  ]) func theFewThatSeveralListsLeaveAreNotTold(_ lists: [[String]]) throws {
    let declared = lists.enumerated().map { place, codes in
      Self.indicator(
        "elenco-\(place)",
        Counting(
          .serviceRequest, where: [.isOne(.service, codes)], when: .day(.requestedOn),
          measure: .count))
    }
    let few = try Self.shown(third: 2, declared)
    #expect(few.contains(.suppressed))
    // Of three, one is told by the heading and another one, or is few by itself: two others tell it too.
    #expect(few.count { $0 == .suppressed } == (lists.count == 3 ? 2 : 1))
    let many = try Self.shown(third: 12, declared)
    #expect(many.allSatisfy { $0 == .published })
  }

  /// Forty requests, twenty of them contacted within a week, some by the thirtieth day, which RT1 shows; in the
  /// other week of the quarter, some that nobody has followed for a week yet.
  @Test(arguments: [(0, 0), (3, 0), (10, 0), (0, 3), (0, 10), (3, 10)])
  func theFewContactedAfterAWeekAreNotTold(_ later: Int, _ young: Int) throws {
    let asked = "2026-06-28"
    let facts =
      WorkedExample.requests(20, [.requestedOn: "2026-04-15", .firstResponseOn: "2026-04-18"])
      + WorkedExample.requests(later, [.requestedOn: "2026-04-15", .firstResponseOn: "2026-05-05"])
      + WorkedExample.requests(20 - later, [.requestedOn: "2026-04-15"])
      // Others without a followed wait: the few who are not judged are not told by all requests.
      + WorkedExample.requests(10, [.requestedOn: "2026-04-15", .hasPresumedDates: "S"])
      + WorkedExample.requests(young, [.requestedOn: asked])
    let store = try WorkedExampleTests().warehouse(
      of: WorkedExample("x", "x", residents: [20_000], [.serviceRequest: facts], 0))
    // An analyst may count them too.
    let count = Counting(
      .serviceRequest,
      where: [
        .not(.flag(.hasPresumedDates, true)), .within(.requestedOn, .firstResponseOn, days: 7),
      ], when: .day(.requestedOn), measure: .count)
    let all = try Self.observations(store, [Self.indicator("contattate", count)])
    func one(_ indicator: String) throws -> Observation {
      try #require(all["\(indicator)~totale~totale~2026-S1~totale~totale"])
    }
    let (month, week) = (try one("tempo-primo-contatto.entro-30"), try one("contatto-entro-7"))
    if young == 0 { #expect(month.status != .suppressed) }
    #expect((week.status == .suppressed) == ((1..<5).contains(later) || (1..<5).contains(young)))
    // Of those nobody has followed for long the number contacted is not known either.
    if later == 0 || young == 0 { #expect(try one("contattate").status == week.status) }
    if week.status != .suppressed { #expect(week.value == 0.5 && week.denominator == 40) }
  }
}
