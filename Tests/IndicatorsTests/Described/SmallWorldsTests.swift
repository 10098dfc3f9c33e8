import Testing

@testable import Indicators
@testable import Warehouse

/// Indicators that gather their cases by code, over worlds small enough to be counted by hand.
@Suite struct SmallWorldsTests {
  func observations(
    _ facts: [FactTable: [[FactField: String]]]
  ) throws -> [String: Observation] {
    let store = try WorkedExampleTests().warehouse(
      of: WorkedExample("", "", residents: [4000, 4000], facts, 0))
    let all = try Engine(
      store: store, settings: DisclosureSettings(), asOf: RandomWarehouse.asOf
    ).observations()
    return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
  }

  // MARK: NC2

  /// As many persons in two comuni of as many residents, of which one has fewer women, who ask more.
  private func standardised(_ sexes: [String?]) throws -> [Observation?] {
    let residents = [["F": 1000, "M": 1000], ["F": 500, "M": 1500]]
    let population = (0..<2).flatMap { comune in
      [(0, 17), (18, 64), (65, 74), (75, 84), (85, 130)].flatMap { from, to in
        ["F", "M"].map { sex -> [FactField: String] in
          [
            .comune: WorkedExample.code(comune), .year: "2025", .ageFrom: "\(from)",
            .ageTo: "\(to)", .sex: sex, .residents: "\(from == 18 ? residents[comune][sex]! : 500)",
          ]
        }
      }
    }
    let requests = (0..<2).flatMap { comune in
      sexes.enumerated().flatMap { i, sex -> [[FactField: String]] in
        var told: [FactField: String] = [
          .person: "\(comune) \(i)", .startedOn: "2025-03-01", .birthYear: "1980",
        ]
        told[.sex] = sex
        return WorkedExample.requests(1, in: comune, told)
      }
    }
    let all = try observations([.serviceRequest: requests, .population: population])
    return (0..<2).map {
      all["copertura-standardizzata~comune~\(WorkedExample.code($0))~2025~totale~totale"]
    }
  }

  /// Expected: 1000 × 40/1500 + 1000 × 10/2500, and 500 × 40/1500 + 1500 × 10/2500.
  @Test func expectedPersonsAreThoseOfEachSex() throws {
    let found = try standardised(
      Array(repeating: "F", count: 20) + Array(repeating: "M", count: 5))
    #expect(near(found[0]?.value, 25 / (1000 * 40.0 / 1500 + 1000 * 10.0 / 2500), 1e-9))
    #expect(near(found[1]?.value, 25 / (500 * 40.0 / 1500 + 1500 * 10.0 / 2500), 1e-9))
    #expect(found.allSatisfy { $0?.note == nil })
  }

  @Test func byAgeAloneWhereSexIsNotKnownOrOfAFew() throws {
    let unknown = Array(repeating: String?.none, count: 13) + Array(repeating: "F", count: 12)
    let few = Array(repeating: "F", count: 23) + ["M", "M"]
    for sexes in [unknown, few] {
      let found = try standardised(sexes)
      #expect(found.allSatisfy { near($0?.value, 1, 1e-9) && $0?.note == "solo per età" })
    }
  }

  // MARK: NC5

  /// - Parameter hours: of each user in March 2026.
  private func homeCare(
    _ hours: [Double], in comune: Int = 0, service: String = "C1", who: String = "u"
  ) -> [[FactField: String]] {
    hours.enumerated().flatMap { i, hours in
      ["2026-03-04", "2026-03-25"].enumerated().map { k, day in
        [
          .comune: WorkedExample.code(comune), .deliveredOn: day, .service: service,
          .person: "\(who) \(i)", .provider: "x", .unit: k == 0 ? "ore" : "minuti",
          .quantity: "\(k == 0 ? hours / 2 : hours * 30)",
        ]
      }
    }
  }

  private let slug = "domiciliare-settimanale"

  @Test func weeklyHoursOfHomeCare() throws {
    let facts = homeCare(
      Array(repeating: 8, count: 6) + Array(repeating: 2, count: 6))
    let all = try observations([.serviceDelivery: facts])
    for place in ["totale~totale", "ats~ATS0"] {
      let mean = all["\(slug)~\(place)~2026~totale~totale"]
      #expect(near(mean?.value, 60 / (12 * 31 / 7.0), 1e-9) && mean?.numerator == 60)
      let share = all["\(slug).oltre-soglia~\(place)~2026~totale~totale"]
      #expect(share?.value == 0.5 && share?.denominator == 12)
    }
    #expect(all["\(slug)~ats~ATS1~2026~totale~totale"] == nil)
  }

  @Test func noFewOfHomeCareAreTold() throws {
    let enough = homeCare(Array(repeating: 8, count: 6) + Array(repeating: 2, count: 6))
    func shown(_ more: [[FactField: String]]) throws -> [String] {
      try observations([.serviceDelivery: enough + more]).filter {
        Definition.slug(of: $0.value.indicator) == slug && $0.value.value != nil
      }.keys.sorted()
    }
    // Of another district, whose number follows from the whole and the first one.
    let elsewhere = homeCare([8, 8, 8], in: 1, who: "v")
    #expect(
      try shown(elsewhere) == [
        "\(slug).oltre-soglia~totale~totale~2026~totale~totale",
        "\(slug)~totale~totale~2026~totale~totale",
      ])
    // Of another service by the hour, whose hours follow from all of them.
    #expect(try shown(homeCare([3, 3], service: "C2", who: "w")).isEmpty)
    // Too few have enough; one has nearly all.
    #expect(try shown(homeCare([8], who: "x") + homeCare([900], who: "y")).isEmpty)
    #expect(
      try observations([.serviceDelivery: homeCare([8, 8, 8, 2, 2, 2, 2])]).values.allSatisfy {
        Definition.slug(of: $0.indicator) != slug || $0.value == nil
      })
  }

  // MARK: RG1

  @Test func whoIsUnderAgeNeitherGivesNorReceives() throws {
    func exchange(_ from: String, _ to: String) -> [FactField: String] {
      [
        .exchangedOn: "2026-03-01", .donor: from, .recipient: to,
        .donorComune: WorkedExample.code(0), .recipientComune: WorkedExample.code(0),
      ]
    }
    let exchanges =
      (0..<9).map { exchange("both \($0)", "both \(($0 + 1) % 9)") }
      + (0..<7).map { exchange("both 0", "receives \($0)") }
      + (0..<14).map { exchange("gives \($0)", "both 0") }
    // Eight of who only give turn 17 this year, six turn 18.
    let requests = (0..<14).flatMap {
      WorkedExample.requests(
        1, [.person: "gives \($0)", .birthYear: $0 < 8 ? "2009" : "2008"])
    }
    let all = try observations([.exchange: exchanges, .serviceRequest: requests])
    #expect(
      near(all["donatori-riceventi~totale~totale~2026~totale~totale"]?.value, 9.0 / (9 + 7 + 6)))
  }

  // MARK: TR4

  private func trips(
    _ each: Int, every weekday: Int, from first: String, weeks: Int, bands: Int = 1
  )
    -> [[FactField: String]]
  {
    let start = Day(iso: first)!
    let monday = start + (weekday - start.weekday + 7) % 7
    return (0..<weeks).flatMap { week in
      (0..<each).map { i in
        [
          .transportID: "\(weekday) \(week) \(i)", .neededOn: "\(monday + week * 7)",
          .originComune: WorkedExample.code(0), .destinationComune: WorkedExample.code(1),
          .timeBand: "8-10", .isMet: "S",
        ]
      }
    }
  }

  @Test func tripsOfAWeekday() throws {
    let facts =
      trips(2, every: 1, from: "2025-01-01", weeks: 52)
      + trips(1, every: 2, from: "2025-01-01", weeks: 26)
    let all = try observations([.transportNeed: facts])
    func daily(_ cell: String) -> Double? {
      all["viaggi-al-giorno~totale~totale~2025~\(cell)"]?.value
    }
    #expect(near(daily("totale~totale"), 130.0 / 365, 1e-9))
    #expect(near(daily("giorno_settimana~1"), 2, 1e-9))
    #expect(near(daily("giorno_settimana~2"), 0.5, 1e-9), "26 Tuesdays of 52 without a trip")
  }

  @Test func criticalMassByWeekday() throws {
    func share(_ tuesdays: Int) throws -> [String: Observation] {
      try observations([
        .transportNeed: trips(3, every: 1, from: "2025-07-01", weeks: 51)
          + trips(1, every: 2, from: "2025-07-01", weeks: tuesdays)
      ])
    }
    let place = "massa-critica~totale~totale~2026~"
    let enough = try share(31)
    #expect(near(enough[place + "totale~totale"]?.value, 51.0 / 82, 1e-9))
    #expect(enough[place + "giorno_settimana~1"]?.value == 1)
    #expect(enough[place + "giorno_settimana~2"]?.value == 0)
    // A few days of one weekday follow from the whole and the other one.
    let few = try share(20)
    #expect(few[place + "totale~totale"]?.value != nil)
    for day in 1...2 { #expect(few[place + "giorno_settimana~\(day)"]?.status == .suppressed) }
  }

  // MARK: PP2, PP3

  /// Two points state what they cost and when they are open, one opened half-way; a third states neither.
  @Test func visitsOfThePointsThatStateTheirHoursAndCosts() throws {
    func point(_ id: String, _ opened: String, _ told: [FactField: String]) -> [FactField: String] {
      [.pointID: id, .name: id, .comune: WorkedExample.code(0), .openedOn: opened].merging(told) {
        $1
      }
    }
    let points = [
      // All of the last 365 days, and 72 of them.
      point("a", "2024-01-01", [.weeklyHours: "14", .annualCostCents: "3650000"]),
      point(
        "b", "2025-01-01",
        [
          .closedOn: "2025-09-11", .weeklyHours: "7", .annualCostCents: "7300000",
        ]),
      point("c", "2024-01-01", [:]),
    ]
    let visits = [
      ("a", "2025-07-01", 60), ("b", "2025-08-01", 40), ("c", "2025-08-01", 99),
      ("a", "2025-06-30", 50),
    ]
    .flatMap { id, day, count in
      (0..<count).map { i -> [FactField: String] in
        [
          .accessID: "\(id) \(day) \(i)", .pointID: id, .accessedOn: day,
          .comune: WorkedExample.code(0),
        ]
      }
    }
    let all = try observations([.proximityPoint: points, .proximityAccess: visits])
    let hours = all["accessi-per-ora~totale~totale~2026~totale~totale"]
    #expect(near(hours?.value, 100 / (2 * 365.0 + 72), 1e-9))
    let cost = all["costo-accesso~totale~totale~2026~totale~totale"]
    #expect(near(cost?.value, (36_500 + 200 * 72.0) / 100, 1e-9) && cost?.denominator == 100)
    let none = try observations([.proximityPoint: [points[2]], .proximityAccess: visits])
    for slug in ["accessi-per-ora", "costo-accesso"] {
      #expect(none["\(slug)~totale~totale~2026~totale~totale"]?.status == .notReceived)
    }
  }
}
