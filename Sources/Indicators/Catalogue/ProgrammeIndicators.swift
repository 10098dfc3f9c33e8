import Warehouse

/// PN1: paid against funded, on every denominator somebody states.
public enum FinancialProgress {
  public static let definition = Definition(
    slug: "avanzamento-finanziario", code: "PN1", family: "PN",
    name: Text(it: "Avanzamento finanziario", en: "Financial progress"),
    unit: .share, direction: .higherIsBetter,
    formula: Text(
      it: """
        pagato / finanziato, tre volte: «.totale» pagamenti totali sul finanziamento totale; «.pnrr» \
        pagamenti PNRR (tutti i pagamenti, dove quelli PNRR non sono a parte) sul finanziamento PNRR \
        dichiarato insieme ai pagamenti; «.promotore» pagamenti totali sul PNRR assegnato dichiarato da \
        un'altra fonte
        """,
      en: """
        paid / funded, three times: “.totale” all payments on all funding; “.pnrr” PNRR payments (all \
        payments, where those of the PNRR are not told apart) on the PNRR funding stated with them; \
        “.promotore” all payments on the PNRR allocation stated by another source
        """),
    caveats: Text(
      it: """
        Le fonti non concordano sul finanziamento: ogni dichiarazione resta con la sua data e nessuna \
        sostituisce l'altra. Vale l'ultima fino alla data di riferimento o, se sono tutte successive, la \
        prima. Una fonte che porta la data nel nome («estrazione del …») è la stessa a ogni estrazione. \
        Non sostituisce il rendiconto ReGiS.
        """,
      en: """
        Sources disagree on the funding: every statement keeps its date and none replaces another. The last \
        by the as-of date holds or, where all are later, the first. A source with the date in its name \
        (“estrazione del …”) is the same at every extraction. It does not replace the ReGiS statement of \
        accounts.
        """),
    source: Text(
      "Dati aperti Italia Domani (ReGiS); pagina del soggetto attuatore",
      "Italia Domani open data (ReGiS); page of the implementing body"), minimumCell: ""
  )
  .reading(
    [.payment, .funding], by: ["programma"],
    parts: [
      .init("totale", Text("pagato sul totale", "paid of the total"), .share),
      .init("pnrr", Text("pagato PNRR sulla quota PNRR", "PNRR paid of the PNRR share"), .share),
      .init(
        "promotore",
        Text(
          "pagato sul PNRR assegnato secondo un'altra fonte",
          "paid of the PNRR amount assigned according to another source"), .share),
    ],
    WorkedExample(
      "Finanziamento totale di 1.000.000 €, pagamenti per 250.000 €: «.totale» 25 %.",
      "Total funding of €1,000,000, payments of €250,000: “.totale” 25%.",
      [
        .funding: [
          [
            .cup: WorkedExample.cup, .fund: "totale", .amountCents: "100000000",
            .referredTo: "2025-12-31", .origin: "regis",
          ]
        ],
        .payment: [
          [
            .cup: WorkedExample.cup, .fund: "totale", .amountCents: "25000000",
            .paidOn: "2025-12-31", .origin: "regis", .isCumulative: "S",
          ]
        ],
      ], suffix: ".totale", in: 2026, at: ("programma", WorkedExample.cup), 0.25))
}

/// PN3: achieved against planned.
public enum PhysicalProgress {
  public static let definition = Definition(
    slug: "avanzamento-fisico", code: "PN3", family: "PN",
    name: Text(it: "Avanzamento fisico", en: "Physical progress"),
    unit: .share, direction: .higherIsBetter,
    formula: Text(
      it: "valore realizzato / valore programmato; con programmato zero è «n.d.»",
      en: "achieved / planned; with nothing planned it is “n.a.”"),
    caveats: Text(
      it: "Gli indicatori ufficiali del programma possono non misurare l'effetto sociale.",
      en: "The programme's official indicators may not measure its social effect."),
    source: Text(
      "Dati aperti Italia Domani (ReGiS)", "Italia Domani open data (ReGiS)"), minimumCell: ""
  )
  .reading(
    [.physicalIndicator], by: ["programma"],
    WorkedExample(
      "Programmati 40 posti, realizzati 10: 25 %.", "Forty places planned, ten achieved: 25%.",
      [
        .physicalIndicator: [
          [
            .cup: WorkedExample.cup, .code: "C1", .unit: "posti", .planned: "40",
            .achieved: "10", .referredTo: "2025-12-31",
          ]
        ]
      ], in: 2026, at: ("programma", WorkedExample.cup + ":C1"), 0.25))
}

/// PN4: time gone by.
public enum TimeElapsed {
  public static let definition = Definition(
    slug: "tempo-trascorso", code: "PN4", family: "PN",
    name: Text(it: "Tempo trascorso", en: "Time elapsed"),
    unit: .share, direction: .descriptive,
    formula: Text(
      it: "(data di riferimento − inizio) / (fine − inizio), fra 0 e 1",
      en: "(as-of date − start) / (end − start), between 0 and 1"),
    caveats: Text(
      it: "Senza un inizio o una fine dichiarati è non pervenuto.",
      en: "Without a stated start or end it is not received."),
    source: Text(
      "Date dichiarate dal soggetto attuatore",
      "Dates declared by the implementing body"), minimumCell: ""
  )
  .reading(
    [.intervention], by: ["programma"],
    WorkedExample(
      "Dal 1° gennaio al 27 dicembre 2026 sono 360 giorni: al 30 giugno ne sono trascorsi 180, il 50 %.",
      "From 1 January to 27 December 2026 there are 360 days: by 30 June 180 have gone, 50%.",
      [
        .intervention: [
          [
            .cup: WorkedExample.cup, .title: "Esempio", .plannedStart: "2026-01-01",
            .plannedEnd: "2026-12-27",
          ]
        ]
      ], in: 2026, at: ("programma", WorkedExample.cup), 0.5))
}

/// PN9: do the sources of funds add up to the total?
public enum SourcesBalance {
  public static let definition = Definition(
    slug: "quadratura-fonti", code: "PN9", family: "PN",
    name: Text(it: "Quadratura delle fonti", en: "Balance of the sources of funds"),
    unit: .euro, direction: .target,
    formula: Text(
      it: "somma delle fonti − totale, per chi le dichiara tutte (quadra entro 0,01 €)",
      en: "sum of the sources − total, for who states them all (balanced within €0.01)"),
    caveats: Text(
      it: "Si calcola solo per le dichiarazioni che portano sia le fonti sia il totale.",
      en: "Computed only for statements that carry both the sources and the total."),
    source: Text("Dichiarazioni di finanziamento", "Statements of funding"), minimumCell: ""
  )
  .reading(
    [.funding], by: ["programma"],
    WorkedExample(
      "Fonti di 60,00 € e 39,99 €, totale dichiarato di 100,00 €: −0,01 €.",
      "Sources of €60.00 and €39.99, stated total of €100.00: −€0.01.",
      [
        .funding: [("pnrr", "6000"), ("comune", "3999"), ("totale", "10000")].map {
          [
            .cup: WorkedExample.cup, .fund: $0, .amountCents: $1, .referredTo: "2025-12-31",
            .origin: "regis",
          ]
        }
      ], in: 2026, at: ("programma", WorkedExample.cup + ":2025-12-31"), -0.01))
}

/// The four programme indicators, from public facts: nothing here concerns a person.
enum ProgrammeIndicators {
  static func observations(store: Store, asOf: Day) throws -> [Observation] {
    let programmes = try Programme.all(in: store, asOf: asOf)
    guard !programmes.isEmpty else {
      return [FinancialProgress.definition, PhysicalProgress.definition].map {
        notReceived($0.slug, asOf)
      }
    }
    return programmes.flatMap { programme in
      financial(programme, asOf) + physical(programme, asOf) + [elapsed(programme, asOf)]
        + balance(programme, asOf)
    }
  }

  private static func observe(
    _ slug: String, _ programme: Programme, _ asOf: Day, modality: String? = nil,
    value: Double?, numerator: Double? = nil, denominator: Double? = nil,
    status: Observation.Status = .published, note: String? = nil
  ) -> Observation {
    Observation(
      indicator: slug, territory: .total, period: .year(asOf.year), dimension: "programma",
      modality: programme.cup + (modality.map { ":" + $0 } ?? ""), value: value,
      numerator: numerator, denominator: denominator, status: status, note: note)
  }

  private static func ratio(
    _ slug: String, _ programme: Programme, _ asOf: Day, paid: Int64?, funded: Int64?
  ) -> Observation {
    guard let paid, let funded else {
      return observe(slug, programme, asOf, value: nil, status: .notReceived)
    }
    guard funded > 0 else {
      return observe(
        slug, programme, asOf, value: nil, status: .notApplicable, note: "finanziamento zero")
    }
    return observe(
      slug, programme, asOf, value: Double(paid) / Double(funded), numerator: Double(paid) / 100,
      denominator: Double(funded) / 100)
  }

  private static func financial(_ programme: Programme, _ asOf: Day) -> [Observation] {
    let slug = FinancialProgress.definition.slug
    let payments = programme.payments.last { $0.fund == "totale" || $0.fund.isEmpty }
    let paid = payments?.amountCents
    let official = programme.funding.filter { $0.teller == payments?.teller }
    let others = programme.funding.filter { $0.teller != payments?.teller }
    func stated(_ fund: String, of statements: [Programme.Statement]) -> Int64? {
      statements.stated(fund, by: asOf)?.amountCents
    }
    return [
      ratio(
        slug + ".totale", programme, asOf, paid: paid,
        funded: stated("totale", of: official) ?? stated("totale", of: programme.funding)),
      ratio(
        slug + ".pnrr", programme, asOf,
        paid: programme.payments.last { $0.fund == "pnrr" }?.amountCents ?? paid,
        funded: stated("pnrr", of: official)),
      ratio(
        slug + ".promotore", programme, asOf, paid: paid, funded: stated("pnrr", of: others)),
    ]
  }

  private static func physical(_ programme: Programme, _ asOf: Day) -> [Observation] {
    let slug = PhysicalProgress.definition.slug
    guard !programme.targets.isEmpty else {
      return [observe(slug, programme, asOf, value: nil, status: .notReceived)]
    }
    // Of each indicator the newest figure; the older ones are in the programme's page.
    let newest = programme.targets.indices.filter { i in
      i + 1 == programme.targets.count || programme.targets[i + 1].code != programme.targets[i].code
    }.map { programme.targets[$0] }
    return newest.map { target in
      guard target.planned != 0 else {
        return observe(
          slug, programme, asOf, modality: target.code, value: nil, status: .notApplicable,
          note: "n.d. (programmato = 0)")
      }
      return observe(
        slug, programme, asOf, modality: target.code, value: target.achieved / target.planned,
        numerator: target.achieved, denominator: target.planned)
    }
  }

  private static func elapsed(_ programme: Programme, _ asOf: Day) -> Observation {
    let slug = TimeElapsed.definition.slug
    guard let start = programme.actualStart ?? programme.plannedStart,
      let end = programme.plannedEnd ?? programme.actualEnd, end > start
    else { return observe(slug, programme, asOf, value: nil, status: .notReceived) }
    let gone = Double(asOf - start) / Double(end - start)
    return observe(slug, programme, asOf, value: min(max(gone, 0), 1))
  }

  private static func balance(_ programme: Programme, _ asOf: Day) -> [Observation] {
    let statements = Dictionary(grouping: programme.funding) { "\($0.date)|\($0.origin)" }
    var statedOn: [Day: Int] = [:]
    return statements.keys.sorted().compactMap { key in
      let group = statements[key]!
      let parts = group.filter { $0.fund != "totale" }
      // A total with one source beside it is not a breakdown.
      guard let total = group.first(where: { $0.fund == "totale" }), parts.count > 1 else {
        return nil
      }
      let difference = parts.reduce(0) { $0 + $1.amountCents } - total.amountCents
      // Two origins may state their accounts for one day.
      let place = statedOn[group[0].date, default: 0]
      statedOn[group[0].date] = place + 1
      return observe(
        SourcesBalance.definition.slug, programme, asOf,
        modality: "\(group[0].date)" + (place == 0 ? "" : ":\(place + 1)"),
        value: Double(difference) / 100)
    }
  }
}
