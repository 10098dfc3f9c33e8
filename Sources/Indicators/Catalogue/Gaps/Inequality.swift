import Warehouse

/// TG: how unequally coverage is spread, and whether by disadvantage. About the whole territory.
extension Indicator {
  static let gini = Indicator(
    "TG4", "gini-copertura",
    Text("Concentrazione della copertura (Gini)", "Concentration of coverage (Gini)"),
    .ratio, .lowerIsBetter, cell: "",
    formula: Text(
      "1 − Σ p (Lᵢ + Lᵢ₋₁) sui comuni ordinati per tasso, p = quota dei residenti, L = quota cumulata degli utenti",
      "1 − Σ p (Lᵢ + Lᵢ₋₁) over the municipalities by rate, p = share of residents, L = cumulative share of users"
    ),
    caveats: Text(
      "0 = lo stesso tasso ovunque. Non si scompone per gruppi: per quello c'è Theil (TG3). È dato con due decimali, e riservato quando i comuni con la copertura riservata sono meno di dieci.",
      "0 = the same rate everywhere. It does not part by groups: for that there is Theil (TG3). Given with two decimals, and withheld when fewer than ten municipalities have their coverage withheld."
    ),
    source: Text(
      "Brown (1994); intervallo bootstrap sui comuni, 2.000 estrazioni",
      "Brown (1994); bootstrap interval over municipalities, 2,000 draws"),
    .code(inputs: [.serviceRequest]) { c in
      c.overComuni("gini-copertura", interval: true) {
        Gini.coefficient($0.map { ($0.population, $0.users) })
      }
    },
    example: .code(
      "Cinque comuni di 1.000, 2.000, 500, 1.500 e 1.000 residenti con 50, 160, 10, 120 e 30 utenti: 0,1914.",
      "Five municipalities of 1,000, 2,000, 500, 1,500 and 1,000 residents with 50, 160, 10, 120 and 30 users: 0.1914.",
      0.1914414
    ) { Gini.coefficient([(1000, 50), (2000, 160), (500, 10), (1500, 120), (1000, 30)]) })

  static let concentration = Indicator(
    "TG5", "concentrazione-svantaggio",
    Text("Copertura e lontananza (concentrazione)", "Coverage and remoteness (concentration)"),
    .ratio, .target, cell: "",
    formula: Text(
      "2 cov(tasso, R) / media, R = rango frazionario dei comuni per minuti dal polo, dal più vicino al più lontano, pesato con i residenti (a pari minuti lo stesso rango; senza i comuni di cui i minuti non sono noti)",
      "2 cov(rate, R) / mean, R = fractional rank of the municipalities by minutes to the pole, nearest first, weighted by residents (the same at equal minutes; without municipalities of unknown minutes)"
    ),
    caveats: Text(
      "Da −1 a 1; 0 = la lontananza non conta; negativo = i lontani hanno meno. Dice dei comuni, non delle persone. È dato con due decimali, e riservato quando i comuni con la copertura riservata sono meno di dieci.",
      "−1 to 1; 0 = remoteness does not matter; negative = the remote have less. It speaks of municipalities, not of people. Given with two decimals, and withheld when fewer than ten municipalities have their coverage withheld."
    ),
    source: Text(
      "Kakwani, Wagstaff & van Doorslaer (1997); bootstrap sui comuni",
      "Kakwani, Wagstaff & van Doorslaer (1997); bootstrap over municipalities"),
    .code(inputs: [.serviceRequest]) { c in
      c.overComuni("concentrazione-svantaggio", interval: true) {
        SocialGradient(c.byMinutes($0), level: nil)?.concentration
      }
    },
    example: .code(
      "Tassi 6,1 5,5 5,0 4,1 3,2 % dal più vicino al più lontano: −0,0705.",
      "Rates 6.1 5.5 5.0 4.1 3.2% from nearest to remotest: −0.0705.", -0.07048872180451128
    ) {
      SocialGradient([
        (50000, 0.061), (90000, 0.055), (30000, 0.05), (20000, 0.041), (10000, 0.032),
      ])?.concentration
    })

  static let innerAreaGradient = Indicator(
    "TG9", "gradiente-aree-interne",
    Text("Gradiente delle aree interne", "Gradient of inner areas"),
    .percentagePoints, .target, cell: "KP",
    formula: Text(
      "100 × pendenza dei minimi quadrati, pesati con i residenti, del tasso di copertura sul rango frazionario delle classi delle aree interne (A … E-F); intervallo t di Student; «.rapporto» = tasso delle classi E-F / tasso di A, B e C insieme, con l'intervallo log-normale",
      "100 × slope of least squares, weighted by residents, of coverage over the fractional rank of the classes of inner areas (A … E-F); Student's t interval; “.rapporto” = rate of the classes E-F / rate of A, B and C together, with the log-normal interval"
    ),
    caveats: Text(
      "Quanti punti separano i due estremi; negativo = i più interni hanno meno. Poche classi: l'intervallo è largo. Riservato quando la copertura di una classe è riservata.",
      "How many points part the two ends; negative = the innermost have less. Few classes: the interval is wide. Withheld when the coverage of a class is withheld."
    ),
    source: .both("Mackenbach & Kunst (1997), slope index of inequality"),
    parts: [
      Definition.Part(
        "rapporto", Text("aree interne E-F su A, B e C", "inner areas E-F over A, B and C"), .ratio)
    ],
    .code(inputs: [.serviceRequest]) { c in
      c.yearsOfAreas.flatMap { period, areas -> [Observation] in
        let slugs = ["gradiente-aree-interne", "gradiente-aree-interne.rapporto"]
        guard areas.reduce(0, { $0 + $1.users }) >= Double(CoverageTheil.minimumUsers) else {
          return slugs.map { c.observe($0, period: period, nil, note: "meno di 50 utenti") }
        }
        let classes = c.published.filter {
          $0.indicator == PopulationCoverage.definition.slug && $0.dimension == "totale"
            && $0.territory.kind == .innerAreaClass && $0.period == period
        }.sorted { $0.territory.code < $1.territory.code }
        // Of few classes a slope and its limits tell whatever one of them withholds.
        if classes.contains(where: { $0.status == .suppressed }) {
          return slugs.map { c.observe($0, period: period, nil, status: .suppressed) }
        }
        let gradient = SocialGradient(
          classes.compactMap { one in
            guard let users = one.numerator, let population = one.denominator else { return nil }
            return (population, users / population)
          })
        func rate(_ codes: Set<String>) -> (cases: Double, population: Double) {
          classes.filter { codes.contains($0.territory.code) }.reduce((0, 0)) {
            ($0.0 + ($1.numerator ?? 0), $0.1 + ($1.denominator ?? 0))
          }
        }
        let ratio = RateRatio(rate(["E-F"]), over: rate(["A", "B", "C"]))
        return [
          c.observe(
            slugs[0], period: period, gradient.map { 100 * $0.slope },
            interval: gradient?.interval.map {
              ConfidenceInterval(lower: 100 * $0.lower, upper: 100 * $0.upper)
            }),
          c.observe(slugs[1], period: period, ratio?.value, interval: ratio?.interval),
        ]
      }
    },
    example: .code(
      "Tassi 6,1 5,5 5,0 4,1 3,2 % in cinque classi: −2,53 punti.",
      "Rates 6.1 5.5 5.0 4.1 3.2% in five classes: −2.53 points.", -2.5316455696202538
    ) {
      SocialGradient([
        (50000, 0.061), (90000, 0.055), (30000, 0.05), (20000, 0.041), (10000, 0.032),
      ]).map { 100 * $0.slope }
    })

  static let spatialAutocorrelation = Indicator(
    "TG11", "autocorrelazione-spaziale",
    Text("Somiglianza fra comuni vicini (Moran)", "Likeness of nearby municipalities (Moran)"),
    .ratio,
    .descriptive, cell: "",
    formula: Text(
      "I di Moran dei tassi di copertura, vicini = entro 20 minuti, con peso 1; «.p» = (1 + il minore fra le permutazioni con I almeno pari a quello osservato e le altre) / (1 + 999); le permutazioni sono quelle di Fisher–Yates (dall'ultimo comune al secondo, ciascuna a partire dalla precedente, posto = numero modulo quanti ne restano) dei comuni in ordine ISTAT, con i numeri di SplitMix64 di seme 1",
      "Moran's I of coverage, neighbours = within 20 minutes, with weight 1; “.p” = (1 + the fewer of the permutations with I at least the observed and of the others) / (1 + 999); the permutations are those of Fisher–Yates (from the last municipality to the second, each from the one before, place = number modulo how many are left) of the municipalities in ISTAT order, with the numbers of SplitMix64 seeded 1"
    ),
    caveats: Text(
      "Attorno a −1/(n−1) la vicinanza non dice nulla. Dipende da quali comuni si dicono vicini. È dato con due decimali, e riservato quando i comuni con la copertura riservata sono meno di dieci.",
      "Around −1/(n−1) nearness says nothing. It depends on what is called near. Given with two decimals, and withheld when fewer than ten municipalities have their coverage withheld."
    ),
    source: .both("Moran (1950); Anselin (1995)"),
    parts: [Definition.Part("p", Text("valore p per permutazione", "permutation p-value"), .ratio)],
    .code(inputs: [.serviceRequest, .travelTime]) { c in
      let times = try c.travelTimes()
      return c.yearsOfAreas.flatMap { period, areas -> [Observation] in
        guard areas.reduce(0, { $0 + $1.users }) >= Double(CoverageTheil.minimumUsers) else {
          return [
            c.observe("autocorrelazione-spaziale", period: period, nil, note: "meno di 50 utenti")
          ]
        }
        guard c.mayTellOfAllComuni(period) else {
          return ["", ".p"].map {
            c.observe("autocorrelazione-spaziale" + $0, period: period, nil, status: .suppressed)
          }
        }
        let place = Dictionary(
          uniqueKeysWithValues: areas.enumerated().map { ($1.comune, $0) })
        let neighbours = areas.map { a in
          times[a.comune].filter { $0.place != a.comune && $0.minutes <= 20 }
            .compactMap { place[$0.place] }
        }
        let moran = MoranI(areas.map { $0.users / $0.population }, neighbours: neighbours)
        return [
          c.observe(
            "autocorrelazione-spaziale", period: period,
            moran?.index.rounded(toDecimals: 2)),
          c.observe("autocorrelazione-spaziale.p", period: period, moran?.pValue),
        ]
      }
    },
    example: .code(
      "Sedici celle su una griglia di quattro per quattro: 0,5800.",
      "Sixteen cells of a four by four grid: 0.5800.", 0.5799729364005413
    ) {
      let values: [Double] = [3, 5, 4, 8, 2, 6, 7, 9, 1, 4, 8, 12, 0, 3, 9, 14]
      let neighbours = (0..<16).map { i in
        (0..<16).filter { abs($0 / 4 - i / 4) + abs($0 % 4 - i % 4) == 1 }
      }
      return MoranI(values, neighbours: neighbours, permutations: 9)?.index
    })
}

extension Computation {
  /// Comuni from the nearest to the remotest, equal ones together.
  fileprivate func byMinutes(_ areas: [Area]) -> [(population: Double, rate: Double)] {
    var groups: [Double: (population: Double, users: Double)] = [:]
    for area in areas {
      guard let minutes = frame.comuni[area.comune].minutesToPole else { continue }
      groups[minutes, default: (0, 0)].population += area.population
      groups[minutes]!.users += area.users
    }
    return groups.sorted { $0.key < $1.key }.map {
      ($0.value.population, $0.value.users / $0.value.population)
    }
  }
}
