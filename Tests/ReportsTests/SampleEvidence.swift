import Indicators
import Warehouse

@testable import Reports

/// A deterministic evidence with every state a report must survive: twelve comuni with square
/// outlines, two ambiti, values that are published, withheld, missing, provisional, not reached. The
/// programme has the real figures of its CUP (domain reference §7).
enum SampleEvidence {
  static let asOf = Day(iso: "2026-06-30")!
  static let cup = "B41H22000020006"
  static let periods: [Period] = [.half(2024, 2), .half(2025, 1), .half(2025, 2), .half(2026, 1)]

  static let names = [
    "Africo", "Ardore", "Bianco", "Bovalino", "Careri", "Caulonia", "Ferruzzano", "Gerace", "Locri",
    "Melicuccà", "Platì", "Sant'Agata del Bianco",
  ]

  static let comuni = names.enumerated().map { index, name in
    TerritoryAtlas.Comune(
      code: ComuneCode("0800" + (index < 9 ? "0" : "") + "\(index + 1)")!, name: name,
      province: "080", ats: index == 9 ? nil : index < 6 ? "LOC" : "CAU",
      innerAreaClass: ["C", "D", "E", "F"][index % 4], minutesToPole: 20 + Double(index) * 4.5,
      residents: 700 + index * index * 110, squareKilometres: 30, altitude: 250)
  }

  static let brief = TableBrief(
    slug: "anziani-locride",
    title: Text(it: "Invecchiare bene nella Locride", en: "Ageing well in the Locride"),
    notice: Text(
      it: "Tavolo di co-programmazione su domiciliarità e vicinanza per le persone anziane.",
      en: "Co-programming table on home care and proximity for older people."),
    legalBasis: "art. 55 D.Lgs. 117/2017; D.M. 72/2021",
    administration: Text(
      it: "Città metropolitana di Reggio Calabria", en: "Metropolitan City of Reggio Calabria"),
    userAreas: ["ANZ"],
    services: [], activities: ["a", "c"],
    groups: [TerritoryKey(.ats, "LOC"), TerritoryKey(.ats, "CAU")], comuni: [],
    period: .half(2026, 1), comparison: .half(2025, 1),
    participants: ["Comuni dell'ambito", "Enti del Terzo settore qualificati"],
    questions: [
      Text(
        it: "Quali persone anziane non arrivano ai servizi, e perché?",
        en: "Which older people do not reach services, and why?")
    ])

  /// One expected delivery in each state, the one on time incomplete.
  static let reports = zip(
    ["2026-04-10", "2026-06-01", nil, nil],
    [Period.quarter(2026, 1), .quarter(2025, 4), .quarter(2025, 3), .quarter(2026, 2)]
  ).map { day, period in
    ExpectedReport(
      expected: ExpectedDelivery(
        publisher: "comune-di-prova", publisherName: "Comune di prova", dataset: "richieste",
        frequency: .quarterly, from: Day(iso: "2025-07-01")!, daysAllowed: 30,
        contact: "ufficio che non si pubblica"),
      period: period,
      answer: day.map {
        ExpectedReport.Answer(
          delivery: "\($0).csv", receivedOn: Day(iso: $0)!, rowsRead: 100, rowsRefused: 6,
          rowsInPeriod: 90)
      }, asOf: asOf)
  }

  static func make(synthetic: Bool = true) -> Evidence {
    let outlines = Dictionary(
      uniqueKeysWithValues: comuni.enumerated().map { index, comune in
        let west = 16.0 + Double(index % 4) * 0.06
        let south = 38.0 + Double(index / 4) * 0.05
        let ring = [
          (west, south), (west + 0.058, south + 0.004), (west + 0.058, south + 0.048),
          (west + 0.02, south + 0.049), (west, south + 0.04),
        ].map { (longitude: $0.0, latitude: $0.1) }
        return (comune.code, [ring])
      })
    var evidence = Evidence(
      asOf: asOf,
      territory: TerritoryAtlas(
        name: "Città metropolitana di Reggio Calabria", comuni: comuni,
        groups: [
          .init(key: .total, name: "Città metropolitana di Reggio Calabria"),
          .init(key: TerritoryKey(.ats, "LOC"), name: "Locri"),
          .init(key: TerritoryKey(.ats, "CAU"), name: "Caulonia", isProvisional: true),
        ],
        outlines: outlines),
      definitions: SampleDefinitions.all, observations: SampleObservations.all(),
      programmes: [programme],
      sources: [
        SourceSummary(
          publisher: "Comune di esempio", title: "Richieste allo sportello", dataset: "richieste",
          licence: "CC BY 4.0", isSynthetic: synthetic, delivery: "2026-06-30.csv",
          sha256: String(repeating: "ab12", count: 16), received: asOf, rowsRead: 12_345,
          rowsKept: 12_300, rowsRefused: 45),
        SourceSummary(
          publisher: "Italia Domani", title: "PNRR, progetti e pagamenti", dataset: "pagamenti",
          licence: "CC BY 4.0", isSynthetic: false, delivery: "pagamenti.csv",
          sha256: String(repeating: "cd34", count: 16), received: Day(iso: "2025-03-31")!,
          rowsRead: 12, rowsKept: 12, rowsRefused: 0),
      ],
      findings: [
        FindingSummary(
          publisher: "Comune di esempio", dataset: "richieste", code: "DATA_ILLEGGIBILE",
          severity: "errore",
          message: Text(it: "La data non si può leggere.", en: "The date cannot be read."),
          count: 45)
      ],
      reports: reports, services: SampleObservations.services,
      userAreas: SampleObservations.userAreas,
      channels: SampleObservations.channels)
    evidence.providers = SampleProviders.all
    evidence.decisions = [SampleProviders.decision]
    return evidence
  }

  /// Domain reference §7 (PNRR, 31/03/2025) and §0.2 trap 1.
  static let programme = Programme(
    cup: cup, title: "Piattaforma di welfare collaborativo e Punti di Prossimità",
    measure: "M5C2I2.02.03 Piani urbani integrati – progetti generali",
    implementer: "Città metropolitana di Reggio Calabria", status: "In corso",
    plannedStart: Day(iso: "2022-05-01"), actualStart: Day(iso: "2022-10-01"),
    plannedEnd: Day(iso: "2026-06-30"), actualEnd: nil,
    funding: [
      .init(
        fund: "pnrr", amountCents: 147_969_248, date: Day(iso: "2023-06-30")!,
        origin: "pagina del progetto dell'ente"),
      .init(
        fund: "pnc", amountCents: 3_640_752, date: Day(iso: "2023-06-30")!,
        origin: "pagina del progetto dell'ente"),
      .init(
        fund: "totale", amountCents: 151_610_000, date: Day(iso: "2025-03-31")!, origin: "ReGiS"),
      .init(
        fund: "pnrr", amountCents: 81_284_010, date: Day(iso: "2025-03-31")!, origin: "ReGiS"),
    ],
    payments: [
      .init(
        fund: "totale", amountCents: 24_396_146, date: Day(iso: "2025-03-31")!, origin: "ReGiS")
    ],
    targets: [
      .init(
        code: "T0146", name: "Numero di interventi completati", unit: "numero", planned: 1,
        achieved: 0, date: Day(iso: "2025-03-31")!),
      .init(
        code: "T0039", name: "Metri quadrati dell'intervento", unit: "mq", planned: 0,
        achieved: 0, date: Day(iso: "2025-03-31")!),
    ])
}
