import Warehouse

/// NC: coverage against estimated need, of places, and of those at the tail.
extension Indicator {
  static let coverageOfNeed = Indicator(
    "NC3", "copertura-bisogno-stimato",
    Text("Copertura del bisogno stimato", "Coverage of estimated need"), .share, .higherIsBetter,
    cell: "KP",
    formula: Text(
      "persone raggiunte nell'anno per area di utenza / Σ residenti per età × prevalenza stimata di quell'età; dove la prevalenza è data per sesso, i residenti di quel sesso",
      "persons reached in the year by user area / Σ residents by age × prevalence estimated at that age; where prevalence is by sex, residents of that sex"
    ),
    caveats: Text(
      "La prevalenza viene da indagini nazionali: dice quanti sarebbero se il territorio fosse come la media. Può superare 1. Di più prevalenze di una stessa area, età e sesso (fonti o anni diversi) vale la media: anno e fonte di ciascuna sono nella tabella delle prevalenze.",
      "Prevalence comes from national surveys: how many there would be if the territory were like the average. It may exceed 1. Of several prevalences of one area, age and sex (other sources or years) the mean holds: year and source of each are in the table of prevalences."
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
      "Se i comuni differiscono solo per caso vale 1, e la nota lo dice: non prova che nessuno resti indietro. Tassi smorzati: quelli osservati dei piccoli comuni vanno da zero al doppio per caso. È dato con due decimali, e riservato quando i comuni con la copertura riservata sono meno di dieci.",
      "Where municipalities differ by chance alone it is 1, and the note says so: it does not prove that nobody is left behind. Shrunken rates: the observed ones of small municipalities go from nought to double by chance. Given with two decimals, and withheld when fewer than ten municipalities have their coverage withheld."
    ),
    source: .both("Marshall (1991); Hyndman & Fan (1996)"),
    .code(inputs: [.serviceRequest]) { c in
      func shrunken(_ areas: [Computation.Area]) -> Marshall? {
        Marshall(areas.map { ($0.population, $0.users) })
      }
      func note(_ areas: [Computation.Area]) -> String? {
        shrunken(areas)?.excess == 0 ? Observation.chanceAlone : nil
      }
      return c.overComuni("copertura-coda", note: note) { areas in
        guard let marshall = shrunken(areas), marshall.mean > 0,
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
  func yearlyCoverage(
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
}
