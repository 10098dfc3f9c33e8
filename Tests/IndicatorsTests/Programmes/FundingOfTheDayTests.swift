import Testing

@testable import Indicators
@testable import Warehouse

/// Money is that of the day of the edition, whatever was stated afterwards.
@Suite struct FundingOfTheDayTests {
  private func observations(
    _ facts: [FactTable: [[FactField: String]]]
  ) throws -> [String: Observation] {
    let store = try WorkedExampleTests().warehouse(
      of: WorkedExample("", "", residents: [1000], facts, 0), months: [:])
    let all = try Engine(
      store: store, settings: DisclosureSettings(), asOf: RandomWarehouse.asOf
    ).observations()
    return Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
  }

  /// 30 paid of 100 granted by the day of the edition; that the grant became 200 was stated later.
  @Test func fundingIsThatOfTheDay() throws {
    func shares(statedOn days: [String]) throws -> [String: Observation] {
      try observations([
        .funding: zip(days, ["10000", "20000"]).map {
          [
            .cup: WorkedExample.cup, .fund: "totale", .amountCents: $1, .origin: "a",
            .referredTo: $0,
          ]
        },
        .payment: [
          [
            .cup: WorkedExample.cup, .fund: "totale", .paidOn: "2026-01-31", .amountCents: "3000",
            .origin: "a", .isCumulative: "S",
          ]
        ],
      ])
    }
    let cell = "~totale~totale~2026~programma~\(WorkedExample.cup)"
    let now = try shares(statedOn: ["2025-12-31", "2026-11-21"])
    #expect(now["avanzamento-finanziario.totale" + cell]?.value == 0.3)
    #expect(now["risorse-non-spese" + cell]?.value == 0.7)
    let last = try shares(statedOn: ["2025-06-30", "2025-12-31"])
    #expect(last["avanzamento-finanziario.totale" + cell]?.value == 0.15)
    // Where nobody had stated it yet, what was stated first.
    let later = try shares(statedOn: ["2026-11-21", "2026-12-01"])
    #expect(later["avanzamento-finanziario.totale" + cell]?.value == 0.3)
  }

  /// The three denominators of the published figures of a real project (domain reference §7: ReGiS open data of
  /// 31 March 2025 and the page of who carries it out).
  @Test func theRealProjectIsPaidThreeWays() throws {
    func funded(_ fund: String, _ cents: String, _ origin: String) -> [FactField: String] {
      [
        .cup: WorkedExample.cup, .fund: fund, .amountCents: cents, .origin: origin,
        .referredTo: "2025-03-31",
      ]
    }
    let all = try observations([
      .funding: [
        funded("totale", "151610000", "ReGiS"), funded("pnrr", "81284010", "ReGiS"),
        funded("pnrr", "147969248", "pagina dell'ente"),
      ],
      .payment: ["totale", "pnrr"].map {
        [
          .cup: WorkedExample.cup, .fund: $0, .paidOn: "2025-03-31", .amountCents: "24396146",
          .origin: "ReGiS", .isCumulative: "S",
        ]
      },
    ])
    let percents = ["totale", "pnrr", "promotore"].map { part in
      all["avanzamento-finanziario.\(part)~totale~totale~2026~programma~\(WorkedExample.cup)"]?
        .value.map { (1e6 * $0).rounded() / 1e4 }
    }
    #expect(percents == [16.0914, 30.0135, 16.4873])
  }

  /// A source is the same whenever it was read: two extractions of ReGiS, and the page of who carries it out.
  @Test func aSourceReadAgainIsTheSameSource() throws {
    func stated(_ cents: String, _ day: String, _ origin: String) -> [FactField: String] {
      [
        .cup: WorkedExample.cup, .fund: "pnrr", .amountCents: cents, .origin: origin,
        .referredTo: day,
      ]
    }
    let all = try observations([
      .funding: [
        stated("81284010", "2025-03-31", "ReGiS, dati aperti, estrazione del 31/03/2025"),
        stated("90000000", "2025-11-30", "ReGiS, dati aperti, estrazione del 30/11/2025"),
        stated("147969248", "2025-12-01", "Città, scheda trascritta il 1° dicembre 2025"),
      ],
      .payment: [
        [
          .cup: WorkedExample.cup, .fund: "totale", .paidOn: "2025-03-31",
          .amountCents: "45000000", .isCumulative: "S",
          .origin: "ReGiS, dati aperti, estrazione del 31/03/2025",
        ]
      ],
    ])
    func value(_ indicator: String, _ more: String = "") -> Double? {
      all["\(indicator)~totale~totale~2026~programma~\(WorkedExample.cup)\(more)"]?.value
    }
    #expect(value("avanzamento-finanziario.pnrr") == 0.5)
    let ofPromoter = try #require(value("avanzamento-finanziario.promotore"))
    #expect(abs(ofPromoter - 45_000_000 / 147_969_248.0) < 1e-9)
    let changed = all.values.filter { $0.indicator == "variazioni-quadro" }
    #expect(changed.map(\.value) == [87_159.90])
    #expect(changed.map(\.note) == ["2025-03-31 → 2025-11-30"])
    #expect(changed[0].modality.hasSuffix(":pnrr:ReGiS, dati aperti, estrazione"))
  }

  @Test(arguments: [
    ("ReGiS, estrazione del 31/03/2025", "ReGiS, estrazione"),
    ("ReGiS al 2025-03-31, dati aperti", "ReGiS, dati aperti"),
    ("pagina dell'ente, letta il 30 giugno 2026", "pagina dell'ente, letta"),
    ("Bilancio (marzo 2025)", "Bilancio"), ("Legge 178/2020", "Legge 178/2020"),
    ("FSC 2021-2027", "FSC 2021-2027"), ("31/03/2025", "31/03/2025"), ("Ministero", "Ministero"),
  ]) func whoStatesHasNoDate(_ origin: String, _ teller: String) throws {
    let day = try #require(Day(iso: "2025-03-31"))
    let one = Programme.Statement(fund: "pnrr", amountCents: 1, date: day, origin: origin)
    #expect(one.teller == teller)
  }

  /// 523,791 residents at one social worker each 5,000 are 104.76 (domain reference §7); one is there.
  @Test func theMetropolitanCityWantsAHundredSocialWorkers() throws {
    let store = try WorkedExampleTests().warehouse(
      of: WorkedExample(
        "", "", residents: [523_791],
        [
          .staff: [
            [
              .profile: "assistente_sociale", .year: "2025", .place: WorkedExample.code(0),
              .fte: "1", .isPermanent: "S",
            ]
          ]
        ], 0))
    let missing = try Engine(
      store: store, settings: DisclosureSettings(), asOf: RandomWarehouse.asOf
    ).observations().first {
      $0.indicator == "assistenti-sociali.mancanti" && $0.territory == .total
    }
    #expect(missing?.value.map { (100 * $0).rounded() / 100 } == 103.76)
  }
}
