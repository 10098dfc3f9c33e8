import Testing

@testable import Indicators
@testable import Warehouse

/// Cases on which a recomputation from the definitions and the engine once parted: each is small enough to
/// be worked out by hand.
@Suite struct AwkwardCasesTests {
  private static let asOf = RandomWarehouse.asOf

  func observations(
    _ facts: [FactTable: [[FactField: String]]], residents: [Int] = [1000],
    months: [FactTable: [Int: Int]] = [:], succession: Succession? = nil
  ) throws -> [String: Observation] {
    let store = try WorkedExampleTests().warehouse(
      of: WorkedExample("", "", residents: residents, facts, 0), months: months)
    if let succession { try store.write { try $0.note(successions: [succession]) } }
    let all = try Engine(store: store, settings: DisclosureSettings(), asOf: Self.asOf)
      .observations()
    return Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
  }

  static func whole(_ slug: String, _ period: String = "2026") -> String {
    "\(slug)~totale~totale~\(period)~totale~totale"
  }

  /// Last seen open in a delivery of January, at the as-of date it has been open since it was asked.
  @Test func anOpenRequestIsAsOldAsTheAsOfDateSays() throws {
    var request = ServiceRequest()
    request.requestedOn = try #require(Day(year: 2026, month: 1, day: 1))
    let context = CaseContext(
      asOf: Self.asOf, observedUntil: try #require(Day(year: 2026, month: 1, day: 31)))
    let one = try #require(Backlog().case(request, context))
    guard case .duration(let days, _) = one.measure else {
      Issue.record("not a duration")
      return
    }
    #expect(days == 180)
    // Rejected without saying when: rejected all the same.
    request.outcome = PackedCode("respinta_requisiti")
    #expect(Backlog().case(request, context) == nil)
  }

  /// 40 women × 50 % and 10 men × 10 %: 21, not 50 × 30 %.
  @Test func prevalenceBySexIsOfThatSex() throws {
    let residents = [("F", "40"), ("M", "10")].map { sex, count -> [FactField: String] in
      [
        .comune: WorkedExample.code(0), .year: "2025", .ageFrom: "85", .ageTo: "130", .sex: sex,
        .residents: count,
      ]
    }
    let prevalence = [("F", "0.5"), ("M", "0.1")].map { sex, share -> [FactField: String] in
      [.userArea: "ANZ", .ageFrom: "85", .ageTo: "130", .sex: sex, .prevalence: share]
    }
    let all = try observations([
      .population: residents, .prevalence: prevalence,
      .serviceRequest: (0..<12).flatMap {
        WorkedExample.requests(
          1, [.person: "\($0)", .startedOn: "2025-03-01", .userArea: "ANZ"])
      },
    ])
    let one = try #require(all["copertura-bisogno-stimato~totale~totale~2025~area_utenza~ANZ"])
    #expect(one.denominator == 21)
    #expect(one.numerator == 12)
  }

  /// Twelve persons served in two comuni in the same month: twelve user-months in each, and in all.
  @Test func aMonthOfAPersonCountsInEveryPlace() throws {
    let deliveries = (0..<2).flatMap { comune in
      (0..<12).map { person -> [FactField: String] in
        [
          .person: "\(person)", .comune: WorkedExample.code(comune),
          .deliveredOn: "2025-03-0\(comune + 1)",
          .service: "A1", .quantity: "2", .unit: "ore",
        ]
      }
    }
    let all = try observations([.serviceDelivery: deliveries], residents: [2000, 2000])
    #expect(all[Self.whole("intensita-assistenziale", "2025")]?.denominator == 12)
    #expect(all[Self.whole("intensita-assistenziale", "2025")]?.value == 4)
    for comune in 0..<2 {
      let code = WorkedExample.code(comune)
      #expect(
        all["intensita-assistenziale~comune~\(code)~2025~totale~totale"]?.denominator == 12)
    }
  }

  @Test func aLevelOfUnknownStateIsNotAbsent() throws {
    let levels = ["attivo", "assente", "ND"].enumerated().map { i, status -> [FactField: String] in
      [.ats: "ATS0", .leps: "L0\(i)", .observedOn: "2026-05-01", .status: status]
    }
    let all = try observations([.lepsStatus: levels])
    #expect(all["leps-attivi~ats~ATS0~2026~totale~totale"]?.denominator == 2)
    #expect(all["leps-attivi~ats~ATS0~2026~leps~L02"] == nil)
  }

  @Test func aProposalOfUnknownStateIsNotDiscussed() throws {
    let proposals = ["discussa", "ricevuta", "ND"].map { status -> [FactField: String] in
      [.status: status, .proposerKind: "ets"]
    }
    let one = try observations([.tableProposal: proposals])[
      Self.whole("proposte-adottate.discusse")]
    #expect(one?.numerator == 1)
    #expect(one?.denominator == 3)
  }

  /// Delays −30, 10, 29 and 184: half-way between 10 and 29. Due on the as-of date is not late yet.
  @Test func delaysOfMilestones() throws {
    let days = [
      ("2025-03-31", "2025-03-01"), ("2025-10-31", "2025-11-10"), ("2025-01-31", "2025-03-01"),
      ("2025-06-30", "2025-12-31"), ("2026-06-29", nil), ("2026-06-30", nil),
    ]
    let milestones = days.enumerated().map { i, day -> [FactField: String] in
      var one: [FactField: String] = [
        .cup: WorkedExample.cup, .code: "M\(i)", .plannedOn: day.0,
      ]
      one[.actualOn] = day.1
      return one
    }
    let all = try observations([.milestone: milestones])
    let cup = WorkedExample.cup
    #expect(all["ritardo-milestone~totale~totale~2026~programma~\(cup)"]?.value == 19.5)
    #expect(all["ritardo-milestone.in-ritardo~totale~totale~2026~programma~\(cup)"]?.value == 1)
    #expect(all["ritardo-programmi~totale~totale~2026~programma~\(cup):M4"]?.value == 1)
    #expect(all["ritardo-programmi~totale~totale~2026~programma~\(cup):M5"] == nil)
  }

  /// 60 of 100 paid, 12 of them in the last six months: at 2 a month what is left takes 20.
  @Test func thePaceIsThatOfTheLastSixMonths() throws {
    let paid = [
      ("2025-03-31", "3000"), ("2025-12-01", "4800"), ("2026-03-31", "5000"),
      ("2026-06-30", "6000"),
    ]
    let all = try observations([
      .intervention: [
        [
          .cup: WorkedExample.cup, .title: "x", .plannedStart: "2025-01-01",
          .plannedEnd: "2027-12-31",
        ]
      ],
      .funding: [
        [
          .cup: WorkedExample.cup, .fund: "totale", .amountCents: "10000", .origin: "a",
          .referredTo: "2025-01-01",
        ]
      ],
      .payment: paid.map {
        [
          .cup: WorkedExample.cup, .fund: "totale", .paidOn: $0, .amountCents: $1, .origin: "a",
          .isCumulative: "S",
        ]
      },
    ])
    let id = "ritmo-richiesto.mesi-al-ritmo~totale~totale~2026~programma~\(WorkedExample.cup)"
    let months = try #require(all[id]?.value)
    #expect(abs(months - 20) < 1e-9)
  }

  /// The comune is said on the first step, the request on the second.
  @Test func aSessionIsInOnePlace() throws {
    let steps = (0..<24).flatMap { session -> [[FactField: String]] in
      [
        [
          .sessionID: "s\(session)", .searchedOn: "2025-03-01", .comune: WorkedExample.code(0),
          .outcome: "continua", .actor: "cittadino",
        ],
        [
          .sessionID: "s\(session)", .searchedOn: "2025-03-01",
          .outcome: session < 12 ? "richiesta" : "abbandono", .actor: "cittadino",
        ],
      ]
    }
    let all = try observations([.searchStep: steps], residents: [5000])
    let one = all["conversione-ricerche~comune~\(WorkedExample.code(0))~2025~totale~totale"]
    #expect(one?.numerator == 12)
    #expect(one?.denominator == 24)
  }

  /// The comune is said thousands of steps after the request: no slice of the facts holds both.
  @Test func aSessionIsInOnePlaceHoweverLong() throws {
    func step(_ session: String, _ more: [FactField: String]) -> [FactField: String] {
      [.sessionID: session, .searchedOn: "2025-03-01", .actor: "cittadino"].merging(more) { $1 }
    }
    let asked = (0..<24).map { step("s\($0)", [.outcome: $0 < 12 ? "richiesta" : "abbandono"]) }
    let others = (0..<9000).map { step("x\($0)", [.outcome: "continua"]) }
    let told = (0..<24).map {
      step("s\($0)", [.outcome: "continua", .comune: WorkedExample.code(0)])
    }
    let all = try observations([.searchStep: asked + others + told], residents: [5000])
    let one = all["conversione-ricerche~comune~\(WorkedExample.code(0))~2025~totale~totale"]
    #expect(one?.numerator == 12)
    #expect(one?.denominator == 24)
  }

  /// Searches are told of from July 2025: of 2024 nothing is known, of the autumn there were none.
  @Test func whatNobodyToldOfIsNotNought() throws {
    let steps = (0..<12).map { session -> [FactField: String] in
      [
        .sessionID: "s\(session)", .searchedOn: "2025-07-01", .comune: WorkedExample.code(0),
        .outcome: "abbandono", .actor: "cittadino",
      ]
    }
    let all = try observations(
      [
        .searchStep: steps,
        .corporateWelfare: (0..<12).map {
          [.companyID: "c\($0)", .year: "2025", .employees: "50", .amountCents: "100"]
        },
        .serviceRequest: WorkedExample.requests(12, [.requestedOn: "2024-02-29"]),
      ], residents: [5000], months: [.searchStep: [2025 * 12 + 6: 12]])
    let before = all[Self.whole("sessioni-per-1000", "2024")]
    #expect(before?.status == .notReceived)
    #expect(before?.value == nil)
    #expect(all["sessioni-per-1000~comune~\(WorkedExample.code(0))~2024~totale~totale"] == nil)
    #expect(all[Self.whole("sessioni-per-1000", "2025-T4")]?.value == 0)
    #expect(all[Self.whole("welfare-aziendale", "2024")]?.status == .notReceived)
  }

  /// Only one of two ambiti states its staff: 2 permanent and 1 temporary over its own 10,000 residents.
  @Test func ratesAreOverThoseWhoState() throws {
    let staff = [("2", "S"), ("1", "N")].map { fte, isPermanent -> [FactField: String] in
      [
        .place: "ATS0", .year: "2025", .profile: "assistente_sociale", .fte: fte,
        .isPermanent: isPermanent,
      ]
    }
    let spending: [[FactField: String]] = [
      [
        .place: WorkedExample.code(0), .year: "2025", .userArea: "ANZ", .grossCents: "100000",
        .spendingSource: "istat",
      ]
    ]
    let all = try observations(
      [.staff: staff, .socialSpending: spending], residents: [10_000, 30_000])
    #expect(all[Self.whole("assistenti-sociali")]?.value == 1.5)
    // 40,000 × (2 − 10,000 / 6,500): the temporary one earns nothing.
    let contribution = try #require(all[Self.whole("assistenti-sociali.contributo")]?.value)
    #expect(abs(contribution - 18_461.538462) < 1e-6)
    #expect(all["spesa-pro-capite~totale~totale~2025~fonte~istat"]?.value == 0.1)
    // Districts are paid one by one: three over 40,000 residents together would earn nothing.
    var poorer = staff[0]
    (poorer[.place], poorer[.fte]) = ("ATS1", "1")
    let both = try observations([.staff: staff + [poorer]], residents: [10_000, 30_000])
    #expect(both[Self.whole("assistenti-sociali.contributo")]?.value == contribution)
    #expect(both["assistenti-sociali.contributo~ats~ATS1~2026~totale~totale"]?.value == 0)
  }

  /// A comune that became part of another had residents, who are counted in it.
  @Test func residentsOfACeasedComune() throws {
    let population = [("000001", "700"), ("000099", "300")].map {
      comune, residents -> [FactField: String] in
      [.comune: comune, .year: "2025", .ageFrom: "0", .ageTo: "130", .residents: residents]
    }
    let all = try observations(
      [.population: population, .serviceRequest: WorkedExample.requests(12)],
      succession: Succession(filed: "000099", name: "Cessato", successor: "000001"))
    #expect(all[Self.whole("richieste-per-1000", "2025")]?.denominator == 1000)
  }

  /// A service nobody recognised is no service of the first level.
  @Test func anUnknownServiceIsNoHeading() throws {
    let offers = ["A1", "ND"].map { service -> [FactField: String] in
      [
        .service: service, .comuni: "tutti", .startsOn: "2025-01-01", .capacity: "5",
        .capacityUnit: "posti",
      ]
    }
    let all = try observations([
      .serviceOffer: offers,
      .serviceRequest: WorkedExample.requests(12, [.requestedOn: "2026-01-15"]),
    ])
    let shown = Set(all.values.filter { $0.dimension == "servizio" }.map(\.modality))
    #expect(shown.contains("A"))
    #expect(!shown.contains("N") && !shown.contains("ND"))
    #expect(all[Self.whole("disallineamento")]?.value == 0)
  }

  /// Where everyone has been answered the variance is nothing and there are no limits.
  @Test func aCurveThatEndsAtOneHasNoLimits() {
    let table = SurvivalTable(
      causes: 2, waits: [(3, 1), (7, 1), (9, 1), (11, 1), (13, 1), (17, 1), (19, 1)])
    let curve = AalenJohansen(table, cause: 1)
    #expect(curve.incidence(within: 19).map { abs($0 - 1) < 1e-9 } == true)
    #expect(curve.interval(within: 19) == nil)
  }
}
