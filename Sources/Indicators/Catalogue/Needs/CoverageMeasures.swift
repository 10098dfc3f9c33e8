import Warehouse

/// NC: coverage made comparable, against estimated need, and of those at the tail.
extension Indicator {
  static let standardisedCoverage = Indicator(
    "NC2", "copertura-standardizzata",
    Text("Copertura standardizzata per età", "Age-standardised coverage"), .ratio,
    .higherIsBetter, cell: "KP",
    formula: Text(
      "O / E: O = persone raggiunte nell'anno (NC1), E = Σ residenti per classe di età × tasso dell'insieme in quella classe (0–17, 18–64, 65–74, 75–84, 85 e più); le persone dell'insieme sono divise per classe come quelle con un servizio avviato nell'anno e un anno di nascita (anno − nascita)",
      "O / E: O = persons reached in the year (NC1), E = Σ residents by age class × rate of the whole in that class (0–17, 18–64, 65–74, 75–84, 85 and over); persons of the whole are divided by class like those with a service started in the year and a year of birth (year − birth)"
    ),
    caveats: Text(
      "1 = quanto ci si aspetta dall'età dei residenti. Solo dove gli attesi sono almeno 5. Il sesso manca troppo spesso per entrarvi. Una classe con troppo poche persone è unita alla successiva, l'ultima alla precedente.",
      "1 = what the age of the residents leads to expect. Only where at least 5 are expected. Sex is missing too often to enter. A class with too few persons is put together with the next one, the last with the one before."
    ),
    source: Text(
      "Breslow & Day (1987), standardizzazione indiretta",
      "Breslow & Day (1987), indirect standardisation"),
    needing: [Need(.serviceRequest, .startedOn), Need(.serviceRequest, .birthYear)],
    .code(inputs: [.serviceRequest, .population]) { $0.standardisedCoverage() },
    example: .code(
      "10 persone su 1.000 e 500 residenti con tassi 0,002 e 0,012: 10/8 = 1,25.",
      "10 persons of 1,000 and 500 residents at rates 0.002 and 0.012: 10/8 = 1.25.", 1.25
    ) {
      Standardisation.indirect([
        Standardisation.Stratum(cases: 4, population: 1000, standard: 0.002),
        Standardisation.Stratum(cases: 6, population: 500, standard: 0.012),
      ])?.ratio
    })

  static let coverageOfNeed = Indicator(
    "NC3", "copertura-bisogno-stimato",
    Text("Copertura del bisogno stimato", "Coverage of estimated need"), .share, .higherIsBetter,
    cell: "KP",
    formula: Text(
      "persone raggiunte nell'anno per area di utenza / Σ residenti per età × prevalenza stimata di quell'età; dove la prevalenza è data per sesso, i residenti di quel sesso",
      "persons reached in the year by user area / Σ residents by age × prevalence estimated at that age; where prevalence is by sex, residents of that sex"
    ),
    caveats: Text(
      "La prevalenza viene da indagini nazionali: dice quanti sarebbero se il territorio fosse come la media. Può superare 1. Anno e fonte sono nella tabella delle prevalenze.",
      "Prevalence comes from national surveys: how many there would be if the territory were like the average. It may exceed 1."
    ),
    source: Text(
      "Prevalenze delegate alla tabella «prevalenze», con fonte e anno",
      "Prevalences of the table “prevalenze”, each with source and year"),
    needing: [Need(.serviceRequest, .userArea)],
    .code(inputs: [.serviceRequest, .prevalence, .population]) { try $0.coverageOfNeed() },
    example: .code(
      "30 persone, 1.000 residenti con prevalenza del 6 %: 30/60 = 50 %.",
      "30 persons, 1,000 residents at 6% prevalence: 30/60 = 50%.", 0.5
    ) { 30 / (1000 * 0.06) })

  static let intensity = Indicator(
    "NC5", "intensita-assistenziale", Text("Ore per utente e mese", "Hours per user and month"),
    .hours, .higherIsBetter, cell: "KP",
    formula: Text(
      "ore di prestazione / mesi-utente (coppie diverse di persona e mese con una prestazione in ore o minuti; 60 minuti = 1 ora)",
      "hours delivered / user-months (different pairs of person and month with a service in hours or minutes; 60 minutes = 1 hour)"
    ),
    caveats: Text(
      "Solo prestazioni in ore o minuti di persone riconoscibili. La soglia LEPS di un'ora a settimana (L. 199/2025) è da verificare.",
      "Only services in hours or minutes to recognisable persons. The LEPS threshold of an hour a week (L. 199/2025) is to be verified."
    ),
    source: Text(
      "L. 234/2021 art. 1 c. 162; L. 199/2025 (da verificare)",
      "Law 234/2021 art. 1 par. 162; Law 199/2025 (to be verified)"),
    .gathered(
      Counting(
        .serviceDelivery, where: [.isOne(.unit, ["ore", "minuti"]), .present(.person)],
        when: .day(.deliveredOn), by: [.service],
        measure: .ratio(Quantity(.quantity), Quantity(.quantity)), protects: .person)
    ) { try $0.intensity() },
    example: .code(
      "12 ore a due persone in tre mesi-utente: 4 ore.",
      "12 hours to two persons over three user-months: 4 hours.", 4
    ) { 12 / 3 })

  static let saturation = Indicator(
    "NC7", "saturazione", Text("Saturazione dei posti", "Occupancy of places"), .share, .target,
    cell: "KO",
    formula: Text(
      "posti occupati / posti autorizzati delle rilevazioni del periodo",
      "occupied places / authorised places of the surveys of the period"),
    caveats: Text(
      "Fra 85 e 95 % c'è equilibrio; oltre 100 % è un errore o un sovrannumero.",
      "Between 85 and 95% there is balance; above 100% it is a mistake or overbooking."),
    source: Text("Definizione del catalogo", "Definition of the catalogue"),
    .facts(
      Counting(
        .capacity, where: [.present(.authorisedPlaces), .present(.occupiedPlaces)],
        when: .day(.observedOn), by: [.service],
        measure: .ratio(Quantity(.occupiedPlaces), Quantity(.authorisedPlaces)))),
    example: .facts(
      "18 posti occupati su 20: 90 %.", "18 places of 20 occupied: 90%.",
      [
        [.occupiedPlaces: "8", .authorisedPlaces: "10"],
        [.occupiedPlaces: "10", .authorisedPlaces: "10"],
      ], 0.9))

  static let tailCoverage = Indicator(
    "NC12", "copertura-coda", Text("Copertura della coda", "Coverage of the tail"), .ratio,
    .higherIsBetter, cell: "K10",
    formula: Text(
      "decimo percentile, pesato con i residenti, dei tassi di copertura dei comuni smorzati (Marshall) / tasso dell'insieme",
      "residents-weighted tenth percentile of the municipalities' shrunken coverage (Marshall) / coverage of the whole"
    ),
    caveats: Text(
      "1 = nessuno resta indietro. Tassi smorzati: quelli osservati dei piccoli comuni vanno da zero al doppio per caso. È dato con due decimali, e riservato quando i comuni con la copertura riservata sono meno di dieci.",
      "1 = nobody is left behind. Shrunken rates: the observed ones of small municipalities go from nought to double by chance. Given with two decimals, and withheld when fewer than ten municipalities have their coverage withheld."
    ),
    source: .both("Marshall (1991); Hyndman & Fan (1996)"),
    .code(inputs: [.serviceRequest]) { c in
      c.overComuni("copertura-coda") { areas in
        guard let marshall = Marshall(areas.map { ($0.population, $0.users) }), marshall.mean > 0,
          let tenth = WeightedPercentile.value(
            0.1, of: zip(marshall.rates, areas).map { ($0, $1.population) })
        else { return nil }
        return tenth / marshall.mean
      }
    },
    example: .code(
      "Tassi 2, 5 e 8 % con pesi 10, 40 e 50: il decimo percentile è 2 %.",
      "Rates 2, 5 and 8% with weights 10, 40 and 50: the tenth percentile is 2%.", 0.02
    ) { WeightedPercentile.value(0.1, of: [(0.02, 10), (0.05, 40), (0.08, 50)]) })
}

extension Computation {
  /// Coverage as it is published, by year; what it withholds stays withheld here.
  private func yearlyCoverage(
    _ dimension: String, _ slug: String,
    _ make: (_ one: Observation, _ unit: Int, _ year: Int, _ users: Double) -> Observation?
  ) -> [Observation] {
    published.compactMap { o in
      guard o.dimension == dimension, o.indicator == PopulationCoverage.definition.slug,
        case .year(let year) = o.period, let unit = frame.unit(o.territory)
      else { return nil }
      if let users = o.numerator { return make(o, unit, year, users) }
      var one = o
      one.indicator = slug
      return one
    }
  }

  fileprivate func standardisedCoverage() -> [Observation] {
    let slug = Indicator.standardisedCoverage.definition.slug
    var everywhere: [Period: Double] = [:]
    for o in published
    where o.territory == .total && o.dimension == "totale"
      && o.indicator == PopulationCoverage.definition.slug
    {
      everywhere[o.period] = o.numerator
    }
    // The same of every territory in a year.
    var classes: [Int: [(ages: ClosedRange<Int>, persons: Double, residents: Int?)]] = [:]
    for year in everywhere.keys.map(\.year) where classes[year] == nil {
      // What is expected everywhere tells, by so many equations, how many persons each class has.
      classes[year] = requests.reached(in: year).map { groups in
        Standardisation.pooled(
          Array(zip(RequestDigest.ages, groups.map(\.count))), least: Double(settings.threshold)
        ).map { ($0.ages, $0.persons, residents.count(unit: 0, year: year, ages: $0.ages)) }
      }
    }
    return yearlyCoverage("totale", slug) { one, unit, year, observed in
      guard let classes = classes[year], let everyone = everywhere[one.period] else { return nil }
      let known = classes.reduce(0) { $0 + $1.persons }
      var expected = 0.0
      for (ages, persons, all) in classes {
        guard let all, let here = residents.count(unit: unit, year: year, ages: ages) else {
          return observe(
            slug, unit: unit, period: one.period, nil, status: .notReceived,
            note: "popolazione per età")
        }
        // Persons of unknown age are taken to be as old as the others.
        expected += Double(here) * persons / known * everyone / Double(all)
      }
      guard expected >= 5 else {
        return observe(
          slug, unit: unit, period: one.period, nil, status: .notApplicable, note: "attesi < 5")
      }
      let limits = ExactPoisson.interval(count: Int(observed))
      return observe(
        slug, unit: unit, period: one.period, observed / expected,
        interval: ConfidenceInterval(
          lower: limits.lower / expected, upper: limits.upper / expected), of: observed,
        over: expected)
    }
  }

  fileprivate func coverageOfNeed() throws -> [Observation] {
    struct Band: Hashable {
      var area: String
      var from: Int
      var to: Int
      /// Nil: whoever they are.
      var sex: String?
    }
    var stated: [Band: [Double]] = [:]
    try each(.prevalence) { fact in
      guard let area = fact.text(.userArea), let from = fact.integer(.ageFrom),
        let to = fact.integer(.ageTo), to >= from, let share = fact.real(.prevalence)
      else { return }
      let sex = fact.text(.sex).flatMap { ["F", "M"].contains($0) ? $0 : nil }
      let band = Band(area: area, from: Int(from), to: Int(to), sex: sex)
      stated[band, default: []].append(share)
    }
    // Stated by more than one source, their mean.
    var need: [String: [(band: Band, share: Double)]] = [:]
    for (band, shares) in stated.sorted(by: {
      ($0.key.area, $0.key.from, $0.key.sex ?? "") < ($1.key.area, $1.key.from, $1.key.sex ?? "")
    }) {
      need[band.area, default: []].append((band, shares.reduce(0, +) / Double(shares.count)))
    }
    let slug = Indicator.coverageOfNeed.definition.slug
    return yearlyCoverage("area_utenza", slug) { one, unit, year, persons in
      guard let bands = need[one.modality] else { return nil }
      var expected = 0.0
      for (band, share) in bands {
        guard
          let here = residents.count(
            unit: unit, year: year, ages: band.from...band.to, sex: band.sex)
        else {
          return observe(
            slug, unit: unit, period: one.period, one.dimension, one.modality, nil,
            status: .notReceived,
            note: band.sex == nil ? "popolazione per età" : "popolazione per età e sesso")
        }
        expected += Double(here) * share
      }
      guard expected > 0 else { return nil }
      let limits = ExactPoisson.interval(count: Int(persons))
      return observe(
        slug, unit: unit, period: one.period, one.dimension, one.modality, persons / expected,
        interval: ConfidenceInterval(
          lower: limits.lower / expected, upper: limits.upper / expected), of: persons,
        over: expected)
    }.filter { need[$0.modality] != nil }
  }

  fileprivate func intensity() throws -> BaseTallies {
    var base = BaseTallies(dimensions: ["servizio"], frame: frame)
    let fields: [FactField] = [.unit, .person, .deliveredOn, .quantity, .comune, .service]
    try each(.serviceDelivery, reading: fields) { fact in
      guard let unit = fact.text(.unit), unit == "ore" || unit == "minuti",
        let person = fact.token(.person), let day = fact.happened(.deliveredOn, by: asOf),
        let quantity = fact.real(.quantity), let quarter = frame.quarter(day),
        let place = frame.comune(fact.code(.comune)), let service = fact.text(.service)
      else { return }
      let heading = Counting.Breakdown.heading(service)
      // A month of a person counts once wherever cells are put together, and in each of them.
      let month = person &+ UInt64(day.year * 12 + day.month) &* 0x9E37_79B9_7F4A_7C15
      base.update(comune: place, quarter: quarter, codes: [heading]) {
        $0.cases += 1
        $0.sum += unit == "ore" ? quantity : quantity / 60
        $0.units.insert(month)
        $0.inside.insert(person)
      }
    }
    return base
  }
}
