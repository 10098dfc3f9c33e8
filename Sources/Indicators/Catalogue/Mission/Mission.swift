import Glibc
import Warehouse

/// What the mission asks for beyond the reference catalogue: volunteering, the table's own acts, peers,
/// trends.
extension Indicator {
  static let volunteerHours = Indicator(
    "", "ore-volontariato",
    Text("Ore di volontariato per 1.000 residenti", "Volunteer hours per 1,000 residents"),
    .perThousand, .higherIsBetter, cell: "K5",
    formula: Text(
      "1.000 × ore di volontariato dichiarate dagli enti / residenti",
      "1,000 × volunteer hours stated by organisations / residents"),
    caveats: Text(
      "Gli enti non dicono in quale comune: solo l'intero territorio. L'aiuto informale non si vede.",
      "Organisations do not say in which municipality: the whole territory only. Informal help is not seen."
    ),
    source: Text("Registri dei volontari (art. 17 CTS)", "Registers of volunteers (art. 17 CTS)"),
    .facts(
      Counting(
        .volunteering, when: .day(.month), place: nil, measure: .sum(Quantity(.hours), per: 1000))),
    example: .facts(
      "120 e 80 ore, 1.000 residenti: 200.", "120 and 80 hours, 1,000 residents: 200.",
      [[.hours: "120"], [.hours: "80"]], 200))

  static let kindsOfProvider = Indicator(
    "", "enti-per-tipo", Text("Enti per tipo", "Organisations by kind"), .share, .descriptive,
    cell: "",
    formula: Text("enti di un tipo / enti del registro", "organisations of a kind / organisations"),
    caveats: Text(
      "Sede legale: un ente può lavorare altrove.", "Registered seat: one may work elsewhere."),
    source: Text("Registro degli enti (RUNTS)", "Register of organisations (RUNTS)"),
    .facts(
      Counting(
        .provider, when: .asOf, by: [Counting.Breakdown("tipo_ente", .kind)],
        measure: .distribution(.kind), levels: .ats)),
    example: .facts(
      "Due enti, tutti e due associazioni di promozione: 100 %.",
      "Two organisations, both APS: 100%.", [[.kind: "aps"], [.kind: "aps"]], 1))

  static let freeOffer = Indicator(
    "", "offerta-gratuita", Text("Offerta gratuita", "Free offer"), .share, .descriptive, cell: "",
    formula: Text(
      "offerte gratuite / offerte attive alla data di riferimento, anche per servizio",
      "free offers / offers active at the as-of date, by service too"),
    caveats: Text(
      "Offerte, non posti. Attive: pubblicate, iniziate e non ancora finite; le bozze, le sospese e le ritirate non contano.",
      "Offers, not places. Active: published, begun and not ended yet; drafts and those suspended or withdrawn do not count."
    ),
    source: Text("Catalogo dei servizi", "Catalogue of services"),
    .code(inputs: [.serviceOffer]) { c in
      let active = try c.store.currentOffers().filter { $0.isActive(on: c.asOf) }
      func one(_ dimension: String, _ modality: String, _ offers: [ServiceOffer]) -> Observation {
        c.share(
          "offerta-gratuita", dimension, modality, offers.count(where: \.isFree), of: offers.count)
      }
      let headings = Dictionary(grouping: active) { Counting.Breakdown.heading($0.service) }
        .filter { $0.key != "ND" }
      return [one("totale", "totale", active)]
        + headings.sorted { $0.key < $1.key }.map { one("servizio", $0.key, $0.value) }
    },
    example: .code(
      "Tre offerte gratuite su quattro attive: 75 %.", "Three free offers of four active: 75%.",
      0.75
    ) { 3.0 / 4 })

  static let caseLength = Indicator(
    "", "durata-presa-in-carico", Text("Durata della presa in carico", "Length of a case"), .days,
    .descriptive, cell: "KM",
    formula: Text(
      "Kaplan–Meier dall'apertura alla chiusura: mediana, quota chiusa entro 180 e 365 giorni",
      "Kaplan–Meier from opening to closing: median, share closed within 180 and 365 days"),
    caveats: Text(
      "Breve può voler dire risolto o abbandonato: il motivo di chiusura lo dice.",
      "Short may mean solved or given up: the reason for closing tells."),
    source: .both("Kaplan & Meier (1958)"), parts: .waits([180, 365]),
    .facts(
      Counting(
        .caseFile, when: .day(.openedOn),
        measure: .wait(Wait(.openedOn, .closedOn, horizons: [180, 365])), protects: .person,
        levels: .ats)),
    example: .facts(
      "Venti casi del 1° gennaio 2025, dieci chiusi dopo 100 giorni: 50 % entro 180.",
      "Twenty cases of 1 January 2025, ten closed after 100 days: 50% within 180.",
      (0..<20).map {
        $0 < 10
          ? [.openedOn: "2025-01-01", .closedOn: "2025-04-11"] : [.openedOn: "2025-01-01"]
      }, 0.5, part: ".entro-180"))

  static let proceedings = Indicator(
    "", "procedimenti", Text("Procedimenti conclusi", "Proceedings concluded"), .days, .descriptive,
    cell: "",
    formula: Text(
      "Kaplan–Meier dall'avvio alla conclusione dei procedimenti di co-programmazione, co-progettazione e accreditamento: mediana, quota entro 90 e 180 giorni",
      "Kaplan–Meier from start to conclusion of the proceedings: median, share within 90 and 180 days"
    ),
    caveats: Text(
      "Con pochi procedimenti l'intervallo è largo: la scheda del tavolo dice lo stato di ciascuno.",
      "With few proceedings the interval is wide: the table's sheet gives the state of each."),
    source: Text("L. 241/1990; art. 55 CTS", "Law 241/1990; art. 55 CTS"),
    parts: .waits([90, 180]),
    .facts(
      Counting(
        .proceeding, when: .day(.startedOn), place: nil,
        by: [Counting.Breakdown("tipo_procedimento", .proceedingKind)],
        measure: .wait(Wait(.startedOn, .concludedOn, horizons: [90, 180])))),
    example: .facts(
      "Trenta procedimenti, quindici conclusi dopo 60 giorni: 50 % entro 90.",
      "Thirty proceedings, fifteen concluded after 60 days: 50% within 90.",
      (0..<30).map {
        $0 < 15
          ? [.startedOn: "2025-01-01", .concludedOn: "2025-03-02"] : [.startedOn: "2025-01-01"]
      }, 0.5, part: ".entro-90"))

  static let corporateWelfare = Indicator(
    "", "welfare-aziendale", Text("Welfare aziendale", "Corporate welfare"), .euro, .descriptive,
    cell: "K10",
    formula: Text(
      "Σ importi delle aziende nell'anno, intero territorio",
      "Σ amounts of the companies in the year, whole territory"),
    caveats: Text(
      "Solo aziende con almeno 10 dipendenti. Quante sono è nel numero dei casi.",
      "Only companies of at least 10 employees."),
    source: Text("Dichiarazioni delle aziende", "Statements of companies"),
    .facts(
      Counting(
        .corporateWelfare, where: [.atLeast(.employees, 10)], when: .year(.year),
        measure: .sum(.euro(.amountCents)), protects: .companyID, levels: .whole)),
    example: .facts(
      "1.000 e 500 €, la terza azienda è troppo piccola: 1.500 €.",
      "€1,000 and 500, the third company is too small: €1,500.",
      [
        [.employees: "20", .amountCents: "100000"], [.employees: "12", .amountCents: "50000"],
        [.employees: "4", .amountCents: "90000"],
      ], 1500))

  static let peers = Indicator(
    "", "comuni-simili", Text("Comuni simili", "Similar municipalities"), .ratio, .descriptive,
    cell: "",
    formula: Text(
      "distanza euclidea dei punteggi z (scarto dalla media dei comuni / radice della varianza con divisore n) di superficie, logaritmo dei residenti, quota di 65 e più, classe delle aree interne (A = 0 … D = 3, E-F = 4), minuti dal polo; i cinque più vicini",
      "Euclidean distance of z-scores (distance from the mean of the municipalities / root of the variance with divisor n) of area, logarithm of residents, share 65 and over, class of inner areas (A = 0 … D = 3, E-F = 4), minutes to the pole; the five nearest"
    ),
    caveats: Text(
      "Simili per territorio e popolazione, non per bisogni. Una misura che di un comune non è nota vale la media. Il confronto con i simili si affianca a classe e ATS, non li sostituisce.",
      "Alike in territory and population, not in needs. A measure not known of a municipality is taken to be the mean. Peers stand beside class and ATS, they do not replace them."
    ),
    source: Text("Punteggi z, distanza euclidea", "Z-scores, Euclidean distance"),
    .code(inputs: []) { $0.peerComuni() },
    example: .code(
      "Due comuni uguali e due diversi: il più simile al primo dista meno dell'altro.",
      "Two municipalities alike and two apart: the nearest to the first.", 1
    ) {
      Neighbours([[1, 10], [2, 11], [9, 50], [10, 52]]).nearest(to: 0, 1).first.map(Double.init)
    })

  static let requestTrend = Indicator(
    "", "tendenza-richieste", Text("Tendenza delle richieste", "Trend of requests"), .perThousand,
    .descriptive, cell: "KP",
    formula: Text(
      "pendenza di Sen all'anno delle richieste trimestrali per 1.000 residenti, ogni trimestre confrontato con lo stesso degli altri anni; «.p» = prova di Mann–Kendall stagionale",
      "Sen's slope per year of quarterly requests per 1,000 residents, each quarter against itself in other years; “.p” = seasonal Mann–Kendall test"
    ),
    caveats: Text(
      "Con tre anni solo un cambiamento forte si distingue dal caso. Solo sulle serie pubblicate per intero.",
      "With three years only a strong change stands out from chance. Only on series published in full."
    ),
    source: .both("Hirsch, Slack & Smith (1982); Sen (1968)"),
    parts: [.init("p", Text("valore p", "p-value"), .ratio)],
    persons: .neither,
    .review(inputs: [.serviceRequest]) { $0.requestTrends() },
    example: .code(
      "Quindici valori: pendenza di Sen 0,8333.", "Fifteen values: Sen's slope 0.8333.",
      0.8333333333
    ) { Trend.mannKendall([23, 24, 29, 6, 29, 24, 21, 29, 23, 30, 31, 28, 35, 33, 36])?.slope })

  static let designEffect = Indicator(
    "", "effetto-disegno",
    Text("Effetto di più richieste per persona", "Effect of several requests per person"),
    .ratio, .descriptive, cell: "KP",
    formula: Text(
      "varianza della quota p di richieste avviate tenendo insieme quelle della stessa persona, Σ (avviate − p · richieste)² / n², / varianza come se fossero indipendenti, p (1 − p) / n, ultimi 12 mesi",
      "variance of the share p of requests started with those of a person together, Σ (started − p · requests)² / n², / variance as if independent, p (1 − p) / n, last 12 months"
    ),
    caveats: Text(
      "1 = nessun effetto; 2 = gli intervalli vanno letti come con metà delle richieste. È dato con tre decimali.",
      "1 = no effect; 2 = read intervals as with half the requests. Given with three decimals."),
    source: .both("Kish (1965); Liang & Zeger (1986)"),
    .code(inputs: [.serviceRequest]) { c in
      let persons = c.requests.clusters.values.map(\.value)
      // In an order that is not the persons': another key gives the same sums, to the last digit.
      let effect = DesignEffect(
        persons.sorted { ($0.units, $0.successes) < ($1.units, $1.successes) })
      // Who asked once adds what everybody can work out: the rest is about those who asked again.
      let again = persons.count { $0.units > 1 }
      return [
        c.guarded(
          "effetto-disegno", persons: again == 0 ? persons.count : again,
          effect?.factor.rounded(toDecimals: 3))
      ]
    },
    example: .code(
      "31 richieste di 12 persone: 1,4279.", "31 requests by 12 persons: 1.4279.",
      1.427901847256686
    ) {
      let sizes = [1, 2, 5, 3, 1, 1, 4, 2, 6, 1, 3, 2]
      let successes = [1, 0, 4, 1, 1, 0, 4, 1, 2, 0, 3, 1]
      return DesignEffect(zip(sizes, successes).map { (units: $0, successes: $1) })?.factor
    })
}

extension Computation {
  /// Five nearest comuni of each, by measures everybody can look up.
  fileprivate func peerComuni() -> [Observation] {
    // E and F are one.
    let classes = ["A": 0.0, "B": 1, "C": 2, "D": 3, "E": 4, "F": 4]
    let known = frame.comuni.indices.filter { residents(ofComune: $0) > 0 }
    guard known.count > 5 else { return [notReceived("comuni-simili", asOf)] }
    let neighbours = Neighbours(
      known.map { i in
        let comune = frame.comuni[i]
        let people = residents(ofComune: i)
        return [
          comune.squareKilometres ?? .nan, log(people),
          residents(ofComune: i, ages: 65...130) / people,
          comune.innerAreaClass.flatMap { classes[$0] } ?? .nan, comune.minutesToPole ?? .nan,
        ]
      })
    return known.indices.flatMap { i in
      neighbours.nearest(to: i, 5).map { j in
        observe(
          "comuni-simili", unit: frame.firstComune + known[i], "simile",
          frame.comuni[known[j]].istat, neighbours.distance(i, j),
          note: frame.comuni[known[j]].name)
      }
    }
  }

  fileprivate func requestTrends() -> [Observation] {
    var series: [TerritoryKey: [Observation]] = [:]
    for o in published where o.indicator == RequestsPerThousand.slug && o.dimension == "totale" {
      guard case .quarter = o.period,
        !facts.tellsPart(FactTable.serviceRequest.dataset, of: o.period)
      else { continue }
      series[o.territory, default: []].append(o)
    }
    return wideUnits.flatMap { unit -> [Observation] in
      let quarters = (series[frame.units[unit]] ?? []).sorted { $0.period < $1.period }
      let values = quarters.compactMap(\.value)
      guard values.count == quarters.count, let trend = Trend.seasonal(values, seasons: 4) else {
        return [
          observe(
            "tendenza-richieste", unit: unit, nil, note: "serie breve o non pubblicata per intero")
        ]
      }
      return [
        observe("tendenza-richieste", unit: unit, trend.slope, over: Double(values.count)),
        observe("tendenza-richieste.p", unit: unit, trend.pValue),
      ]
    }
  }
}
