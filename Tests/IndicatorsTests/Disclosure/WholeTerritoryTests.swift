import Testing

@testable import Indicators
@testable import Warehouse

/// Measures over the whole territory, each one number, and what it may tell of counts that are withheld.
@Suite struct WholeTerritoryTests {
  private static let asOf = RandomWarehouse.asOf

  private func observations(
    _ facts: [FactTable: [[FactField: String]]], declared: [Indicator] = []
  ) throws -> [Observation] {
    let codes =
      [
        ("area_utenza", "FAM", false), ("area_utenza", "DIP", true), ("area_utenza", "IMM", true),
        ("area_utenza", "MUL", false),
      ]
      .map {
        CodeRecord(list: $0, code: $1, nameIT: $1, nameEN: $1, isSensitive: $2)
      }
      + ["E", "X"].map { CodeRecord(list: "servizio", code: $0, nameIT: $0, nameEN: $0) }
    let store = try WorkedExampleTests().warehouse(
      of: WorkedExample("", "", residents: [4000, 3000], facts, 0), codes: codes)
    return try Engine(
      store: store, settings: DisclosureSettings(), asOf: Self.asOf, declared: declared
    )
    .observations()
  }

  /// Some people ask, each once; all are helped.
  private func requests(
    _ count: Int, _ name: String, in comune: Int = 0, _ told: [FactField: String]
  ) -> [[FactField: String]] {
    (0..<count).flatMap {
      WorkedExample.requests(
        1, in: comune,
        [.person: "\(name) \($0)", .startedOn: "2025-03-01"].merging(told) { $1 })
    }
  }

  /// Two territories in which the same numbers are withheld and all others are alike: no number that is shown
  /// may tell them apart.
  @Test func whatIsWithheldCannotBeToldFromWhatIsShown() throws {
    func world(_ few: Int) throws -> [String: Observation] {
      let before: [FactField: String] = [
        .requestedOn: "2024-02-01", .startedOn: "2024-03-01", .birthYear: "1950",
      ]
      func dated(_ told: [FactField: String]) -> [FactField: String] {
        [.requestedOn: "2025-08-01", .startedOn: "2025-09-01", .birthYear: "1950"]
          .merging(told) { $1 }
      }
      let requests =
        requests(40, "a", before.merging([.userArea: "ANZ"]) { $1 })
        + requests(30, "b", before.merging([.userArea: "FAM"]) { $1 })
        + requests(few + 3, "c", before.merging([.userArea: "DIP"]) { $1 })
        + requests(9 - few, "d", before.merging([.userArea: "IMM"]) { $1 })
        + requests(40, "e", dated([.userArea: "ANZ"]))
        + requests(20, "f", dated([.userArea: "FAM", .birthYear: "1980"]))
        + requests(4, "n", dated([.userArea: "DIP"]))
        + requests(5, "o", dated([.userArea: "IMM"]))
        + requests(few, "g", dated([.userArea: "FAM", .service: "E"]))
        + requests(6 - few, "h", dated([.userArea: "FAM", .service: "X"]))
        + requests(few, "i", dated([.userArea: "ANZ", .birthYear: "1930"]))
        + requests(12 - few, "k", dated([.userArea: "ANZ", .birthYear: "1945"]))
        + requests(few, "l", in: 1, dated([.userArea: "ANZ"]))
        + requests(12 - few, "m", dated([.userArea: "ANZ"]))
      let offers = ["A1", "A1", "E"].map { service -> [FactField: String] in
        [
          .service: service, .comuni: "tutti", .startsOn: "2025-01-01", .capacity: "5",
          .capacityUnit: "posti",
        ]
      }
      let population = [(0, 17), (18, 64), (65, 74), (75, 84), (85, 130)].flatMap { from, to in
        (0..<2).map { comune -> [FactField: String] in
          [
            .comune: WorkedExample.code(comune), .year: "2025", .ageFrom: "\(from)",
            .ageTo: "\(to)", .residents: "\(comune * from + 500)",
          ]
        }
      }
      let all = try observations([
        .serviceRequest: requests, .serviceOffer: offers, .population: population,
      ])
      return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    }
    let (one, other) = (try world(2), try world(3))
    for id in [
      "richieste-per-1000~totale~totale~2025~servizio~E",
      "richieste-per-1000~totale~totale~2024~area_utenza~DIP",
      "copertura-popolazione~area_interna~E-F~2025~totale~totale",
    ] {
      #expect(one[id]?.status == .suppressed && other[id]?.status == .suppressed, "\(id)")
    }
    for id in [
      "deriva-bisogni~totale~totale~2025~totale~totale",
      "disallineamento~totale~totale~2026~totale~totale",
      "copertura-standardizzata~totale~totale~2025~totale~totale",
    ] {
      #expect(one[id]?.value != nil, "\(id) \(String(describing: one[id]))")
    }
    #expect(one.count == other.count)
    for (id, shown) in one { #expect(other[id] == shown, "\(id)") }
  }

  /// Who lives elsewhere is counted in nothing, be it a measure of the whole territory alone.
  @Test func whoLivesElsewhereIsCountedInNothing() throws {
    func world(_ place: String, _ who: String) -> [FactTable: [[FactField: String]]] {
      func facts(_ count: Int, _ told: (Int) -> [FactField: String]) -> [[FactField: String]] {
        (0..<count).map { told($0) }
      }
      func name(_ row: Int) -> String { "\(who) \(row % 20)" }
      return [
        .serviceRequest: facts(60) { row in
          [
            .comune: place, .requestedOn: "2026-0\(1 + row / 20)-10", .service: "A1",
            .channel: row < 30 ? "pdp" : "sportello", .person: name(row), .birthYear: "1950",
          ].merging(row % 2 == 0 ? [.startedOn: "2026-04-01"] : [:]) { $1 }
        },
        .serviceDelivery: facts(60) { row in
          [
            .comune: place, .deliveredOn: "2026-03-10", .service: "A1", .person: name(row),
            .provider: "\(row % 3)",
          ]
        },
        .exchange: facts(40) { row in
          [
            .exchangedOn: "2026-03-01", .donor: name(row), .recipient: name(row * 3 + 1),
            .hours: "3", .donorComune: place, .recipientComune: place,
          ]
        },
        .careRequest: facts(30) { row in
          [.careRequestID: name(row), .comune: place, .careKind: "x", .publishedOn: "2026-02-01"]
        },
        .careOffer: facts(20) { row in
          [.careOfferID: name(row), .comune: place, .publishedOn: "2026-02-01"]
        },
        .transportNeed: facts(90) { row in
          [
            .transportID: name(row), .neededOn: "2026-0\(1 + row / 30)-\(10 + row % 15)",
            .originComune: place, .destinationComune: WorkedExample.code(0), .timeBand: "8-10",
            .isMet: "S",
          ]
        },
        .corporateWelfare: facts(20) { row in
          [
            .companyID: name(row), .year: "2025", .employees: "20", .amountCents: "1000",
            .comune: place,
          ]
        },
      ]
    }
    // Shares of twice as many of the same kind are the same: what they are of is compared too.
    func figures(_ facts: [FactTable: [[FactField: String]]]) throws -> [String: [Double?]] {
      // Those of deliveries count their rows.
      try observations(facts).filter { $0.dimension != "fonte" && $0.value != nil }
        .reduce(into: [:]) {
          $0[$1.id] = [$1.value, $1.lower, $1.upper, $1.numerator, $1.denominator]
        }
    }
    let own = world(WorkedExample.code(0), "here")
    let alone = try figures(own)
    for slug in [
      "effetto-disegno", "sovrapposizioni", "reciprocita-generalizzata", "tensione-assistenti",
      "massa-critica", "richieste-identificate",
    ] {
      #expect(alone["\(slug)~totale~totale~2026~totale~totale"] != nil, "\(slug)")
    }
    #expect(alone["origine-destinazione~totale~totale~2026-T1~totale~totale"] != nil)
    #expect(alone["welfare-aziendale~totale~totale~2025~totale~totale"] != nil)
    #expect(alone["autonomia-successiva.mediana~totale~totale~2026-T1~totale~totale"] != nil)
    let both = try figures(own.merging(world("099001", "there"), uniquingKeysWith: +))
    for (id, shown) in alone { #expect(both[id] == shown, "\(id)") }
    #expect(alone.count == both.count)
  }

  /// As everywhere, residents are those delivered, of the last year told.
  @Test func residentsServedAreThoseOfTheYear() throws {
    let served = try observations([
      .serviceOffer: [
        [.service: "A1", .comuni: WorkedExample.code(0), .startsOn: "2025-01-01"]
      ],
      .population: [1000, 3000].enumerated().map {
        [
          .comune: WorkedExample.code($0), .year: "2025", .ageFrom: "0", .ageTo: "130",
          .residents: "\($1)",
        ]
      },
    ]).first { $0.indicator == "copertura-offerta.residenti" && $0.territory == .total }
    #expect(served?.value == 0.25)
  }

  /// The share among all and the share among receivers, taken together, count those who only give.
  @Test func aFewWhoOnlyGiveAreNotCounted() throws {
    func givers(only: Int) throws -> [Observation] {
      func exchange(_ from: String, _ to: String) -> [FactField: String] {
        [
          .exchangedOn: "2026-03-01", .donor: from, .recipient: to,
          .donorComune: WorkedExample.code(0), .recipientComune: WorkedExample.code(0),
        ]
      }
      let exchanges =
        (0..<9).map { exchange("both \($0)", "both \(($0 + 1) % 9)") }
        + (0..<7).map { exchange("both 0", "receives \($0)") }
        + (0..<only).map { exchange("gives \($0)", "both 0") }
      return try observations([.exchange: exchanges]).filter {
        $0.indicator.hasPrefix("donatori-riceventi")
      }
    }
    let few = try givers(only: 3)
    #expect(few.count == 2 && few.allSatisfy { $0.status == .suppressed })
    let enough = try givers(only: 6)
    #expect(enough.count == 2 && near(enough[0].value, 9.0 / 22) && near(enough[1].value, 9.0 / 16))
  }

  /// Reciprocity times all hours is what one pair gave each other.
  @Test func theHoursOfOnePairAreNotTold() throws {
    func dyadic(mutual: Int) throws -> Observation? {
      func exchange(_ from: Int, _ to: Int) -> [FactField: String] {
        [
          .exchangedOn: "2026-03-01", .donor: "\(from)", .recipient: "\(to)", .hours: "3",
          .donorComune: WorkedExample.code(0), .recipientComune: WorkedExample.code(0),
        ]
      }
      let exchanges =
        (0..<14).map { exchange($0, $0 + 20) } + (0..<mutual).map { exchange($0 + 20, $0) }
      return try observations([.exchange: exchanges]).first {
        $0.indicator == "reciprocita-diadica"
      }
    }
    #expect(try dyadic(mutual: 1)?.status == .suppressed)
    #expect(try dyadic(mutual: 0)?.value == 0)
    #expect(try dyadic(mutual: 6)?.value == 12.0 / 20)
  }

  /// All but those who ask again can be taken out of the design effect.
  @Test func aFewWhoAskAgainAreNotTold() throws {
    func effect(again: Int) throws -> Observation? {
      let once = (0..<30).flatMap { i in
        WorkedExample.requests(
          1,
          [.requestedOn: "2026-02-01", .person: "\(i)"].merging(
            i % 2 == 0 ? [.startedOn: "2026-03-01"] : [:]
          ) { $1 })
      }
      let more = (0..<again).flatMap {
        WorkedExample.requests(1, [.requestedOn: "2026-04-01", .person: "\($0)"])
      }
      return try observations([.serviceRequest: once + more]).first {
        $0.indicator == "effetto-disegno"
      }
    }
    #expect(try effect(again: 2)?.status == .suppressed)
    #expect(try effect(again: 0)?.value == 1)
    #expect(try effect(again: 8)?.value != nil)
  }

  /// An analyst's share of all requests: where their number is withheld it is not told by the share's whole,
  /// nor by a row that is missing where they are none.
  @Test func aShareOfAllRequestsDoesNotTellHowManyTheyAre() throws {
    let share = try DeclarationTests.indicator(
      DeclarationTests.declared(
        "quota-mia", "quota",
        """
        "scomposizioni": ["area_utenza"],
        "misura": {"tipo": "quota", "condizioni": [{"campo": "data_esito", "presente": true}]}
        """))
    func asked(_ count: Int, _ decided: Int, _ area: String) -> [[FactField: String]] {
      requests(count - decided, area, [.userArea: area])
        + requests(decided, area + " decided", [.userArea: area, .decidedOn: "2025-02-01"])
    }
    let all = try observations(
      [
        .serviceRequest: asked(40, 20, "ANZ") + asked(20, 10, "FAM") + asked(30, 9, "IMM")
          + asked(4, 2, "DIP")
      ], declared: [share])
    let shown = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    func status(_ slug: String, _ area: String) -> Observation.Status? {
      shown["\(slug)~totale~totale~2025~area_utenza~\(area)"]?.status
    }
    #expect(status("quota-mia", "ANZ") == .published)
    var withheld: Set<String> = []
    for area in ["ANZ", "FAM", "IMM", "DIP", "MUL"]
    where status("richieste-per-1000", area) == .suppressed {
      withheld.insert(area)
      #expect(status("quota-mia", area) == .suppressed, "\(area)")
    }
    #expect(withheld.isSuperset(of: ["DIP", "FAM"]))
  }
}
