import Warehouse

/// IN: how far services work together, and with what money.
extension Indicator {
  static let sharedCases = Indicator(
    "IN1", "presa-in-carico-condivisa", Text("Presa in carico condivisa", "Shared cases"), .share,
    .higherIsBetter, cell: "KP",
    formula: Text(
      "casi aperti nel periodo seguiti da due o più organizzazioni o servizi / casi aperti nel periodo",
      "cases opened in the period followed by two or more organisations or services / cases opened in the period"
    ),
    caveats: Text(
      "Conta chi è scritto nel caso, non chi ha lavorato.",
      "It counts who is written in the case, not who worked."),
    source: .both("Wilson (1927)"),
    .facts(
      Counting(
        .caseFile, when: .day(.openedOn), by: [.area],
        measure: .share([.any([.several(.organisations), .several(.takenBy)])]), protects: .person,
        levels: .ats)),
    example: .facts(
      "Quattro casi, uno seguito da due servizi: 25 %.",
      "Four cases, one followed by two services: 25%.",
      [
        [.takenBy: "servizio_sociale|sanita"], [.takenBy: "sanita"], [.takenBy: "ente"],
        [.takenBy: "ente"],
      ], 0.25))

  static let completedReferrals = Indicator(
    "IN2", "invii-conclusi", Text("Invii conclusi", "Completed referrals"), .share, .higherIsBetter,
    cell: "KP",
    formula: Text(
      "invii con un arrivo entro 30 giorni / invii seguiti per almeno 30 giorni",
      "referrals with an arrival within 30 days / referrals followed for at least 30 days"),
    caveats: Text(
      "Un arrivo non registrato risulta non concluso.",
      "An arrival nobody recorded looks incomplete."),
    source: .both("Wilson (1927)"),
    .facts(
      Counting(
        .referral, where: [.seenFor(.referredOn, days: 30)], when: .day(.referredOn),
        measure: .share([.within(.referredOn, .arrivedOn, days: 30)]), protects: .person,
        levels: .ats)),
    example: .facts(
      "Arrivi dopo 3 e 40 giorni, e mai: uno su tre.",
      "Arrivals after 3 and 40 days, and never: one in three.",
      [
        [.referredOn: "2026-01-01", .arrivedOn: "2026-01-04"],
        [.referredOn: "2026-01-01", .arrivedOn: "2026-02-10"],
        [.referredOn: "2026-01-01"],
      ], 1.0 / 3))

  static let regimeMix = Indicator(
    "IN3", "mix-regime", Text("Prestazioni per regime", "Services by regime"), .share, .descriptive,
    cell: "KP",
    formula: Text(
      "prestazioni di un regime (pubblico, aziendale, territoriale) / prestazioni che lo dicono",
      "services under a regime (public, corporate, territorial) / services that say so"),
    caveats: Text(
      "Numero di prestazioni, non ore né valore.", "Number of services, neither hours nor value."),
    source: .both("Wilson (1927)"),
    .facts(
      Counting(
        .serviceDelivery, where: [.present(.regime)], when: .day(.deliveredOn),
        by: [Counting.Breakdown("regime", .regime)], measure: .distribution(.regime),
        protects: .person, levels: .ats)),
    example: .facts(
      "Due prestazioni, tutte e due pubbliche: 100 %.", "Two services, both public: 100%.",
      [[.regime: "pubblico"], [.regime: "pubblico"]], 1))

  static let overlaps = Indicator(
    "IN4", "sovrapposizioni", Text("Sovrapposizioni", "Overlaps"), .share, .lowerIsBetter,
    cell: "K10",
    formula: Text(
      "persone, servizio e mese con prestazioni di due enti diversi / persone, servizio e mese, nell'ultimo anno",
      "person, service and month with services of two organisations / person, service and month, over the last year"
    ),
    caveats: Text(
      "Vede solo le persone che le fonti possono riconoscere con la stessa chiave. Due enti insieme possono essere una scelta.",
      "It sees only persons the sources recognise with the same key. Two organisations together may be by choice."
    ),
    source: .both("Wilson (1927)"),
    .code(inputs: [.serviceDelivery]) { c in
      struct Spell: Hashable { var person: UInt64, month: Int, service: String }
      var providers: [Spell: Set<String>] = [:]
      let fields: [FactField] = [.person, .deliveredOn, .service, .provider]
      try c.each(.serviceDelivery, reading: fields) { fact in
        guard let person = fact.token(.person), let day = fact.happened(.deliveredOn, by: c.asOf),
          day > c.yearAgo,
          let service = fact.text(.service), let provider = fact.text(.provider)
        else { return }
        providers[
          Spell(person: person, month: day.year * 12 + day.month, service: service), default: []
        ].insert(provider)
      }
      let double = providers.filter { $0.value.count > 1 }
      let persons = Set(double.keys.map(\.person)).count
      if persons > 0 && persons < c.settings.sensitiveThreshold {
        return [c.observe("sovrapposizioni", nil, status: .suppressed)]
      }
      return [
        c.guardedShare("sovrapposizioni", double.count, of: providers.count, isSensitive: true)
      ]
    },
    example: .code("12 mesi doppi su 240: 5 %.", "12 double months of 240: 5%.", 0.05) {
      12.0 / 240
    })

  static let goalsReached = Indicator(
    "IN5", "obiettivi-pai", Text("Obiettivi raggiunti", "Goals reached"), .share, .higherIsBetter,
    cell: "K10",
    formula: Text(
      "casi con obiettivi a medio termine raggiunti in parte o del tutto (2 o 3 su 3) / casi con un giudizio, aperti nel periodo",
      "cases with medium-term goals reached in part or wholly (2 or 3 of 3) / cases judged, opened in the period"
    ),
    caveats: Text(
      "Giudizio di chi segue il caso. Chi non ha un giudizio non conta.",
      "Judged by who follows the case. Cases without a judgement do not count."),
    source: .both("Wilson (1927)"),
    .facts(
      Counting(
        .caseFile, where: [.present(.mediumGoals)], when: .day(.openedOn),
        measure: .share([.atLeast(.mediumGoals, 2)]),
        protects: .person, levels: .ats)),
    example: .facts(
      "Giudizi 1, 2, 3 e 3: 75 %.", "Judgements 1, 2, 3 and 3: 75%.",
      [[.mediumGoals: "1"], [.mediumGoals: "2"], [.mediumGoals: "3"], [.mediumGoals: "3"]], 0.75))

  static let fragmentation = Indicator(
    "IN6", "frammentazione-risorse",
    Text("Frammentazione delle risorse", "Fragmentation of resources"), .ratio, .descriptive,
    cell: "",
    formula: Text(
      "Σ q² delle raccolte dell'ultimo anno per fonte; «.linee» = ente e fonte diversi, «.piccole» = quota delle linee sotto 10.000 €",
      "Σ q² of last year's fundraising by source; “.linee” = different organisation and source, “.piccole” = share of lines under €10,000"
    ),
    caveats: Text(
      "1 = una fonte sola. I trasferimenti pubblici ai comuni sono in NC11.",
      "1 = one source. Public transfers to municipalities are in NC11."),
    source: .both("Herfindahl (1950)"),
    parts: [
      Definition.Part("linee", Text("linee di finanziamento", "funding lines"), .count),
      Definition.Part("piccole", Text("linee sotto 10.000 €", "lines under €10,000"), .share),
    ],
    needing: [Need(.fundraising, .amountCents)],
    .code(inputs: [.fundraising]) { c in
      var bySource: [String: Double] = [:]
      var lines: [[String]: Double] = [:]
      try c.each(.fundraising) { fact in
        guard let day = fact.happened(.raisedOn, by: c.asOf), day > c.yearAgo,
          let cents = fact.integer(.amountCents),
          let source = fact.text(.donorKind), let provider = fact.text(.provider)
        else { return }
        bySource[source, default: 0] += Double(cents) / 100
        lines[[provider, source], default: 0] += Double(cents) / 100
      }
      return [
        c.observe(
          "frammentazione-risorse",
          HerfindahlHirschman(bySource.sorted { $0.key < $1.key }.map(\.value))?.index),
        c.observe("frammentazione-risorse.linee", Double(lines.count)),
        c.share(
          "frammentazione-risorse.piccole", lines.values.filter { $0 < 10_000 }.count,
          of: lines.count),
      ]
    },
    example: .code("Fonti 50, 30 e 20: 0,38.", "Sources 50, 30 and 20: 0.38.", 0.38) {
      HerfindahlHirschman([50, 30, 20])?.index
    })

  static let unspent = Indicator(
    "IN7", "risorse-non-spese", Text("Risorse non spese", "Unspent resources"), .share,
    .lowerIsBetter, cell: "",
    formula: Text(
      "(finanziato − pagato) / finanziato, per programma", "(funded − paid) / funded, by programme"),
    caveats: Text(
      "I pagamenti arrivano a stati di avanzamento: non spesa oggi non vuol dire persa.",
      "Payments come by progress statements: unspent today is not lost."),
    source: Text("Dati aperti Italia Domani (ReGiS)", "Italia Domani open data (ReGiS)"),
    .code(inputs: [.funding, .payment]) { c in
      try Programme.all(in: c.store, asOf: c.asOf).compactMap { programme in
        guard let funded = programme.funding.stated("totale", by: c.asOf)?.amountCents,
          funded > 0,
          let paid = programme.payments.last(where: { $0.fund == "totale" || $0.fund.isEmpty })?
            .amountCents
        else { return nil }
        return c.observe(
          "risorse-non-spese", "programma", programme.cup, Double(funded - paid) / Double(funded),
          of: Double(funded - paid) / 100, over: Double(funded) / 100)
      }
    },
    example: .code(
      "Pagati 243.961,46 € su 1.516.100,00: non speso l'83,9 %.",
      "€243,961.46 paid of 1,516,100.00: 83.9% unspent.", 0.839086
    ) {
      (1_516_100 - 243_961.46) / 1_516_100
    })

  static let unitCost = Indicator(
    "IN8", "costo-per-ora", Text("Costo per ora", "Cost per hour"), .euro, .descriptive, cell: "KP",
    formula: Text(
      "Σ costo / Σ ore delle prestazioni in ore o minuti che riportano il costo (60 minuti = 1 ora)",
      "Σ cost / Σ hours of services in hours or minutes that report the cost (60 minutes = 1 hour)"),
    caveats: Text(
      "Costo dichiarato dall'ente: la contabilità può differire.",
      "Cost as declared: bookkeeping may differ."),
    source: Text("Definizione del catalogo", "Definition of the catalogue"),
    .facts(
      Counting(
        .serviceDelivery, where: [.isOne(.unit, ["ore", "minuti"]), .present(.costCents)],
        when: .day(.deliveredOn), by: [.service],
        measure: .ratio(.euro(.costCents), .hours), protects: .person, levels: .ats)),
    example: .facts(
      "3 ore a 60 € e 90 minuti a 30 €: 20 € l'ora.",
      "3 hours for €60 and 90 minutes for €30: €20 an hour.",
      [
        [.unit: "ore", .costCents: "6000", .quantity: "3"],
        [.unit: "minuti", .costCents: "3000", .quantity: "90"],
      ], 20))

  static let loneliness = Indicator(
    "IN9", "solitudine", Text("Richieste di persone sole", "Requests by lonely people"), .share,
    .descriptive, cell: "K10",
    formula: Text(
      "richieste con la fragilità «solitudine» / richieste che riportano fragilità",
      "requests with frailty “solitudine” / requests that report frailties"),
    caveats: Text(
      "La solitudine è annotata da chi accoglie: dice chi la nota, non chi la vive.",
      "Loneliness is noted by who receives: it says who notices, not who lives it."),
    source: .both("Wilson (1927)"),
    .facts(
      Counting(
        .serviceRequest, where: [.present(.frailties)], when: .day(.requestedOn),
        measure: .share([.holds(.frailties, ["solitudine"])]), protects: .person, levels: .ats)),
    example: .facts(
      "Una su due fra chi riporta fragilità: 50 %.", "One of two who report frailties: 50%.",
      [[.frailties: "digitale|solitudine"], [.frailties: "cronicita"], [.person: "x"]], 0.5))

  static let rating = Indicator(
    "IN10", "qualita-percepita", Text("Qualità percepita", "Perceived quality"), .score,
    .higherIsBetter, cell: "K10",
    formula: Text(
      "media delle valutazioni da 1 a 5, con l'intervallo della media, entro la scala",
      "mean of ratings from 1 to 5, with the interval of the mean, within the scale"),
    caveats: Text(
      "Risponde chi vuole: il numero dei voti è nel denominatore, la quota di risposta si ricava dalle richieste.",
      "Those who wish answer: the number of ratings is the denominator."),
    source: Text("Intervallo normale della media", "Normal interval of the mean"),
    .facts(
      Counting(
        .serviceRequest, where: [.atLeast(.rating, 1)], when: .day(.requestedOn), by: [.service],
        measure: .mean(Quantity(.rating)), protects: .person, levels: .ats)),
    example: .facts(
      "Voti 3, 4 e 5: media 4.", "Ratings 3, 4 and 5: mean 4.",
      [[.rating: "3"], [.rating: "4"], [.rating: "5"]], 4))

  static let emergencyRegime = Indicator(
    "IN11", "quota-emergenze",
    Text("Richieste urgenti o in emergenza", "Urgent or emergency requests"), .share, .descriptive,
    cell: "KP",
    formula: Text(
      "richieste urgenti o in emergenza / richieste che dicono l'urgenza",
      "urgent or emergency requests / requests that state urgency"),
    caveats: Text(
      "Serve a vedere rotture nel tempo (un'emergenza come quella del 2020): un salto della serie segna il regime.",
      "It shows breaks over time (an emergency like that of 2020): a jump marks the regime."),
    source: .both("Wilson (1927)"),
    .facts(
      Counting(
        .serviceRequest, where: [.present(.urgency)], when: .day(.requestedOn), by: [.service],
        measure: .share([.isOne(.urgency, ["urgente", "emergenza"])]), protects: .person)),
    example: .facts(
      "Una urgente e una in emergenza su quattro: 50 %.",
      "One urgent and one emergency of four: 50%.",
      [
        [.urgency: "urgente"], [.urgency: "emergenza"], [.urgency: "ordinaria"],
        [.urgency: "ordinaria"],
      ], 0.5))
}
