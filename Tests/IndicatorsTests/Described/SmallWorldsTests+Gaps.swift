import Testing

@testable import Indicators
@testable import Warehouse

/// Who comes through which door, how far the innermost are, and what is spent and offered for whom.
extension SmallWorldsTests {
  // MARK: DD3

  @Test func assistedByAgeTurnedInTheYear() throws {
    func requests(_ born: String, assisted: Int) -> [[FactField: String]] {
      (0..<30).flatMap { i in
        WorkedExample.requests(
          1,
          [
            .person: "\(born) \(i)", .birthYear: born, .channel: i < assisted ? "pdp" : "telefono",
          ])
      }
    }
    let all = try observations([
      .serviceRequest: requests("1960", assisted: 15) + requests("1961", assisted: 6)
    ])
    func share(_ age: String) -> Double? {
      all["divario-canale~totale~totale~2025~eta~\(age)"]?.value
    }
    #expect(share("65-130") == 0.5 && share("0-64") == 0.2)
  }

  // MARK: NC4

  /// Of each age and sex over its own residents.
  @Test func whoAsksOverTheResidentsLikeThem() throws {
    let population = [("0", "64", 1500), ("65", "130", 500)].flatMap { from, to, residents in
      ["F", "M"].map { sex -> [FactField: String] in
        [
          .comune: WorkedExample.code(0), .year: "2025", .ageFrom: from, .ageTo: to, .sex: sex,
          .residents: "\(residents)",
        ]
      }
    }
    let requests = (0..<60).flatMap {
      WorkedExample.requests(
        1,
        [.person: "\($0)", .birthYear: $0 < 40 ? "1950" : "1990", .sex: $0 % 3 == 0 ? "M" : "F"])
    }
    let all = try observations([.serviceRequest: requests, .population: population])
    func rate(_ cell: String) -> Double? {
      all["richieste-eta-sesso~ats~ATS0~2025~\(cell)"]?.value
    }
    #expect(near(rate("totale~totale"), 15) && near(rate("eta~65-130"), 40))
    #expect(
      near(rate("eta~0-64"), 20.0 / 3) && near(rate("sesso~F"), 20) && near(rate("sesso~M"), 10))
  }

  // MARK: TG9

  @Test func ratioOfTheInnermostClasses() throws {
    func requests(_ count: Int, in comune: Int) -> [[FactField: String]] {
      (0..<count).flatMap {
        WorkedExample.requests(
          1, in: comune, [.person: "\(comune) \($0)", .startedOn: "2025-03-01"])
      }
    }
    let all = try observations([.serviceRequest: requests(40, in: 0) + requests(20, in: 1)])
    let ratio = all["gradiente-aree-interne.rapporto~totale~totale~2025~totale~totale"]
    #expect(near(ratio?.value, 0.5, 1e-9))
    // exp(1.959964 × √(1/20 + 1/40)) = 1.710453
    #expect(near(ratio?.lower, 0.5 / 1.710453, 1e-6) && near(ratio?.upper, 0.5 * 1.710453, 1e-6))
  }

  // MARK: IN8

  @Test func netSpendingOverThePersonsOfTheSameYear() throws {
    func spent(in comune: Int, _ cents: String, _ users: String) -> [FactField: String] {
      [
        .place: WorkedExample.code(comune), .year: "2025", .userArea: "ANZ", .grossCents: cents,
        .userShareCents: users, .spendingSource: "bilancio",
      ]
    }
    func requests(_ count: Int, in comune: Int) -> [[FactField: String]] {
      (0..<count).flatMap {
        WorkedExample.requests(
          1, in: comune, [.person: "\(comune) \($0)", .startedOn: "2025-03-01"])
      }
    }
    func costs(_ spending: [[FactField: String]], second: Int) throws -> [String: Observation] {
      try observations([
        .serviceRequest: requests(40, in: 0) + requests(second, in: 1), .socialSpending: spending,
      ])
    }
    let (one, other) = (spent(in: 0, "500000", "100000"), spent(in: 1, "300000", "0"))
    func id(_ place: String) -> String { "costo-per-utente~\(place)~2025~fonte~bilancio" }
    let both = try costs([one, other], second: 20)
    #expect(near(both[id("totale~totale")]?.value, 7000.0 / 60, 1e-9))
    #expect(near(both[id("comune~\(WorkedExample.code(0))")]?.value, 100, 1e-9))
    // TG2: of 40 and 20 of as many residents the second is 10 short, at 7000/60 each.
    let cost = both["utenti-mancanti.costo~comune~\(WorkedExample.code(1))~2025~fonte~bilancio"]
    #expect(cost?.value == 1167 && cost?.numerator == nil)
    #expect(try costs([one], second: 20).values.allSatisfy { $0.indicator != cost?.indicator })
    // Of the whole only where all of it says what it spent.
    #expect(try costs([one], second: 20)[id("totale~totale")] == nil)
    // Where the persons are withheld what they cost would tell them.
    let few = try costs([one, other], second: 3)
    #expect(few[id("comune~\(WorkedExample.code(1))")]?.status == .suppressed)
    let short = few["utenti-mancanti.costo~comune~\(WorkedExample.code(1))~2025~fonte~bilancio"]
    #expect(short.map { $0.status == .suppressed && $0.value == nil } ?? true)
  }

  // MARK: CM1

  @Test func familiesPerCarerOfADistrict() throws {
    func facts(_ counts: [Int], _ id: FactField) -> [[FactField: String]] {
      counts.enumerated().flatMap { comune, count in
        (0..<count).map {
          [
            id: "\(comune) \($0)", .comune: WorkedExample.code(comune), .careKind: "cari",
            .publishedOn: "2026-02-01",
          ]
        }
      }
    }
    func shown(
      _ families: [Int], _ carers: [Int], meetings: [[FactField: String]] = []
    ) throws -> [String: Double] {
      try observations([
        .careRequest: facts(families, .careRequestID),
        .careOffer: facts(carers, .careOfferID).map { $0.filter { $0.key != .careKind } },
        .careMeeting: meetings,
      ]).filter { $0.value.indicator == "tensione-assistenti" }.compactMapValues(\.value)
    }
    func id(_ place: String) -> String { "tensione-assistenti~\(place)~2026~totale~totale" }
    #expect(
      try shown([20, 30], [10, 40]) == [
        id("totale~totale"): 1, id("ats~ATS0"): 2, id("ats~ATS1"): 0.75,
      ])
    // Of eleven with a contract one has lost it, and one has made it after the day of the edition.
    let meetings = (0..<11).map { carer -> [FactField: String] in
      [
        .meetingID: "\(carer)", .careRequestID: "closed \(carer)",
        .careOfferID: "1 \(carer)", .proposedOn: "2026-02-02",
        .contractedOn: carer == 1 ? "2026-07-01" : "2026-03-01",
      ].merging(carer == 0 ? [.endedOn: "2026-04-01"] : [:]) { $1 }
    }
    #expect(
      try shown([20, 30], [10, 49], meetings: meetings) == [
        id("totale~totale"): 1, id("ats~ATS0"): 2, id("ats~ATS1"): 0.75,
      ])
    // Three carers of one district are what is left of fifty when the other's are known.
    #expect(try shown([20, 30], [3, 47]) == [id("totale~totale"): 1])
  }

  // MARK: RG8

  /// Hours of volunteers are told by themselves: the rest of what is activated may be what a few gave.
  @Test func resourcesOfAFew() throws {
    func multiplier(givers: Int, donors: Int?) throws -> [Observation] {
      func raised(_ kind: String, _ cents: String) -> [FactField: String] {
        [.provider: "1", .raisedOn: "2026-02-01", .donorKind: kind, .amountCents: cents]
      }
      return try observations([
        .volunteering: [[.provider: "1", .month: "2026-02-01", .volunteers: "9", .hours: "100"]],
        .exchange: (0..<givers).map {
          [
            .exchangeID: "\($0)", .exchangedOn: "2026-03-01", .donor: "\($0)", .recipient: "r",
            .donorComune: WorkedExample.code(0), .resourceKind: "tempo", .hours: "10",
          ]
        },
        .fundraising: [
          raised("pubblico", "100000"),
          raised("cittadini", "50000").merging(donors.map { [.donors: "\($0)"] } ?? [:]) { $1 },
        ],
      ]).values.filter { $0.indicator.hasPrefix("moltiplicatore") }
    }
    // (160 hours × 12 € + 500 €) / 1,000 €.
    #expect(try multiplier(givers: 6, donors: 20).contains { $0.value == 2.42 })
    for few in [try multiplier(givers: 3, donors: 20), try multiplier(givers: 6, donors: 2)] {
      #expect(few.count == 3 && few.allSatisfy { $0.status == .suppressed && $0.value == nil })
    }
    #expect(try multiplier(givers: 6, donors: nil).allSatisfy { $0.status == .suppressed })
  }

  // MARK: TR3

  /// Where those who leave from each district go.
  @Test func destinationsOfADistrict() throws {
    func trips(_ count: Int, from: Int, to: Int) -> [[FactField: String]] {
      (0..<count).map {
        [
          .transportID: "\(from) \(to) \($0)", .originComune: WorkedExample.code(from),
          .destinationComune: WorkedExample.code(to), .neededOn: "2025-03-04", .isMet: "S",
        ]
      }
    }
    let all = try observations([
      .transportNeed: trips(20, from: 0, to: 0) + trips(8, from: 0, to: 1)
        + trips(9, from: 1, to: 1)
        + trips(6, from: 1, to: 0)
    ])
    func count(_ place: String, _ to: Int) -> Double? {
      all["origine-destinazione~\(place)~2025~destinazione~\(WorkedExample.code(to))"]?.value
    }
    #expect(count("ats~ATS0", 1) == 8 && count("ats~ATS1", 0) == 6)
    #expect(count("totale~totale", 0) == 26 && count("totale~totale", 1) == 17)
  }
}
