import Warehouse

/// PN: public programmes, beyond what was paid. Public facts: nothing here concerns a person.
extension Indicator {
  static let contracted = Indicator(
    "PN2", "contrattualizzato", Text("Affidato", "Awarded"), .share, .higherIsBetter, cell: "",
    formula: Text(
      "Σ importo degli affidamenti, ciascun CIG una volta / finanziamento totale",
      "Σ of awards, each CIG once / total funding"),
    caveats: Text(
      "Un raggruppamento compare in più righe: l'importo vale una volta.",
      "A consortium has several rows: its amount counts once."),
    source: Text(
      "Dati aperti Italia Domani (ReGiS); ANAC", "Italia Domani open data (ReGiS); ANAC"),
    .code(inputs: [.award, .funding]) { c in
      var awards: [String: [String: Double]] = [:]
      try c.each(.award) { fact in
        guard let cup = fact.text(.cup), let cents = fact.integer(.amountCents) else { return }
        if let day = fact.day(.awardedOn), day > c.asOf { return }
        let cig = fact.text(.cig) ?? "\(fact.key)"
        awards[cup, default: [:]][cig] = max(awards[cup]?[cig] ?? 0, Double(cents) / 100)
      }
      return try c.programmes().compactMap { programme in
        guard let list = awards[programme.cup], let funded = c.funded(programme) else { return nil }
        let sum = list.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
        return c.observe(
          "contrattualizzato", "programma", programme.cup, sum / funded, of: sum, over: funded)
      }
    },
    example: .code(
      "812.840,10 € affidati su 1.516.100,00: 53,6 %.",
      "€812,840.10 awarded of 1,516,100.00: 53.6%.", 0.536139
    ) { 812_840.10 / 1_516_100 })

  static let coherence = Indicator(
    "PN5", "coerenza-avanzamento",
    Text("Avanzamento meno tempo trascorso", "Progress less time elapsed"), .percentagePoints,
    .target, cell: "",
    formula: Text(
      "100 × (pagato / finanziato − tempo trascorso)", "100 × (paid / funded − time elapsed)"),
    caveats: Text(
      "Negativo = si è speso meno di quanto il tempo farebbe attendere. I pagamenti arrivano dopo il lavoro.",
      "Negative = less spent than time would suggest. Payments follow work."),
    source: Text("Definizione del catalogo", "Definition of the catalogue"),
    .code(inputs: [.payment, .funding]) { c in
      try c.programmes().compactMap { programme in
        guard let paid = c.paid(programme), let funded = c.funded(programme),
          let (start, end) = c.span(programme)
        else { return nil }
        let gone = min(max(Double(c.asOf - start) / Double(end - start), 0), 1)
        return c.observe(
          "coerenza-avanzamento", "programma", programme.cup, 100 * (paid / funded - gone))
      }
    },
    example: .code(
      "Pagato 16,09 %, tempo 60 %: −43,91 punti.", "Paid 16.09%, time 60%: −43.91 points.", -43.91
    ) { 100 * (0.1609 - 0.6) })

  static let outlook = Indicator(
    "PN6", "ritmo-richiesto",
    Text("Pagamenti al mese per finire in tempo", "Monthly payments to finish in time"), .euro,
    .descriptive, cell: "",
    formula: Text(
      "(finanziato − pagato) / mesi che mancano alla fine, di 30,4375 giorni; «.mesi-al-ritmo» = (finanziato − pagato) / media mensile dei pagamenti degli ultimi 6 mesi (da 4 pagamenti in su); «.mesi-curva» = mesi fino al 99 % del finanziato secondo la curva logistica K / (1 + e^(−r (t − m))) dei minimi quadrati sul pagato cumulato, K compreso (da 6 in su)",
      "(funded − paid) / months to the end, of 30.4375 days; “.mesi-al-ritmo” = (funded − paid) / monthly mean of the last 6 months' payments (from 4 payments); “.mesi-curva” = months to 99% of the funds along the least-squares logistic curve K / (1 + e^(−r (t − m))) of the cumulative payments, K included (from 6)"
    ),
    caveats: Text(
      "È una proiezione, non una previsione ufficiale. Con meno di 4 pagamenti si dà solo il ritmo richiesto.",
      "A projection, not an official forecast. Under 4 payments only the required pace is given."),
    source: Text(
      "Definizione del catalogo; curva logistica per minimi quadrati",
      "Definition of the catalogue; logistic curve by least squares"),
    parts: [
      Definition.Part(
        "mesi-al-ritmo", Text("mesi al ritmo attuale", "months at the present pace"), .months),
      Definition.Part(
        "mesi-curva", Text("mesi secondo la curva a S", "months along the S-curve"), .months),
    ],
    .code(inputs: [.payment, .funding]) { try $0.outlooks() },
    example: .code(
      "1.272.138,54 € in 15 mesi: 84.809,24 € al mese.",
      "€1,272,138.54 in 15 months: €84,809.24 a month.", 84_809.236
    ) { 1_272_138.54 / 15 })

  static let milestoneDelays = Indicator(
    "PN7", "ritardo-programmi", Text("Giorni di ritardo", "Days late"), .days, .lowerIsBetter,
    cell: "",
    formula: Text(
      "per milestone: data effettiva (o data di riferimento, se è aperta ed era prevista prima) − data prevista",
      "by milestone: actual day (or as-of date, if open and planned before it) − planned day"),
    caveats: Text(
      "Un mese previsto vale il suo ultimo giorno.", "A planned month stands for its last day."),
    source: Text("Dati aperti Italia Domani (ReGiS)", "Italia Domani open data (ReGiS)"),
    .code(inputs: [.milestone]) { c in
      var all: [Observation] = []
      try c.each(.milestone) { fact in
        guard let cup = fact.text(.cup), let code = fact.text(.code),
          let planned = fact.day(.plannedOn)
        else { return }
        let actual = fact.happened(.actualOn, by: c.asOf)
        guard actual != nil || planned < c.asOf else { return }
        all.append(
          c.observe(
            "ritardo-programmi", "programma", cup + ":" + code,
            Double((actual ?? c.asOf) - planned), note: actual == nil ? "ancora aperta" : nil))
      }
      return all
    },
    example: .code(
      "Prevista il 31 marzo 2024, fatta il 30 aprile: 30 giorni.",
      "Planned 31 March 2024, done 30 April: 30 days.", 30
    ) {
      Double(Day(year: 2024, month: 4, day: 30)! - Day(year: 2024, month: 3, day: 31)!)
    })

  static let frameworkChanges = Indicator(
    "PN8", "variazioni-quadro",
    Text("Variazioni del quadro finanziario", "Changes of the financial framework"), .euro,
    .descriptive, cell: "",
    formula: Text(
      "per fonte di finanziamento e chi la dichiara: ultimo importo − primo importo dichiarato",
      "by source of funds and who states it: last amount − first amount stated"),
    caveats: Text(
      "Una fonte è la stessa a ogni estrazione, anche se ne porta la data nel nome; le sue consegne si tengono tutte se è «incrementale». Dichiarazioni di fonti diverse non si sottraggono: degli 812.840,10 € di ReGiS e dei 1.479.692,48 € della pagina dell'ente la scheda del programma dice la differenza. Zero = dichiarato più volte senza variazioni.",
      "A source is the same at every extraction, though it carries the date in its name; its deliveries are all kept where it is “incrementale”. Statements of different origins are not subtracted: of the €812,840.10 of ReGiS and the €1,479,692.48 of the body's page the sheet of the programme tells the difference. Zero = stated again without change."
    ),
    source: Text("Dichiarazioni di finanziamento", "Statements of funding"),
    .code(inputs: [.funding]) { c in
      try c.programmes().flatMap { programme -> [Observation] in
        programme.funding.restated.map { key, first, last in
          c.observe(
            "variazioni-quadro", "programma", programme.cup + ":" + key,
            Double(last.amountCents - first.amountCents) / 100,
            note: "\(first.date) → \(last.date)")
        }
      }
    },
    example: .code(
      "ReGiS il 31 marzo 2025 dice 812.840,10 €, il 30 novembre 900.000: +87.159,90 €.",
      "ReGiS says €812,840.10 on 31 March 2025 and €900,000 on 30 November: +€87,159.90.", 87_159.90
    ) {
      let regis = [(3, 31, 81_284_010), (11, 30, 90_000_000)].map { month, day, cents in
        Programme.Statement(
          fund: "pnrr", amountCents: Int64(cents), date: Day(year: 2025, month: month, day: day)!,
          origin: "ReGiS, estrazione del \(day)/\(month)/2025")
      }
      return regis.restated.first.map { Double($0.last.amountCents - $0.first.amountCents) / 100 }
    })

  static let ownMeasures = Indicator(
    "PN10", "misure-proprie",
    Text(
      "Accessi con orientamento nei Punti di Prossimità",
      "Visits with guidance at the Proximity Points"),
    .count, .higherIsBetter, cell: "K5",
    formula: Text(
      "accessi finiti in una richiesta o in un'informazione: misura interna del programma",
      "visits that ended in a request or in information: the programme's own measure"),
    caveats: Text(
      "Non ufficiale: l'indicatore C1 del PNRR è un altro. Accessi, non persone.",
      "Unofficial: the PNRR's C1 is another. Visits, not persons."),
    source: Text("Registro degli accessi", "Register of visits"),
    .facts(
      Counting(
        .proximityAccess, where: [.isOne(.outcome, ["richiesta", "informazione"])],
        when: .day(.accessedOn), measure: .count)),
    example: .facts(
      "Due accessi utili su tre: 2.", "Two useful visits of three: 2.",
      [[.outcome: "richiesta"], [.outcome: "informazione"], [.outcome: "nessuno"]], 2))
}

extension Computation {
  fileprivate func programmes() throws -> [Programme] { try Programme.all(in: store, asOf: asOf) }

  fileprivate func funded(_ programme: Programme) -> Double? {
    programme.funding.filter { $0.amountCents > 0 }.stated("totale", by: asOf).map {
      Double($0.amountCents) / 100
    }
  }

  fileprivate func paid(_ programme: Programme) -> Double? {
    programme.payments.last { $0.fund == "totale" || $0.fund.isEmpty }.map {
      Double($0.amountCents) / 100
    }
  }

  fileprivate func span(_ programme: Programme) -> (Day, Day)? {
    guard let start = programme.actualStart ?? programme.plannedStart,
      let end = programme.plannedEnd ?? programme.actualEnd, end > start
    else { return nil }
    return (start, end)
  }

  fileprivate func outlooks() throws -> [Observation] {
    try programmes().flatMap { programme -> [Observation] in
      guard let paid = paid(programme), let funded = funded(programme) else { return [] }
      let slug = "ritmo-richiesto"
      func one(_ suffix: String, _ value: Double?, note: String) -> Observation {
        observe(slug + suffix, "programma", programme.cup, value, note: value == nil ? note : nil)
      }
      let months = span(programme).map { Double($0.1 - asOf) / 30.4375 }
      let required = months.flatMap { $0 > 0 ? (funded - paid) / $0 : nil }
      let points = programme.payments.filter { $0.fund == "totale" || $0.fund.isEmpty }
        .map { (time: Double($0.date - asOf) / 30.4375, value: Double($0.amountCents) / 100) }
      // Last six months: what had been paid by their start is of before.
      let before = points.last { $0.time <= -6 }?.value ?? 0
      var pace: Double?
      if points.count >= 4, paid > before { pace = (funded - paid) / ((paid - before) / 6) }
      let curve = LogisticCurve(fitting: points)
      return [
        one("", required, note: "termine passato o non dichiarato"),
        one(
          ".mesi-al-ritmo", pace,
          note: points.count < 4
            ? "meno di 4 pagamenti" : "nessun pagamento negli ultimi 6 mesi"),
        one(
          ".mesi-curva", curve?.time(of: funded * 0.99),
          note: curve == nil ? "curva non stimabile" : "la curva si ferma prima del 99 %"),
      ]
    }
  }
}
