import Testing

@testable import Indicators
@testable import Warehouse

/// What organisations, districts and tables state: offers, staff, funds, decisions.
extension AwkwardCasesTests {
  /// One district states a new year before the others: they keep theirs, and the total is of the year most are in.
  @Test func aNewYearOfOneDistrictErasesNobody() throws {
    func staff(_ place: String, _ year: String, _ fte: String) -> [FactField: String] {
      [
        .place: place, .year: year, .profile: "assistente_sociale", .fte: fte, .isPermanent: "S",
      ]
    }
    let old = [staff("ATS0", "2024", "2"), staff("ATS1", "2024", "6")]
    let slug = "assistenti-sociali"
    let residents = [10_000, 30_000, 20_000]
    let all = try observations(
      [.staff: old + [staff("ATS0", "2025", "4")]], residents: residents)
    func district(_ one: String) -> Observation? { all["\(slug)~ats~\(one)~2026~totale~totale"] }
    #expect(district("ATS0")?.value == 2 && district("ATS0")?.note == "anno 2025")
    #expect(district("ATS1")?.value == 1 && district("ATS1")?.note == "anno 2024")
    #expect(district("ATS2") == nil)
    let whole = try #require(all[Self.whole(slug)])
    #expect(whole.value == 1 && whole.numerator == 8 && whole.denominator == 40_000)
    #expect(whole.note == "anno 2024; senza ATS2")
    // Of equals the latest.
    let new = try observations(
      [.staff: old + [staff("ATS0", "2025", "4"), staff("ATS1", "2025", "4")]],
      residents: residents)
    #expect(new[Self.whole(slug)]?.note == "anno 2025; senza ATS2")
  }

  /// One that is free among the two that are active: a draft, one withdrawn, one ended and one to come are none; one
  /// that ends today is.
  @Test func onlyActiveOffersAreOffered() throws {
    func offer(
      _ isFree: String, _ status: String?, from start: String = "2025-01-01", to end: String? = nil
    ) -> [FactField: String] {
      var one: [FactField: String] = [
        .service: "A1", .comuni: "tutti", .startsOn: start, .isFree: isFree,
      ]
      (one[.status], one[.endsOn]) = (status, end)
      return one
    }
    let all = try observations([
      .serviceOffer: [
        offer("S", nil, to: "2026-06-30"), offer("N", "pubblicato"), offer("S", "bozza"),
        offer("S", "ritirato"), offer("S", "sospeso"), offer("S", "pubblicato", to: "2026-06-29"),
        offer("S", "pubblicato", from: "2026-07-01"),
      ]
    ])
    for cell in ["totale~totale", "servizio~A"] {
      let one = all["offerta-gratuita~totale~totale~2026~\(cell)"]
      #expect(one?.numerator == 1 && one?.denominator == 2, "\(cell)")
    }
  }

  /// Places are where one goes for them; online one goes nowhere.
  @Test func placesAreAtTheSeat() throws {
    func offer(_ provider: String, _ mode: String, _ places: String) -> [FactField: String] {
      [
        .offerID: provider + mode, .provider: provider, .service: "A1", .comuni: "tutti",
        .startsOn: "2025-01-01", .capacity: places, .capacityUnit: "posti", .mode: mode,
      ]
    }
    func access(_ offers: [[FactField: String]]) throws -> [Double?] {
      let all = try observations(
        [
          .serviceOffer: offers,
          .provider: [
            [
              .fiscalCode: "P", .name: "P", .kind: "odv", .comune: WorkedExample.code(1),
              .servedComuni: "tutti",
            ]
          ],
          .travelTime: [
            [
              .originComune: WorkedExample.code(0), .destinationComune: WorkedExample.code(1),
              .minutes: "60",
            ]
          ],
        ], residents: [4000, 4000])
      return (0..<2).map {
        all["accessibilita~comune~\(WorkedExample.code($0))~2026~totale~totale"]?.value
      }
    }
    #expect(try access([offer("P", "sede", "8"), offer("P", "online", "100")]) == [0, 2])
    #expect(try access([offer("P", "domicilio", "8")]) == [1, 1])
    // Of who gives them no register tells the seat.
    #expect(try access([offer("Q", "sede", "8")]) == [1, 1])
  }

  /// Goods have a value too, and what comes from nobody knows whom is no private money.
  @Test func whatIsRaisedIsMoneyAndGoods() throws {
    func raised(_ kind: String, _ cents: String?, goods: String? = nil) -> [FactField: String] {
      var one: [FactField: String] = [.provider: "1", .raisedOn: "2026-02-01", .donorKind: kind]
      (one[.amountCents], one[.estimatedCents]) = (cents, goods)
      if goods != nil { one[.goods] = "alimenti" }
      return one
    }
    let all = try observations([
      .volunteering: [[.provider: "1", .month: "2026-02-01", .volunteers: "9", .hours: "100"]],
      .fundraising: [
        raised("pubblico", "100000"), raised("imprese", "50000"),
        raised("imprese", nil, goods: "30000"), raised("ND", "900000"),
      ],
    ])
    // (100 hours × 12 € + 500 € + 300 € of goods) / 1,000 €.
    #expect(all[Self.whole("moltiplicatore")]?.value == 2)
  }

  /// Coverage that differs by chance alone is one for all: no proof that nobody is left behind.
  @Test func atTheTailChanceIsSaidToBeChance() throws {
    func tail(_ persons: [Int]) throws -> Observation? {
      try observations(
        [
          .serviceRequest: persons.enumerated().flatMap { comune, count in
            (0..<count).flatMap {
              WorkedExample.requests(
                1, in: comune, [.startedOn: "2025-02-01", .person: "\(comune) \($0)"])
            }
          }
        ], residents: [4000, 4000])[Self.whole("copertura-coda", "2025")]
    }
    let alike = try tail([30, 32])
    #expect(alike?.value == 1 && alike?.note == Observation.chanceAlone)
    let apart = try #require(try tail([30, 300]))
    #expect(apart.value.map { $0 < 0.5 } == true && apart.note == nil)
  }

  /// A decision is looked at where it was taken and when something has ended since (decision 17).
  @Test func aDecisionIsFollowedUpWhereAndWhenItWasTaken() throws {
    func decided(
      _ number: String, on day: String, _ comuni: String?, _ indicator: String
    ) -> [FactField: String] {
      var one: [FactField: String] = [
        .proceedingID: "T", .number: number, .need: "n", .decision: "d", .status: "in_corso",
        .indicator: indicator, .target: "10", .decidedOn: day,
      ]
      one[.comuni] = comuni
      return one
    }
    let (first, second) = (WorkedExample.code(0), WorkedExample.code(1))
    let slug = "richieste-per-1000"
    let all = try observations(
      [
        .serviceRequest: WorkedExample.requests(20, [.requestedOn: "2026-02-10"])
          + WorkedExample.requests(60, in: 1, [.requestedOn: "2026-02-10"]),
        .tableDecision: [
          decided("1", on: "2026-03-01", first, slug),
          decided("2", on: "2026-03-01", nil, "Richieste per 1.000 residenti"),
          decided("3", on: "2026-06-30", first, slug),
          decided("4", on: "2026-03-01", first + "|" + second, slug),
          decided("5", on: "2026-03-01", first, "inesistente"),
        ],
      ], residents: [4000, 4000])
    func followed(_ number: String, _ place: String) -> Observation? {
      all["decisioni-tavolo~\(place)~2026~decisione~T:\(number)"]
    }
    let (whole, comune) = ("totale~totale", "comune~\(first)")
    #expect(followed("1", comune)?.value == 0.5 && followed("1", whole) == nil)
    #expect(followed("1", comune)?.note == "richieste-per-1000 2026-S1")
    #expect(followed("2", whole)?.value == 1)
    let early = followed("3", comune)
    #expect(early?.value == nil && early?.status == .notApplicable)
    #expect(
      [whole, comune, "comune~\(second)"].map { followed("4", $0)?.value } == [1, 0.5, 1.5])
    #expect(followed("5", comune)?.status == .notReceived)
    #expect(Indicator.decisions.definition.direction == .descriptive)
  }
}
